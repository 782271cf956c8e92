import { open } from 'node:fs/promises';
import { sentence } from '../../model/sentence.js';

import { type Problem, refusal } from '../problem.js';
import type { ArchivePlace, Source } from '../source.js';
import { fieldsOf } from './fields.js';
import { documentIn } from './http-message.js';
import { gzipPieces, PackedEnd, type Piece, plainPieces } from './members.js';

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
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const packed = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    const window = new Window(packed ? gzipPieces(handle, from.member) : plainPieces(handle, from.skip));
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

/** What was unpacked and not yet read. */
class Window {
  private readonly pieces: AsyncGenerator<Piece>;
  private held: Piece[] = [];
  private size = 0;
  private ended = false;
  private failure: unknown = null;
  private last: ArchivePlace = { member: 0, skip: 0 };

  constructor(pieces: AsyncGenerator<Piece>) {
    this.pieces = pieces;
  }

  /** Where the next byte is. */
  get place(): ArchivePlace {
    const first = this.held[0];
    return first ? { member: first.member, skip: first.at } : this.last;
  }

  /** Makes sure of `count` bytes; gives how many there are. */
  async fill(count: number): Promise<number> {
    while (this.size < count && !this.ended) {
      const next = await this.pieces.next().catch((error: unknown) => {
        // What came before it is read first.
        this.failure = error;
        return { done: true as const, value: undefined };
      });
      if (next.done) {
        this.ended = true;
        break;
      }
      if (next.value.bytes.length === 0) continue;
      this.held.push(next.value);
      this.size += next.value.bytes.length;
    }
    return this.size;
  }

  /** Throws why there is nothing more, unless the file simply ends here. */
  end(): null {
    if (this.failure !== null) throw this.failure;
    return null;
  }

  /** Whether the next bytes are these. */
  async opens(text: string): Promise<boolean> {
    await this.fill(text.length);
    return this.peek(text.length).toString('latin1') === text;
  }

  async take(count: number): Promise<Uint8Array | null> {
    if ((await this.fill(count)) < count) return null;
    const out = Buffer.allocUnsafe(count);
    for (let at = 0; at < count; ) at += this.drop(count - at, (bytes) => out.set(bytes, at));
    return out;
  }

  async skip(count: number): Promise<void> {
    for (let left = count; left > 0; ) {
      if (this.size === 0 && (await this.fill(1)) === 0) {
        this.end();
        throw new PackedEnd(sentence`ends within a record`);
      }
      left -= this.drop(left);
    }
  }

  async skipLineEnds(): Promise<void> {
    while ((await this.fill(1)) > 0 && (this.held[0]!.bytes[0] === 13 || this.held[0]!.bytes[0] === 10)) this.drop(1);
  }

  /** The text up to the empty line, which is taken too; `null` where there is none within `most` bytes. */
  async head(most: number): Promise<string | null> {
    for (let wanted = 1_024; ; wanted = Math.min(wanted * 4, most)) {
      const have = Math.min(await this.fill(wanted), most);
      const bytes = this.peek(have);
      const crlf = bytes.indexOf('\r\n\r\n');
      const lf = bytes.indexOf('\n\n');
      const end = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf >= 0 ? lf + 2 : -1;
      if (end >= 0) {
        await this.skip(end);
        return bytes.toString('utf8', 0, end);
      }
      if (have < wanted || wanted === most) return null;
    }
  }

  /** To where the next record may begin: the next member, or the next line that opens one. False at the end of the file. */
  async toNextRecord(packed: boolean): Promise<boolean> {
    const { member } = this.place;
    for (;;) {
      if ((await this.fill(packed ? 1 : 8)) === 0) return false;
      if (packed) {
        if (this.held[0]!.member !== member) return true;
        this.drop(this.held[0]!.bytes.length);
        continue;
      }
      const bytes = this.peek(Math.min(this.size, 65_536));
      const found = bytes.indexOf('\nWARC/');
      if (found >= 0) {
        await this.skip(found + 1);
        return true;
      }
      if (bytes.length <= 8) {
        this.drop(bytes.length);
        return (await this.fill(1)) > 0;
      }
      await this.skip(bytes.length - 5);
      if ((await this.fill(6)) < 6) return false;
    }
  }

  private peek(count: number): Buffer {
    const parts: Uint8Array[] = [];
    for (let i = 0, size = 0; size < count && i < this.held.length; size += this.held[i++]!.bytes.length) parts.push(this.held[i]!.bytes);
    return Buffer.concat(parts).subarray(0, count);
  }

  /** Lets go of up to `count` bytes of the first piece; gives how many. */
  private drop(count: number, use?: (bytes: Uint8Array) => void): number {
    const first = this.held[0]!;
    const size = Math.min(count, first.bytes.length);
    use?.(first.bytes.subarray(0, size));
    this.size -= size;
    this.last = { member: first.member, skip: first.at + size };
    if (size === first.bytes.length) this.held.shift();
    else this.held[0] = { bytes: first.bytes.subarray(size), member: first.member, at: first.at + size };
    return size;
  }
}
