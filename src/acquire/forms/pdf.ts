import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sentence } from '../../model/sentence.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import type { PdfAnswer, PdfAsked } from './pdf-process.js';
import { emptyRow, storyOfRow } from './row.js';

/** No more pages are read. */
const mostPages = 300;
/** Milliseconds that one file may take. */
const longestWait = 20_000;
/** Bytes that its reader may hold. */
const mostMemory = 600_000_000;

/** The story in a PDF file that has a text layer. Lines that break in the middle of a sentence are joined. */
export async function storyInPdf(bytes: Uint8Array, file: string): Promise<Source> {
  const answer = await reader.read(bytes);
  if ('why' in answer) {
    const why = answer.locked
      ? sentence`is a PDF file with a password (take the password out)`
      : sentence`is a PDF file that cannot be read: ${answer.why} (save its text as a .txt file)`;
    return { source: file, error: refusal('pdf', why) };
  }
  const text = joined(answer.lines);
  if (text === '')
    return {
      source: file,
      error: refusal('no-text', sentence`is a PDF file without text in it, such as a scan (save its text as a .txt file)`),
    };
  return storyOfRow({ ...emptyRow, text }, file);
}

/**
 * Reads one file after the other in a process beside this one: a page may be packed so that no reader comes to its end, and then only the process
 * can be stopped. It is replaced afterwards, and ends with this one.
 */
class PdfReader {
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** The lines of a file. Never rejects. */
  read(bytes: Uint8Array): Promise<PdfAnswer> {
    const answer = this.#last.then(() => this.#ask(bytes));
    this.#last = answer;
    return answer;
  }

  async #ask(bytes: Uint8Array): Promise<PdfAnswer> {
    this.#process ??= started();
    const reader = this.#process;
    const began = performance.now();
    reader.ref();
    reader.channel?.ref();
    let watch: NodeJS.Timeout | undefined;
    const answer = await new Promise<PdfAnswer>((done) => {
      const give = (why: string): void => {
        this.#process = undefined;
        reader.kill('SIGKILL');
        done({ why, locked: false });
      };
      watch = setInterval(() => {
        if (performance.now() - began > longestWait) give(sentence`it takes too long`);
        else if (memoryOf(reader.pid) > mostMemory) give(sentence`it takes too much memory`);
      }, 50);
      reader.once('message', (said) => done(said as PdfAnswer));
      reader.once('error', () => give(sentence`its reader cannot be started`));
      reader.once('exit', () => give(sentence`its reader ended`));
      reader.send({ bytes, mostPages } satisfies PdfAsked, () => undefined);
    });
    clearInterval(watch);
    reader.removeAllListeners().on('error', () => undefined);
    reader.unref();
    reader.channel?.unref();
    return answer;
  }
}

/** `.ts` where the sources run as they are, as in tests. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

function started(): ChildProcess {
  const execArgv = ['--max-old-space-size=512', ...(extension === '.ts' ? ['--import', 'tsx'] : [])];
  return fork(new URL(`./pdf-process${extension}`, import.meta.url), { execArgv, serialization: 'advanced', stdio: 'ignore' });
}

/** Bytes that a process holds; 0 where the system does not say. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}

const reader = new PdfReader();

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
