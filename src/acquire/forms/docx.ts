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
  let big = false;
  let found: Uint8Array | undefined;
  // a part may be listed as often as its file pleases: it is unpacked once
  let listed = false;
  try {
    found = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (name !== part || listed) return false;
        listed = true;
        big = originalSize > limit || originalSize > Math.max(1_000_000, size * mostGrowth);
        return !big;
      },
    })[part];
  } catch {
    return { source: file, error: refusal('packed', sentence`is an office document or ZIP file that is damaged (get it again)`) };
  }
  if (big)
    return {
      source: file,
      error: refusal('too-big', sentence`is a document that grows too large when it is unpacked (save its text as a .txt file)`),
    };
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
