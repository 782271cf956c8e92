import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, type Said, type SmallStory, story } from '../../test/told.js';
import type { StatementOf } from '../model/statement.js';
import { conflictGroups, figureGroups } from './conflicts.js';

fc.configureGlobal({ seed: 20201111 });

type Figure = Omit<Extract<Said, { type: 'figure' }>, 'type'>;
const told = (list: readonly SmallStory[]) =>
  list.flatMap(({ article, statements }) => statements.map((s) => ({ statement: s as StatementOf<'figure'>, article })));
const at = (day: string, ...figures: Figure[]): SmallStory =>
  story(
    `${day}.txt`,
    figures.map((f): Said => ({ type: 'figure', period: '2020', ...f })),
    published(day),
  );
/** Headline value, why, and the differences of the other values. */
function read(...list: SmallStory[]) {
  const groups = figureGroups(told(list));
  expect(groups).toHaveLength(1);
  const { headline, why, others } = groups[0]!;
  return [headline.value, why, ...others.map((o) => `${o.value} ${o.difference}`)];
}

describe('values that differ are typed before anybody calls it an error', () => {
  it('the same value rounded: the exact one heads', () =>
    expect(
      read(at('2021-01-10', { quote: '48.52亿', value: 4.852e9 }), at('2021-05-10', { quote: '近49亿', value: 4.9e9, bound: 'nearly' })),
    ).toEqual([4.852e9, 'most-exact', '4900000000 rounded']));
  it('different coverage: the whole year heads', () =>
    expect(
      read(
        at('2021-01-10', { quote: '全年48.5亿', value: 4.85e9 }),
        at('2020-10-10', { quote: '前9个月41亿', value: 4.1e9, period: '2020-01/2020-09' }),
      ),
    ).toEqual([4.85e9, 'widest-period', '4100000000 coverage']));
  it('what is counted at a moment: the latest day heads', () =>
    expect(
      read(
        at('2020-03-10', { quote: '3月5000人', measure: 'students', unit: '人', value: 5000, period: '2020-03' }),
        at('2020-09-10', { quote: '9月5600人', measure: 'students', unit: '人', value: 5600, period: '2020-09' }),
      ),
    ).toEqual([5600, 'latest-moment', '5000 coverage']));
  it('the statistics of the two sides', () =>
    expect(
      read(
        at('2021-01-10', { quote: '越方48.5亿', value: 4.85e9, source: '越南海关' }),
        at('2021-02-10', { quote: '俄方56.6亿', value: 5.66e9, source: '俄罗斯海关' }),
      ),
    ).toEqual([5.66e9, 'newest', '4850000000 mirror']));
  it('a later revision by the same source, and no revision that doubles the value', () => {
    const first = at('2021-01-10', { quote: '48.5亿', value: 4.85e9, source: '越南海关' });
    expect(read(first, at('2021-06-10', { quote: '49.3亿', value: 4.93e9, source: '越南海关' }))).toEqual([
      4.93e9,
      'newest',
      '4850000000 revision',
    ]);
    expect(read(first, at('2021-06-10', { quote: '97亿', value: 9.7e9, source: '越南海关' }))).toEqual([
      9.7e9,
      'newest',
      '4850000000 contradiction',
    ]);
  });
  it('a slip of the decimal point never heads against two stories', () =>
    expect(
      read(
        at('2021-01-10', { quote: '48.5亿', value: 4.85e9 }),
        at('2021-02-10', { quote: '为48.5亿', value: 4.85e9 }),
        at('2021-03-10', { quote: '485亿', value: 4.85e10 }),
      ),
    ).toEqual([4.85e9, 'not-a-slip', '48500000000 power-of-ten']));
  it('a true contradiction, headed by the one whose source is named', () =>
    expect(
      read(at('2021-01-10', { quote: '48.5亿', value: 4.85e9, source: '海关' }), at('2021-02-10', { quote: '61.3亿', value: 6.13e9 })),
    ).toEqual([4.85e9, 'named-source', '6130000000 contradiction']));
  it('one value told twice is no conflict; another pair, unit or year is another group', () => {
    expect(
      read(
        at('2021-01-10', { quote: '48.5亿', value: 4.85e9 }),
        at('2021-02-10', { quote: '达48.5亿', value: 4.85e9, from: 'RU', to: 'VN' }),
      ),
    ).toEqual([4.85e9, 'only-value']);
    const apart = at(
      '2021-01-10',
      { quote: '一', value: 1 },
      { quote: '二', value: 2, unit: 'EUR' },
      { quote: '三', value: 3, to: 'BY' },
      { quote: '四', value: 4, period: '2019' },
    );
    expect(figureGroups(told([apart]))).toHaveLength(4);
    expect(conflictGroups(told([apart]))).toEqual([]);
  });
  it('hopes, denials and amounts not said belong to no group', () =>
    expect(
      figureGroups(
        told([
          at(
            '2021-01-10',
            { quote: '一', modality: 'planned' },
            { quote: '二', value: null },
            { quote: '三', bound: 'some' },
            { quote: '四', period: null },
          ),
        ]),
      ),
    ).toEqual([]));
});

describe('the order of stories', () => {
  it('says nothing, nor does a story given twice', () => {
    const figure = fc.record({
      quote: fc.constantFrom('甲', '乙', '丙'),
      value: fc.constantFrom(4.85e9, 4.8e9, 5e9, 4.85e10, 6.13e9),
      bound: fc.constantFrom(null, 'about' as const, 'over' as const),
      period: fc.constantFrom('2020', '2020-01/2020-09', '2019'),
      source: fc.constantFrom(null, '越南海关', '俄罗斯海关'),
      measure: fc.constantFrom('trade.total' as const, 'students' as const),
    });
    const record = fc
      .array(fc.tuple(fc.constantFrom('2020-05-01', '2021-02-03', '2022-11-30'), fc.array(figure, { minLength: 1, maxLength: 3 })), {
        minLength: 1,
        maxLength: 7,
      })
      .map((list) =>
        list.map(([day, figures], i) =>
          story(
            `${i}.txt`,
            figures.map((f): Said => ({ type: 'figure', ...f })),
            { ...published(day), before: String(i) },
          ),
        ),
      );
    fc.assert(
      fc.property(
        record.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 }))),
        ([list, shuffled]) => {
          const groups = figureGroups(told(list));
          expect(figureGroups(told(shuffled))).toEqual(groups);
          expect(groups.flatMap((g) => [g.headline, ...g.others]).flatMap((v) => v.told)).toHaveLength(told(list).length);
        },
      ),
      { numRuns: 120 },
    );
  });
});
