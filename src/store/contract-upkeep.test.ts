import { describe, expect, it } from 'vitest';
import { all, decided, faultsOf, finding, many, plain, put, summit, talks, three } from '../../test/store/contract-stories.js';
import { engines, withStore } from '../../test/store/engines.js';
import { published, story } from '../../test/told.js';
import { canonicalJson } from '../record/canonical.js';
import { resolveNames } from '../record/entities.js';
import { pairSubject, type Subject, subjectNumber } from '../record/subjects.js';
import type { Line } from '../record/view.js';
import { answeredScope, type Store } from './port.js';
import { nameNumber } from './sql/mentions.js';
import type { ChangeKind } from './upkeep.js';

/** The part of the store's contract that is about what is derived, and kept up piece by piece. */

describe.each(engines)('what a store on $name keeps up', (engine) => {
  let store: Store;
  const { reopen, another } = withStore(engine, (opened) => {
    store = opened;
  });

  const of = (unit: string, a: string, b: string): string => `${unit}:${subjectNumber(pairSubject(a, b))}`;
  const pair = (a: string, b: string): string => of('pair', a, b);
  const plan = (a: string, b: string): string => of('plan', a, b);
  const pledge = (a: string, b: string): string => of('pledge', a, b);
  const trade: Subject = { kind: 'series', name: 'trade', countries: ['RU', 'VN'] };
  const premier: Subject = { kind: 'post', name: '总理', countries: ['VN'] };
  const keys = async (kind: ChangeKind): Promise<string[]> => (await store.changes(kind, 1000)).map((c) => c.key);
  const settleAll = async (): Promise<void> => {
    await store.settleUnits((await store.changes('unit', 1000)).map((change) => ({ change, findings: [], wakes: [] })));
    await store.settleStories((await store.changes('story', 1000)).map((change) => ({ change, answered: [] })));
  };
  const unitOf = (subject: Subject): string => `${subject.kind}:${subjectNumber(subject)}`;

  describe('written', () => {
    it('is another moment after each write of this store, and the same as long as nobody writes', async () => {
      const empty = await store.written();
      await put(store, [talks]);
      const full = await store.written();
      expect(full.own).not.toBe(empty.own);
      await store.counts();
      expect(await store.written()).toEqual(full);
      await store.remove(talks.article.id);
      expect((await store.written()).own).not.toBe(full.own);
    });
    it('is another moment after a write of another store on the same record, which is none of its own', async () => {
      const before = await store.written();
      const second = await another();
      await put(second, [talks]);
      await second.close();
      const after = await store.written();
      expect(after.own).toBe(before.own);
      expect(after.others).not.toBe(before.others);
    });
    it('knows nothing of lists that are kept', async () => {
      await put(store, [talks]);
      const before = await store.written();
      await store.keepList(pairSubject('RU', 'VN'), 'figures', 'x', { json: '[]', after: null, until: null });
      expect((await store.written()).own).toBe(before.own);
    });
  });

  describe('changes', () => {
    it('are the names and units of what a story says', async () => {
      await put(store, [talks]);
      expect(await keys('unit')).toEqual([plan('RU', 'VN'), pledge('RU', 'VN'), unitOf(premier), unitOf(trade)].sort());
      expect(await keys('name')).toEqual(['person/VN/甲', 'state/RU', 'state/VN']);
      expect(await keys('story')).toEqual([]);
    });
    it('come in parts', async () => {
      await put(store, [talks]);
      const [first, ...rest] = await store.changes('unit', 1000);
      expect(await store.changes('unit', 1)).toEqual([first]);
      expect(await store.changes('unit', 1000, first!.key)).toEqual(rest);
    });
    it('come with a story that is put, corrected, read otherwise or taken out, and with nothing else', async () => {
      await put(store, three);
      await settleAll();
      await put(store, three);
      expect(await keys('unit')).toEqual([]);
      const acts = [
        () => put(store, [{ ...talks, statements: talks.statements.slice(0, 2) }], '2'),
        () => put(store, [story('a.txt', [{ type: 'agreement', quote: '另一个' }])]),
        () => store.remove(summit.article.id),
      ];
      for (const act of acts) {
        await act();
        expect(await keys('unit')).toContain(pledge('RU', 'VN'));
        await settleAll();
      }
    });
    it('of a statement about many countries concern every pair of them that the record has', async () => {
      await put(store, [talks]);
      await settleAll();
      await put(store, [story('m.txt', [{ type: 'event', quote: '峰会', countries: many }])]);
      expect(await keys('unit')).toEqual([plan('RU', 'VN'), pledge('RU', 'VN')]);
    });
    it('are settled in the version that was read only', async () => {
      await put(store, [talks]);
      const [change] = await store.changes('unit', 1);
      await store.remove(talks.article.id);
      await store.settleUnits([{ change: change!, findings: [finding(talks.article.id, 'r/a')], wakes: [] }]);
      expect(await store.findings({}, all)).toEqual([]);
      expect(await keys('unit')).toContain(change!.key);
    });
    it('come with decisions, for all that rests on them', async () => {
      await put(store, three);
      await store.keepResolved(resolveNames([]), await store.state(), 'x');
      await settleAll();
      const { id } = talks.statements[1]!;
      await store.decide([decided({ kind: 'wrong', scope: { level: 'statement', id }, reason: 'a slip' })]);
      expect(await keys('unit')).toContain(unitOf(trade));
      expect(await keys('story')).toEqual([talks.article.id]);
      await store.keepResolved(resolveNames([]), await store.state(), 'x');
      await settleAll();
      await store.decide([decided({ kind: 'identity', a: 'person/VN/甲', b: 'person/VN/乙', is: 'different' })]);
      expect(await keys('name')).toEqual(['person/VN/乙', 'person/VN/甲']);
      expect(await keys('unit')).toEqual([unitOf(premier)]);
      expect(await keys('story')).toEqual([talks.article.id]);
    });
    it('are all units after touchAll', async () => {
      await put(store, three);
      await settleAll();
      expect(await store.auditedBy()).toBeNull();
      await store.touchAll('x');
      expect(await store.auditedBy()).toBe('x');
      const pairs = [['RU', 'VN'] as const, ['BY', 'RU'] as const];
      const ofPairs = pairs.flatMap(([a, b]) => [plan(a, b), pledge(a, b), of('relation', a, b)]);
      expect(await keys('unit')).toEqual([...ofPairs, unitOf(trade), unitOf(premier)].sort());
    });
    it('outlast the program', async () => {
      await put(store, [talks]);
      const before = await store.changes('unit', 1000);
      await reopen();
      expect(await store.changes('unit', 1000)).toEqual(before);
    });
  });

  describe('the newest day', () => {
    it('is that of the newest current story with a date', async () => {
      expect(await store.newestDay()).toBeNull();
      await put(store, [plain]);
      expect(await store.newestDay()).toBeNull();
      await put(store, [talks, story('d.txt', [], published('2020-12'))]);
      expect(await store.newestDay()).toBe('2020-12-31');
      await store.remove((await store.held(['d.txt'])).get('d.txt')!);
      expect(await store.newestDay()).toBe('2020-11-11');
    });
    it('wakes units, forwards and backwards', async () => {
      await put(store, [talks]);
      const changes = await store.changes('unit', 1000);
      await store.settleUnits(changes.map((change, i) => ({ change, findings: [], wakes: i === 0 ? ['2020-12-01', '2021-06-01'] : [] })));
      const woken = async (day: string | null): Promise<boolean> => {
        await store.advance(day);
        const now = await store.changes('unit', 1000);
        await store.settleUnits(now.map((change) => ({ change, findings: [], wakes: ['2020-12-01', '2021-06-01'] })));
        expect(now.length).toBeLessThan(2);
        return now.length === 1;
      };
      const days = [
        '2020-11-30',
        '2020-12-01',
        '2020-12-02',
        '2020-12-01',
        '2020-11-30',
        '2022-01-01',
        '2022-01-02',
        '2021-01-01',
        null,
      ] as const;
      const found: boolean[] = [];
      for (const day of days) found.push(await woken(day));
      expect(found).toEqual([false, true, false, false, true, true, false, true, true]);
    });
  });

  describe('units', () => {
    it('hold what is said in them, as decided', async () => {
      await put(store, three);
      const told = async (unit: string, ...types: Parameters<Store['told']>[1]): Promise<string[]> =>
        (await store.told(unit, types)).map((t) => t.statement.quote).sort();
      expect(await told(unitOf(trade), 'figure', 'target')).toEqual(['贸易额一百亿', '贸易额约百亿']);
      expect(await told(pair('RU', 'VN'), 'event')).toEqual(['将访问俄罗斯', '峰会在河内举行', '越南与俄罗斯会谈']);
      expect(await told(unitOf(premier), 'office')).toEqual(['越南总理甲']);
      expect(await told(plan('RU', 'VN'), 'event')).toEqual(['将访问俄罗斯', '峰会在河内举行', '越南与俄罗斯会谈']);
      expect(await told(pair('RU', 'VN'), 'body')).toEqual([]);
      expect(await told(of('series', 'RU', 'VN'), 'event')).toEqual([]);
      expect(await told('pair:1', 'event')).toEqual([]);
      await store.decide([decided({ kind: 'statement', article: talks.article.id, read: talks.statements[1]!, is: 'reject' })]);
      expect(await told(unitOf(trade), 'figure')).toEqual(['贸易额约百亿']);
      const everything: string[] = [];
      for await (const { statement } of store.toldAll()) everything.push(statement.quote);
      expect(everything).toHaveLength(6);
      expect(everything).not.toContain('贸易额一百亿');
    });
    it('of a body hold the sessions that its stories tell of', async () => {
      const session = { type: 'event', kind: 'session', quote: '混委会第3次会议' } as const;
      const body = { type: 'body', name: '混委会', session: 3, quote: '混委会第3次会议' } as const;
      await put(store, [story('m.txt', [body, session, { type: 'event', quote: '会谈' }]), story('n.txt', [session])]);
      const subject: Subject = { kind: 'body', name: '混委会', countries: ['RU', 'VN'] };
      expect(await keys('unit')).toContain(unitOf(subject));
      const told = await store.told(unitOf(subject), ['body', 'event']);
      expect(told.map((t) => [t.statement.type, t.article.source]).sort()).toEqual([
        ['body', 'm.txt'],
        ['event', 'm.txt'],
      ]);
      expect(await store.told(unitOf(subject), ['body'])).toHaveLength(1);
    });
    it('come as a sieve leaves them, which sees them as they are kept', async () => {
      await put(store, three);
      const seen: Line[] = [];
      const told = await store.told(plan('RU', 'VN'), ['event'], (lines) => {
        seen.push(...lines);
        return new Set(lines.filter(({ json }) => json.includes('"planned"')));
      });
      expect(told.map((t) => t.statement.quote)).toEqual(['将访问俄罗斯']);
      expect(seen.map(({ told, since, until }) => [told, since, until]).sort()).toEqual([
        [20201111, 20201111, 20201111],
        [20210101, 20190601, 20190601],
        [20210101, 20300101, 20300101],
      ]);
      for (const { json } of seen) expect(canonicalJson(JSON.parse(json))).toBe(json);
    });
    it('of a person hold what is said under all names', async () => {
      const names = ['谢尔盖·拉夫罗夫', '谢尔盖·拉甫罗夫'];
      const stories = names.map((person, i) =>
        story(`${i}`, [{ type: 'office', quote: `外长${person}`, person, office: '外长', country: 'RU' }], published('2020')),
      );
      await put(store, stories);
      const resolved = resolveNames(stories.flatMap(({ article, statements }) => statements.map((statement) => ({ statement, article }))));
      await store.keepResolved(resolved, await store.state(), 'x');
      const { id, refs } = resolved.entities.find((e) => e.type === 'person')!;
      expect(await keys('unit')).toContain(`entity:${id}`);
      expect(await store.told(`entity:${id}`, ['office'])).toHaveLength(2);
      expect((await store.sayings([refs[0]!])).map((t) => t.statement.quote)).toEqual([`外长${refs[0]!.split('/')[2]}`]);
      expect(await store.sayings(['person/RU/nobody'])).toEqual([]);
      expect(await store.neighbours([resolved.appearances.find((a) => a.ref === refs[0])!])).toEqual(refs);
      expect(await store.edges([refs[1]!])).toMatchObject([{ a: refs[0], b: refs[1], judgement: { verdict: 'merge' } }]);
      expect(nameNumber(refs[0]!)).not.toBe(nameNumber(refs[1]!));
    });
    it('count states by story and day', async () => {
      await put(store, three);
      expect(await store.presences(['state/VN', 'state/XX', 'person/VN/甲'])).toMatchObject([
        { ref: 'state/VN', type: 'state', first: '2020-11-11', last: '2021-01-01', statements: 6 },
      ]);
      await store.remove(talks.article.id);
      expect(await store.presences(['state/VN'])).toMatchObject([{ first: '2021-01-01', last: '2021-01-01', statements: 3 }]);
      expect(await faultsOf(store)).toEqual([]);
    });
  });

  describe('findings of units', () => {
    it('take the place of those before, and are listed once however many units have them', async () => {
      await put(store, three);
      const found = finding(talks.article.id, 'r/a');
      const changes = await store.changes('unit', 1000);
      await store.settleUnits(changes.map((change) => ({ change, findings: [found], wakes: [] })));
      expect(await store.findings({}, all)).toEqual([{ scope: 'record', finding: found }]);
      expect((await store.counts()).findings.error).toBe(1);
      await store.touchAll('x');
      const [first, ...rest] = await store.changes('unit', 1000);
      await store.settleUnits([{ change: first!, findings: [], wakes: [] }]);
      expect(await store.findings({}, all)).toHaveLength(1);
      await store.settleUnits(rest.map((change) => ({ change, findings: [], wakes: [] })));
      expect(await store.findings({}, all)).toEqual([]);
    });
    it('are not listed where a current story shows the same by itself', async () => {
      const found = finding(talks.article.id, 'r/a');
      await put(store, [{ ...talks, findings: [found] }]);
      const changes = await store.changes('unit', 1000);
      await store.settleUnits(changes.map((change) => ({ change, findings: [found], wakes: [] })));
      expect(await store.findings({}, all)).toEqual([{ scope: 'story', finding: found }]);
    });
    it('are answered story by story', async () => {
      const found = finding(talks.article.id, 'r/a');
      await put(store, [{ ...talks, findings: [found] }]);
      await store.decide([decided({ kind: 'statement', article: talks.article.id, read: talks.statements[0]!, is: 'reject' })]);
      const [change] = await store.changes('story', 10);
      await store.settleStories([{ change: change!, answered: [found] }]);
      expect(await store.findings({}, all)).toEqual([]);
      expect(await store.findings({ scope: answeredScope }, all)).toHaveLength(1);
      await store.decide([
        decided({ kind: 'statement', article: talks.article.id, read: talks.statements[0]!, is: 'accept', at: '2026-02-01T00:00:00Z' }),
      ]);
      const [again] = await store.changes('story', 10);
      await store.settleStories([{ change: again!, answered: [] }]);
      expect(await store.findings({}, all)).toEqual([{ scope: 'story', finding: found }]);
    });
  });
});
