import { describe, expect, it } from 'vitest';
import { all, decided, faultsOf, finding, linesOf, put, talks, three } from '../../test/store/contract-stories.js';
import { engines, withStore } from '../../test/store/engines.js';
import { published, story } from '../../test/told.js';
import { claimKey } from '../record/claims.js';
import { resolveNames } from '../record/entities.js';
import { pairSubject } from '../record/subjects.js';
import type { Decision } from '../resolve/decision.js';
import { foldText } from '../text/fold.js';
import { answeredScope, type Store } from './port.js';
import { phraseOf } from './search-tokens.js';

/** The part of the store's contract that is about decisions and about what names come to. */

describe.each(engines)('a store on $name', (engine) => {
  let store: Store;
  const { reopen } = withStore(engine, (opened) => {
    store = opened;
  });

  describe('SPEC R-57: decisions', () => {
    const [meeting, figure, office] = talks.statements;
    const pair = pairSubject('VN', 'RU');
    const about = (read = figure!, more: object = { is: 'reject' }): Decision =>
      decided({ kind: 'statement', article: talks.article.id, read, ...more });
    const take = async (...all: Decision[]): Promise<void> => expect(await store.decide(all)).toEqual(all.map(() => null));
    const values = async (): Promise<unknown[]> =>
      (await store.claims(pair, 'figure', all)).flatMap((r) => r.claim.told.map((t) => (t.statement as { value?: unknown }).value));

    it('come back in their order, after closing too; what is refused is not kept', async () => {
      const first = decided({ kind: 'identity', a: 'A', b: 'B', is: 'same' });
      const second = decided({ kind: 'identity', a: 'B', b: 'C', is: 'different' });
      const third = decided({ kind: 'identity', a: 'A', b: 'C', is: 'same' });
      expect((await store.decide([first, second, third])).map((r) => r?.path.length ?? null)).toEqual([null, null, 2]);
      await reopen();
      expect(await store.decisions()).toEqual([first, second]);
      expect((await store.decide([first]))[0]?.reason).toBe('known id');
      expect((await store.decide([third]))[0]?.reason).toBe('contradiction');
    });
    it('are taken as a whole or not at all, where that is asked for', async () => {
      const good = decided({ kind: 'identity', a: 'A', b: 'B', is: 'same' });
      const bad = decided({ kind: 'undo', of: 'nothing' });
      expect((await store.decide([good, bad], true)).map((r) => r?.reason ?? null)).toEqual([null, 'nothing to undo']);
      expect(await store.decisions()).toEqual([]);
      expect(await store.decide([good], true)).toEqual([null]);
    });
    it('what is rejected counts nowhere, and what was read stays', async () => {
      await put(store, three);
      await take(about());
      expect(await values()).toEqual([9_900_000_000]);
      expect((await store.counts()).statements.figure).toBe(1);
      const stored = (await store.article(talks.article.id))!;
      expect(stored.statements).toEqual(talks.statements);
      expect(stored.standing).toEqual([meeting, office]);
      expect(await faultsOf(store)).toEqual([]);
    });
    it('what is edited stands as edited, in the claim that its words give', async () => {
      await put(store, three);
      await take(about(figure, { is: 'edit', fields: { period: '2019' } }));
      expect((await store.claims(pair, 'figure', all)).map((r) => r.claim.told.map((t) => t.article.source))).toEqual([
        ['a.txt'],
        ['b.txt'],
      ]);
      expect((await store.article(talks.article.id))?.standing).toEqual([meeting, { ...figure, period: '2019' }, office]);
      expect((await store.statements(figure!.id.slice(0, 20), 5)).map((t) => t.statement)).toEqual([{ ...figure, period: '2019' }]);
      expect(await faultsOf(store)).toEqual([]);
    });
    it('many at once, and undoing brings back the export of before', async () => {
      await put(store, three);
      const before = await linesOf(store);
      for (const scope of [
        { level: 'article', id: talks.article.id },
        { level: 'source', id: 'a.txt' },
        { level: 'rule', id: 'test' },
        { level: 'claim', id: claimKey(figure!, talks.article) },
      ]) {
        const d = decided({ kind: 'broad', scope, is: 'reject' });
        await take(d);
        expect(await linesOf(store)).not.toBe(before);
        expect(await values()).not.toContain(10_000_000_000);
        expect(await faultsOf(store)).toEqual([]);
        await take(decided({ kind: 'undo', of: d.id }));
        expect(await linesOf(store)).toBe(before);
      }
    });
    it('outlast taking out and putting back, refiling, and another extractor', async () => {
      await put(store, three);
      await take(about(figure, { is: 'edit', fields: { value: 11_000_000_000 } }), about(office, { is: 'accept' }), about(meeting));
      const before = await linesOf(store);
      await store.remove(talks.article.id);
      await put(store, [talks]);
      expect(await linesOf(store)).toBe(before);
      await store.refile();
      expect(await linesOf(store)).toBe(before);
      const moved = { ...figure!, id: 'f'.repeat(28), value: 12_000_000_000 } as typeof meeting;
      await put(store, [{ ...talks, statements: [moved!] }], '2');
      const { standing, statements } = (await store.article(talks.article.id))!;
      expect(statements).toEqual([moved]);
      expect(standing.map((s) => s.id)).toEqual([figure!.id, office!.id]);
      expect(standing[0]).toMatchObject({ value: 11_000_000_000 });
      expect(await values()).toEqual([11_000_000_000, 9_900_000_000]);
      expect(await faultsOf(store)).toEqual([]);
    });
    it('may come before the article that they are about', async () => {
      await take(about());
      await put(store, three);
      expect(await values()).toEqual([9_900_000_000]);
      expect(await faultsOf(store)).toEqual([]);
    });
    it('a kept statement whose quote is not in the text does not stand', async () => {
      await take(about({ ...figure!, id: 'a'.repeat(28), start: 0, end: 3, quote: '没有说' } as typeof meeting, { is: 'accept' }));
      await put(store, [talks]);
      expect((await store.article(talks.article.id))?.standing).toEqual(talks.statements);
    });
    it('answer findings within stories', async () => {
      const flawed = { ...talks, findings: [finding(talks.article.id, 'figures/a'), finding(talks.article.id, 'time/b')] };
      await put(store, [flawed]);
      await store.replaceFindings(answeredScope, [flawed.findings[0]!]);
      expect((await store.findings({}, all)).map((r) => r.finding.rule)).toEqual(['time/b']);
      expect((await store.counts()).findings.error).toBe(1);
      expect((await store.findings({ scope: answeredScope }, all)).map((r) => r.finding.rule)).toEqual(['figures/a']);
    });
  });

  describe('SPEC R-56: what names come to', () => {
    const ministers = ['谢尔盖·拉夫罗夫', '谢尔盖·拉甫罗夫'].map((person, i) =>
      story(
        `m${i}`,
        [{ type: 'office', quote: `外长${person}`, person, office: '外长', country: 'RU', aliases: ['拉夫罗夫'] }],
        published('2020'),
      ),
    );
    const resolved = resolveNames(ministers.flatMap(({ article, statements }) => statements.map((statement) => ({ statement, article }))));
    const person = resolved.entities.find((e) => e.type === 'person')!;

    it('is kept for one state of the record only', async () => {
      const empty = await store.state();
      await put(store, ministers);
      const state = await store.state();
      expect(state).not.toBe(empty);
      expect(await store.keepResolved(resolved, empty, 'x')).toBe(false);
      expect(await store.resolvedFor()).toBeNull();
      expect(await store.keepResolved(resolved, state, 'y')).toBe(true);
      await reopen();
      expect(await store.resolvedFor()).toBe('y');
      expect(await store.state()).toBe(state);
      await store.decide([decided({ kind: 'identity', a: 'A', b: 'B', is: 'same' })]);
      expect(await store.state()).not.toBe(state);
    });
    it('is found by name, by any form, and as a whole', async () => {
      expect(person.refs).toHaveLength(2);
      await store.keepResolved(resolved, await store.state(), 'y');
      expect(await store.entities({}, all)).toEqual(resolved.entities);
      expect(await store.entities({ refs: [person.refs[1]!, 'nobody'] }, all)).toEqual([person]);
      for (const form of ['拉夫罗夫', '謝爾蓋・拉甫羅夫', ' 谢尔盖 拉夫罗夫 '])
        expect(await store.entities({ form }, all)).toEqual([person]);
      expect(await store.entities({ form: '拉' }, all)).toEqual([]);
      expect((await store.names([...person.refs, 'nobody'])).map((n) => n.ref)).toEqual(person.refs);
    });
    it('is replaced as a whole, with questions and disagreements', async () => {
      const question = { id: 'a = b', a: { ref: 'a' }, b: { ref: 'b' }, score: 0.5 } as (typeof resolved)['questions'][number];
      const disagreement = { a: 'a', b: 'b', decided: 'same', by: 'd', score: 0, why: [] } as const;
      await store.keepResolved({ ...resolved, questions: [question], disagreements: [disagreement] }, await store.state(), 'y');
      expect(await store.questions(all)).toEqual([question]);
      expect(await store.disagreements()).toEqual([disagreement]);
      await store.keepResolved({ appearances: [], entities: [], questions: [], disagreements: [], pairs: [] }, await store.state(), 'z');
      expect([await store.questions(all), await store.entities({}, all), await store.names(person.refs)]).toEqual([[], [], []]);
      expect(await store.entities({ form: '拉夫罗夫' }, all)).toEqual([]);
    });
    it('is no part of the export', async () => {
      await put(store, ministers);
      const before = await linesOf(store);
      await store.keepResolved(resolved, await store.state(), 'y');
      expect(await linesOf(store)).toBe(before);
    });
    it('spellings are looked for together', async () => {
      await put(store, ministers);
      const anyOf = ['拉夫罗夫', '拉甫罗夫'].map((name) => phraseOf(name, foldText));
      expect((await store.search([{ anyOf }], all)).total).toBe(2);
      expect((await store.search([{ anyOf }, phraseOf('甫', foldText)], all)).total).toBe(1);
    });
  });
});
