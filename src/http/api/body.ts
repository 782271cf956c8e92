import type { Context } from 'hono';
import { apart } from '../../model/sentence.js';
import { Problem } from './problem.js';

/** So many bytes may be sent where an operation does not say otherwise. */
export const mostBytes = 100_000;

/** The bytes that were sent. Throws a `Problem` where they are more than `most`, without reading further, or end too early. */
export async function bytesIn(c: Context, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooMuch = new Problem(413, 'too-large', apart`Send up to ${most} bytes.`);
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooMuch;
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = c.req.raw.body?.getReader();
  const next = () => reader?.read().catch(cutOff);
  for (let part = await next(); part && !part.done; part = await next()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      throw tooMuch;
    }
    parts.push(part.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The client is gone, or its connection. */
function cutOff(): never {
  throw new Problem(400, 'cut-off', apart`The body ended before its end.`);
}

/** JSON that was sent. Throws a `Problem` where it is none or too long. */
export async function jsonIn(c: Context, most: number): Promise<unknown> {
  const bytes = await bytesIn(c, most);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Problem(400, 'not-json', apart`The body is not JSON in UTF-8.`);
  }
}

/** A form with files that was sent. Throws a `Problem` where it is none or too long. */
export async function formIn(c: Context, most: number): Promise<FormData> {
  const bytes = await bytesIn(c, most);
  try {
    return await new Response(bytes, { headers: { 'content-type': c.req.header('content-type') ?? '' } }).formData();
  } catch {
    throw new Problem(400, 'not-a-form', apart`The body is no multipart/form-data.`);
  }
}
