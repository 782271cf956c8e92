import { parseDocument } from 'yaml';
import { type Problem, refusal } from '../problem.js';

/** One feed or sitemap that is followed. */
export interface WatchedSource {
  url: string;
  /** Seconds between looks. */
  every: number;
  /** Only stories whose address holds this. */
  match: string | null;
  /** Stories that are taken at one look. */
  limit: number;
}

/** What is followed, and how politely. */
export interface WatchList {
  sources: WatchedSource[];
  /** Seconds between requests to one host. */
  delay: number;
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const keys = new Set(['url', 'every', 'match', 'limit']);
const tops = new Set(['every', 'delay', 'sources']);

/**
 * Reads a list of sources in YAML: `sources`, each an address or a map of `url`, `every`, `match`, `limit`; on top `every` (15m where absent) and
 * `delay` (5s). Durations are `30s`, `15m`, `6h`, `1d`.
 */
export function readWatchList(text: string): WatchList | Problem {
  const document = parseDocument(text, { uniqueKeys: true });
  const fault = document.errors[0];
  if (fault) return bad(`line ${fault.linePos?.[0].line ?? 1}: ${fault.message.split('\n')[0]!.replace(/ at line.*$/, '')}`);
  let top: unknown;
  try {
    top = document.toJS({ maxAliasCount: 50 });
  } catch {
    return bad('it refers to itself too often');
  }
  if (typeof top !== 'object' || top === null || !Array.isArray((top as { sources?: unknown }).sources))
    return bad('it has no list of sources');
  const { sources, every, delay } = top as { sources: unknown[]; every?: unknown; delay?: unknown };
  const odd = Object.keys(top).find((key) => !tops.has(key));
  if (odd !== undefined) return bad(`${odd} is no setting (there are every, delay, sources)`);
  const usual = every === undefined ? 900 : seconds(every);
  const pause = delay === undefined ? 5 : seconds(delay);
  if (usual === null || pause === null) return bad('a duration is written 30s, 15m, 6h or 1d');
  const out: WatchedSource[] = [];
  for (const [i, said] of sources.entries()) {
    const one = sourceOf(said, usual);
    if (typeof one === 'string') return bad(`source ${i + 1}: ${one}`);
    if (out.some((other) => other.url === one.url)) return bad(`source ${i + 1}: ${one.url} is there twice`);
    out.push(one);
  }
  return out.length === 0 ? bad('its list of sources is empty') : { sources: out, delay: pause };
}

function sourceOf(said: unknown, usual: number): WatchedSource | string {
  const map = (typeof said === 'string' ? { url: said } : said) as Record<string, unknown> | null;
  if (typeof map !== 'object' || map === null || typeof map.url !== 'string') return 'it has no url';
  const odd = Object.keys(map).find((key) => !keys.has(key));
  if (odd !== undefined) return `${odd} is no setting (there are url, every, match, limit)`;
  if (!URL.canParse(map.url) || !/^https?:/i.test(map.url)) return `${map.url} is no address of http or https`;
  const every = map.every === undefined ? usual : seconds(map.every);
  if (every === null) return 'a duration is written 30s, 15m, 6h or 1d';
  const limit = map.limit ?? 100;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 10_000)
    return 'limit is a whole number from 1 to 10000';
  if (map.match !== undefined && typeof map.match !== 'string') return 'match is a piece of an address';
  return { url: new URL(map.url).href, every, match: map.match ?? null, limit };
}

function seconds(said: unknown): number | null {
  const parts = /^(?<n>\d{1,6})\s?(?<unit>[smhd])$/.exec(String(said))?.groups;
  const value = parts ? Number(parts.n) * units[parts.unit!]! : 0;
  return value > 0 ? value : null;
}

const bad = (why: string): Problem => refusal('sources', `cannot be used: ${why} (see rapporteur watch --help)`);
