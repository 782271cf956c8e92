import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRecord } from '../../src/app/audit.js';
import { importDecisions } from '../../src/app/decisions.js';
import { logOf, resolveRecord } from '../../src/app/entities.js';
import { keptOf } from '../../src/app/facts/kept-list.js';
import { pairLists } from '../../src/app/facts/pair-lists.js';
import { auditStory } from '../../src/audit/engine.js';
import { claimKey } from '../../src/record/claims.js';
import { type Decision, lineOf } from '../../src/resolve/decision.js';
import { personRef } from '../../src/resolve/entities.js';
import { answeredScope, type Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite/open.js';
import { foldText } from '../../src/text/fold.js';
import { idOf, published, type Said, type SmallStory, story } from '../told.js';
import { type Act, act, decide } from './acts.js';
import { type Content, content } from './said.js';

/** What is kept up piece by piece is what would be made of everything at once: byte for byte, whatever is done in whatever order. */

const all = { limit: 1_000_000 };
const at = '2026-01-02T03:04:05.000Z';
/** What a source holds; other content makes another text. */
function write(source: number, [date, what]: Content, extractor: string): SmallStory {
  const one = story(`${source}.txt`, what, { ...published(date), before: idOf(JSON.stringify([source, date, what])) });
  const statements = extractor === '1' ? one.statements : one.statements.slice(0, -1);
  return { ...one, statements, findings: auditStory(one.article, one.text, statements).findings };
}

type Step =
  | { do: 'put'; source: number; content: Content }
  | { do: 'reread'; source: number }
  | { do: 'remove'; source: number }
  | { do: 'decide'; act: Act }
  | { do: 'audit' }
  | { do: 'look' }
  | { do: 'resolve' };
const source = fc.nat(5);
const put: fc.Arbitrary<Step> = fc.record({ do: fc.constant('put' as const), source, content });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: put },
  fc.record({ do: fc.constant('reread' as const), source }),
  fc.record({ do: fc.constant('remove' as const), source }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), act }) },
  { weight: 3, arbitrary: fc.constant({ do: 'audit' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'look' as const }) },
  fc.constant({ do: 'resolve' as const }),
);
const steps = fc
  .tuple(fc.array(put, { minLength: 3, maxLength: 6 }), fc.array(step, { maxLength: 14 }))
  .map(([first, more]) => [...first, ...more]);

const open = (): Promise<Store> => openSqlite(':memory:', { fold: foldText });
const store1 = (store: Store, { text, ...reading }: SmallStory, extractor: string) => store.put([{ reading, text }], extractor, at);

/** Does all that; gives what each source holds in the end, oldest revision first, with the version that read it. */
async function run(store: Store, what: readonly Step[]): Promise<{ story: SmallStory; extractor: string }[]> {
  const held = new Map<string, { story: SmallStory; extractor: string; content: Content; source: number }>();
  for (const one of what) {
    const present = [...held.values()];
    if (one.do === 'put') {
      const written = write(one.source, one.content, '1');
      if (held.get(written.article.id)?.extractor === '2') continue;
      held.delete(written.article.id);
      held.set(written.article.id, { story: written, extractor: '1', content: one.content, source: one.source });
      await store1(store, written, '1');
    } else if (one.do === 'reread') {
      const known = present.findLast((h) => h.source === one.source);
      if (!known) continue;
      const again = write(known.source, known.content, '2');
      held.set(again.article.id, { ...known, story: again, extractor: '2' });
      await store1(store, again, '2');
    } else if (one.do === 'remove') {
      const known = present.findLast((h) => h.source === one.source);
      if (!known) continue;
      held.delete(known.story.article.id);
      await store.remove(known.story.article.id);
    } else if (one.do === 'decide') {
      const stories = present.map((h) => h.story).filter((s) => s.statements.length > 0);
      if (stories.length > 0) await decide(store, stories, [one.act], `d${(await store.decisions()).length}-`);
    } else if (one.do === 'look') await lists(store);
    else if (one.do === 'audit') expect(await auditRecord(store)).toEqual([]);
    else await resolveRecord(store, await logOf(store));
  }
  return [...held.values()];
}

/** What lists about pairs show: as kept where they are, or made anew. */
async function lists(store: Store, anew = false): Promise<string[]> {
  const lines: string[] = [];
  for (const [a, b] of [['RU', 'VN'] as const, ['CN', 'RU'] as const])
    for (const [name, make] of Object.entries(pairLists)) {
      const items = anew ? (await make(store, a, b)).items : await keptOf(store, a, b, name, make, 0);
      lines.push(`${a}-${b} ${name} ${JSON.stringify(items)}`);
    }
  return lines;
}

