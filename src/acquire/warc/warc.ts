import { open } from 'node:fs/promises';
import { sentence } from '../../model/sentence.js';

import { type Problem, refusal } from '../problem.js';
import type { ArchivePlace, Source } from '../source.js';
import { fieldsOf } from './fields.js';
import { documentIn } from './http-message.js';
import { PackedEnd } from './members.js';
import { openWindow, type Window } from './window.js';

/** One document of an archive, and where the next record begins. */
export interface Archived {
  source: Source;
  next: ArchivePlace;
}

/** No head of a record is longer. */
const longestHead = 65_536;

/**
 * The pages and texts of a WARC or WET file (plain, gzip in one piece, or gzip record by record), one at a time: memory stays flat however large it is.
 * Records that are no page or text (requests, images, redirects) are passed over; what cannot be read is an error entry with its place.
 * Never throws over a record; throws what the system says of the file.
 */
export async function* readArchive(file: string, limit: number, from: ArchivePlace = { member: 0, skip: 0 }): AsyncGenerator<Archived> {
  const handle = await open(file, 'r');
  try {
    const { window, packed } = await openWindow(handle, from);
    try {
      if (packed) await window.skip(from.skip);
      for (;;) {
        const one = await nextRecord(window, file, limit, packed);
        if (one === null) return;
        if (one !== 'passed') yield { source: one, next: packed ? window.place : { member: 0, skip: window.place.skip } };
      }
    } catch (error) {
      const why = error instanceof PackedEnd ? error.message : error instanceof Error ? error.message.split('\n')[0]! : String(error);
      yield { source: broken(file, window.place, sentence`${why} (get the whole file)`), next: window.place };
    }
  } finally {
    await handle.close();
  }
}

function broken(file: string, { member, skip }: ArchivePlace, why: string): Source {
  return { source: `${file}#${member}${skip > 0 && member > 0 ? `+${skip}` : ''}`, error: refusal('archive', why) };
}

/** The next record; `passed` where it is none to read; `null` at the end. */
async function nextRecord(window: Window, file: string, limit: number, packed: boolean): Promise<Source | 'passed' | null> {
  await window.skipLineEnds();
  if ((await window.fill(1)) === 0) return window.end();
  const place = window.place;
  const head = (await window.opens('WARC/')) ? await window.head(longestHead) : null;
  if (head === null) {
    const more = await window.toNextRecord(packed);
    const problem = broken(
      file,
      place,
      more
        ? sentence`has what is no record of an archive; it is passed over (get the file again)`
        : sentence`has what is no record of an archive (get the file again)`,
    );
    return problem;
  }
  const fields = fieldsOf(head);
  const length = Number(fields.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length < 0) {
    await window.toNextRecord(packed);
    return broken(file, place, sentence`has a record without a length (get the file again)`);
  }
  const type = fields.get('warc-type');
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? null;
  if ((type !== 'response' && type !== 'resource' && type !== 'conversion') || url === null || !/^https?:/i.test(url)) {
    await window.skip(length);
    return 'passed';
  }
  if (length > limit) {
    await window.skip(length);
    return { source: url, error: tooBig(length, limit) };
  }
  const block = await window.take(length);
  if (block === null) {
    window.end();
    throw new PackedEnd(sentence`ends within a record`);
  }
  return documentIn(url, type, fields.get('content-type') ?? '', block, limit) ?? 'passed';
}

const tooBig = (size: number, limit: number): Problem =>
  refusal(
    'too-big',
    sentence`has ${Math.ceil(size / 100_000) / 10} MB in the archive, more than the limit of ${limit / 1_000_000} MB (raise the limit with --max-size)`,
  );
