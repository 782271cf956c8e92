import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { published, type SmallStory, story } from '../../test/told.js';
import { refusal, warning } from '../acquire/problem.js';
import type { Source } from '../acquire/source.js';
import { maxAttempts, type Store } from '../store/port.js';
import { openSqlite } from '../store/sqlite/open.js';
import { StoreError } from '../store/store-error.js';
import { foldText } from '../text/fold.js';
import { type IngestOptions, type IngestSummary, ingest, type Outcome } from './ingest.js';
import { articleId, type Document } from './read.js';

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:', { fold: foldText });
});
afterEach(() => store.close());

const now = (): string => '2026-01-02T03:04:05.000Z';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const small = (source: string, words = source): SmallStory =>
  story(source, [{ type: 'agreement', quote: `${words}协定`, name: words }], published('2020-01-01'));
const sourceOf = ({ article, text }: SmallStory): Source => ({ source: article.source, bytes: bytes(text) });

/** A reader that knows these stories, fails on texts with `坏`, notices something in texts with `截`. */
function reader(stories: readonly SmallStory[]): (source: Source) => Document {
  const known = new Map(stories.map((s) => [s.article.id, s]));
  return (source) => {
    if ('error' in source) return { source: source.source, text: null, reading: null, problem: source.error };
    const text = new TextDecoder().decode(source.bytes);
    if (text.includes('坏')) return { source: source.source, text: null, reading: null, problem: refusal('fault', 'is broken (mend it)') };
    const { text: _, ...reading } = known.get(articleId(source.bytes)) ?? small(source.source, text);
    const article = { ...reading.article, id: articleId(source.bytes), source: source.source };
    return {
      source: source.source,
      text,
      reading: { ...reading, article },
      problem: text.includes('截') ? warning('truncated', 'is cut') : null,
    };
  };
}

async function* each(sources: readonly Source[]): AsyncGenerator<Source> {
  yield* sources;
}

async function run(
  sources: readonly Source[],
  options: Partial<IngestOptions> = {},
): Promise<{ summary: IngestSummary; outcomes: Outcome[] }> {
  const outcomes: Outcome[] = [];
  const summary = await ingest(store, each(sources), {
    extractor: '1',
    now,
    read: reader([]),
    onProgress: (o) => outcomes.push(o),
    ...options,
  });
  return { summary, outcomes };
}
const states = ({ outcomes }: { outcomes: Outcome[] }): string[] => outcomes.map((o) => `${o.source} ${o.state}`);
const plain = (source: string, text = source): Source => ({ source, bytes: bytes(text) });

async function linesOf(): Promise<string> {
  const lines: string[] = [];
  for await (const line of store.export()) lines.push(line);
  return lines.join('\n');
}

