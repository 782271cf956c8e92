import { decodeAny } from '../acquire/decode.js';
import { type Entry, readFeed } from '../acquire/feeds/feed.js';
import { allowsAll, allowsNone, type Robots, readRobots } from '../acquire/feeds/robots.js';
import type { WatchedSource, WatchList } from '../acquire/feeds/source-list.js';
import { type Fetched, type FetchOptions, guardedFetch, type Refused } from '../acquire/fetch/fetch.js';
import { charsetIn } from '../acquire/page/charset.js';
import { type Problem, refusal } from '../acquire/problem.js';
import type { Source } from '../acquire/source.js';
import { storyOf } from '../acquire/stories.js';
import { unpackedFile } from '../acquire/unpack.js';
import { sentence } from '../model/sentence.js';
import type { Store } from '../store/port.js';
import { type IngestSummary, ingest, type Outcome } from './ingest.js';
import { type IntakeState, readState, writeState } from './intake-state.js';
import { readSource } from './read.js';
import { extractorVersion } from './record.js';

export interface WatchOptions {
  /** Where the state is kept. */
  stateFile: string;
  /** Looks at what is due once and ends. */
  once?: boolean;
  allowPrivate?: boolean;
  limit?: number;
  signal?: AbortSignal;
  /** Told of each story that is new or changed or could not be read, and of each list that could not. */
  onOutcome?: (outcome: Pick<Outcome, 'source' | 'state' | 'reason'>) => void;
  /** The clock and the wait, for tests. */
  now?: () => number;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  fetch?: (address: string, options: FetchOptions) => Promise<Fetched | Refused>;
}

/** How the program names itself to servers and to robots.txt. */
const agent = 'rapporteur';
/** The longest that a failing source is left alone. */
const longestPause = 86_400_000;
/** A story that a list still names is asked for again so often, as far as its server says whether it has changed. */
const againAfter = 6 * 3_600_000;
const robotsKept = 86_400_000;
const mostSitemaps = 50;
const feedTypes = /^(?:text\/|application\/(?:[\w.+-]*xml|[\w.+-]*json|gzip|x-gzip|octet-stream)$)/;

/**
 * Follows feeds and sitemaps: asks for what is due, takes new and changed stories into the record, and waits. Goes on where it stopped. Never throws
 * over a source; throws a `StoreError` where the record cannot be written.
 */
export async function watch(store: Store, list: WatchList, options: WatchOptions): Promise<IngestSummary> {
  const round = new Watch(store, list, options, await readState(options.stateFile));
  try {
    for (;;) {
      await round.look();
      if (options.once || round.stopped) return round.summary;
      await round.wait();
    }
  } finally {
    await round.save();
  }
}

class Watch {
  readonly summary: IngestSummary = { new: 0, same: 0, revised: 0, reread: 0, failed: 0 };
  private readonly store: Store;
  private readonly list: WatchList;
  private readonly options: WatchOptions;
  private readonly state: IntakeState;
  private readonly signal: AbortSignal;
  private readonly now: () => number;
  private readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** By host: when it may be asked again, and what its robots.txt says. */
  private readonly free = new Map<string, number>();
  private readonly robots = new Map<string, { robots: Robots; until: number }>();

  constructor(store: Store, list: WatchList, options: WatchOptions, state: IntakeState) {
    this.store = store;
    this.list = list;
    this.options = options;
    this.state = state;
    this.signal = options.signal ?? new AbortController().signal;
    this.now = options.now ?? Date.now;
    this.sleep = options.sleep ?? pause;
  }

  get stopped(): boolean {
    return this.signal.aborted;
  }

  save(): Promise<void> {
    return writeState(this.options.stateFile, this.state);
  }

  /** Looks at every source that is due. */
  async look(): Promise<void> {
    const listed = new Set<string>();
    let all = true;
    for (const source of this.list.sources) {
      if (this.stopped) return;
      if ((this.state.sources[source.url]?.due ?? 0) > this.now()) {
        all = false;
        continue;
      }
      const entries = await this.follow(source);
      if (entries === null) all = false;
      else for (const e of entries) listed.add(e.url);
      await this.save();
    }
    // What no list names any more is not asked for again; the record keeps it.
    if (all) for (const url of Object.keys(this.state.stories)) if (!listed.has(url)) delete this.state.stories[url];
  }

