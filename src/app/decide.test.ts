import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { published, type SmallStory, story } from '../../test/told.js';
import { briefMarkdown } from '../brief/markdown.js';
import type { Store } from '../store/port.js';
import { openSqlite } from '../store/sqlite/open.js';
import { foldText } from '../text/fold.js';
import { auditRecord } from './audit.js';
import { storedBrief } from './brief.js';
import { decideNames, decideStatement, undoDecision } from './decide.js';
import { exportDecisions, importDecisions, listDecisions } from './decisions.js';
import { storedPair } from './query.js';
import { openQuestions } from './questions.js';
import { searchRecord } from './search.js';

const at = '2026-01-02T03:04:05.000Z';
const author = { by: 'editor', why: 'seen', at };
const office = (person: string, name = '外长') => ({
  type: 'office' as const,
  quote: `俄罗斯${name}${person}`,
  person,
  office: name,
  country: 'RU',
});
const trade = { type: 'figure' as const, quote: '贸易额达到', period: '2019' };

/** As `story`, with ids as the reader gives them. */
const told = (...args: Parameters<typeof story>): SmallStory => {
  const made = story(...args);
  return { ...made, statements: made.statements.map((s) => ({ ...s, id: s.id.slice('sha256:'.length, 35) })) };
};
const stories: SmallStory[] = [
  told('a.txt', [office('谢尔盖·拉夫罗夫'), { ...trade, value: 4.4e9 }], published('2020-01-01')),
  told('b.txt', [office('谢尔盖·拉甫罗夫', '外交部长'), { ...trade, quote: '贸易额为', value: 4.4e12 }], published('2020-06-01')),
  told('c.txt', [office('拉甫罗夫'), { type: 'relation', quote: '两国关系' }], published('2028-01-01')),
];
const [, b, c] = stories as [SmallStory, SmallStory, SmallStory];
const wrongFigure = b.statements[1]!;

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:', { fold: foldText });
  await store.put(
    stories.map(({ text, ...reading }) => ({ reading, text })),
    '1',
    at,
  );
  await auditRecord(store);
});
afterEach(() => store.close());

const names = async (): Promise<string[][]> =>
  (await store.entities({}, { limit: 100 })).filter((e) => e.type === 'person').map((e) => [...e.forms]);
const brief = async (): Promise<string> => briefMarkdown(await storedBrief(store, 'VN', 'RU'));
const figures = async () => (await storedPair(store, 'VN', 'RU')).sections.figures.claims.flatMap(({ claim }) => claim.told);

