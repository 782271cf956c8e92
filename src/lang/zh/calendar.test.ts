import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moment, resolve, shifted, type Tense, until } from './calendar.js';
import type { TimeValue } from './phrases/moments.js';
import { type Calendar, calendarAt, calendarOf } from './story-calendar.js';

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
    ['a day told as past, far ahead', { month: 11, day: 30 }, story, 'past', '2019-11-30'],
    ['a day told without a mark, ahead', { month: 12, day: 3 }, story, 'none', '2020-12-03'],
    ['a day told without a mark, of the last year', { month: 12, day: 30 }, on(2021, 1, 2), 'none', '2020-12-30'],
    ['a day of January told in December: of this year or the next?', { month: 1, day: 3 }, on(2020, 12, 28), 'none', null],
    ['the same, planned', { month: 1, day: 3 }, on(2020, 12, 28), 'future', '2021-01-03'],
    ['a planned day that lies just behind is not of the next year', { month: 12, day: 30 }, on(2021, 1, 2), 'future', '2020-12-30'],
    ['a month told without a mark in January', { month: 12 }, on(2021, 1, 2), 'none', '2020-12'],
    ['a day without a month', { day: 11 }, story, 'past', '2020-11-11'],
    ['a bare day told as past that lies ahead is of the month before', { day: 30 }, on(2020, 11, 2), 'past', '2020-10-30'],
    ['the same over a year', { day: 31 }, on(2021, 1, 3), 'past', '2020-12-31'],
    ['the same without a mark of tense', { day: 30 }, on(2020, 11, 2), 'none', '2020-10-30'],
    ['a month before that has no such day', { day: 31 }, on(2020, 12, 2), 'past', null],
    ['a bare day told as past, four weeks back or two days ahead: neither', { day: 13 }, story, 'past', null],
    ['a bare day ahead, without a mark of tense', { day: 13 }, story, 'none', '2020-11-13'],
    ['a bare day planned', { day: 13 }, story, 'future', '2020-11-13'],
    ['a bare day planned at the end of a month is of the next', { day: 3 }, on(2020, 11, 28), 'future', '2020-12-03'],
    ['the same over a year', { day: 3 }, on(2020, 12, 28), 'future', '2021-01-03'],
    ['a bare day planned that lies behind says nothing', { day: 5 }, story, 'future', null],
    ['this month', { monthOffset: 0, day: 13 }, story, 'past', '2020-11-13'],
    ['last month over a year', { monthOffset: -1, day: 13 }, on(2021, 1, 3), 'past', '2020-12-13'],
    ['a weekday told as past', { weekday: 5 }, story, 'past', '2020-11-06'],
    ['a weekday planned', { weekday: 5 }, story, 'future', '2020-11-13'],
    ['a weekday of the story itself', { weekday: 3 }, story, 'future', '2020-11-11'],
    ['a weekday of a story without a day', { weekday: 3 }, on(2020, 11, null), 'past', null],
    ['a weekday of last week, over a year', { weekday: 5, weekOffset: -1 }, on(2021, 1, 4), 'past', '2021-01-01'],
    ['the last Monday of a month', { month: 5, weekday: 1, nth: -1 }, story, 'past', '2020-05-25'],
    ['a fifth Monday that the month lacks', { year: 2020, month: 5, weekday: 1, nth: 5 }, story, 'past', null],
    ['two digits of a year', { shortYear: 98 }, story, 'past', '1998'],
    ['two digits of a year to come', { shortYear: 25 }, story, 'past', '2025'],
    ['a decade', { decade: 90 }, story, 'past', '1990'],
    ['a decade that has begun', { decade: 20 }, story, 'past', '2020'],
    ['a decade of the last century', { decade: 30 }, story, 'past', '1930'],
    ['the next day, with no day spoken of', { spokenDay: 1 }, story, 'past', null],
    ['the next day', { spokenDay: 1 }, { ...story, lastDay: '2020-10-31' }, 'past', '2020-11-01'],
    ['the year before, with no year spoken of', { spokenYear: -1, orStory: true }, story, 'past', '2019'],
    ['the year before the one spoken of', { spokenYear: -1, orStory: true }, { ...story, lastYear: 2015 }, 'past', '2014'],
    ['the next year, with no year spoken of', { spokenYear: 1 }, story, 'past', null],
    ['the same month', { spokenMonth: true, day: 5 }, { ...story, lastMonth: '2019-04' }, 'past', '2019-04-05'],
    ['two years ago', { yearOffset: -2, about: true }, story, 'past', '2018~'],
    ['a day without a month, after another month', { day: 5 }, on(2020, 11, 11, { month: 9 }), 'past', '2020-09-05'],
    ['the same of another year', { day: 31 }, on(2021, 1, 2, { year: 2020, month: 12, day: 30 }), 'past', '2020-12-31'],
    ['a first day of a month after a last', { day: 2 }, on(2020, 11, 11, { year: 2020, month: 10, day: 30 }), 'past', '2020-11-02'],
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
    ['as of January is January', time('as-of', {}, { year: 2020, month: 1 }), '2020-01'],
    ['since a year', time('since', { year: 2018 }), '2018/..'],
    ['since a month without a year', time('since', { month: 12 }), '2019-12/..'],
    ['from a day on', time('onward', { year: 2020, month: 9, day: 1 }), '2020-09-01/..'],
    ['a day of the next month ends a range', time('period', { year: 2020, month: 11, day: 30 }, { day: 2 }), '2020-11-30/2020-12-02'],
    ['a month of the next year ends a range', time('period', { year: 2020, month: 11 }, { month: 3 }), '2020-11/2021-03'],
    ['the year said at the end', time('period', { month: 12, day: 30 }, { year: 2021, month: 1, day: 2 }), '2020-12-30/2021-01-02'],
    ['a range told as past is over', time('period', { month: 12 }, { month: 2 }), '2019-12/2020-02'],
    ['a range that the story stands in is not over', time('period', { month: 7 }, { month: 12 }), null],
    ['an end before the beginning', time('period', { year: 2020 }, { year: 2019 }), null],
    ['an end that is no day', time('period', { year: 2020, month: 2, day: 1 }, { month: 2, day: 30 }), null],
    ['a stretch back', time('duration', { yearOffset: -5, about: true }, { yearOffset: 0 }), '2015~/2020'],
    ['a deadline', time('deadline', { year: 2030 }), '2030'],
    ['vague words give nothing', time('vague', {}), null],
    ['durations give nothing', time('duration', {}), null],
    ['the same period gives nothing by itself', time('same-period', { year: 2019 }), null],
  ])('%s', (_, value, edtf) => expect(resolve(value, story, 'past')).toBe(edtf));
});

