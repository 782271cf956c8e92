import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { published, story } from '../../test/told.js';
import { timeOf } from './time.js';
import { viewOf } from './view.js';

fc.configureGlobal({ seed: 20201111 });

const stories = [
  story('c', [{ type: 'agreement', quote: '丙甲', name: '甲' }], published('2021-03-01')),
  story('a', [
    { type: 'agreement', quote: '甲', name: '甲' },
    { type: 'body', quote: '会', name: '会' },
  ]),
  story(
    'b',
    [
      { type: 'agreement', quote: '乙乙', name: '乙' },
      { type: 'agreement', quote: '甲甲', name: '甲' },
    ],
    published('2019'),
  ),
];

describe('the view of stories in memory', () => {
  it('lists by publication (unknown last), id and position, in whatever order the stories come', () => {
    const quotes = (list: typeof stories): string[] =>
      viewOf(list)
        .told('agreement')
        .map((t) => t.statement.quote);
    expect(quotes(stories)).toEqual(['乙乙', '甲甲', '丙甲', '甲']);
    fc.assert(
      fc.property(fc.shuffledSubarray(stories, { minLength: 3 }), (list) => {
        expect(quotes(list)).toEqual(quotes(stories));
      }),
    );
  });
  it('lists articles in the same order', () =>
    expect(
      viewOf(stories)
        .articles()
        .map((a) => a.source),
    ).toEqual(['b', 'c', 'a']));
  it('groups claims across stories', () => {
    const claims = viewOf(stories).claims('agreement');
    expect(claims.map((c) => c.told.map((t) => t.article.source))).toEqual([['b'], ['b', 'c', 'a']]);
  });
  it('gives texts, and says so where there is none', () => {
    const view = viewOf(stories);
    expect(view.text(stories[0]!.article.id)).toBe(stories[0]!.text);
    expect(() => view.text('sha256:0')).toThrow(RangeError);
  });
  it('counts a story once that is given twice', () => expect(viewOf([...stories, ...stories]).told('body')).toHaveLength(1));
  it('is empty where nothing is told', () => {
    expect(viewOf([]).articles()).toEqual([]);
    expect(viewOf(stories).claims('target')).toEqual([]);
  });
  it('sorts positions within a story, not by the order in which it was read', () => {
    const one = story('x', [
      { type: 'agreement', quote: '先', name: '先' },
      { type: 'agreement', quote: '后', name: '后' },
    ]);
    const turned = { ...one, statements: [...one.statements].reverse() };
    expect(
      viewOf([turned])
        .told('agreement')
        .map((t) => t.statement.quote),
    ).toEqual(['先', '后']);
  });
});

describe('where a statement stands in time', () => {
  const time = (said: Parameters<typeof story>[1][number], date?: string): string => {
    const { article, statements } = story('a', [said], date === undefined ? {} : published(date));
    return timeOf(statements[0]!, article);
  };
  it('its own date', () => expect(time({ type: 'event', quote: '一', date: '2020-08' }, '2020-11-11')).toBe('2020-08-01/2020-08-31'));
  it('else the day it was told', () => expect(time({ type: 'event', quote: '一' }, '2020-11-11')).toBe('2020-11-11/2020-11-11'));
  it('a target stands when it was set, not when it is due', () =>
    expect(time({ type: 'target', quote: '一', due: '2030' }, '2020-11-11')).toBe('2020-11-11/2020-11-11'));
  it('a brief of another story does not share its day', () =>
    expect(time({ type: 'commitment', quote: '一', item: 2 }, '2020-11-11')).toBe('9999-12-31/9999-12-31'));
  it('nothing known', () => expect(time({ type: 'position', quote: '一' })).toBe('9999-12-31/9999-12-31'));
});
