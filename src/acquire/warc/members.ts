import type { FileHandle } from 'node:fs/promises';
import zlib from 'node:zlib';
import { sentence } from '../../model/sentence.js';

/** A piece of what an archive holds, unpacked. `member`: where in the file the gzip member (or the plain file) begins that it is from; `at`: how far into that. */
export interface Piece {
  bytes: Uint8Array;
  member: number;
  at: number;
}

/** Packed bytes that go in at once: few enough that what comes out of a bomb stays small in memory. */
const packedAtOnce = 16_384;
const plainAtOnce = 65_536;

/** The bytes of a plain file from a place on. */
export async function* plainPieces(handle: FileHandle, from: number): AsyncGenerator<Piece> {
  for (let at = from; ; ) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(plainAtOnce), 0, plainAtOnce, at);
    if (bytesRead === 0) return;
    yield { bytes: buffer.subarray(0, bytesRead), member: 0, at };
    at += bytesRead;
  }
}

/**
 * The contents of a gzip file, member by member, from the member that begins at `from` on. Throws what zlib says of a member that is broken;
 * `PackedEnd` where the file ends within one.
 */
export async function* gzipPieces(handle: FileHandle, from: number): AsyncGenerator<Piece> {
  for (let member = from; ; ) {
    const header = await headerLength(handle, member);
    if (header === null) return;
    let at = 0;
    let read = member + header;
    const inflate = new Inflate();
    while (!inflate.ended) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(packedAtOnce), 0, packedAtOnce, read);
      if (bytesRead === 0) throw new PackedEnd(sentence`ends within a packed part`);
      read += bytesRead;
      for (const bytes of await inflate.put(buffer.subarray(0, bytesRead))) {
        yield { bytes, member, at };
        at += bytes.length;
      }
    }
    member += header + inflate.taken + 8;
  }
}

/** The file ends too early. */
export class PackedEnd extends Error {}

/** How long the header of a member is; `null` at the end of the file. Throws where there is none. */
async function headerLength(handle: FileHandle, at: number): Promise<number | null> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4_096), 0, 4_096, at);
  if (bytesRead === 0) return null;
  if (bytesRead < 10 || buffer[0] !== 0x1f || buffer[1] !== 0x8b || buffer[2] !== 8) throw new Error('has what is not gzip in it');
  const flags = buffer[3]!;
  let length = 10;
  if (flags & 4) length += 2 + buffer.readUInt16LE(10);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const end = buffer.indexOf(0, length);
    if (end < 0) throw new Error('has a gzip header that is too long');
    length = end + 1;
  }
  return flags & 2 ? length + 2 : length;
}

/** Unpacks one member and knows how many of the bytes given were its own. */
class Inflate {
  ended = false;
  private readonly engine = zlib.createInflateRaw({ chunkSize: 65_536 });
  private out: Uint8Array[] = [];
  private failed: Error | null = null;

  constructor() {
    this.engine.on('data', (chunk: Uint8Array) => this.out.push(chunk));
    this.engine.on('end', () => {
      this.ended = true;
    });
    this.engine.on('error', (error) => {
      this.failed = error;
    });
  }

  /** Packed bytes that were taken. */
  get taken(): number {
    return this.engine.bytesWritten;
  }

  async put(bytes: Uint8Array): Promise<Uint8Array[]> {
    const before = this.engine.bytesWritten;
    await new Promise<void>((done) => {
      const finish = (): void => {
        this.engine.off('end', finish).off('close', finish);
        done();
      };
      this.engine.once('end', finish).once('close', finish);
      this.engine.write(bytes, finish);
    });
    if (this.failed) throw this.failed;
    // Where bytes are left over, the member has ended: that is told only when the engine is closed.
    if (!this.ended && this.engine.bytesWritten - before < bytes.length) {
      await new Promise<void>((done) => this.engine.once('end', done).end());
    }
    const out = this.out;
    this.out = [];
    return out;
  }
}