describe('a range without a year', () => {
  const days = { shape: 'period', from: { month: 11, day: 11 }, to: { month: 11, day: 13 } } satisfies TimeValue;
  it.each<[string, TimeValue, Calendar, Tense, string | null]>([
    ['told as past on its first day', days, on(2020, 11, 11), 'past', '2020-11-11/2020-11-13'],
    ['told as past on its last day', days, on(2020, 11, 13), 'past', '2020-11-11/2020-11-13'],
    ['told as past afterwards', days, on(2020, 12, 1), 'past', '2020-11-11/2020-11-13'],
    ['told as past in the next year', days, on(2021, 1, 5), 'past', '2020-11-11/2020-11-13'],
    ['told as past, far ahead', days, on(2020, 10, 1), 'past', '2019-11-11/2019-11-13'],
    ['told without a mark, ahead', days, on(2020, 10, 1), 'none', '2020-11-11/2020-11-13'],
    ['planned', days, on(2020, 10, 1), 'future', '2020-11-11/2020-11-13'],
    ['planned, on its first day', days, on(2020, 11, 11), 'future', '2020-11-11/2020-11-13'],
    ['planned, a year ahead', days, on(2020, 12, 20), 'future', '2021-11-11/2021-11-13'],
    [
      'over the end of a year',
      { shape: 'period', from: { month: 12, day: 30 }, to: { month: 1, day: 2 } },
      on(2021, 1, 3),
      'none',
      '2020-12-30/2021-01-02',
    ],
    [
      'bare days of the month before',
      { shape: 'period', from: { day: 28 }, to: { day: 30 } },
      on(2020, 11, 2),
      'past',
      '2020-10-28/2020-10-30',
    ],
    [
      'bare days over the end of a month',
      { shape: 'period', from: { day: 30 }, to: { day: 2 } },
      on(2020, 11, 3),
      'none',
      '2020-10-30/2020-11-02',
    ],
    [
      'three quarters told in January',
      { shape: 'period', from: { month: 1 }, to: { month: 9 } },
      on(2021, 1, 9),
      'past',
      '2020-01/2020-09',
    ],
    ['a half-year told at its end', { shape: 'period', from: { month: 1 }, to: { month: 6 } }, on(2020, 6, 28), 'past', '2020-01/2020-06'],
    ['a half-year planned in it', { shape: 'period', from: { month: 7 }, to: { month: 12 } }, on(2020, 9, 1), 'future', '2020-07/2020-12'],
  ])('%s', (_, value, calendar, tense, edtf) => expect(resolve(value, calendar, tense)).toBe(edtf));

  it('holds the story or lies within a year of it, and never ends before it begins', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const day = fc.integer({ min: 1, max: 28 });
    const tenses = fc.constantFrom<Tense[]>('past', 'none', 'future');
    fc.assert(
      fc.property(month, day, month, day, month, day, tenses, (m, d, m2, d2, sm, sd, tense) => {
        const edtf = resolve({ shape: 'period', from: { month: m, day: d }, to: { month: m2, day: d2 } }, on(2020, sm, sd), tense);
        if (edtf === null) return;
        const [from, to] = edtf.split('/').map((x) => Date.parse(`${x}T00:00:00Z`) / 86_400_000) as [number, number?];
        const now = Date.UTC(2020, sm - 1, sd) / 86_400_000;
        expect(from <= (to ?? from)).toBe(true);
        if (tense === 'past') expect(from <= now + 7 && (to ?? from) > now - 366 - 7).toBe(true);
        if (tense === 'future') expect((to ?? from) >= now - 31 && from <= now + 366).toBe(true);
      }),
    );
  });
});

