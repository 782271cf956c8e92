import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKey, dayRange, daysInMonth, edtf, isEdtf, overlaps } from './edtf.js';

fc.configureGlobal({ seed: 7357 });

describe('dayRange', () => {
  it.each([
    ['2020-11-11', '2020-11-11', '2020-11-11'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2019-02', '2019-02-01', '2019-02-28'],
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-01/2020-09', '2020-01-01', '2020-09-30'],
    ['2016/2018', '2016-01-01', '2018-12-31'],
    ['2020-11-11/2020-11-13', '2020-11-11', '2020-11-13'],
    ['2018-09~', '2018-09-01', '2018-09-30'],
    ['2018/..', '2018-01-01', null],
    ['../2018', null, '2018-12-31'],
    ['2018/', '2018-01-01', null],
    ['../..', null, null],
  ])('%s', (text, min, max) => expect(dayRange(text)).toEqual({ min, max }));
  it.each([
    '2020-13',
    '2020-00',
    '2020-02-30',
    '2019-02-29',
    '20',
    '2020-1-1',
    '2020-11-11T10:00',
    '2018/2016',
    '2018/2019/2020',
    'soon',
    '2020年',
  ])('%s is none', (text) => {
    expect(dayRange(text)).toBeUndefined();
    expect(isEdtf(text)).toBe(false);
  });
});

describe('daysInMonth', () => {
  it('knows leap years', () => expect([2000, 1900, 2020, 2021].map((y) => daysInMonth(y, 2))).toEqual([29, 28, 29, 28]));
  it('knows the other months', () => expect([1, 4, 12].map((m) => daysInMonth(2021, m))).toEqual([31, 30, 31]));
});

describe('edtf', () => {
  it('pads', () =>
    expect([edtf(2020), edtf(2020, 8), edtf(2020, 8, 5), edtf(705, 1, 1)]).toEqual(['2020', '2020-08', '2020-08-05', '0705-01-01']));
  it('what it writes is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (y, m, d) => {
        const day = edtf(y, m, d);
        expect(dayRange(day)).toEqual({ min: day, max: day });
        expect(dayRange(edtf(y, m))?.min).toBe(edtf(y, m, 1));
        expect(dayRange(edtf(y))?.max).toBe(edtf(y, 12, 31));
      }),
    );
  });
});

describe('overlaps', () => {
  it.each([
    ['2020', '2020-11-11', true],
    ['2020-11', '2020-11-30', true],
    ['2020-11-11', '2020-11-12', false],
    ['2016/2018', '2018-12-31', true],
    ['2016/2018', '2019', false],
    ['2018/..', '2030', true],
    ['2018/..', '2017', false],
    ['../2018', '2017', true],
    ['../..', '2017', true],
    ['2020-13', '2020', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});

describe('dateKey', () => {
  it('sorts by the first day, then the last; what is not known comes last', () => {
    const dates = [null, '2020', '2020-11-11', '../2019', '2020-01', '2019-12-31'];
    expect([...dates].sort((a, b) => (dateKey(a) < dateKey(b) ? -1 : 1))).toEqual([
      '../2019',
      '2019-12-31',
      '2020-01',
      '2020',
      '2020-11-11',
      null,
    ]);
  });
});
