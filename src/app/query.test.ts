import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { published, story } from '../../test/told.js';
import type { Store } from '../store/port.js';
import { openSqlite } from '../store/sqlite/open.js';
import { foldText } from '../text/fold.js';
import {
  listArticles,
  listFindings,
  listPairs,
  listProblems,
  listSubjects,
  pairSection,
  recordCounts,
  storedArticle,
  storedPair,
} from './query.js';

const at = '2026-01-02T03:04:05.000Z';
const page = { limit: 10 };
const one = story(
  'one.txt',
  [
    { type: 'event', quote: '越俄会谈', date: '2020-11-11' },
    { type: 'event', quote: '白俄会谈', date: '2019', countries: ['BY', 'RU'] },
    { type: 'office', quote: '越南总理甲', person: '甲', country: 'VN' },
  ],
  published('2020-11-12'),
);
const finding = {
  rule: 'text/x',
  severity: 'note',
  message: 'x',
  suggestion: null,
  evidence: [{ article: one.article.id, start: 4, end: 5, quote: '越' }],
} as const;
const two = story('two.txt', [{ type: 'target', quote: '目标' }], published('2021-01-01'));

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:', { fold: foldText });
  const { text, ...reading } = one;
  const { text: other, ...second } = two;
  await store.put(
    [
      { reading: { ...reading, findings: [{ ...finding, evidence: [...finding.evidence] }] }, text },
      { reading: second, text: other },
    ],
    '1',
    at,
  );
});
afterEach(() => store.close());

describe('questions to a record', () => {
  it('how much there is', async () => expect((await recordCounts(store)).statements).toMatchObject({ event: 2, office: 1, target: 1 }));
  it('which pairs, how much is said of them, when they last met', async () => {
    expect(await listPairs(store, page)).toEqual([
      { pair: ['RU', 'VN'], statements: 3, newestContact: '2020-11-11' },
      { pair: ['BY', 'RU'], statements: 1, newestContact: '2019-01-01' },
    ]);
    expect(await listPairs(store, { limit: 1, offset: 1 })).toHaveLength(1);
  });
  it('which people', async () => expect((await listSubjects(store, 'person', page)).map((r) => r.subject.name)).toEqual(['甲']));
  it('all about a pair', async () => {
    const { pair, sections } = await storedPair(store, 'VN', 'RU');
    expect(pair).toEqual(['RU', 'VN']);
    const found = Object.entries(sections).filter(([, s]) => s.total > 0);
    expect(found.map(([name, s]) => [name, s.total, s.claims[0]!.claim.told[0]!.statement.quote])).toEqual([
      ['contacts', 1, '越俄会谈'],
      ['targets', 1, '目标'],
      ['offices', 1, '越南总理甲'],
    ]);
    expect(await pairSection(store, 'RU', 'VN', 'contacts', page)).toEqual(sections.contacts.claims);
    expect((await storedPair(store, 'FR', 'JP')).sections.contacts).toEqual({ total: 0, claims: [] });
  });
  it('an article, by id and by source', async () => {
    const found = await storedArticle(store, 'one.txt');
    expect(found).toMatchObject({
      text: one.text,
      statements: one.statements,
      sources: ['one.txt'],
      revisions: [{ id: one.article.id, current: true }],
    });
    expect(await storedArticle(store, one.article.id)).toEqual(found);
    expect(await storedArticle(store, 'three.txt')).toBeNull();
  });
  it('articles, of one subject too', async () => {
    expect((await listArticles(store, page)).map((a) => a.source)).toEqual(['one.txt', 'two.txt']);
    const [person] = await listSubjects(store, 'person', page);
    expect((await listArticles(store, page, person!.subject)).map((a) => a.source)).toEqual(['one.txt']);
  });
  it('what does not add up', async () => expect(await listFindings(store, {}, page)).toEqual([{ scope: 'story', finding }]));
  it('what was not read', async () => {
    await store.unread('gone.txt', 'is not there', '1', at);
    expect((await listProblems(store, page)).map((r) => r.source)).toEqual(['gone.txt']);
  });
});
