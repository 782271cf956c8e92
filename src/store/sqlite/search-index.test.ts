import { describe, expect, it } from 'vitest';
import { published, story } from '../../../test/told.js';
import { foldText } from '../../text/fold.js';
import { phrasesOf } from '../search-tokens.js';
import { openSqlite } from './open.js';

const dates = ['2019-05-01', null, '2021', '2018', '2020-01', null, '2017'];

describe('more hits than are counted', () => {
  it('are said to be more, and can be paged through', async () => {
    const store = await openSqlite(':memory:', { fold: foldText, rankedHits: 1, countedHits: 3 });
    const stories = [0, 1, 2, 3, 4].map((i) => story(`s${i}`, [], { before: `越南${i}` }));
    await store.put(
      stories.map(({ text, ...reading }) => ({ reading, text })),
      '1',
      '2026-01-02T03:04:05.000Z',
    );
    const find = (limit: number, offset = 0) => store.search(phrasesOf('越南', foldText), { limit, offset });
    expect(await find(1)).toMatchObject({ total: 3, more: true });
    expect((await find(5)).articles).toHaveLength(5);
    expect((await find(5, 4)).articles).toHaveLength(1);
    expect(await store.search(phrasesOf('越南3', foldText), { limit: 5 })).toMatchObject({ total: 1, more: false });
    await store.close();
  });
});

describe('more hits than are ranked', () => {
  it('come newest first, undated ones last, in pages', async () => {
    const store = await openSqlite(':memory:', { fold: foldText, rankedHits: 3 });
    const stories = dates.map((date, i) => story(`s${i}`, [], { before: `越南${i}`, ...(date === null ? {} : published(date)) }));
    await store.put(
      stories.map(({ text, ...reading }) => ({ reading, text })),
      '1',
      '2026-01-02T03:04:05.000Z',
    );
    const find = async (limit: number, offset = 0): Promise<(string | undefined)[]> =>
      (await store.search(phrasesOf('越南', foldText), { limit, offset })).articles.map((a) => a.published?.date);
    const all = ['2021', '2020-01', '2019-05-01', '2018', '2017', undefined, undefined];
    expect(await find(100)).toEqual(all);
    for (const size of [1, 2, 3, 5]) {
      const paged: (string | undefined)[] = [];
      for (let at = 0; at < all.length; at += size) paged.push(...(await find(size, at)));
      expect(paged).toEqual(all);
    }
    expect(await store.search(phrasesOf('越南', foldText), { limit: 1 })).toMatchObject({ total: 7, more: false });
    await store.close();
  });
});