describe('SPEC R-56: who is who', () => {
  it('what is beyond doubt is joined, the rest is asked with both sides', async () => {
    expect(await names()).toEqual([['拉甫罗夫'], ['谢尔盖·拉夫罗夫', '谢尔盖·拉甫罗夫']]);
    const { total, questions } = await openQuestions(store, 10);
    expect([total, questions[0]!.short]).toEqual([1, expect.stringMatching(/^q[0-9a-f]{8}$/)]);
    expect([questions[0]!.a, questions[0]!.b].flatMap((side) => side.sightings.map((s) => s.quote))).toContain('俄罗斯外长拉甫罗夫');
  });
  it('a question is answered by its id, with what was seen', async () => {
    const { questions } = await openQuestions(store, 1);
    const { decisions, notes } = await decideNames(store, 'same', [questions[0]!.short], author);
    expect(decisions[0]!.evidence).toHaveLength(2);
    expect(decisions[0]!.evidence.map((place) => place.article)).toContain(c.article.id);
    expect(notes[0]).toMatch(/become one$/);
    expect(await openQuestions(store, 1)).toEqual({ total: 0, questions: [] });
    expect(await names()).toHaveLength(1);
    expect(await brief()).toContain('又作');
  });
  it('by names, and parted again', async () => {
    await decideNames(store, 'different', ['谢尔盖·拉夫罗夫', 'person/RU/谢尔盖·拉甫罗夫'], author);
    await openQuestions(store, 1);
    expect(await names()).toHaveLength(3);
    expect((await listDecisions(store))[0]).toMatchObject({
      state: 'in force',
      disagreement: [expect.stringContaining('would join them')],
    });
    await expect(decideNames(store, 'same', ['谢尔盖·拉夫罗夫', '谢尔盖·拉夫罗夫'], author)).rejects.toThrow('always itself');
    await decideNames(store, 'same', ['谢尔盖·拉夫罗夫', '拉甫罗夫'], author);
    await expect(decideNames(store, 'same', ['拉甫罗夫', '谢尔盖·拉甫罗夫'], author)).rejects.toThrow(/contradicts .* = .* ≠ /);
  });
  it('one statement of a name can be somebody else’s', async () => {
    const ref = 'person/RU/拉甫罗夫';
    await decideNames(store, 'different', [`${ref}#${c.statements[0]!.id}`, ref], author);
    await openQuestions(store, 1);
    expect((await store.entities({ form: '拉甫罗夫' }, { limit: 9 })).map((e) => e.id)).toEqual([`${ref}#${c.statements[0]!.id}`]);
  });
  it.each([
    [['无此人', '拉甫罗夫'], 'nobody and nothing'],
    [['q00000000'], 'no such open question'],
    [['甲', '乙', '丙'], 'takes the id of a question, or two names'],
    [['person/RU/拉甫罗夫#0123456789', '拉甫罗夫'], 'no such statement'],
  ])('%j is not known', async (said, message) => expect(decideNames(store, 'same', said, author)).rejects.toThrow(message));
  it('searching for one spelling finds all', async () => {
    const found = await searchRecord(store, '谢尔盖·拉夫罗夫', { limit: 10 });
    expect([found.also, found.hits.map((h) => h.article.source).sort()]).toEqual([['谢尔盖·拉甫罗夫'], ['a.txt', 'b.txt']]);
    expect(found.hits.every((h) => h.snippet.marks.length > 0)).toBe(true);
  });
});

