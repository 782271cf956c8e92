import type { FileHandle } from 'node:fs/promises';
import { sentence } from '../../model/sentence.js';
import type { ArchivePlace } from '../source.js';
import { gzipPieces, PackedEnd, type Piece, plainPieces } from './members.js';

/** The bytes of a file from a place on, unpacked where it is packed with gzip; the caller skips what is before the place within a packed member. */
export async function openWindow(handle: FileHandle, from: ArchivePlace): Promise<{ window: Window; packed: boolean }> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  const packed = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  return { window: new Window(packed ? gzipPieces(handle, from.member) : plainPieces(handle, from.skip)), packed };
}

/** What was unpacked and not yet read. */
export class Window {
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

  /** The bytes up to the end of the line, which is taken too; `null` at the end of the file, `too long` for a line of more than `most` bytes, which is passed over. */
  async line(most: number): Promise<Uint8Array | 'too long' | null> {
    if ((await this.fill(1)) === 0) return this.end();
    const parts: Uint8Array[] = [];
    let size = 0;
    let ended = false;
    while (!ended && (await this.fill(1)) > 0) {
      const { bytes } = this.held[0]!;
      const end = bytes.indexOf(10);
      ended = end >= 0;
      this.drop(ended ? end + 1 : bytes.length, (taken) => {
        size += taken.length;
        if (size <= most) parts.push(taken);
      });
    }
    if (!ended) this.end();
    return size > most ? 'too long' : Buffer.concat(parts);
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
