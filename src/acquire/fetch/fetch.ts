import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { sentence } from '../../model/sentence.js';
import { type Problem, refusal } from '../problem.js';
import { isPublic } from './addresses.js';
import { bodyOf } from './body.js';
import { Stop } from './stop.js';

/** What a server gave. */
export interface Fetched {
  /** Where it was in the end, after redirects. */
  url: string;
  status: 200 | 304;
  /** Empty for 304. */
  bytes: Uint8Array;
  /** The media type without parameters, in lower case; empty where none was given. */
  type: string;
  /** The label of the encoding that came with it. */
  charset: string | null;
  etag: string | null;
  lastModified: string | null;
}

/** Why nothing was got. `retryAfter`: seconds that the server asks to wait. */
export interface Refused {
  error: Problem;
  retryAfter: number | null;
}

/** One address that a name stands for. */
export interface Resolved {
  address: string;
  family: 4 | 6;
}

export interface FetchOptions {
  /** Addresses of this machine and of private networks are allowed. */
  allowPrivate?: boolean;
  /** Addresses that are allowed besides the public ones. */
  allowed?: readonly string[];
  /** Bytes of the body, as sent and as unpacked; 15 MB where absent. */
  limit?: number;
  /** Milliseconds for everything, redirects included; 30,000 where absent. */
  timeout?: number;
  /** Media types that are taken; pages, feeds, text, JSON, PDF and office documents where absent. */
  types?: RegExp;
  etag?: string | null;
  lastModified?: string | null;
  /** How the program names itself. */
  agent?: string;
  /** From a name to addresses; the system's where absent. */
  resolve?: (host: string) => Promise<readonly Resolved[]>;
  signal?: AbortSignal;
}

const mostRedirects = 5;
const usualLimit = 15_000_000;
const usualTypes =
  /^(?:text\/(?:html|plain|xml|csv|markdown)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|ld\+json|x-ndjson|jsonl|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|warc|gzip|x-gzip)|message\/rfc822)$/;

/**
 * Gets what is at an address. Every name is resolved once, each of its answers is checked, the connection goes to a checked answer and
 * nowhere else, and all of it again after every redirect: no request leaves for a private, loopback or link-local address or any
 * other that is not public, unless `allowPrivate`. Proxies of the environment are not used. Never throws.
 */
export async function guardedFetch(address: string, options: FetchOptions = {}): Promise<Fetched | Refused> {
  const timeout = options.timeout ?? 30_000;
  const until = AbortSignal.timeout(timeout);
  const signal = options.signal ? AbortSignal.any([until, options.signal]) : until;
  const seen = new Set<string>();
  try {
    let url = checked(address);
    for (;;) {
      if (seen.has(url.href)) throw new Stop('redirects', sentence`leads back to itself (check the address)`);
      if (seen.size > mostRedirects) throw new Stop('redirects', sentence`leads on more than ${mostRedirects} times (check the address)`);
      seen.add(url.href);
      const answer = await ask(url, options, signal);
      if (!('location' in answer)) return answer;
      url = checked(answer.location, url);
    }
  } catch (error) {
    if (error instanceof Stop) return { error: error.problem, retryAfter: error.retryAfter };
    if (options.signal?.aborted) return { error: refusal('stopped', sentence`was not got: stopped (run again)`), retryAfter: null };
    if (signal.aborted)
      return { error: refusal('slow', sentence`took longer than ${timeout / 1000} s (try again later)`), retryAfter: null };
    return { error: reasonOf(error), retryAfter: null };
  }
}

/** An address that may be asked for at all. `from`: the one that led to it. */
function checked(said: string, from?: URL): URL {
  const what = from ? sentence`leads to an address` : sentence`is an address`;
  let url: URL;
  try {
    // A URL parser would drop or turn round what stands here.
    if (/[\u0000-\u0020\u007f\\]/.test(said)) throw new TypeError('control character');
    url = new URL(said, from);
  } catch {
    throw new Stop(
      'address',
      from ? sentence`leads to no address that can be asked for (check it)` : sentence`is no address that can be asked for (check it)`,
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Stop('address', sentence`${what} of ${url.protocol.slice(0, 20)} (only http and https are fetched)`);
  if (url.username !== '' || url.password !== '') throw new Stop('address', sentence`${what} with a user name in it (leave it out)`);
  return url;
}

/** The addresses of a host, all of them checked. */
async function addressesOf(url: URL, options: FetchOptions, signal: AbortSignal): Promise<readonly Resolved[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const resolve = options.resolve ?? ((name: string) => lookup(name, { all: true }) as Promise<Resolved[]>);
  const found = family !== 0 ? [{ address: host, family: family as 4 | 6 }] : await orAborted(resolve(host), signal);
  if (found.length === 0) throw new Stop('not-found', sentence`is at a host without an address (check the name)`);
  const shut = found.find((a) => !mayReach(a.address, options));
  if (shut)
    throw new Stop('private', sentence`is at ${shut.address}, which is no public address (--allow-private fetches it all the same)`);
  return found;
}

function mayReach(address: string, { allowPrivate, allowed }: FetchOptions): boolean {
  return allowPrivate === true || isPublic(address) || (allowed?.includes(address) ?? false);
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return await new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    work.then(done, fail);
  });
}

