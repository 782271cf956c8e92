import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { refusal } from '../../acquire/problem.js';
import type { Source } from '../../acquire/source.js';
import { sentence } from '../../model/sentence.js';
import { articleId, type Document, type ReadOptions } from '../read.js';
import { type Frame, frameOf, Unframer } from './frames.js';
import { type Answer, largestAnswer, overMemory, type Request } from './protocol.js';

/** How documents are read in processes of their own. */
export interface ReadersOptions {
  /** How many are read at once. */
  size: number;
  /** Milliseconds that reading one document may take. Default 5000. */
  timeout?: number;
  /** Megabytes that a reader may use for what it makes. Default 512. */
  memory?: number;
  /** URL of the module that reads: it exports `readSource` as `src/app/read.ts` does. That one where absent. */
  module?: string;
  /** Milliseconds that a reader may take to be ready for its first document. Default 30,000. */
  startTimeout?: number;
}

/** What a reader takes before it reads anything, in megabytes: the program and its word lists. */
const ownMemory = 384;

/** Readers cannot be had at all, whatever the document: there is no memory for one, or it does not start. No document is to be blamed. */
export class NoReader extends Error {
  override readonly name = 'NoReader';
}

interface Task {
  source: Extract<Source, { bytes: Uint8Array }>;
  options: Request['options'];
  done: (document: Document) => void;
  failed: (error: NoReader) => void;
  /** Whether its first reader had to be ended for something else. */
  again: boolean;
}

/**
 * Reads each document in a process of its own that is used again for the next one. A document that takes too long, takes too much memory or ends its
 * process is refused with the reason (code `reader`), and the process is replaced; the others go on.
 */
export class Readers {
  readonly #options: Required<ReadersOptions>;
  readonly #waiting: Task[] = [];
  readonly #readers = new Set<Reader>();
  readonly #owner: Owner = {
    free: () => this.#next(),
    ended: (reader, again) => {
      this.#readers.delete(reader);
      if (again) this.#waiting.unshift({ ...again, again: true });
      this.#next();
    },
  };
  #closed = false;

  constructor(options: ReadersOptions) {
    this.#options = {
      ...{ timeout: 5000, memory: 512, startTimeout: 30_000 },
      ...{ module: new URL(`../read${extension}`, import.meta.url).href },
      ...options,
    };
  }

  /** How many documents can be read at once. */
  get size(): number {
    return this.#options.size;
  }

  /** One document from its bytes to its statements. Rejects with `NoReader` only. */
  read(source: Source, options: Pick<ReadOptions, 'charset' | 'published'> = {}): Promise<Document> {
    if ('error' in source) return Promise.resolve({ source: source.source, text: null, reading: null, problem: source.error });
    const { charset, published } = options;
    const told = { ...(charset === undefined ? {} : { charset }), ...(published === undefined ? {} : { published }) };
    return new Promise((done, failed) => {
      this.#waiting.push({ source, options: told, done, failed, again: false });
      this.#next();
    });
  }

  /** Ends all readers; what is being read is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#waiting.splice(0)) task.failed(new NoReader('the readers were closed'));
    await Promise.all([...this.#readers].map((reader) => reader.end()));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    if (this.#closed) {
      for (const task of this.#waiting.splice(0)) task.failed(new NoReader('the readers were closed'));
      return;
    }
    let reader = [...this.#readers].find((r) => r.idle);
    if (!reader) {
      if (this.#readers.size >= this.#options.size) return;
      reader = new Reader(this.#options, this.#owner);
      this.#readers.add(reader);
    }
    reader.take(this.#waiting.shift()!);
    this.#next();
  }
}

/** `.ts` where the sources run as they are, as in tests. */
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const loader = extension === '.ts' ? ['--import', 'tsx'] : [];

/** What a reader tells its pool. */
interface Owner {
  /** It may take another document. */
  free(): void;
  /** Its process is gone; `again` is what must be read by another. */
  ended(reader: Reader, again: Task | undefined): void;
}

const unasked = 'spoke unasked';

