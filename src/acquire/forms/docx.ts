import { unzipSync } from 'fflate';
import { sentence } from '../../model/sentence.js';
import { walkXml } from '../feeds/xml.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import { emptyRow, storyOfRow } from './row.js';

const part = 'word/document.xml';
/** A part may grow so many times when it is unpacked. */
const mostGrowth = 200;

/** The story in a Word document: its paragraphs in their order; `null` where the ZIP file is none. */
export function storyInDocx(bytes: Uint8Array, file: string, limit: number): Source | null {
  let files: Record<string, Uint8Array>;
  let big = false;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (name !== part) return false;
        big = originalSize > limit || originalSize > Math.max(1_000_000, size * mostGrowth);
        return !big;
      },
    });
  } catch {
    return { source: file, error: refusal('packed', sentence`is an office document or ZIP file that is damaged (get it again)`) };
  }
  if (big)
    return {
      source: file,
      error: refusal('too-big', sentence`is a document that grows too large when it is unpacked (save its text as a .txt file)`),
    };
  const found = files[part];
  if (!found) return null;
  const paragraphs: string[] = [];
  let line: string[] = [];
  const ended = walkXml(new TextDecoder().decode(found), {
    close(name, text) {
      if (name === 't') line.push(text);
      else if (name === 'tab') line.push(' ');
      else if (name === 'br' || name === 'cr') line.push('\n');
      else if (name === 'p') {
        paragraphs.push(line.join(''));
        line = [];
      }
    },
  });
  if (ended !== null) return { source: file, error: refusal('xml', sentence`${ended} (it is not read)`) };
  return storyOfRow({ ...emptyRow, text: paragraphs.join('\n') }, file);
}
