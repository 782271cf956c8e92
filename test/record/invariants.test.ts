import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditRecord } from '../../src/app/audit.js';
import { exportDecisions, importDecisions } from '../../src/app/decisions.js';
import { logOf, resolveRecord } from '../../src/app/entities.js';
import type { Statement } from '../../src/model/statement.js';
import { decidedBy } from '../../src/record/decided.js';
import { type DecisionLog, scopeSubject } from '../../src/resolve/decisions.js';
import type { Sameness } from '../../src/resolve/ties.js';
import type { Store } from '../../src/store/port.js';
import { openSqlite } from '../../src/store/sqlite/open.js';
import { foldText } from '../../src/text/fold.js';
import { published, type Said, type SmallStory, story } from '../told.js';
import { type Act, acts, decide, people, refs } from './acts.js';

/** The ten things that hold of a record whatever is read and decided, in whatever order and however often. */

fc.configureGlobal({ seed: 20201111, numRuns: 30 });
const all = { limit: 1_000_000 };
const at = '2026-01-02T03:04:05.000Z';

// Stories that agree, differ and name people in several ways --------------------------------------------------------------------

const year = fc.constantFrom('2019', '2020');
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    type: fc.constant('office' as const),
    person: fc.constantFrom(...people),
    office: fc.constantFrom('外长', '外交部长', '副外长'),
    country: fc.constant('RU'),
    quote: fc.constantFrom('外长说', '部长到访', '副外长会见'),
  }),
  fc.record({
    type: fc.constant('figure' as const),
    value: fc.constantFrom(4.1e9, 4.4e9, 4.4e12),
    period: year,
    source: fc.constantFrom('海关', null),
    quote: fc.constantFrom('贸易额达到', '双边贸易额', '贸易总额为'),
  }),
  fc.record({
    type: fc.constant('event' as const),
    date: year,
    actors: fc.constantFrom(...people).map((name) => [{ name, office: '外长', country: 'RU', role: 'participant' as const }]),
    quote: fc.constantFrom('举行会谈', '会见客人'),
  }),
  fc.record({ type: fc.constant('agreement' as const), name: fc.constantFrom('甲协定', '乙协定'), quote: fc.constantFrom('签署', '商定') }),
);
const stories: fc.Arbitrary<SmallStory[]> = fc
  .array(fc.tuple(fc.constantFrom('2020-01-01', '2021-06-01', '2022-03'), fc.array(said, { minLength: 1, maxLength: 4 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => list.map(([day, what], i) => story(`${i}.txt`, what, { ...published(day), before: `第${i}条` })));

// Records ----------------------------------------------------------------------------------------------------------------------

const open = (): Promise<Store> => openSqlite(':memory:', { fold: foldText });
const put = (store: Store, list: readonly SmallStory[], extractor = '1') =>
  store.put(
    list.map(({ text, ...reading }) => ({ reading, text })),
    extractor,
    at,
  );

/** Everything in a record but its log: what was read, what stands of it, claims, findings, entities, questions. */
async function contents(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of store.export()) lines.push(line);
  await resolveRecord(store, await logOf(store));
  for (const entity of await store.entities({}, all)) lines.push(JSON.stringify(entity));
  for (const question of await store.questions(all)) lines.push(JSON.stringify(question));
  for await (const fault of store.check()) lines.push(`fault ${JSON.stringify(fault)}`);
  expect(lines.filter((line) => line.startsWith('fault'))).toEqual([]);
  return lines.join('\n');
}

async function recordOf(list: readonly SmallStory[], what: readonly Act[] = []): Promise<Store> {
  const store = await open();
  await put(store, list);
  await decide(store, list, what);
  return store;
}

function always<T>(arbitrary: fc.Arbitrary<T>, body: (value: T) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(arbitrary, body));
}

describe('SPEC R-50, R-56, R-57, R-58: whatever is read and decided', () => {
  it('1 read twice: the same, byte for byte', () =>
    always(fc.tuple(stories, acts), async ([list, what]) => {
      const store = await recordOf(list, what);
      const before = await contents(store);
      await put(store, list);
      for (const one of list) await put(store, [one, one]);
      expect(await contents(store)).toBe(before);
      await store.close();
    }));

  it('2 the order of documents says nothing, before or after what is decided', () =>
    always(
      fc.tuple(
        stories.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        acts,
        fc.nat(5),
      ),
      async ([[list, shuffled], what, cut]) => {
        const one = await recordOf(list, what);
        const other = await open();
        await put(other, shuffled.slice(0, cut));
        await decide(other, list, what);
        for (const s of shuffled.slice(cut)) await put(other, [s]);
        expect(await contents(other)).toBe(await contents(one));
        await Promise.all([one.close(), other.close()]);
      },
    ));

  it('3 taken out and read again: its statements are back, and what was decided of them', () =>
    always(fc.tuple(stories, acts, fc.nat(5)), async ([list, what, i]) => {
      const store = await recordOf(list, what);
      const before = await contents(store);
      const one = list[i % list.length]!;
      await store.remove(one.article.id);
      expect(await store.article(one.article.id)).toBeNull();
      await put(store, [one]);
      expect(await contents(store)).toBe(before);
      await store.close();
    }));

  it('4 another extractor changes nothing that was decided', () =>
    always(fc.tuple(stories, acts, fc.nat(2)), async ([list, what, how]) => {
      const people = what.map((a) => ({ ...a, machine: false }));
      const store = await recordOf(list, people);
      const log = await logOf(store);
      const values = async (): Promise<unknown[]> => {
        const found: unknown[] = [];
        for (const { article } of list)
          for (const s of (await store.article(article.id))!.standing) {
            const own = log.ofArticle(article.id).filter((d) => d.read.id === s.id);
            if (own.length > 0) found.push([article.id, ...saidIn(s)]);
          }
        return found.map((v) => JSON.stringify(v)).sort();
      };
      const before = await values();
      const otherwise = list.map((s) => ({ ...s, statements: how === 0 ? [] : s.statements.map((x) => readOtherwise(x, how)) }));
      await put(store, otherwise, '2');
      const kept = await values();
      for (const value of before) expect(kept).toContain(value);
      const rejected = log.decisions.flatMap((d) => (d.kind === 'statement' && d.is === 'reject' && log.rules(d.id) ? [d.read] : []));
      for (const { article } of list) {
        const ids = (await store.article(article.id))!.standing.map((s) => s.id);
        for (const s of (await store.article(article.id))!.standing) {
          const edit = log.ofArticle(article.id).find((d) => d.is === 'edit' && d.read.id === s.id && log.rules(d.id));
          expect(s).toMatchObject(edit?.fields ?? {});
        }
        for (const read of rejected) expect(ids).not.toContain(readOtherwise(read, how).id);
      }
      for await (const fault of store.check()) expect(fault).toBeNull();
      await put(store, list, '3');
      expect(await values()).toEqual(before);
      await store.close();
    }));

  it('5 a corrected story withdraws what it said, and the old words can still be read', () =>
    always(fc.tuple(stories, acts, said), async ([list, what, correction]) => {
      const store = await recordOf(list, what);
      const old = list[0]!;
      const corrected = story(old.article.source, [correction], { ...published('2022-04-01'), before: '更正' });
      await put(store, [corrected]);
      const kept = (await store.article(old.article.id))!;
      expect(kept).toMatchObject({ current: false, text: old.text, statements: old.statements });
      for (const { start, end, quote } of kept.statements) expect([...kept.text].slice(start, end).join('')).toBe(quote);
      const fresh = await recordOf([corrected, ...list.slice(1)]);
      await decide(fresh, list, what);
      expect(await derived(store)).toBe(await derived(fresh));
      await Promise.all([store.close(), fresh.close()]);
    }));

  it('6 joined and parted again: the same as before, and parting is joining turned round', () =>
    always(fc.tuple(stories, acts, fc.nat(5), fc.nat(5)), async ([list, what, i, k]) => {
      fc.pre(i !== k);
      const store = await recordOf(list, what);
      const before = await contents(store);
      const meta = { by: { kind: 'person' as const, name: 'editor' }, why: '', evidence: [] };
      const pair = { ...meta, kind: 'identity' as const, a: refs[i]!, b: refs[k]! };
      for (const is of ['same', 'different', 'unsure'] as const) {
        const d = { ...pair, id: `m-${is}`, at: '2026-02-01T00:00:00Z', is };
        const [refused] = await store.decide([d]);
        if (refused === null) await store.decide([{ ...meta, kind: 'undo', id: `u-${is}`, at: '2026-02-01T00:00:01Z', of: d.id }]);
        expect(await contents(store)).toBe(before);
      }
      const parted = await recordOf(list, what);
      const decisions = (['same', 'different'] as const).map((is, n) => ({ ...pair, id: is, at: `2026-04-0${n + 1}T00:00:00Z`, is }));
      const [joined] = await store.decide([decisions[0]!]);
      const [apart] = await store.decide([decisions[1]!]);
      const [alone] = await parted.decide([decisions[1]!]);
      expect(apart?.reason).toBe(alone?.reason);
      if (joined === null && apart === null) expect(await contents(store)).toBe(await contents(parted));
      await Promise.all([store.close(), parted.close()]);
    }));

  it('7 A = B and B ≠ C refuse A = C, and show the path', () =>
    always(fc.tuple(stories, fc.shuffledSubarray(refs, { minLength: 3, maxLength: 6 })), async ([list, names]) => {
      const store = await recordOf(list);
      const meta = { at, by: { kind: 'person' as const, name: 'editor' }, why: '', evidence: [] };
      const chain = names.slice(0, -1);
      const last = names.at(-1)!;
      const decide = async (id: string, a: string, b: string, is: Sameness) =>
        (await store.decide([{ ...meta, id, kind: 'identity', a, b, is }]))[0];
      for (const [n, name] of chain.slice(1).entries()) expect(await decide(`s${n}`, chain[n]!, name, 'same')).toBeNull();
      expect(await decide('apart', chain.at(-1)!, last, 'different')).toBeNull();
      const before = await contents(store);
      const refusal = await decide('wrong', chain[0]!, last, 'same');
      expect(refusal?.reason).toBe('contradiction');
      expect(refusal?.path.map((s) => [s.from, s.to, s.is])).toEqual([
        ...chain.slice(1).map((name, n) => [chain[n], name, 'same']),
        [chain.at(-1), last, 'different'],
      ]);
      expect(await contents(store)).toBe(before);
      await store.close();
    }));

  it('8 suggestions touch nothing that a person has decided', () =>
    always(fc.tuple(stories, acts, acts), async ([list, byPeople, byMachine]) => {
      const store = await recordOf(
        list,
        byPeople.map((a) => ({ ...a, machine: false })),
      );
      const decided = async (): Promise<string> => {
        const log = await logOf(store);
        const rows: unknown[] = [];
        for (const one of list) {
          const { article, standing } = (await store.article(one.article.id))!;
          for (const id of peopleOn(log, one)) rows.push([article.id, id, standing.find((x) => x.id === id) ?? null]);
          const own = standing.filter((s) => log.ofArticle(article.id).some((d) => d.by.kind === 'person' && d.read.id === s.id));
          for (const statement of own) rows.push([statement.id, decidedBy(log).wrong({ statement, article })]);
        }
        const pairs = log.decisions.filter((d) => d.kind === 'identity' && d.by.kind === 'person' && log.rules(d.id)).map((d) => d.id);
        return JSON.stringify([rows, pairs]);
      };
      const before = await decided();
      const tiesBefore = (await logOf(store)).ties().all();
      await decide(
        store,
        list,
        byMachine.map((a) => ({ ...a, machine: true, day: 27 })),
        'm',
      );
      expect(await decided()).toBe(before);
      const ties = (await logOf(store)).ties();
      for (const tie of tiesBefore) if (!tie.by.startsWith('m')) expect(ties.get(tie.a, tie.b)).toEqual(tie);
      await store.close();
    }));

  it('9 the log replayed on an empty record gives the same, and undoing the import gives the record without it', () =>
    always(fc.tuple(stories, acts, fc.boolean()), async ([list, what, logFirst]) => {
      const store = await recordOf(list, what);
      const lines = await exportDecisions(store);
      const other = await open();
      if (!logFirst) await put(other, list);
      const { batch, taken, refused } = await importDecisions(other, lines);
      if (logFirst) await put(other, list);
      expect([taken, refused]).toEqual([(await store.decisions()).length, []]);
      expect(await contents(other)).toBe(await contents(store));
      const meta = { at: '2026-03-01T00:00:00Z', by: { kind: 'person' as const, name: 'editor' }, why: '', evidence: [] };
      const undoing = (await logOf(other)).batch(batch).map((of) => ({ ...meta, kind: 'undo' as const, id: `u-${of}`, of }));
      expect((await other.decide(undoing, true)).filter((r) => r !== null)).toEqual([]);
      const plain = await recordOf(list);
      expect(await contents(other)).toBe(await contents(plain));
      await Promise.all([store.close(), other.close(), plain.close()]);
    }));

  it('10 every quote is what its text says there', () =>
    always(fc.tuple(stories, acts, fc.nat(2)), async ([list, what, how]) => {
      const store = await recordOf(list, what);
      await put(
        store,
        list.map((s) => ({ ...s, statements: how === 0 ? [] : s.statements.map((x) => readOtherwise(x, how)) })),
        '2',
      );
      await auditRecord(store);
      const texts = new Map(list.map((s) => [s.article.id, [...s.text]]));
      let quotes = 0;
      const hold = (article: string, { start, end, quote }: { start: number; end: number; quote: string }): void => {
        quotes++;
        expect(texts.get(article)?.slice(start, end).join('')).toBe(quote);
      };
      for await (const { article, statements, standing } of store.readings({}))
        for (const s of [...statements, ...standing]) hold(article.id, s);
      for (const { finding } of await store.findings({}, all)) for (const place of finding.evidence) hold(place.article, place);
      for (const { a, b } of await store.questions(all)) for (const s of [...a.sightings, ...b.sightings]) hold(s.article, s);
      for (const { evidence } of await store.decisions()) for (const place of evidence) hold(place.article, place);
      if (what.some((a) => a.what !== 'undo')) expect(quotes).toBeGreaterThan(0);
      await store.close();
    }));
});

/** What is made of current stories: claims, subjects, entities, questions. */
async function derived(store: Store): Promise<string> {
  const lines = (await contents(store)).split('\n');
  return lines.filter((line) => !line.includes('"type":"article"')).join('\n');
}

const how = new Set(['item', 'quote', 'start', 'end', 'confidence', 'rule', 'roles']);

/** What a statement says, under which id. */
function saidIn(s: Statement): unknown[] {
  return Object.entries(s)
    .filter(([field]) => !how.has(field))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The same words read by another version: another id, and other values too where `way` is 2. */
function readOtherwise(s: Statement, way: number): Statement {
  const id = `${way}${s.id.slice(1)}`;
  return way === 2 && s.type === 'figure' ? { ...s, id, value: 9.9e9 } : { ...s, id };
}

/** Statements of a story of which a person's decision holds: on each, or on all at once. */
function peopleOn(log: DecisionLog, { article, statements }: SmallStory): Set<string> {
  const broad = log.about([scopeSubject('broad', { level: 'article', id: article.id })]).some((d) => d.by.kind === 'person');
  if (broad) return new Set(statements.map((s) => s.id));
  return new Set(log.ofArticle(article.id).flatMap((d) => (d.by.kind === 'person' ? [d.read.id] : [])));
}