/** One process. */
class Reader {
  readonly #child: ChildProcess;
  readonly #answers = new Unframer(largestAnswer);
  readonly #ended: Promise<void>;
  #task: { task: Task; n: number } | undefined;
  #sent = 0;
  #ready = false;
  #gone = false;
  #said = '';
  /** Why it is being ended, where the pool ends it; and why, where what is being read has no part in it. */
  #why: string | undefined;
  #blameless: string | undefined;
  #clock: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: Required<ReadersOptions>,
    private readonly owner: Owner,
  ) {
    const { memory, module, startTimeout } = options;
    const file = fileURLToPath(new URL(`./reader-process${extension}`, import.meta.url));
    const heap = `--max-old-space-size=${memory}`;
    const limit = (memory + ownMemory) * 1_000_000;
    this.#child = spawn(process.execPath, [heap, ...loader, file, module, String(limit)], {
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    });
    this.#clock = setTimeout(() => this.#stop('did not start'), startTimeout);
    this.#child.stdin!.on('error', () => undefined);
    this.#child.stderr!.on('data', (data: Buffer) => {
      this.#said = (this.#said + data.toString('utf8', 0, 65_536)).slice(-65_536);
    });
    this.#child.stdio[3]!.on('error', () => undefined);
    this.#child.stdio[3]!.on('data', (data: Buffer) => this.#hear(data));
    this.#ended = new Promise((ended) => {
      const end = (how: string) => (): void => {
        this.#end(how);
        ended();
      };
      const how = (code: number | null, signal: NodeJS.Signals | null): string =>
        signal === null ? `exit code ${code}` : `signal ${signal}`;
      this.#child.once('error', (error) => end(error.message)());
      this.#child.once('close', (code, signal) => end(how(code, signal))());
      // a process that it started may hold its pipes open
      this.#child.once('exit', (code, signal) => {
        clearTimeout(this.#clock);
        setTimeout(end(how(code, signal)), 100);
      });
    });
  }

  get idle(): boolean {
    return !this.#gone && this.#why === undefined && this.#task === undefined;
  }

  take(task: Task): void {
    this.#task = { task, n: ++this.#sent };
    if (this.#ready) this.#send();
  }

  end(): Promise<void> {
    this.#blameless = 'was closed';
    this.#stop(this.#blameless);
    return this.#ended;
  }

  #send(): void {
    const { task, n } = this.#task!;
    const { bytes, place: _, ...source } = task.source;
    this.#clock = setTimeout(() => this.#stop(sentence`took longer than ${this.options.timeout / 1000} s to read`), this.options.timeout);
    this.#child.stdin!.write(frameOf({ n, source, options: task.options } satisfies Request, bytes));
  }

  #hear(data: Buffer): void {
    if (this.#why !== undefined) return;
    let frames: Frame[];
    try {
      frames = this.#answers.take(data);
    } catch {
      this.#stop(sentence`made its reader answer what cannot be understood`);
      return;
    }
    for (const { value } of frames) this.#answered(value as Answer);
  }

  #answered(answer: Answer): void {
    if (typeof answer === 'object' && answer !== null && 'ready' in answer && !this.#ready) {
      clearTimeout(this.#clock);
      this.#ready = true;
      if (this.#task) this.#send();
      return;
    }
    const task = this.#task;
    if (!task || (!task.task.again && isEarlier(answer, task.n))) {
      // what was read before goes on speaking: what is being read now has no part in it, unless that happens to it twice
      this.#blameless = unasked;
      this.#stop(unasked);
      return;
    }
    const document = documentIn(answer, task.n, task.task.source);
    if (!document) {
      this.#stop(sentence`made its reader answer what cannot be understood`);
      return;
    }
    clearTimeout(this.#clock);
    this.#task = undefined;
    task.task.done(document);
    this.owner.free();
  }

  #stop(why: string): void {
    this.#why ??= why;
    this.#child.kill('SIGKILL');
  }

  #end(how: string): void {
    if (this.#gone) return;
    this.#gone = true;
    clearTimeout(this.#clock);
    for (const stream of this.#child.stdio) stream?.destroy();
    const task = this.#task?.task;
    const blameless = this.#blameless ?? (this.#ready ? undefined : `${this.#why ?? 'did not start'}: ${lastLine(this.#said) || how}`);
    if (blameless === undefined) task?.done(refused(task.source.source, this.#reason(how)));
    else if (blameless !== unasked) task?.failed(new NoReader(`a reader ${blameless}`));
    this.owner.ended(this, blameless === unasked ? task : undefined);
  }

  #reason(how: string): string {
    if (this.#why !== undefined) return this.#why;
    const memory = this.#said.includes(overMemory) || this.#said.includes('heap out of memory');
    return memory ? sentence`needed more than ${this.options.memory} MB to read` : sentence`ended its reader (${how})`;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)!;
}

function refused(source: string, why: string): Document {
  return { source, text: null, reading: null, problem: refusal('reader', sentence`${why} (report it with the file)`) };
}

function isEarlier(answer: Answer, n: number): boolean {
  return typeof answer === 'object' && answer !== null && 'n' in answer && typeof answer.n === 'number' && answer.n < n;
}

/** The document in an answer; undefined where it is none, or not the one that was asked for. */
function documentIn(answer: Answer, n: number, source: Task['source']): Document | undefined {
  if (typeof answer !== 'object' || answer === null || !('n' in answer) || answer.n !== n) return undefined;
  if ('failed' in answer) return refused(source.source, sentence`stopped the reader: ${String(answer.failed).slice(0, 200)}`);
  const { document } = answer;
  if (typeof document !== 'object' || document === null || document.source !== source.source) return undefined;
  const { text, reading, problem } = document;
  if (text === null && reading === null) return typeof problem?.message === 'string' ? document : undefined;
  if (typeof text !== 'string' || !Array.isArray(reading?.statements) || !Array.isArray(reading.findings)) return undefined;
  return reading.article?.id === articleId(source.bytes) && reading.article.source === source.source ? document : undefined;
}