/** All that is derived. */
async function derived(store: Store): Promise<string[]> {
  expect(await auditRecord(store)).toEqual([]);
  const lines: string[] = [];
  for (const row of await store.findings({}, all)) lines.push(JSON.stringify(row));
  for (const row of await store.findings({ scope: answeredScope }, all)) lines.push(`answered ${JSON.stringify(row)}`);
  for (const entity of await store.entities({}, all)) lines.push(JSON.stringify(entity));
  const refs = (await store.entities({}, all)).flatMap((e) => e.refs);
  for (const name of await store.names(refs)) lines.push(JSON.stringify(name));
  for (const question of await store.questions(all)) lines.push(JSON.stringify(question));
  for (const one of await store.disagreements()) lines.push(JSON.stringify(one));
  for await (const fault of store.check()) lines.push(`fault ${JSON.stringify(fault)}`);
  lines.push(...(await lists(store)));
  for (const kind of ['name', 'unit', 'story'] as const) expect(await store.changes(kind, 10)).toEqual([]);
  return lines;
}

/** Makes everything anew that is derived. */
async function fromScratch(store: Store): Promise<string[]> {
  const empty = { appearances: [], entities: [], questions: [], disagreements: [], pairs: [] };
  await store.refile();
  expect(await store.keepResolved(empty, await store.state(), 'another version')).toBe(true);
  await store.touchAll('another version');
  return derived(store);
}

