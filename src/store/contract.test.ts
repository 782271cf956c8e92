import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  all,
  at,
  faultsOf,
  finding,
  finished,
  linesOf,
  many,
  plain,
  put,
  summit,
  talks,
  three,
} from '../../test/store/contract-stories.js';
import { engines, withStore } from '../../test/store/engines.js';
import { published, story } from '../../test/told.js';
import type { StatementType } from '../model/statement.js';
import { claimKey } from '../record/claims.js';
import { pairOf, pairRecord, pairSections } from '../record/pair.js';
import { pairSubject } from '../record/subjects.js';
import { viewOf } from '../record/view.js';
import { foldText } from '../text/fold.js';
import { maxAttempts, type Store } from './port.js';
import { phrasesOf } from './search-tokens.js';

const seed = { seed: 20201111 };
const later = '2026-02-03T04:05:06.000Z';

describe.each(engines)('a store on $name', (engine) => {
  let store: Store;
  const { reopen, another } = withStore(engine, (opened) => {
    store = opened;
  });

  describe('articles', () => {
    it('come back as they were put, after closing too', async () => {
      expect(await put(store, three)).toEqual(['new', 'new', 'new']);
      await reopen();
      for (const { article, text, statements, findings } of three)
        expect(await store.article(article.id)).toEqual({
          article,
          text,
          statements,
          standing: statements,
          findings,
          current: true,
          extractor: '1',
        });
      expect(await store.article('sha256:0')).toBeNull();
      expect(await store.texts([plain.article.id, 'sha256:0'])).toEqual(new Map([[plain.article.id, plain.text]]));
    });
    it('keep texts of every kind', async () => {
      const odd = story('odd', [{ type: 'position', quote: '𠀀\u0001 👩‍👩‍👧 ⾏ \r\n“\'"' }], { before: '\ud83d\ude00'.repeat(3) });
      await put(store, [odd]);
      expect((await store.article(odd.article.id))?.text).toBe(odd.text);
      expect(await faultsOf(store)).toEqual([]);
    });
    it('with a NUL are refused, because not every engine can keep it', async () => {
      await expect(put(store, [talks, story('nul', [{ type: 'position', quote: '一\0二' }])])).rejects.toThrow(RangeError);
      expect((await store.counts()).articles).toBe(0);
    });
    it('are listed by publication, unknown last', async () => {
      await put(store, three);
      expect((await store.articles({}, all)).map((a) => a.source)).toEqual(['a.txt', 'b.txt', 'c.txt']);
      expect((await store.articles({}, { limit: 1, offset: 1 })).map((a) => a.source)).toEqual(['b.txt']);
      expect((await store.articles({ subject: pairSubject('VN', 'RU') }, all)).map((a) => a.source)).toEqual(['a.txt', 'b.txt']);
      expect((await store.articles({ ids: [plain.article.id] }, all)).map((a) => a.source)).toEqual(['c.txt']);
      expect(await store.articles({ ids: [] }, all)).toEqual([]);
    });
    it('are read whole, a few at a time', async () => {
      const stories = Array.from({ length: 70 }, (_, i) =>
        story(`s${i}`, [{ type: 'position', quote: `第${i}次支持` }], published(`20${10 + i}`)),
      );
      await put(store, stories);
      const seen: string[] = [];
      for await (const one of store.readings({})) {
        seen.push(one.article.source);
        expect(one.statements).toHaveLength(1);
      }
      expect(seen).toEqual(stories.map((s) => s.article.source));
    });
  });

  describe('SPEC R-50: the same input', () => {
    it('put twice changes nothing', async () => {
      await put(store, three);
      const before = await linesOf(store);
      expect(await put(store, three)).toEqual(['same', 'same', 'same']);
      expect(await put(store, [talks, talks])).toEqual(['same', 'same']);
      expect(await linesOf(store)).toBe(before);
      expect(await faultsOf(store)).toEqual([]);
    });
    it('within one transaction is one article', async () => {
      expect(await put(store, [talks, talks])).toEqual(['new', 'same']);
      expect((await store.counts()).articles).toBe(1);
    });
    it('under two names is one article with two sources, the first by name', async () => {
      const copy = { ...talks, article: { ...talks.article, source: 'A copy' } };
      await put(store, [talks, copy]);
      expect(await store.sources(talks.article.id)).toEqual(['A copy', 'a.txt']);
      expect((await store.article(talks.article.id))?.article.source).toBe('A copy');
      const before = await linesOf(store);
      await store.remove(talks.article.id);
      await put(store, [copy, talks]);
      expect(await linesOf(store)).toBe(before);
    });
  });

  const said = fc.oneof(
    fc.record({
      type: fc.constant('event' as const),
      quote: fc.constantFrom('会谈', '访问', '签字'),
      date: fc.constantFrom('2020', '2021-05', null),
    }),
    fc.record({
      type: fc.constant('agreement' as const),
      quote: fc.constantFrom('协定', '议定书'),
      name: fc.constantFrom('甲', '乙'),
      parties: fc.constantFrom(['RU', 'VN'], ['VN', 'RU'], ['BY', 'VN'], many),
    }),
    fc.record({ type: fc.constant('office' as const), quote: fc.constantFrom('总理', '外长'), person: fc.constantFrom('丙', '丁') }),
  );
  const stories = fc
    .array(fc.record({ said: fc.array(said, { maxLength: 4 }), date: fc.constantFrom('2020', '2021-05-01', null) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((list) => list.map((s, i) => story(`s${i}`, s.said, { before: `第${i}`, title: `题${i}`, ...(s.date ? published(s.date) : {}) })));

  it('SPEC R-50: gives the same export, byte for byte, in any order and any batches, and after taking out and putting back', async () => {
    await fc.assert(
      fc.asyncProperty(stories, fc.infiniteStream(fc.nat()), async (list, random) => {
        const next = (below: number): number => random.next().value % below;
        const shuffled = list.map((s) => ({ s, k: next(1000) })).sort((a, b) => a.k - b.k);
        const [one, other] = [await engine.place(), await engine.place()];
        const [a, b] = [await one.open(), await other.open()];
        await put(a, list);
        for (const { s } of shuffled) await put(b, [s, list[next(list.length)]!]);
        const victim = list[next(list.length)]!;
        await b.remove(victim.article.id);
        await put(b, [victim]);
        expect(await linesOf(b)).toBe(await linesOf(a));
        expect(await faultsOf(b)).toEqual([]);
        await b.refile();
        expect(await linesOf(b)).toBe(await linesOf(a));
        for (const s of list) await b.remove(s.article.id);
        expect(await linesOf(b)).toBe('');
        expect((await b.counts()).statements.event).toBe(0);
        await a.close();
        await b.close();
        await one.clear();
        await other.clear();
      }),
      { ...seed, numRuns: engine.runs(25) },
    );
  });

  describe('SPEC R-53: revisions', () => {
    const first = story('x', [{ type: 'agreement', quote: '旧文', name: '旧' }]);
    const second = story('x', [{ type: 'agreement', quote: '新文', name: '新' }]);
    const names = async (): Promise<string[]> => (await store.subjects('agreement', all)).map((r) => r.subject.name);

    it('other bytes under the same source supersede the old ones, which stay readable', async () => {
      await put(store, [first]);
      expect(await put(store, [second])).toEqual(['revised']);
      expect(await store.revisions('x')).toEqual([
        { id: first.article.id, current: false },
        { id: second.article.id, current: true },
      ]);
      const old = await store.article(first.article.id);
      expect(old?.current).toBe(false);
      expect(old?.statements).toEqual(first.statements);
    });
    it('only what is current feeds subjects, claims, search and counts', async () => {
      await put(store, [first, second]);
      expect(await names()).toEqual(['新']);
      expect((await store.search(phrasesOf('旧文', foldText), all)).total).toBe(0);
      expect((await store.search(phrasesOf('新文', foldText), all)).total).toBe(1);
      const counts = await store.counts();
      expect([counts.articles, counts.superseded, counts.statements.agreement, counts.claims.agreement]).toEqual([1, 1, 1, 1]);
      const key = claimKey(first.statements[0]!, first.article);
      expect(await store.claim(key)).toBeNull();
      expect(await faultsOf(store)).toEqual([]);
    });
    it('what comes back is current again', async () => {
      await put(store, [first, second]);
      expect(await put(store, [first])).toEqual(['revised']);
      expect(await names()).toEqual(['旧']);
      expect((await store.revisions('x')).map((r) => r.id)).toEqual([second.article.id, first.article.id]);
    });
    it('bytes that another source still holds stay current', async () => {
      await put(store, [first, { ...first, article: { ...first.article, source: 'y' } }, second]);
      expect((await store.article(first.article.id))?.current).toBe(true);
      expect(await names()).toEqual(['新', '旧']);
    });
    it('taking out the newest gives the one before it back', async () => {
      await put(store, [first, second]);
      expect(await store.remove(second.article.id)).toBe(true);
      expect(await store.remove(second.article.id)).toBe(false);
      expect(await names()).toEqual(['旧']);
      expect((await store.documents([second.article.id])).size).toBe(0);
      expect(await faultsOf(store)).toEqual([]);
    });
    it('another version of the extractor replaces what the article says', async () => {
      await put(store, [first]);
      const better = { ...first, statements: second.statements, findings: [finding(first.article.id, 'figures/x')] };
      expect(await put(store, [better], '2')).toEqual(['reread']);
      expect(await names()).toEqual(['新']);
      expect(await store.article(first.article.id)).toMatchObject({ extractor: '2', findings: better.findings });
      expect(await faultsOf(store)).toEqual([]);
    });
  });

  describe('SPEC R-52: the ledger', () => {
    const one = { id: 'sha256:1', source: 'one' };
    const row = async (id = one.id) => (await store.documents([id])).get(id);

    it('has one row per document: state, reason, attempts', async () => {
      await store.begin([one, one], '1', at);
      expect(await row()).toEqual({ ...one, state: 'pending', reason: null, attempts: 1, extractor: '1', firstAt: at, lastAt: at });
      await store.fail({ ...one, reason: 'is empty' }, '1', later);
      expect(await row()).toEqual({ ...one, state: 'failed', reason: 'is empty', attempts: 1, extractor: '1', firstAt: at, lastAt: later });
      expect((await store.counts()).documents).toEqual({ pending: 0, done: 0, failed: 1, quarantined: 0 });
    });
    it('quarantines what fails too often, and starts again with another extractor', async () => {
      for (let i = 1; i <= maxAttempts; i++) {
        await store.begin([one], '1', at);
        const { state, attempts } = await store.fail({ ...one, reason: 'broken' }, '1', at);
        expect([state, attempts]).toEqual([i < maxAttempts ? 'failed' : 'quarantined', i]);
      }
      await store.begin([one], '2', at);
      expect((await store.fail({ ...one, reason: 'broken' }, '2', at)).attempts).toBe(1);
    });
    it('counts attempts that ended in a dead process', async () => {
      await store.begin([one], '1', at);
      await reopen();
      await store.begin([one], '1', at);
      expect((await row())?.attempts).toBe(2);
    });
    it('counts no attempt of documents of which nobody knows which was being read', async () => {
      const other = { id: 'sha256:2', source: 'two' };
      for (let i = 0; i < maxAttempts + 1; i++) await store.begin([one, other], '1', at);
      expect([(await row())?.attempts, (await row(other.id))?.attempts]).toEqual([0, 0]);
      await store.begin([other], '1', at);
      await store.begin([one, other], '1', at);
      expect([(await row())?.attempts, (await row(other.id))?.attempts]).toEqual([0, 1]);
      expect((await store.fail({ ...one, reason: 'is empty' }, '1', at)).attempts).toBe(1);
      const { id, source } = talks.article;
      await store.begin([{ id, source }, other], '1', at);
      await put(store, [talks]);
      expect((await row(id))?.attempts).toBe(1);
    });
    it('is done when the article is there, with what was noticed', async () => {
      const { id, source } = talks.article;
      await store.begin([{ id, source }], '1', at);
      await store.put([{ ...finished(talks), warning: 'is cut' }], '1', later);
      expect(await row(id)).toEqual({
        id,
        source,
        state: 'done',
        reason: 'is cut',
        attempts: 1,
        extractor: '1',
        firstAt: at,
        lastAt: later,
      });
      expect(await store.held([source, 'nothing'])).toEqual(new Map([[source, id]]));
    });
    it('remembers a source that could not be read until it is', async () => {
      expect((await store.unread(talks.article.source, 'vanished', '1', at)).attempts).toBe(1);
      expect((await store.unread(talks.article.source, 'vanished', '1', at)).attempts).toBe(2);
      const problems = await store.ledger(['failed'], all);
      expect(problems.map((r) => [r.source, r.reason])).toEqual([['a.txt', 'vanished']]);
      expect(problems[0]!.id).toMatch(/^unread:[0-9a-f]{64}$/);
      await put(store, [talks]);
      expect(await store.ledger(['failed'], all)).toEqual([]);
    });
    it('lists by source, in pages', async () => {
      await store.fail({ id: 'sha256:2', source: 'b', reason: 'x' }, '1', at);
      await store.fail({ id: 'sha256:3', source: 'a', reason: 'y' }, '1', at);
      expect((await store.ledger(['failed', 'quarantined'], all)).map((r) => r.source)).toEqual(['a', 'b']);
      expect((await store.ledger(['failed'], { limit: 1, offset: 1 })).map((r) => r.source)).toEqual(['b']);
      expect(await store.ledger([], all)).toEqual([]);
    });
    it('a document that fails later leaves what was stored of it', async () => {
      await put(store, [talks]);
      await store.begin([talks.article], '2', at);
      await store.fail({ ...talks.article, reason: 'broke' }, '2', at);
      expect((await store.article(talks.article.id))?.statements).toHaveLength(3);
    });
  });

  it('puts all of a batch or nothing', async () => {
    await put(store, [talks]);
    const before = await linesOf(store);
    const broken = { ...finished(plain), text: null as unknown as string };
    await expect(store.put([finished(summit), broken], '1', at)).rejects.toThrow();
    expect(await linesOf(store)).toBe(before);
    expect((await store.documents([summit.article.id])).size).toBe(0);
    expect(await put(store, [summit])).toEqual(['new']);
  });

  describe('SPEC R-54: what the articles say', () => {
    const pair = pairSubject('VN', 'RU');
    beforeEach(() => put(store, three));

    it('counts', async () => {
      const counts = await store.counts();
      expect(counts).toMatchObject({ articles: 3, superseded: 0, documents: { pending: 0, done: 3, failed: 0, quarantined: 0 } });
      expect(counts.statements).toMatchObject({ event: 3, figure: 2, office: 1, position: 1, target: 0 });
      expect(counts.claims).toMatchObject({ event: 3, figure: 1, office: 1, position: 1 });
    });
    it('statements of two stories about one figure are one claim, each telling with its story', async () => {
      const [row] = await store.claims(pair, 'figure', all);
      expect(row?.tellings).toBe(2);
      expect(row?.claim.told.map((t) => [t.article.source, t.statement.quote])).toEqual([
        ['a.txt', '贸易额一百亿'],
        ['b.txt', '贸易额约百亿'],
      ]);
      expect(await store.claim(row!.claim.key)).toEqual(row);
      const [short] = await store.claims(pair, 'figure', { limit: 1, tellings: 1 });
      expect([short?.tellings, short?.claim.told.length]).toEqual([2, 1]);
    });
    it('a pair has what the same stories give in memory', async () => {
      const record = pairRecord(viewOf(three), 'VN', 'RU');
      for (const [section, type] of Object.entries(pairSections)) {
        const stored = await store.claims(pair, type, all);
        expect(stored.map((r) => r.claim)).toEqual(record[section as keyof typeof pairSections]);
      }
      const types = Object.values(pairSections);
      const each = await store.claimsOfEach(pair, types, all);
      for (const type of types) expect(each.get(type)).toEqual(await store.claims(pair, type, all));
      const short = { limit: 1, tellings: 1 };
      expect((await store.claimsOfEach(pair, ['figure'], short)).get('figure')).toEqual(await store.claims(pair, 'figure', short));
      expect(record.pair).toEqual(pairOf('VN', 'RU'));
      const counts = await store.claimCounts(pair);
      expect(counts).toMatchObject({ event: 3, figure: 1, office: 1, position: 0 } satisfies Partial<Record<StatementType, number>>);
    });
    it('time order, both ways, in pages', async () => {
      const events = async (page: Parameters<Store['claims']>[2]): Promise<string[]> =>
        (await store.claims(pair, 'event', page)).map((r) => r.claim.told[0]!.statement.quote);
      expect(await events(all)).toEqual(['峰会在河内举行', '越南与俄罗斯会谈', '将访问俄罗斯']);
      expect(await events({ ...all, newestFirst: true })).toEqual(['将访问俄罗斯', '越南与俄罗斯会谈', '峰会在河内举行']);
      expect(await events({ limit: 1, offset: 1 })).toEqual(['越南与俄罗斯会谈']);
    });
    it('undated claims come last in both orders', async () => {
      await put(store, [story('u', [{ type: 'event', quote: '某日会谈' }])]);
      for (const newestFirst of [true, false]) {
        const rows = await store.claims(pair, 'event', { ...all, newestFirst });
        expect(rows.map((r) => r.claim.told[0]!.statement.quote).at(-1)).toBe('某日会谈');
      }
    });
    it('a summit of many is found for pairs that have nothing else', async () => {
      expect((await store.claims(pairSubject('JP', 'KR'), 'event', all)).map((r) => r.claim.told[0]!.statement.quote)).toEqual([
        '峰会在河内举行',
      ]);
      expect(await store.claims(pairSubject('JP', 'FR'), 'event', all)).toEqual([]);
      const both = await store.claimsOfEach(pairSubject('JP', 'KR'), ['event', 'figure'], all);
      expect([...both].map(([type, rows]) => [type, rows.length])).toEqual([
        ['event', 1],
        ['figure', 0],
      ]);
    });
    it('the newest contact is one that happened', async () => {
      expect(await store.newestContacts([pairSubject('BY', 'RU'), pair])).toEqual([null, '2020-11-11']);
    });
    it('subjects, the largest first', async () => {
      expect((await store.subjects('pair', all)).map((r) => [r.subject.name, r.statements])).toEqual([
        ['RU|VN', 5],
        ['BY|RU', 1],
      ]);
      expect((await store.subjects('person', all)).map((r) => r.subject)).toEqual([{ kind: 'person', name: '甲', countries: ['VN'] }]);
      expect((await store.subjects('country', { limit: 2 })).map((r) => [r.subject.name, r.statements])).toEqual([
        ['RU', 6],
        ['VN', 6],
      ]);
    });
  });

  describe('findings', () => {
    const flawed = { ...talks, findings: [finding(talks.article.id, 'time/b', 'note'), finding(talks.article.id, 'figures/a')] };
    const rules = async (filter: Parameters<Store['findings']>[0] = {}, page = all): Promise<string[]> =>
      (await store.findings(filter, page)).map((r) => r.finding.rule);

    it('errors first, then by rule; filtered and in pages', async () => {
      await put(store, [flawed, { ...summit, findings: [finding(summit.article.id, 'people/c', 'warning')] }]);
      expect(await rules()).toEqual(['figures/a', 'people/c', 'time/b']);
      expect(await rules({ severity: 'note' })).toEqual(['time/b']);
      expect(await rules({ rule: 'people/c' })).toEqual(['people/c']);
      expect(await rules({ article: talks.article.id })).toEqual(['figures/a', 'time/b']);
      expect(await rules({}, { limit: 1, offset: 1 } as typeof all)).toEqual(['people/c']);
      expect((await store.counts()).findings).toEqual({ error: 1, warning: 1, note: 1 });
      expect((await store.findings({ rule: 'figures/a' }, all))[0]).toEqual({ scope: 'story', finding: flawed.findings[1] });
    });
    it('of superseded articles do not show', async () => {
      await put(store, [flawed, { ...summit, article: { ...summit.article, source: talks.article.source } }]);
      expect(await rules()).toEqual([]);
      expect((await store.counts()).findings.error).toBe(0);
    });
    it('of the record are replaced as a whole', async () => {
      await put(store, [flawed]);
      await store.replaceFindings('audit', [finding(talks.article.id, 'targets/x'), finding(talks.article.id, 'targets/y')]);
      await store.replaceFindings('audit', [finding(talks.article.id, 'targets/z')]);
      expect(await rules()).toEqual(['figures/a', 'targets/z', 'time/b']);
      expect(await rules({ scope: 'audit' })).toEqual(['targets/z']);
      await expect(store.replaceFindings('story', [])).rejects.toThrow(RangeError);
    });
  });

  it('says so when it is used after closing', async () => {
    const other = await another();
    await other.close();
    await expect(other.counts()).rejects.toMatchObject({ name: 'StoreError', code: 'closed' });
  });
});