  /** Until the next source is due. */
  async wait(): Promise<void> {
    const due = Math.min(...this.list.sources.map((s) => this.state.sources[s.url]?.due ?? 0));
    await this.sleep(Math.max(1_000, due - this.now()), this.signal);
  }

  /** One source: its list, then its stories. `null` where the list was not got or has not changed. */
  private async follow(source: WatchedSource): Promise<Entry[] | null> {
    const known = this.state.sources[source.url] ?? { etag: null, lastModified: null, due: 0, failures: 0 };
    const got = await this.ask(source.url, { types: feedTypes, etag: known.etag, lastModified: known.lastModified });
    const entries = 'error' in got ? got.error : got.status === 304 ? [] : await this.entriesIn(got, source);
    if ('code' in entries) {
      this.summary.failed++;
      this.tell({ source: source.url, state: 'failed', reason: entries.message });
      await this.store.unread(source.url, entries.message, extractorVersion(), new Date(this.now()).toISOString());
      const failures = known.failures + 1;
      const asked = 'error' in got ? (got.retryAfter ?? 0) * 1_000 : 0;
      const due = this.now() + Math.min(longestPause, Math.max(asked, source.every * 1_000 * 2 ** Math.min(failures, 20)));
      this.state.sources[source.url] = { ...known, failures, due };
      return null;
    }
    const { etag, lastModified } = got as Fetched;
    const wanted = entries.filter((e) => source.match === null || e.url.includes(source.match)).slice(0, source.limit);
    const complete = await this.take(wanted);
    // Marks of a list whose stories were not all got would hide the rest of them.
    const marks = complete ? { etag, lastModified } : { etag: null, lastModified: null };
    this.state.sources[source.url] = { ...marks, failures: 0, due: this.now() + source.every * 1_000 };
    return 'status' in got && got.status === 304 ? null : entries;
  }

  /** What a list names, newest first as far as it says; of an index the newest sitemaps. */
  private async entriesIn(got: Fetched, source: WatchedSource): Promise<Entry[] | Problem> {
    const feed = readList(got);
    if ('code' in feed) return feed;
    const entries = [...feed.entries];
    const sitemaps = newestFirst(feed.sitemaps).slice(0, mostSitemaps);
    for (const { url } of sitemaps) {
      if (entries.length >= source.limit || this.stopped) break;
      const inner = await this.ask(url, { types: feedTypes });
      const more = 'error' in inner ? inner.error : readList(inner);
      if ('code' in more) this.tell({ source: url, state: 'failed', reason: more.message });
      else entries.push(...more.entries);
    }
    return sitemaps.length > 0 || entries.length > source.limit ? newestFirst(entries) : entries;
  }

  /** Gets stories that are new or may have changed and reads them into the record. False where it was stopped on the way. */
  private async take(entries: readonly Entry[]): Promise<boolean> {
    for (const entry of entries) {
      if (this.stopped) return false;
      const known = this.state.stories[entry.url];
      const changed = known === undefined || known.changed !== entry.changed;
      const old =
        known !== undefined &&
        this.now() - known.at > againAfter * 2 ** Math.min(known.failures, 5) &&
        (known.etag !== null || known.lastModified !== null || known.failures > 0);
      if (!changed && !old) continue;
      const got = await this.ask(entry.url, known ? { etag: known.etag, lastModified: known.lastModified } : {});
      if (this.stopped) return false;
      const failed = 'error' in got;
      const marks = failed
        ? { etag: known?.etag ?? null, lastModified: known?.lastModified ?? null }
        : { etag: got.etag, lastModified: got.lastModified };
      this.state.stories[entry.url] = {
        ...marks,
        changed: entry.changed,
        at: this.now(),
        failures: failed ? (known?.failures ?? 0) + 1 : 0,
      };
      if (!failed && got.status === 304) continue;
      await this.read(failed ? { source: entry.url, error: got.error } : storyFrom(entry, got));
    }
    return true;
  }

