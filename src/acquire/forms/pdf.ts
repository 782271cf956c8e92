import { sentence } from '../../model/sentence.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import { emptyRow, storyOfRow } from './row.js';

/** No more pages are read. */
const mostPages = 300;
const longestWait = 20_000;

/** The story in a PDF file that has a text layer. Lines that break in the middle of a sentence are joined. */
export async function storyInPdf(bytes: Uint8Array, file: string): Promise<Source> {
  const { getDocumentProxy } = await import('unpdf');
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(sentence`it takes too long`)), longestWait);
    });
    const text = await Promise.race([
      textOf(await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, stopAtErrors: false, verbosity: 0 })),
      late,
    ]);
    if (text === '')
      return {
        source: file,
        error: refusal('no-text', sentence`is a PDF file without text in it, such as a scan (save its text as a .txt file)`),
      };
    return storyOfRow({ ...emptyRow, text }, file);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 100) : 'unknown';
    const locked = error instanceof Error && error.name === 'PasswordException';
    return {
      source: file,
      error: refusal(
        'pdf',
        locked
          ? sentence`is a PDF file with a password (take the password out)`
          : sentence`is a PDF file that cannot be read: ${why} (save its text as a .txt file)`,
      ),
    };
  } finally {
    clearTimeout(timer);
  }
}

interface Proxy {
  numPages: number;
  getPage(n: number): Promise<{ getTextContent(): Promise<{ items: readonly object[] }> }>;
  destroy(): Promise<void>;
}

async function textOf(document: unknown): Promise<string> {
  const pdf = document as Proxy;
  try {
    const lines: string[] = [];
    for (let n = 1; n <= Math.min(pdf.numPages, mostPages); n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent();
      let line = '';
      for (const item of items as readonly { str?: string; hasEOL?: boolean }[]) {
        line += item.str ?? '';
        if (!item.hasEOL) continue;
        lines.push(line);
        line = '';
      }
      lines.push(line);
    }
    return joined(lines);
  } finally {
    await pdf.destroy();
  }
}

/** Paragraphs out of printed lines: a line that is about as long as the longest and ends in no full stop goes on in the next. */
function joined(lines: readonly string[]): string {
  const own = lines.map((l) => l.trim()).filter((l) => l !== '');
  const lengths = own.map((l) => l.length).sort((a, b) => a - b);
  const full = (lengths[Math.floor(lengths.length * 0.8)] ?? 0) * 0.8;
  let text = '';
  let open = false;
  for (const line of own) {
    const han = /[\u2e80-\ud7af，。、；：”]$/.test(text) || /^[\u2e80-\ud7af，。、；：“]/.test(line);
    text += open ? `${han ? '' : ' '}${line}` : `${text === '' ? '' : '\n'}${line}`;
    open = line.length >= full && !/[.!?。！？”"）)]$/.test(line);
  }
  return text;
}
