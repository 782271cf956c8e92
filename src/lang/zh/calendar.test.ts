import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moment, resolve, type Tense } from './calendar.js';
import type { TimeValue } from './phrases/moments.js';
import { type Calendar, calendarOf } from './story-calendar.js';

fc.configureGlobal({ seed: 7357 });

const on = (year: number | null, month: number | null, day: number | null, last: Partial<Calendar['last']> = {}): Calendar => ({
  ...calendarOf(null),
  ...{ year, month, day, last: { year: null, month: null, day: null, ...last } },
});
const story = on(2020, 11, 11);

describe('moment', () => {
  it.each<[string, Parameters<typeof moment>[0], Calendar, Tense, string | null]>([
    ['a full day is itself', { year: 2019, month: 5, day: 4 }, story, 'past', '2019-05-04'],
    ['a year is itself', { year: 2019 }, story, 'past', '2019'],
    ['this year', { yearOffset: 0 }, story, 'past', '2020'],
    ['last year', { yearOffset: -1, month: 9 }, story, 'past', '2019-09'],
    ['yesterday', { dayOffset: -1 }, story, 'past', '2020-11-10'],
    ['yesterday over a year', { dayOffset: -1 }, on(2021, 1, 1), 'past', '2020-12-31'],
    ['tomorrow over a leap day', { dayOffset: 1 }, on(2020, 2, 28), 'future', '2020-02-29'],
    ['a month told as past is not ahead', { month: 12 }, story, 'past', '2019-12'],
    ['a month told as past in this year', { month: 9 }, story, 'past', '2020-09'],
    ['a month ahead', { month: 12 }, story, 'future', '2020-12'],
    ['a month ahead in the next year', { month: 3 }, story, 'future', '2021-03'],
    ['a day ahead in the next year', { month: 1, day: 5 }, story, 'future', '2021-01-05'],
    ['a day told as past in January, of a December', { month: 12, day: 30 }, on(2021, 1, 2), 'past', '2020-12-30'],
    ['a day without a month', { day: 11 }, story, 'past', '2020-11-11'],
    ['a day without a month, after another month', { day: 5 }, on(2020, 11, 11, { month: 9 }), 'past', '2020-09-05'],
    ['a day that its month lacks', { month: 2, day: 30 }, story, 'past', null],
    ['a leap day in a year without one', { year: 2019, month: 2, day: 29 }, story, 'past', null],
    ['a day of a story without a date', { month: 11, day: 11 }, on(null, null, null), 'past', null],
    ['this year in a story without a date', { yearOffset: 0 }, on(null, null, null), 'past', null],
    ['yesterday in a story with a year only', { dayOffset: -1 }, on(2020, null, null), 'past', null],
    ['a month in a story with a year only', { month: 9 }, on(2020, null, null), 'past', '2020-09'],
  ])('%s', (_, m, calendar, tense, edtf) => expect(moment(m, calendar, tense)).toBe(edtf));

  it('a day and month is within a year of the story, on the side of its tense', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (m, d, sm, sd) => {
          const c = on(2020, sm, sd);
          const at = (edtf: string): number => Date.parse(`${edtf}T00:00:00Z`) / 86_400_000;
          const now = at(`2020-${String(sm).padStart(2, '0')}-${String(sd).padStart(2, '0')}`);
          expect(at(moment({ month: m, day: d }, c, 'past')!) <= now + 31).toBe(true);
          expect(at(moment({ month: m, day: d }, c, 'future')!) >= now - 31).toBe(true);
        },
      ),
    );
  });
});

describe('resolve', () => {
  const time = (shape: TimeValue['shape'], from: TimeValue['from'], to?: TimeValue['to']): TimeValue => ({
    shape,
    from,
    ...(to ? { to } : {}),
  });
  it.each<[string, TimeValue, string | null]>([
    ['a period within a year', time('period', { year: 2020, month: 1 }, { month: 9 }), '2020-01/2020-09'],
    ['a period of one month is that month', time('period', { year: 2020, month: 1 }, { month: 1 }), '2020-01'],
    ['a period of last year', time('period', { yearOffset: -1, month: 7 }, { month: 12 }), '2019-07/2019-12'],
    ['the second day takes the month of the first', time('period', { year: 2020, month: 3, day: 2 }, { day: 5 }), '2020-03-02/2020-03-05'],
    ['as of a month counts from January', time('as-of', { year: 2020, month: 9 }, { year: 2020, month: 9 }), '2020-01/2020-09'],
    ['as of the last day of a month is that month', time('as-of', {}, { year: 2020, month: 9, day: 30 }), '2020-01/2020-09'],
    ['as of a day', time('as-of', {}, { year: 2020, month: 9, day: 20 }), '2020-01/2020-09-20'],
    ['as of a year is the year', time('as-of', {}, { year: 2019 }), '2019'],
    ['a deadline', time('deadline', { year: 2030 }), '2030'],
    ['vague words give nothing', time('vague', {}), null],
    ['durations give nothing', time('duration', {}), null],
    ['the same period gives nothing by itself', time('same-period', { year: 2019 }), null],
  ])('%s', (_, value, edtf) => expect(resolve(value, story, 'past')).toBe(edtf));
});

/** Readings that are wrong today. May only shrink: one that is right must leave it. */
const unmet: readonly [name: string, m: Parameters<typeof moment>[0], calendar: Calendar, asked: string][] = [
  ['a bare day told as past that lies ahead is of the month before', { day: 30 }, on(2020, 11, 2), '2020-10-30'],
  ['the same over a year', { day: 31 }, on(2021, 1, 3), '2020-12-31'],
];

describe('readings that are wrong today', () => {
  it.each(unmet)('not yet: %s', (_, m, calendar, asked) => expect(moment(m, calendar, 'past')).not.toBe(asked));
});
