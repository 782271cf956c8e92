import type { Source } from '../../acquire/source.js';
import type { Document, ReadOptions } from '../read.js';

/** What a pool and its readers say to each other. */

/** A document to read; its bytes go beside it. */
export interface Request {
  n: number;
  source: Omit<Extract<Source, { bytes: Uint8Array }>, 'bytes' | 'place'>;
  options: Pick<ReadOptions, 'charset' | 'published'>;
}

/** `n` is the request's. */
export type Answer = { ready: true } | { n: number; document: Document } | { n: number; failed: string };

/** The file descriptor on which a reader answers. */
export const answersOn = 3;

/** Bytes of one message: a document of the largest size that can be asked for is below it. */
export const largestMessage = 600_000_000;

/** Bytes of one answer. */
export const largestAnswer = 128_000_000;

/** What a reader says on standard error before it is ended for the memory that it takes. */
export const overMemory = 'reader-process: over its memory';