describe('until', () => {
  it.each<[string, TimeValue, string | null]>([
    ['a deadline', { shape: 'deadline', from: { year: 2030 } }, '2030'],
    ['a deadline by its day', { shape: 'deadline', from: { month: 12, day: 1 } }, '2020-12-01'],
    ['the end of the years to come', { shape: 'duration', from: { yearOffset: 0 }, to: { yearOffset: 5, about: true } }, '2025~'],
    ['a year to come', { shape: 'moment', from: { yearOffset: 1 } }, '2021'],
    ['the year of the story', { shape: 'moment', from: { year: 2020 } }, '2020'],
    ['what is over', { shape: 'moment', from: { year: 2019 } }, null],
    ['the years past', { shape: 'duration', from: { yearOffset: -5, about: true }, to: { yearOffset: 0 } }, null],
    ['since when', { shape: 'since', from: { year: 2018 } }, null],
  ])('%s', (_, value, edtf) => expect(until(value, story)).toBe(edtf));
});

describe('shifted', () => {
  it.each([
    ['2020-12-31', 1, '2021-01-01'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2020-03', 1, '2020-03'],
  ] as const)('%s by %i', (from, by, to) => expect(shifted(from, by)).toBe(to));
});

describe('calendarAt', () => {
  const spoken: Calendar = {
    ...story,
    lastDay: '2020-01-01',
    days: [
      { at: 5, day: '2020-10-30', namesMonth: true },
      { at: 9, day: '2020-11-02', namesMonth: false },
    ],
  };
  it('knows what was said before, and nothing of what follows', () => {
    expect(calendarAt(spoken, 5)).toMatchObject({ lastDay: '2020-01-01', last: { month: null } });
    expect(calendarAt(spoken, 6)).toMatchObject({ lastDay: '2020-10-30', last: { year: 2020, month: 10, day: 30 } });
    expect(calendarAt(spoken, 20)).toMatchObject({ lastDay: '2020-11-02', last: { year: 2020, month: 10, day: 30 } });
  });
});
