import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { story } from '../../test/told.js';
import type { Store } from '../store/port.js';
import { phrasesOf } from '../store/search-tokens.js';
import { openSqlite } from '../store/sqlite/open.js';
import { foldText } from '../text/fold.js';
import { searchRecord, snippetOf } from './search.js';

describe('SPEC R-55: searching a record', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openSqlite(':memory:', { fold: foldText });
  });
  afterEach(() => store.close());
  const put = (source: string, before: string, title: string | null = null): Promise<unknown> => {
    const { text, ...reading } = story(source, [], { before });
    return store.put([{ reading: { ...reading, article: { ...reading.article, title } }, text }], '1', '2026-01-02T03:04:05.000Z');
  };

  it('shows the place in the text as read, variants of characters and all', async () => {
    await put('a', `𠀀${'前'.repeat(50)}歡迎⾏動${'后'.repeat(200)}`);
    const { total, hits } = await searchRecord(store, '欢迎行动', { limit: 5 });
    expect([total, hits.length]).toEqual([1, 1]);
    const [{ snippet }] = hits as [(typeof hits)[0]];
    const points = Array.from((await store.texts([hits[0]!.article.id])).get(hits[0]!.article.id)!);
    expect(points.slice(snippet.start, snippet.end).join('')).toBe(snippet.text);
    expect(snippet.marks.map((m) => points.slice(m.start, m.end).join(''))).toEqual(['歡迎⾏動']);
    expect(snippet.end - snippet.start).toBe(120);
  });
  it('shows the beginning where only the title fits', async () => {
    await put('a', '别的文字', '核电站');
    const { hits } = await searchRecord(store, '核电', { limit: 5 });
    expect(hits[0]?.snippet).toMatchObject({ start: 0, marks: [] });
  });
  it('counts all, shows a page', async () => {
    for (const i of [1, 2, 3]) await put(`s${i}`, `越南${i}`);
    const result = await searchRecord(store, '越', { limit: 2, offset: 2 });
    expect([result.total, result.hits.length]).toEqual([3, 1]);
  });
  it('finds nothing for a query without letters', async () =>
    expect(await searchRecord(store, '"*', { limit: 5 })).toEqual({ also: [], total: 0, more: false, hits: [] }));
});

describe('a snippet', () => {
  const marked = (text: string, query: string): string[] => {
    const { marks } = snippetOf(text, phrasesOf(query, foldText));
    return marks.map((m) => Array.from(text).slice(m.start, m.end).join(''));
  };
  it.each([
    ['越南与越南', '越南', ['越南', '越南']],
    ['核电站', '核电 电站', ['核电站']],
    ['Phạm Minh Chính', 'minh PHAM', ['Phạm', 'Minh']],
    ['２０３０年', '2030年', ['２０３０年']],
    ['', '越', []],
  ])('%s: %s', (text, query, marks) => expect(marked(text, query)).toEqual(marks));
  it('holds its first mark, however long', () => {
    const word = 'a'.repeat(500);
    expect(snippetOf(word, phrasesOf(word, foldText))).toMatchObject({ start: 0, end: 500, marks: [{ start: 0, end: 500 }] });
  });
});
