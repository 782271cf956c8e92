import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { openRecord } from '../../app/record.js';
import { Gate } from '../access/gate.js';
import { createApi } from '../api/routes.js';
import type { Answer, Question } from './kept-answers.js';

/** What a thread is sent. */
export interface ThreadQuestion {
  n: number;
  question: Question;
}

/** What a thread sends: `n` is `null` once it is ready. */
export type ThreadAnswer = { n: null } | { n: number; answer: Answer } | { n: number; fault: string };

/** What a thread starts with: the file or address of the record. */
export interface ThreadData {
  place: string;
}

/** Bytes from which an answer is packed. */
const worthPacking = 1400;

const { place } = workerData as ThreadData;
const port = parentPort!;
const record = await openRecord(place, false);
const unlimited = { burst: 1e9, perSecond: 1e9 };
// whoever may ask was let in before
const gate = new Gate({ holders: null, localName: 'thread', log: null, rates: { read: unlimited, heavy: unlimited } });
const app = new Hono().route('/api/v1', createApi(record, gate).app);

port.on('message', ({ n, question }: ThreadQuestion) => {
  answer(question).then(
    (made) => port.postMessage({ n, answer: made } satisfies ThreadAnswer, [made.body.buffer as ArrayBuffer]),
    (error: Error) => port.postMessage({ n, fault: error.stack ?? error.message } satisfies ThreadAnswer),
  );
});
port.postMessage({ n: null } satisfies ThreadAnswer);

async function answer({ url, asCsv }: Question): Promise<Answer> {
  const began = performance.now();
  const response = await app.fetch(new Request(url, { headers: asCsv ? { accept: 'text/csv' } : {} }));
  const plain = new Uint8Array(await response.arrayBuffer());
  const isPacked = plain.length >= worthPacking && response.headers.get('content-encoding') === null;
  // a copy of its own, so that it can be handed over whole
  const body = isPacked ? new Uint8Array(gzipSync(plain, { level: 1 })) : plain;
  return { status: response.status, headers: [...response.headers], body, isPacked, took: performance.now() - began };
}
