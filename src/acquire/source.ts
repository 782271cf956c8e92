import type { Problem } from './problem.js';

/** A place in an archive where a record begins: `member` bytes into the file, `skip` bytes into what is unpacked from there. */
export interface ArchivePlace {
  member: number;
  skip: number;
}

/** What is known about a story beside its text: its page, feed or archive says so. */
export interface Told {
  title?: string;
  /** Day of publication, EDTF. */
  published?: string;
  /** BCP 47. */
  language?: string;
  /** Who published it, as the page writes it or as the record does. */
  agency?: string;
  /** Where it is to be found: its canonical address. */
  url?: string;
}

/** Where the next record of an archive begins. */
export interface Place {
  file: string;
  next: ArchivePlace;
}

/**
 * One document: its bytes, or why there are none. `source` is the path or address as given or found, `-` for standard input. `told` and
 * `warning` come from the form that it was taken from; `charset` is the label that came with the bytes; `place` is where to go on behind it.
 */
export type Source =
  | { source: string; bytes: Uint8Array; charset?: string; told?: Told; warning?: Problem; place?: Place }
  | { source: string; error: Problem; place?: Place };
