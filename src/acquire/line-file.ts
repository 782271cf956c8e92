import { open } from 'node:fs/promises';
import { sentence } from '../model/sentence.js';
import { type Problem, refusal } from './problem.js';
import type { Source } from './source.js';
import { openWindow } from './warc/window.js';

/** Files of one JSON object a line, as far as their names say: with the form apart from the packing. */
export const lineFile = /\.(?:jsonl|ndjson)(?:\.gz)?$/i;

/** One line of such a file, as `readLines` names it. */
export const lineOfFile = /\.(?:jsonl|ndjson)(?:\.gz)?#\d+$/i;

/**
 * The lines of a file (plain or gzip), one at a time: memory stays flat however large it is. Each is named by the file and its number; empty lines
 * are passed over; a line of more than `limit` bytes is an error entry. Throws what the system says of the file.
 */
export async function* readLines(file: string, limit: number): AsyncGenerator<Source> {
  const handle = await open(file, 'r');
  let number = 0;
  try {
    const { window } = await openWindow(handle, { member: 0, skip: 0 });
    for (let bytes = await window.line(limit); bytes !== null; bytes = await window.line(limit)) {
      const source = `${file}#${++number}`;
      if (bytes === 'too long') yield { source, error: tooLong(limit) };
      else if (bytes.some((b) => b > 32)) yield { source, bytes };
    }
  } catch (error) {
    if (number === 0 && (error as { code?: unknown }).code !== undefined && !isPacking(error)) throw error;
    const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    yield {
      source: `${file}#${number + 1}`,
      error: refusal('packed', sentence`${why}; the lines before it were read (get the whole file)`),
    };
  } finally {
    await handle.close();
  }
}

/** zlib's own codes begin so. */
const isPacking = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith('Z_');

const tooLong = (limit: number): Problem =>
  refusal('too-big', sentence`is a line of more than the limit of ${limit / 1_000_000} MB (raise the limit with --max-size)`);
