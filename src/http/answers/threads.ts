import { Worker } from 'node:worker_threads';
import type { Answer, Question } from './kept-answers.js';
import type { ThreadAnswer, ThreadData, ThreadQuestion } from './thread.js';

interface Waiting {
  question: Question;
  done: (answer: Answer) => void;
  failed: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  isReady: boolean;
  at: { n: number; waiting: Waiting } | null;
}

/** So often a thread is started again after it has ended by itself. */
const mostStarts = 20;

/**
 * Threads that answer questions about a record, each through a connection of its own and one question after the other, so that what takes long does
 * not keep others waiting. A question that ends its thread is refused, and the thread replaced.
 */
export class Threads {
  readonly #place: string;
  readonly #threads = new Set<Thread>();
  readonly #queue: Waiting[] = [];
  #starts = 0;
  #n = 0;
  #closed = false;

  /** `place`: the file or address of the record, which is there. */
  constructor(size: number, place: string) {
    this.#place = place;
    for (let i = 0; i < size; i++) this.#start();
  }

  /** How many threads can answer. */
  get ready(): number {
    return [...this.#threads].filter((thread) => thread.isReady).length;
  }

  /** Whether all threads have something to answer. */
  get isBusy(): boolean {
    return this.#queue.length > 0 || [...this.#threads].every((thread) => thread.at !== null);
  }

  /** Rejects where the thread cannot answer. */
  ask(question: Question): Promise<Answer> {
    return new Promise((done, failed) => {
      this.#queue.push({ question, done, failed });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { failed } of this.#queue.splice(0)) failed(new Error('the server was stopped'));
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #start(): void {
    this.#starts++;
    const workerData: ThreadData = { place: this.#place };
    const thread: Thread = { worker: new Worker(new URL('./thread.js', import.meta.url), { workerData }), isReady: false, at: null };
    this.#threads.add(thread);
    let fault = 'the thread that answers has ended';
    thread.worker.on('message', (message: ThreadAnswer) => this.#hear(thread, message));
    thread.worker.on('error', (error: Error) => {
      fault = error.message;
    });
    thread.worker.on('exit', () => {
      this.#threads.delete(thread);
      thread.at?.waiting.failed(new Error(fault));
      if (this.#closed) return;
      if (this.#starts < mostStarts) this.#start();
      if (this.#threads.size === 0) for (const { failed } of this.#queue.splice(0)) failed(new Error(fault));
      this.#next();
    });
  }

  #hear(thread: Thread, message: ThreadAnswer): void {
    if (message.n === null) thread.isReady = true;
    else if (thread.at?.n === message.n) {
      const { waiting } = thread.at;
      thread.at = null;
      if ('answer' in message) waiting.done(message.answer);
      else waiting.failed(new Error(message.fault));
    }
    this.#next();
  }

  #next(): void {
    for (const thread of this.#threads) {
      if (!thread.isReady || thread.at) continue;
      const waiting = this.#queue.shift();
      if (!waiting) return;
      thread.at = { n: ++this.#n, waiting };
      thread.worker.postMessage({ n: thread.at.n, question: waiting.question } satisfies ThreadQuestion);
    }
  }
}