describe('reading documents into a record', () => {
  it('gives every document an outcome, in the order of the input', async () => {
    const stories = Array.from({ length: 80 }, (_, i) => small(`s${i}`));
    const { summary, outcomes } = await run(stories.map(sourceOf), { read: reader(stories) });
    expect(outcomes.map((o) => o.source)).toEqual(stories.map((s) => s.article.source));
    expect(outcomes[3]).toEqual({ source: 's3', id: stories[3]!.article.id, state: 'new', reason: null, statements: 1, findings: 0 });
    expect(summary).toEqual({ new: 80, same: 0, revised: 0, reread: 0, failed: 0 });
    expect((await store.counts()).articles).toBe(80);
  });
  it('SPEC R-50: reads nothing twice', async () => {
    await run([plain('a'), plain('b')]);
    const before = await linesOf();
    const again = await run([plain('b'), plain('a')], {
      read: () => {
        throw new Error('was read again');
      },
    });
    expect(again.summary).toEqual({ new: 0, same: 2, revised: 0, reread: 0, failed: 0 });
    expect(await linesOf()).toBe(before);
  });
  it('SPEC R-2: one bad document stops no other', async () => {
    const vanished: Source = { source: 'gone', error: refusal('not-found', 'is not there (look for it)') };
    const result = await run([plain('a'), plain('bad', '坏'), vanished, plain('b'), plain('cut', '截断')]);
    expect(states(result)).toEqual(['a new', 'bad failed', 'gone failed', 'b new', 'cut new']);
    expect(result.outcomes.map((o) => o.reason)).toEqual([null, 'is broken (mend it)', 'is not there (look for it)', null, 'is cut']);
    expect((await store.ledger(['failed'], { limit: 9 })).map((r) => [r.source, r.reason])).toEqual([
      ['bad', 'is broken (mend it)'],
      ['gone', 'is not there (look for it)'],
    ]);
    expect((await store.ledger(['done'], { limit: 9 })).map((r) => r.reason)).toEqual([null, null, 'is cut']);
  });
  it('tells a document that cannot be stored from one that can', async () => {
    const result = await run([plain('a'), plain('nul', '一\0二'), plain('b')]);
    expect(states(result)).toEqual(['a new', 'nul failed', 'b new']);
    expect(result.outcomes[1]?.reason).toMatch(/^could not be stored: .*NUL/);
    expect((await store.counts()).documents).toMatchObject({ done: 2, failed: 1 });
  });
  it('the same bytes under two names are one article', async () => {
    const result = await run([plain('a', '同文'), plain('b', '同文')]);
    expect(states(result)).toEqual(['a new', 'b same']);
    expect((await store.counts()).articles).toBe(1);
    expect(states(await run([plain('b', '同文'), plain('c', '同文')]))).toEqual(['b same', 'c same']);
    const id = articleId(bytes('同文'));
    expect(await store.sources(id)).toEqual(['a', 'b', 'c']);
  });
  it('SPEC R-53: other bytes under a known name are a revision, within one batch too', async () => {
    expect(states(await run([plain('a', '旧'), plain('a', '新')]))).toEqual(['a new', 'a revised']);
    expect(states(await run([plain('a', '旧'), plain('a', '新')]))).toEqual(['a revised', 'a revised']);
    expect((await store.revisions('a')).map((r) => r.current)).toEqual([false, true]);
    expect((await store.article(articleId(bytes('新'))))?.current).toBe(true);
  });
  it('a broken new version leaves the old one as it was', async () => {
    await run([plain('a', '旧')]);
    expect(states(await run([plain('a', '坏')]))).toEqual(['a failed']);
    expect((await store.article(articleId(bytes('旧'))))?.current).toBe(true);
  });
  it('another version of the extractor reads again', async () => {
    await run([plain('a')]);
    expect(states(await run([plain('a')], { extractor: '2' }))).toEqual(['a reread']);
    expect(states(await run([plain('a')], { extractor: '2' }))).toEqual(['a same']);
  });
  it('what fails time and again is set aside, and tried again by another version', async () => {
    let reads = 0;
    const counting = (source: Source): Document => {
      reads++;
      return reader([])(source);
    };
    for (let i = 0; i < maxAttempts + 2; i++) await run([plain('bad', '坏')], { read: counting });
    expect(reads).toBe(maxAttempts);
    const { outcomes } = await run([plain('bad', '坏')]);
    expect(outcomes[0]?.reason).toBe(`is broken (mend it) (set aside after ${maxAttempts} attempts)`);
    await run([plain('bad', '坏')], { read: counting, extractor: '2' });
    expect(reads).toBe(maxAttempts + 1);
  });
  it('a document that stops the program is read alone, then left alone; the others of its batch are read', async () => {
    class Died extends Error {}
    const all = ['a', 'b', 'deadly', 'c'].map((s) => plain(s));
    const dying = (source: Source): Document => {
      if (source.source === 'deadly') throw new Died();
      return reader([])(source);
    };
    let result: { outcomes: Outcome[] } | undefined;
    let runs = 0;
    for (; !result && runs < 20; runs++) {
      result = await run(all, { read: dying }).catch((e) => {
        if (!(e instanceof Died)) throw e;
        return undefined;
      });
      if (runs === 1) expect((await store.counts()).articles).toBe(2);
    }
    expect(runs).toBe(maxAttempts + 2); // of the first run nobody knows which document stopped it
    expect(states(result!)).toEqual(['a same', 'b same', 'deadly failed', 'c new']);
    expect(result!.outcomes[2]?.reason).toBe('stopped the program each time it was read');
    expect((await store.counts()).documents).toEqual({ pending: 0, done: 3, failed: 0, quarantined: 1 });
  });
  it('runs that are stopped count against no document that was waiting', async () => {
    const all = ['a', 'b', 'c'].map((s) => plain(s));
    const stopped = (): never => {
      throw new Error('stopped');
    };
    for (let i = 0; i < maxAttempts + 2; i++) {
      await store.begin(
        all.map((s, n) => ({ id: articleId(bytes(['a', 'b', 'c'][n]!)), source: s.source })),
        '1',
        now(),
      );
    }
    await expect(run([...all, plain('d')], { readDoubtful: stopped })).rejects.toThrow('stopped');
    expect((await run([...all, plain('d')])).summary).toMatchObject({ new: 4 });
  });
  it('reads where the program is safe what failed before or did not come back, and only that', async () => {
    const seen: string[] = [];
    const safely = (source: Source): Document => {
      seen.push(source.source);
      return reader([])(source);
    };
    await run([plain('bad', '坏')]);
    await store.begin([{ id: articleId(bytes('a')), source: 'a' }], '1', now());
    await run([plain('a'), plain('b'), plain('bad', '坏')], { readDoubtful: safely });
    expect(seen).toEqual(['a', 'bad']);
  });
  it('stops with the error of the record where the record cannot be written', async () => {
    const full = new StoreError('full', 'There is no room left for x.db: free space.');
    const broken: Store = { ...store, put: () => Promise.reject(full) };
    await expect(ingest(broken, each([plain('a')]), { extractor: '1', now, read: reader([]) })).rejects.toBe(full);
  });
  it('needs nothing to read', async () => {
    expect((await run([])).summary).toEqual({ new: 0, same: 0, revised: 0, reread: 0, failed: 0 });
  });
  it('reads real documents from bytes on its own', async () => {
    const outcomes: Outcome[] = [];
    await ingest(store, each([plain('空', ''), plain('文', '越南总理会见俄罗斯外长。')]), {
      extractor: '1',
      now,
      onProgress: (o) => outcomes.push(o),
    });
    expect(outcomes.map((o) => [o.state, o.reason === null])).toEqual([
      ['failed', false],
      ['new', true],
    ]);
  });
});
