import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type Place } from '../../test/store/engines.js';
import { story } from '../../test/told.js';
import { foldText } from '../text/fold.js';
import type { Store } from './port.js';
import { phrasesOf } from './search-tokens.js';

const at = '2026-01-02T03:04:05.000Z';
const page = { limit: 10_000 };

/** Few characters, so that every short query stands in many texts; marks, digits and words between them. */
const han = fc.constantFrom(...'越南俄核电年月〇𠀀');
const texts = fc.array(
  fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: han },
        { weight: 2, arbitrary: fc.constantFrom('，', '。\n', '2030', '11', ' ', 'VNA', '、', '—', 'Đà') },
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map((parts) => parts.join('')),
  { minLength: 60, maxLength: 60 },
);
const queriesOf = (length: number): fc.Arbitrary<string> =>
  fc.array(han, { minLength: length, maxLength: length }).map((chars) => chars.join(''));

describe.each(engines)('SPEC R-55: search on $name', (engine) => {
  let place: Place;
  let store: Store;
  beforeAll(async () => {
    place = await engine.place();
    store = await place.open();
  });
  afterAll(async () => {
    await store.close();
    await place.clear();
  });

  const fill = async (bodies: readonly string[]): Promise<void> => {
    const ids = (await store.articles({ superseded: true }, page)).map((a) => a.id);
    for (const id of ids) await store.remove(id);
    const finished = bodies.map((text, i) => {
      const { text: _, ...reading } = story(`s${i}`, []);
      return { reading: { ...reading, article: { ...reading.article, id: `sha256:${i}`, title: null } }, text };
    });
    await store.put(finished, '1', at);
  };
  const find = async (query: string): Promise<string[]> => {
    const { total, articles } = await store.search(phrasesOf(query, foldText), page);
    expect(articles).toHaveLength(total);
    return articles.map((a) => a.source).sort();
  };

  it('finds exactly what a scan of all texts finds, for 1, 2, 3 and 5 characters', async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(texts, fc.tuple(...[1, 1, 2, 2, 2, 3, 3, 5, 5].map(queriesOf)), async (bodies, queries) => {
        await fill(bodies);
        const folded = bodies.map(foldText);
        for (const query of queries) {
          const scan = folded.flatMap((text, i) => (text.includes(query) ? [`s${i}`] : [])).sort();
          expect(await find(query)).toEqual(scan);
          hits += scan.length;
        }
        const long = folded.map((text) => /\p{Script=Han}{5,}/u.exec(text)?.[0] ?? '').find((run) => run !== '');
        if (long !== undefined) expect(await find(long)).not.toEqual([]);
      }),
      { seed: 20201111, numRuns: engine.runs(20) },
    );
    expect(hits).toBeGreaterThan(engine.runs(1000));
  });

  const bodies = [
    '越南与俄罗斯在2030年将贸易额提升',
    '越南COVID-19疫苗',
    '⾏动计划、越 南',
    '越南歡迎訪問，2030 年前',
    'Thủ tướng Phạm Minh Chính và Дмитрий Чернышенко',
    '２０３０年，ＶＮＡ',
    '他说："OR" NOT NEAR(核)',
  ];
  it.each([
    ['越', [0, 1, 2, 3]],
    ['越南', [0, 1, 2, 3]],
    ['行动', [2]],
    ['行動', [2]],
    ['欢迎访问', [3]],
    ['2030年', [0, 3, 5]],
    ['2030年将', [0]],
    ['030', []],
    ['越南 贸易额', [0]],
    ['贸易额 越南', [0]],
    ['越南贸易额', []],
    ['covid-19疫苗', [1]],
    ['covid 疫', [1]],
    ['vna', [5]],
    ['PHAM MINH CHINH', [4]],
    ['Чернышенко', [4]],
    ['черныш', []],
    ['南越', []],
    ['"OR"', [6]],
    ['核 OR', [6]],
    ['越南 OR 核', []],
    ['越*', [0, 1, 2, 3]],
    ['title:越南', []],
    ['NEAR(核', [6]],
    ["'; drop table article; --", []],
    ['"', []],
    ['', []],
    ['^越 -南 (', [0, 1, 2, 3]],
  ])('%s', async (query, found) => {
    await fill(bodies);
    expect(await find(query)).toEqual(found.map((i) => `s${i}`));
  });

  it('finds titles, and puts a title before a text', async () => {
    const { text: _, ...reading } = story('t', []);
    await fill(['核电站与核能与核电'.repeat(3), '一段别的文字']);
    await store.put(
      [{ reading: { ...reading, article: { ...reading.article, title: '核电站', id: 'sha256:t' } }, text: '一段别的文字' }],
      '1',
      at,
    );
    const { articles } = await store.search(phrasesOf('核电站', foldText), page);
    expect(articles.map((a) => a.source)).toEqual(['t', 's0']);
  });

  it('gives the same order whatever the order of writing, and pages of it', async () => {
    const same = Array.from({ length: 30 }, (_, i) => `越南${'新闻'.repeat(i % 3)}`);
    const orders: string[][] = [];
    for (const turn of [false, true]) {
      const ids = (await store.articles({ superseded: true }, page)).map((a) => a.id);
      for (const id of ids) await store.remove(id);
      const finished = same.map((text, i) => {
        const { text: _, ...reading } = story(`s${i}`, []);
        return { reading: { ...reading, article: { ...reading.article, id: `sha256:${i}` } }, text };
      });
      await store.put(turn ? finished.reverse() : finished, '1', at);
      const whole = (await store.search(phrasesOf('越南', foldText), page)).articles.map((a) => a.id);
      const paged: string[] = [];
      for (let offset = 0; offset < 30; offset += 7)
        paged.push(...(await store.search(phrasesOf('越南', foldText), { limit: 7, offset })).articles.map((a) => a.id));
      expect(paged).toEqual(whole);
      orders.push(whole);
    }
    expect(orders[0]).toEqual(orders[1]);
  });
});
