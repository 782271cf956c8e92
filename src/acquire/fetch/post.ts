import http from 'node:http';
import https from 'node:https';
import { type Problem, refusal } from '../problem.js';

export interface PostOptions {
  /** Sent as `Authorization: Bearer`; over http to this machine only. */
  key?: string;
  /** Milliseconds for everything. */
  timeout: number;
  /** Bytes that an answer may have. */
  limit: number;
}

/** The JSON that a server answers, or why there is none; `again`: asking once more may help. */
export type Posted = { value: unknown } | { error: Problem; again: boolean };

/**
 * Sends JSON to an address that the user has named, and takes JSON. It may be on this machine or in a private network, since it was named for that; nobody
 * else can name one: redirects are not followed, and proxies of the environment are not used. Never throws.
 */
export async function postJson(address: string, body: unknown, { key, timeout, limit }: PostOptions): Promise<Posted> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return refused('address', 'is no address of http or https (check it)');
  if (url.username !== '' || url.password !== '') return refused('address', 'is an address with a user name in it (leave it out)');
  if (key !== undefined && url.protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname))
    return refused('address', 'would get the key in clear over the network (use https)');
  const signal = AbortSignal.timeout(timeout);
  try {
    const answer = await answered(url, Buffer.from(JSON.stringify(body)), key, signal);
    const status = answer.statusCode ?? 0;
    if (status !== 200) {
      answer.destroy();
      return {
        ...refused('status', `answers ${status}${status >= 300 && status < 400 ? ' and is not followed' : ''} (check it)`),
        again: status >= 500 || status === 429,
      };
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) return refused('too-big', `answers more than ${limit / 1_000_000} MB (check it)`);
      chunks.push(chunk);
    }
    if (!answer.complete) return { ...refused('cut', 'broke off its answer (try again)'), again: true };
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch (error) {
    if (signal.aborted) return refused('slow', `took longer than ${timeout / 1000} s (try again later)`);
    if (error instanceof SyntaxError || error instanceof TypeError) return refused('json', 'answers what is no JSON (check it)');
    const code = (error as { code?: unknown }).code;
    return { ...refused('unreachable', `cannot be reached: ${typeof code === 'string' ? code : 'unknown'} (is it running?)`), again: true };
  }
}

function refused(code: string, message: string): { error: Problem; again: boolean } {
  return { error: refusal(code, message), again: false };
}

function answered(url: URL, body: Buffer, key: string | undefined, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http;
  const headers = {
    'content-type': 'application/json',
    'content-length': body.length,
    accept: 'application/json',
    'accept-encoding': 'identity',
  };
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return new Promise((done, failed) => {
    const asked = request(
      url,
      { method: 'POST', agent: false, signal, maxHeaderSize: 32_768, headers: { ...headers, ...authorization } },
      done,
    );
    asked.on('error', failed);
    asked.end(body);
  });
}