describe('kept up piece by piece', () => {
  it(
    'is what everything at once would give, and what an empty record would',
    () =>
      fc.assert(
        fc.asyncProperty(steps, async (what) => {
          const store = await open();
          const held = await run(store, what);
          const before = await derived(store);
          expect(before.filter((line) => line.startsWith('fault'))).toEqual([]);
          expect(await lists(store, true)).toEqual(await lists(store));
          expect(await fromScratch(store)).toEqual(before);

          const fresh = await open();
          for (const { story: one, extractor } of held) await store1(fresh, one, extractor);
          await importDecisions(fresh, (await store.decisions()).map((d) => `${lineOf(d)}\n`).join(''));
          expect(await derived(fresh)).toEqual(before);
          await Promise.all([store.close(), fresh.close()]);
        }),
        { seed: 20201111, numRuns: 60 },
      ),
    120_000,
  );

  /** Audits before and after each act; gives the rules that then find something, and holds what is kept to what everything at once gives. */
  async function findingsAfter(stories: readonly SmallStory[], acts: readonly ((store: Store) => Promise<unknown>)[]): Promise<string[][]> {
    const store = await open();
    for (const one of stories) await store1(store, one, '1');
    const found: string[][] = [];
    for (const act of [async () => undefined, ...acts]) {
      await act(store);
      await auditRecord(store);
      found.push((await store.findings({ scope: 'record' }, all)).map((row) => row.finding.rule));
    }
    const kept = await derived(store);
    expect(await fromScratch(store)).toEqual(kept);
    await store.close();
    return found;
  }
  const tell = (name: string, date: string, ...what: Said[]): SmallStory => story(name, what, { ...published(date), before: name });
  const add = (one: SmallStory) => (store: Store) => store1(store, one, '1');
  const take = (one: SmallStory) => (store: Store) => store.remove(one.article.id);
  let serial = 0;
  const say = (fields: Partial<Decision>) => (store: Store) =>
    store.decide([{ id: `s${serial++}`, at, by: { kind: 'person', name: 'editor' }, why: '', evidence: [], ...fields } as Decision]);

  it('a day that comes, and goes again with its story', async () => {
    const goal = tell('a', '2016-02-01', { type: 'target', from: 'VN', to: 'RU', value: 1e10, due: '2016', quote: '力争达到' });
    const later = tell('b', '2021-06-01', { type: 'position', by: ['CN'], about: ['JP'], quote: '支持' });
    expect(await findingsAfter([goal], [add(later), take(later)])).toEqual([[], ['targets/passed-unmet'], []]);
  });

  it('a meeting of many that answers for two of them', async () => {
    const plan = tell('a', '2017-05-03', { type: 'event', kind: 'visit', date: '2017-06', modality: 'planned', quote: '将访问' });
    const talk = tell('b', '2019-07-08', { type: 'event', kind: 'call', date: '2019-07-08', quote: '通电话' });
    const many = ['BN', 'CN', 'ID', 'JP', 'KH', 'KR', 'LA', 'RU', 'VN'];
    const summit = tell('c', '2017-06-20', { type: 'event', kind: 'meeting', date: '2017-06-20', countries: many, quote: '与会' });
    const rule = 'events/planned-never-reported';
    expect(await findingsAfter([plan, talk], [add(summit), take(summit)])).toEqual([[rule], [], [rule]]);
  });

  const premier = (name: string, date: string, person: string): SmallStory =>
    tell(name, date, { type: 'office', person, office: '总理', country: 'LA', quote: `总理${person}` });
  const terms = [
    premier('a', '2019-01-01', '通伦·西苏里'),
    premier('b', '2019-03-01', '本扬·沃拉吉'),
    premier('c', '2019-05-01', '宋赛·西潘敦'),
  ];
  const [first, , last] = ['通伦·西苏里', '本扬·沃拉吉', '宋赛·西潘敦'].map((name) => personRef(name, 'LA'));

  it('what somebody decides of two names, and takes back', async () => {
    const same = { kind: 'identity', a: first!, b: last!, is: 'same', id: 'joined' } as const;
    const undo = { kind: 'undo', of: 'joined' } as const;
    expect(await findingsAfter(terms, [say(same), say(undo)])).toEqual([[], ['people/two-holders'], []]);
  });

  it('two names that are one by way of a third, which comes and goes', async () => {
    const third = tell('d', '2015-01-01', { type: 'office', person: '第三', office: '部长', country: 'LA', quote: '部长第三' });
    const ref = personRef('第三', 'LA');
    const one = { kind: 'identity', a: first!, b: ref, is: 'same' } as const;
    const other = { kind: 'identity', a: ref, b: last!, is: 'same' } as const;
    const rule = 'people/two-holders';
    expect(await findingsAfter(terms, [say(one), add(third), say(other), take(third)])).toEqual([[], [], [], [rule], [rule]]);
  });

  it('lists that show a name by which somebody came to be known, a value that somebody prefers, and a goal that fell due', async () => {
    const held = (name: string, date: string, person: string): SmallStory =>
      tell(
        name,
        date,
        { type: 'office', person, office: '外长', country: 'RU', quote: `外长${person}` },
        { type: 'relation', parties: ['RU', 'VN'], kind: 'established', quote: '建立' },
      );
    const told = (name: string, value: number): SmallStory =>
      tell(name, '2016-02-01', { type: 'figure', from: 'VN', to: 'RU', value, period: '2015', quote: '贸易额达到' });
    const goal = tell('e', '2016-02-01', { type: 'target', from: 'VN', to: 'RU', value: 1e10, due: '2020', quote: '力争达到' });
    const [low, high] = [told('c', 4.1e9), told('d', 5.2e9)];
    const store = await open();
    const later = tell('f', '2021-06-01', { type: 'position', by: ['CN'], about: ['JP'], quote: '支持' });
    const steps = [
      () => store1(store, held('b', '2019-01-01', '谢尔盖·拉甫罗夫'), '1'),
      () => auditRecord(store),
      () => store1(store, low, '1'),
      () => store1(store, high, '1'),
      () => say({ kind: 'preference', claim: claimKey(low.statements[0]!, low.article), statement: low.statements[0]!.id })(store),
      () => say({ kind: 'wrong', scope: { level: 'statement', id: low.statements[0]!.id }, reason: 'a slip' })(store),
      () => store1(store, goal, '1'),
      () => store1(store, later, '1'),
      () => store.remove(later.article.id),
    ];
    await store1(store, held('a', '2020-01-01', '谢尔盖·拉夫罗夫'), '1');
    await auditRecord(store);
    let before = await lists(store);
    for (const step of steps) {
      await step();
      const now = await lists(store);
      expect(now).toEqual(await lists(store, true));
      expect(now).not.toEqual(before);
      before = now;
    }
    await store.close();
  });

  it('two spellings of one name, of which one is said no more', async () => {
    const names = ['谢尔盖·拉夫罗夫', '谢尔盖·拉甫罗夫'];
    const [a, b] = names.map((person, i) =>
      tell(`${i}`, '2020-01-01', { type: 'office', person, office: '外长', country: 'RU', quote: `外长${person}` }),
    );
    const store = await open();
    for (const one of [a!, b!]) await store1(store, one, '1');
    const people = async (): Promise<number[]> => {
      await auditRecord(store);
      return (await store.entities({}, all)).filter((e) => e.type === 'person').map((e) => e.refs.length);
    };
    expect(await people()).toEqual([2]);
    await store.remove(a!.article.id);
    expect(await people()).toEqual([1]);
    await store1(store, a!, '1');
    expect(await people()).toEqual([2]);
    const kept = await derived(store);
    expect(await fromScratch(store)).toEqual(kept);
    await store.close();
  });
});
