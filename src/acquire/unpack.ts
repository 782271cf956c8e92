import { gunzipSync } from 'node:zlib';
import { sentence } from '../model/sentence.js';
import { type Problem, refusal } from './problem.js';

/** The bytes of a file that may be packed with gzip; a problem where it is larger than `limit` when unpacked, or broken. */
export function unpackedFile(bytes: Uint8Array, limit: number): Uint8Array | Problem {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const big = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    if (big) return refusal('too-big', sentence`is larger than ${limit / 1_000_000} MB when it is unpacked (it is not read)`);
    return refusal('packed', sentence`is packed wrongly or cut off (get it again)`);
  }
}
