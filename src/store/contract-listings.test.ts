import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, many, put, three } from '../../test/store/contract-stories.js';
import { engines, withStore } from '../../test/store/engines.js';
import { published, story } from '../../test/told.js';
import { pairSubject } from '../record/subjects.js';
import type { Part, Store, ToldFilter } from './port.js';

const seed = { seed: 20201111 };
const pair = pairSubject('VN', 'RU');

describe.each(engines)('long lists of a store on $name', (engine) => {
  let store: Store;
  withStore(engine, (opened) => {
    store = opened;
  });

  /** Every part after the other. */
  async function joined<T>(limit: number, part: (after: string | undefined) => Promise<Part<T>>): Promise<T[]> {
    const rows: T[] = [];
    for (let after: string | undefined; ; ) {
      const { rows: more, next } = await part(after);
      expect(more.length).toBeLessThanOrEqual(limit);
      rows.push(...more);
      if (next === null) return rows;
      after = next;
    }
  }

  const day = fc.constantFrom('2020-01-01', '2020-01-02', '2020-03', '2021', null);
  const statement = fc
    .record({
      date: day,
      modality: fc.constantFrom('actual' as const, 'planned' as const),
      countries: fc.constantFrom(['VN', 'RU'], ['VN', 'CN'], many),
    })
    .map(({ date, ...more }) => ({ type: 'event' as const, quote: '会谈', date, ...more }));
  const stories = fc
    .array(fc.tuple(day, fc.array(statement, { maxLength: 4 })), { maxLength: 12 })
    .map((list) =>
      list.map(([date, said], i) =>
        story(`s${i}.txt`, [...said, { type: 'position', quote: `第${i}篇` }], date === null ? {} : published(date)),
      ),
    );

  it('parts of any size joined are the whole, in one order', async () => {
    await fc.assert(
      fc.asyncProperty(stories, fc.integer({ min: 1, max: 5 }), async (given, limit) => {
        for (const { id } of await store.articles({ superseded: true }, all)) await store.remove(id);
        await put(store, given);
        const filters: ToldFilter[] = [
          {},
          { pair },
          { pair, modality: ['actual'] },
          { modality: ['planned'] },
          { since: '2020-01-02', pair },
          { toldUntil: '2020-06-01' },
        ];
        for (const filter of filters) {
          const whole = await store.toldWhere(filter, all);
          expect(await joined(limit, (after) => store.toldWhere(filter, { limit, after }))).toEqual(whole.rows);
          if (whole.total !== null) expect(whole.total).toBe(whole.rows.length);
          const claims = await store.claimsWhere(pair, 'event', filter, { ...all });
          expect(await joined(limit, (after) => store.claimsWhere(pair, 'event', filter, { limit, after }))).toEqual(claims.rows);
          if (claims.total !== null) expect(claims.total).toBe(claims.rows.length);
        }
        const listed = await store.stories({}, all);
        expect(await joined(limit, (after) => store.stories({}, { limit, after }))).toEqual(listed.rows);
        expect([listed.total, listed.rows.length]).toEqual([given.length, given.length]);
        expect((await store.claimsWhere(pair, 'event', {}, all)).rows).toEqual(
          await store.claims(pair, 'event', { ...all, newestFirst: true }),
        );
      }),
      { ...seed, numRuns: engine.runs(15) },
    );
  });

  it('have what the filter says, and nothing else', async () => {
    await put(store, three);
    const quotes = async (filter: ToldFilter): Promise<string[]> => (await store.toldWhere(filter, all)).rows.map((t) => t.statement.quote);
    expect((await quotes({ pair, types: ['figure'] })).sort()).toEqual(['贸易额一百亿', '贸易额约百亿']);
    expect(await quotes({ pair, modality: ['planned'] })).toEqual(['将访问俄罗斯']);
    expect(await quotes({ pair, kind: 'visit' })).toEqual(['将访问俄罗斯']);
    expect(await quotes({ pair, types: ['event'], since: '2020-01-01', until: '2020-12-31' })).toEqual(['越南与俄罗斯会谈']);
    expect(await quotes({ toldUntil: '2020-12-31', types: ['event'] })).toEqual(['越南与俄罗斯会谈']);
    expect(await quotes({ source: 'c.txt' })).toEqual(['白俄罗斯支持']);
    expect(await quotes({ people: [{ kind: 'person', name: '甲', countries: ['VN'] }] })).toEqual(['越南总理甲']);
    expect(await quotes({ people: [], pair })).toEqual([]);
    expect(await quotes({ types: [] })).toEqual([]);
    const sources = async (filter: Parameters<Store['stories']>[0]): Promise<string[]> =>
      (await store.stories(filter, all)).rows.map((a) => a.source);
    expect(await sources({})).toEqual(['b.txt', 'a.txt', 'c.txt']);
    expect(await sources({ subject: pair, until: '2020-12-31' })).toEqual(['a.txt']);
    expect(await sources({ source: 'c.txt' })).toEqual(['c.txt']);
    expect(await sources({ since: '2020-01-01' })).toEqual(['b.txt', 'a.txt']);
  });

  it('findings of a pair are those in the words of its statements', async () => {
    const [talks, , plain] = three;
    await put(store, three);
    const about = (article: string, start: number, end: number) => ({
      ...{ rule: 'r', severity: 'note' as const, message: 'm', suggestion: null },
      evidence: [{ article, start, end, quote: '一' }],
    });
    const { start, end } = talks!.statements[0]!;
    await store.replaceFindings('other', [
      about(talks!.article.id, start, end),
      about(talks!.article.id, 9000, 9001),
      about(plain!.article.id, 0, 9),
    ]);
    const found = await store.findings({ pair }, all);
    expect(found.map((row) => row.finding.evidence[0]!.start)).toEqual([start]);
  });

  it('coverage counts current stories', async () => {
    await put(store, [...three, story('d.txt', [], { agency: 'VNA', language: 'zh' })]);
    expect(await store.coverage()).toMatchObject({ first: '2020-11-11', last: '2021-01-01' });
    const { agencies } = await store.coverage();
    expect(agencies.reduce((sum, a) => sum + a.articles, 0)).toBe(4);
    expect(agencies).toContainEqual({ name: 'VNA', articles: 1 });
  });

  it('watches are kept once, the oldest first, until they are forgotten', async () => {
    const one = { id: 'a', at: '2026-01-02T00:00:00Z', json: '{"n":1}' };
    const two = { id: 'b', at: '2026-01-01T00:00:00Z', json: '{}' };
    for (const kept of [one, two, { ...one, json: '{"n":2}' }]) await store.keepWatch(kept);
    expect(await store.watches()).toEqual([two, one]);
    expect([await store.watch('a'), await store.watch('x')]).toEqual([one, null]);
    expect([await store.forgetWatch('a'), await store.forgetWatch('a')]).toEqual([true, false]);
    expect(await store.watches()).toEqual([two]);
  });

  it('proposals are kept story by story, replaced model by model, and go with their story', async () => {
    const [a, b, c] = three.map(({ article }) => article.id);
    const [said, more] = three[0]!.statements;
    await put(store, three);
    expect((await store.unasked('m', null, 2)).length).toBe(2);
    await store.keepProposals(a!, 'm', [said!, more!], '2026-01-01T00:00:00Z');
    await store.keepProposals(b!, 'm', [], '2026-01-01T00:00:00Z');
    await store.keepProposals(a!, 'n', [more!], '2026-01-02T00:00:00Z');
    expect(await store.unasked('m', null, 10)).toEqual([c]);
    const rows = await joined(1, (after) => store.proposals({ limit: 1, after }));
    expect(rows.map(({ article, model, statement: s }) => [article, model, s.id])).toEqual([
      [a, 'm', said!.id],
      [a, 'm', more!.id],
      [a, 'n', more!.id],
    ]);
    expect(await store.proposal(a!, said!.id)).toEqual(rows[0]);
    expect(await store.proposal(b!, said!.id)).toBeNull();
    await store.keepProposals(a!, 'm', [more!], '2026-01-03T00:00:00Z');
    expect((await store.proposals({ limit: 10 })).rows.map(({ model, at }) => [model, at])).toEqual([
      ['n', '2026-01-02T00:00:00Z'],
      ['m', '2026-01-03T00:00:00Z'],
    ]);
    await store.remove(a!);
    expect(await store.proposals({ limit: 10 })).toEqual({ rows: [], total: null, next: null });
  });

  it('imports are kept, the newest first', async () => {
    const one = { id: 'a', at: '2026-01-01T00:00:00Z', json: '{"n":1}' };
    const two = { id: 'b', at: '2026-01-02T00:00:00Z', json: '{}' };
    for (const kept of [one, two, { ...one, json: '{"n":2}' }]) await store.keepImport(kept);
    expect(await store.imports(all)).toEqual([two, { ...one, json: '{"n":2}' }]);
    expect([await store.import('a'), await store.import('x')]).toEqual([{ ...one, json: '{"n":2}' }, null]);
  });
});
