import type { IncomingMessage } from 'node:http';
import zlib from 'node:zlib';
import { sentence } from '../../model/sentence.js';
import { Stop } from './stop.js';

/** A body may grow so many times when it is unpacked, once it is larger than a megabyte. */
const mostGrowth = 100;

/** The body of an answer, unpacked; ends with a `Stop` as soon as it is larger than `limit` bytes or has grown too much. */
export async function bodyOf(answer: IncomingMessage, limit: number): Promise<Uint8Array> {
  const tooBig = new Stop('too-big', sentence`is larger than the limit of ${limit / 1_000_000} MB (raise the limit with --max-size)`);
  if (Number(answer.headers['content-length'] ?? 0) > limit) throw tooBig;
  const packings = (answer.headers['content-encoding'] ?? '').toLowerCase().split(',');
  const named = packings.map((p) => p.trim()).filter((p) => p !== '' && p !== 'identity');
  if (named.length > 1) throw new Stop('packed', sentence`is packed several times over (no page is)`);
  const chunks: Uint8Array[] = [];
  let sent = 0;
  let size = 0;
  const keep = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > limit) throw tooBig;
    if (size > 1_000_000 && size > sent * mostGrowth)
      throw new Stop('packed', sentence`grows more than ${mostGrowth} times when it is unpacked (no page does)`);
    chunks.push(chunk);
  };
  const pipe = named.length === 0 ? null : new Unpacked(unpackerFor(named[0]!), keep);
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    sent += chunk.length;
    if (sent > limit) throw tooBig;
    if (pipe === null) keep(chunk);
    else await pipe.put(chunk);
  }
  if (pipe !== null && sent > 0) await pipe.end();
  if (!answer.complete) throw new Stop('cut', sentence`was cut off on the way (try again later)`);
  return Buffer.concat(chunks);
}

type Unpacker = zlib.Gunzip | zlib.BrotliDecompress | zlib.Inflate;

/** Unpacks piece by piece: what comes out of one is handed on before the next goes in. */
class Unpacked {
  private readonly unpacker: Unpacker;
  private failed: unknown = null;

  constructor(unpacker: Unpacker, keep: (chunk: Uint8Array) => void) {
    this.unpacker = unpacker;
    unpacker.on('data', (chunk: Uint8Array) => {
      if (this.failed !== null) return;
      try {
        keep(chunk);
      } catch (error) {
        this.fail(error);
      }
    });
    unpacker.on('error', (error) => this.fail(error));
  }

  async put(piece: Uint8Array): Promise<void> {
    if (this.failed === null) await this.settled((done) => this.unpacker.write(piece, done));
    if (this.failed !== null) throw this.failed;
  }

  async end(): Promise<void> {
    await this.settled(() => this.unpacker.end());
    if (this.failed !== null) throw this.failed;
  }

  private fail(error: unknown): void {
    this.failed ??= error;
    this.unpacker.destroy();
  }

  private settled(work: (done: () => void) => void): Promise<void> {
    return new Promise((done) => {
      if (this.unpacker.closed) return done();
      this.unpacker.once('close', done);
      work(() => {
        this.unpacker.off('close', done);
        done();
      });
    });
  }
}

function unpackerFor(packing: string): Unpacker {
  const options = { chunkSize: 65_536 };
  if (packing === 'gzip' || packing === 'x-gzip') return zlib.createGunzip(options);
  if (packing === 'br') return zlib.createBrotliDecompress(options);
  if (packing === 'deflate') return zlib.createInflate(options);
  throw new Stop('packed', sentence`is packed as ${packing.slice(0, 20).replace(/[^\w-]/g, '?')}, which is not known (get it unpacked)`);
}