describe('SPEC R-57: what is right', () => {
  it('known to be wrong: no finding rests on it, it heads nothing, and its reason is shown', async () => {
    const rules = async () => (await store.findings({}, { limit: 100 })).map((r) => r.finding.rule);
    expect(await rules()).toContain('figures/power-of-ten');
    await decideStatement(store, 'wrong', wrongFigure.id, {}, { ...author, why: '更正过' });
    await auditRecord(store);
    expect(await rules()).not.toContain('figures/power-of-ten');
    expect(await brief()).toContain('已知有误：更正过');
    expect((await storedPair(store, 'VN', 'RU')).wrong).toEqual([{ article: b.article.id, statement: wrongFigure.id, reason: '更正过' }]);
    expect((await listDecisions(store)).map((r) => r.decision.kind)).toEqual(['statement', 'wrong']);
    await undoDecision(store, (await listDecisions(store))[1]!.decision.id, author);
    await auditRecord(store);
    expect(await rules()).toContain('figures/power-of-ten');
  });
  it('edited: it stands so, by its place too; a second edit builds on the first; undone, it is as it was read', async () => {
    const value = async () => (await figures()).find((t) => t.article.source === 'b.txt')!.statement;
    await decideStatement(store, 'edit', 'b.txt:4:1', { fields: { value: 4.5e9 } }, author);
    await decideStatement(
      store,
      'edit',
      wrongFigure.id.slice(0, 12),
      { fields: { source: '海关' } },
      { ...author, at: '2026-01-03T00:00:00Z' },
    );
    expect(await value()).toEqual({ ...wrongFigure, value: 4.5e9, source: '海关' });
    for (const { decision } of (await listDecisions(store)).reverse()) await undoDecision(store, decision.id, author);
    expect(await value()).toEqual(wrongFigure);
    expect((await listDecisions(store)).map((r) => r.state)).toEqual(['undone', 'undone', 'in force', 'in force']);
  });
  it('rejected, then accepted after all', async () => {
    await decideStatement(store, 'reject', wrongFigure.id, {}, author);
    expect((await figures()).map((t) => t.article.source)).toEqual(['a.txt']);
    await decideStatement(store, 'accept', 'b.txt:4', {}, { ...author, at: '2026-01-03T00:00:00Z' });
    expect((await figures()).map((t) => t.article.source)).toEqual(['a.txt', 'b.txt']);
  });
  it('preferred: it heads its group and its claim', async () => {
    await decideStatement(store, 'prefer', wrongFigure.id, {}, author);
    expect((await figures()).map((t) => t.article.source)).toEqual(['b.txt', 'a.txt']);
    expect(await brief()).toContain('人工选定');
  });
  it('another extractor changes nothing, and says where it disagrees; a later decision speaks of the same statement', async () => {
    await decideStatement(store, 'accept', wrongFigure.id, {}, author);
    const { text, ...reading } = b;
    const again = { ...wrongFigure, id: 'e'.repeat(28), value: 4.4e9 } as typeof wrongFigure;
    await store.put([{ reading: { ...reading, statements: [b.statements[0]!, again] }, text }], '2', at);
    expect((await figures()).map((t) => t.statement)).toContainEqual(wrongFigure);
    expect((await listDecisions(store))[0]!.disagreement).toEqual(['reads value otherwise']);
    await decideStatement(store, 'reject', 'b.txt:4', {}, { ...author, at: '2026-01-03T00:00:00Z' });
    expect((await figures()).map((t) => t.article.source)).toEqual(['a.txt']);
  });
  it('all of an article, a claim, a source or a rule', async () => {
    for (const all of ['article', 'claim', 'source', 'rule'] as const) {
      const { decisions } = await decideStatement(store, 'reject', wrongFigure.id, { all }, author);
      expect((await figures()).map((t) => t.article.source)).not.toContain('b.txt');
      await undoDecision(store, decisions[0]!.id, author);
    }
    await expect(decideStatement(store, 'prefer', wrongFigure.id, { all: 'rule' }, author)).rejects.toThrow('of one statement');
  });
  it.each([
    ['0000', 'no such statement'],
    ['b.txt:99', 'no such statement'],
    ['none.txt:1', 'no such statement'],
  ])('%s is not known', async (said, message) => expect(decideStatement(store, 'accept', said, {}, author)).rejects.toThrow(message));
  it('fields that say how it was read, and values that are none, are refused', async () => {
    for (const [fields, message] of [
      [{ quote: '另一句' }, 'quote: is no field'],
      [{ valeu: 3 }, 'valeu: is no field'],
      [{ value: 'many' }, 'value: '],
    ] as const)
      await expect(decideStatement(store, 'edit', wrongFigure.id, { fields }, author)).rejects.toThrow(message);
    expect(await store.decisions()).toEqual([]);
    expect((await figures()).map((t) => t.statement)).toContainEqual(wrongFigure);
  });
});

describe('SPEC R-57: the log', () => {
  it('is exported, imported, known again, and undone as a whole', async () => {
    await decideNames(store, 'different', ['谢尔盖·拉夫罗夫', '谢尔盖·拉甫罗夫'], author);
    await decideStatement(store, 'reject', wrongFigure.id, {}, author);
    const lines = await exportDecisions(store);
    const other = await openSqlite(':memory:', { fold: foldText });
    const { batch, ...first } = await importDecisions(other, `${lines}\nnonsense\n`);
    expect(first).toEqual({ taken: 2, known: 0, refused: [{ line: 4, message: 'not JSON' }] });
    expect(await importDecisions(other, lines)).toMatchObject({ taken: 0, known: 2, refused: [] });
    expect((await undoDecision(other, batch, author)).decisions).toHaveLength(2);
    await expect(undoDecision(other, batch, author)).rejects.toThrow('no such decision in force');
    await other.close();
  });
});