async function ask(url: URL, options: FetchOptions, signal: AbortSignal): Promise<Fetched | { location: string }> {
  const [pinned] = (await addressesOf(url, options, signal)) as [Resolved];
  const { request } = url.protocol === 'https:' ? https : http;
  const answer = await new Promise<http.IncomingMessage>((done, fail) => {
    const asked = request(
      url,
      {
        agent: false,
        signal,
        maxHeaderSize: 32_768,
        // The one answer that was checked, whatever the name stands for a moment later.
        lookup: (_host, wanted, give) => (wanted.all ? give(null, [pinned]) : give(null, pinned.address, pinned.family)),
        headers: {
          'user-agent': options.agent ?? 'rapporteur',
          accept: '*/*',
          'accept-encoding': 'gzip, br, deflate',
          ...(options.etag ? { 'if-none-match': options.etag } : {}),
          ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
        },
      },
      done,
    );
    asked.on('socket', (socket) =>
      socket.once('connect', () => {
        const remote = socket.remoteAddress ?? '';
        if (!mayReach(remote, options))
          asked.destroy(new Stop('private', sentence`answered from ${remote}, which is no public address (check the address)`));
      }),
    );
    asked.on('error', fail);
    asked.end();
  });
  try {
    return await taken(url, answer, options);
  } finally {
    answer.destroy();
  }
}

async function taken(url: URL, answer: http.IncomingMessage, options: FetchOptions): Promise<Fetched | { location: string }> {
  const status = answer.statusCode ?? 0;
  const { location } = answer.headers;
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) return { location };
  const etag = answer.headers.etag ?? null;
  const lastModified = answer.headers['last-modified'] ?? null;
  const [type, charset] = typeOf(answer.headers['content-type'] ?? '');
  if (status === 304) return { url: url.href, status, bytes: new Uint8Array(), type, charset, etag, lastModified };
  if (status !== 200) throw new Stop('status', statusLine(status), waitOf(answer.headers['retry-after']));
  if (type !== '' && !(options.types ?? usualTypes).test(type))
    throw new Stop('type', sentence`is ${type.replace(/[^\w./+-]/g, '?')}, no page, feed or document (give the address of the story)`);
  return { url: url.href, status, bytes: await bodyOf(answer, options.limit ?? usualLimit), type, charset, etag, lastModified };
}

function statusLine(status: number): string {
  if (status === 404 || status === 410) return sentence`is not there: the server answers ${status} (check the address)`;
  if (status === 401 || status === 403)
    return sentence`may not be read: the server answers ${status} (it wants a login or refuses programs)`;
  return sentence`is not given: the server answers ${status} (try again later)`;
}

/** Seconds from a Retry-After header, at most a day. */
function waitOf(said: string | undefined): number | null {
  if (said === undefined) return null;
  const seconds = /^\d{1,9}$/.test(said.trim()) ? Number(said) : (Date.parse(said) - Date.now()) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : null;
}

function typeOf(header: string): [type: string, charset: string | null] {
  const charset = /;\s*charset\s*=\s*"?([\w:.-]{1,40})/i.exec(header.slice(0, 300))?.[1] ?? null;
  return [header.slice(0, 200).split(';', 1)[0]!.trim().toLowerCase(), charset];
}

function reasonOf(error: unknown): Problem {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return refusal('not-found', sentence`is at a host that is not found (check the name)`);
  if (/CERT|TLS|SSL|ALTNAME/.test(code))
    return refusal('certificate', sentence`has a certificate that does not hold: ${code} (check the address)`);
  if (code.startsWith('HPE_')) return refusal('protocol', sentence`is no proper HTTP: ${code} (check the address)`);
  if (/^(?:Z_|ERR_BROTLI|ERR__)/.test(code)) return refusal('packed', sentence`is packed wrongly or cut off (try again later)`);
  const said = code || (error instanceof Error ? error.message.split('\n')[0]!.slice(0, 120) : 'unknown');
  return refusal('unreachable', sentence`cannot be got: ${said} (try again later)`);
}
