import zlib from 'node:zlib';
import { sentence } from '../../model/sentence.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import { fieldsOf } from './fields.js';

const readable = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/;

/**
 * The page or text in the block of a record: an HTTP answer (`response`), a file (`resource`) or text taken from one (`conversion`). `null` where it
 * is no page and no text, or an answer other than 200.
 */
export function documentIn(url: string, type: string, contentType: string, block: Uint8Array, limit: number): Source | null {
  if (type !== 'response')
    return readable.test(typeOf(contentType)) ? { source: url, bytes: block, ...charsetOf(contentType), told: { url } } : null;
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const crlf = bytes.indexOf('\r\n\r\n');
  const end = crlf >= 0 ? crlf + 4 : bytes.indexOf('\n\n') + 2;
  if (end < 2) return null;
  const head = bytes.toString('latin1', 0, Math.min(end, 65_536));
  if (!/^HTTP\/\d(?:\.\d)? 200\b/.test(head)) return null;
  const fields = fieldsOf(head);
  const said = fields.get('content-type') ?? '';
  if (said !== '' && !readable.test(typeOf(said))) return null;
  let body: Uint8Array = bytes.subarray(end);
  if (/chunked/i.test(fields.get('transfer-encoding') ?? '')) body = joined(Buffer.from(body.buffer, body.byteOffset, body.length)) ?? body;
  const unpacked = unpack(body, (fields.get('content-encoding') ?? '').trim().toLowerCase(), limit);
  if (unpacked === null)
    return {
      source: url,
      error: refusal('packed', sentence`is larger than ${limit / 1_000_000} MB when it is unpacked, or packed wrongly (it is not read)`),
    };
  return { source: url, bytes: unpacked, ...charsetOf(said), told: { url } };
}

const typeOf = (header: string): string => header.split(';', 1)[0]!.trim().toLowerCase();

function charsetOf(header: string): { charset?: string } {
  const label = /;\s*charset\s*=\s*"?([\w:.-]{1,40})/i.exec(header.slice(0, 300))?.[1];
  return label === undefined ? {} : { charset: label };
}

/** A chunked body in one piece; `null` where it is not chunked after all, as archives often say and are not. */
function joined(body: Buffer): Uint8Array | null {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 || end - at > 20 ? null : /^([0-9a-f]{1,8})\s*(?:;|$)/i.exec(body.toString('latin1', at, end));
    if (!size) return parts.length > 0 ? Buffer.concat(parts) : null;
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

function unpack(body: Uint8Array, packing: string, limit: number): Uint8Array | null {
  const options = { maxOutputLength: limit };
  try {
    if ((packing === 'gzip' || packing === 'x-gzip') && body[0] === 0x1f && body[1] === 0x8b) return zlib.gunzipSync(body, options);
    if (packing === 'br') return zlib.brotliDecompressSync(body, options);
    if (packing === 'deflate') return zlib.inflateSync(body, options);
    return body;
  } catch {
    // Archives that unpack bodies leave the header as it was: markup speaks for itself.
    return packing !== 'gzip' && body.subarray(0, 2_000).includes(0x3c) ? body : null;
  }
}
