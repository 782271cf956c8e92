import { createWriteStream, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import type { Source } from '../../acquire/source.js';
import type { Document, ReadOptions } from '../read.js';
import { frameOf, Unframer } from './frames.js';
import { type Answer, answersOn, largestMessage, overMemory, type Request } from './protocol.js';

/** What a module that reads offers. */
interface ReadingModule {
  readSource(source: Source, options: Pick<ReadOptions, 'charset' | 'published'>): Document | Promise<Document>;
}

/** What the thread beside the reader watches over. */
interface Watched {
  parent: number;
  /** Bytes. */
  memory: number;
}

/**
 * A process of a pool (pool.ts starts it): reads one document after the other as they come on standard input, and answers on a pipe of its own.
 * Arguments: the module that reads, bytes of memory that the process may take. A thread beside it ends it where it takes more, or where
 * the pool is gone.
 */
async function serve(): Promise<void> {
  const memory = Number(process.argv[3]);
  new Worker(fileURLToPath(import.meta.url), { workerData: { parent: process.ppid, memory } satisfies Watched }).unref();
  const { readSource } = (await import(process.argv[2]!)) as ReadingModule;
  const answers = createWriteStream('', { fd: answersOn });
  const answer = (what: Answer): void => void answers.write(frameOf(what));
  const requests = new Unframer(largestMessage);
  answer({ ready: true });
  for await (const piece of process.stdin) {
    for (const { value, bytes } of requests.take(piece as Buffer)) {
      const { n, source, options } = value as Request;
      try {
        answer({ n, document: await readSource({ ...source, bytes }, options) });
      } catch (error) {
        answer({ n, failed: error instanceof Error ? error.message.split('\n')[0]! : String(error) });
      }
    }
  }
}

function watch({ parent, memory }: Watched): void {
  setInterval(() => {
    const tooMuch = process.memoryUsage.rss() > memory;
    if (tooMuch) writeSync(2, `${overMemory}\n`);
    if (tooMuch || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, 50);
}

if (isMainThread) await serve();
else watch(workerData as Watched);