  private async read(story: Source): Promise<void> {
    const one = async function* (): AsyncGenerator<Source> {
      yield story;
    };
    const sum = await ingest(this.store, one(), {
      extractor: extractorVersion(),
      now: () => new Date(this.now()).toISOString(),
      read: (source) => readSource(source),
      onProgress: (outcome) => this.tell(outcome),
    });
    for (const key of Object.keys(sum) as (keyof IngestSummary)[]) this.summary[key] += sum[key];
  }

  private tell(outcome: Pick<Outcome, 'source' | 'state' | 'reason'>): void {
    this.options.onOutcome?.(outcome);
  }

  /** Asks a server, as far as its robots.txt allows it and not before its host may be asked again. */
  private async ask(address: string, options: FetchOptions): Promise<Fetched | Refused> {
    const { origin, host } = new URL(address);
    const robots = await this.robotsOf(origin, host);
    if (!robots.allows(address))
      return { error: refusal('robots', sentence`is not for programs, says its site's robots.txt (leave it out)`), retryAfter: null };
    return this.fetch(address, host, robots.delay, options);
  }

  private async robotsOf(origin: string, host: string): Promise<Robots> {
    const kept = this.robots.get(origin);
    if (kept && kept.until > this.now()) return kept.robots;
    const got = await this.fetch(`${origin}/robots.txt`, host, null, { types: /./, limit: 600_000 });
    const gone = 'error' in got && got.error.code === 'status' && /\b4\d\d\b/.test(got.error.message) && !/\b429\b/.test(got.error.message);
    const robots = 'error' in got ? (gone ? allowsAll : allowsNone) : readRobots(new TextDecoder().decode(got.bytes), agent);
    this.robots.set(origin, { robots, until: this.now() + ('error' in got && !gone ? 600_000 : robotsKept) });
    return robots;
  }

  private async fetch(address: string, host: string, delay: number | null, options: FetchOptions): Promise<Fetched | Refused> {
    const from = this.free.get(host) ?? 0;
    if (from > this.now()) await this.sleep(from - this.now(), this.signal);
    const { allowPrivate, limit } = this.options;
    const settings = {
      agent,
      signal: this.signal,
      ...(allowPrivate ? { allowPrivate } : {}),
      ...(limit === undefined ? {} : { limit }),
      ...options,
    };
    const got = await (this.options.fetch ?? guardedFetch)(address, settings);
    const asked = 'error' in got ? (got.retryAfter ?? 0) : 0;
    this.free.set(host, this.now() + Math.max(this.list.delay, delay ?? 0, Math.min(asked, 120)) * 1_000);
    return got;
  }
}

/** A list as its server gave it. */
function readList(got: Fetched): ReturnType<typeof readFeed> {
  const bytes = unpackedFile(got.bytes, 50_000_000);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const charset = got.charset ?? charsetIn(bytes);
  const { text, problem } = decodeAny(bytes, charset === null ? {} : { charset });
  return problem?.fatal ? problem : readFeed(text, got.url);
}

/** A page with what its list says of it, where the page itself says nothing. */
function storyFrom(entry: Entry, got: Fetched): Source {
  const story = storyOf({ source: entry.url, bytes: got.bytes, ...(got.charset ? { charset: got.charset } : {}) }, { address: got.url });
  if ('error' in story) return story;
  const told = {
    ...(entry.title === null ? {} : { title: entry.title }),
    ...(entry.published === null ? {} : { published: entry.published.date }),
    ...(entry.publisher === null ? {} : { agency: entry.publisher }),
    url: entry.url,
    ...story.told,
  };
  return { ...story, told };
}

const newestFirst = <T extends { changed: string | null }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => timeOf(b.changed) - timeOf(a.changed));

function timeOf(said: string | null): number {
  const at = said === null ? Number.NaN : Date.parse(said);
  return Number.isNaN(at) ? 0 : at;
}

/** Waits; ends at once when the signal says so. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, Math.min(ms, 2_000_000_000));
    signal.addEventListener('abort', end, { once: true });
  });
}
