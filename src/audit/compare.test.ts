import { describe, expect, it } from 'vitest';
import type { Bound } from '../model/statement.js';
import { decimal } from '../model/values/decimal.js';
import { apart, growthBetween, growthRange, lastDigit, plus, powersOfTen, rangeOf } from './compare.js';

const range = (value: number, bound: Bound | null = null, quote = '') => {
  const r = rangeOf({ value, bound, quote })!;
  return [r.min.toNumber(), r.max.toNumber()];
};

describe('the last digit shown', () => {
  it.each([
    [8.28e8, '8.28亿美元', 1e6],
    [1.08e7, '1080万美元', 1e5],
    [4.1e9, '41亿美元', 1e8],
    [4.1e9, '4.10 billion dollars', 1e7],
    [4e9, '40.0亿美元', 1e7],
    [3e9, '30亿美元', 1e9],
    [36, '36个', 1],
  ])('of %d in %s', (value, quote, unit) => expect(lastDigit(value, quote).toNumber()).toBe(unit));
});

describe('what a stated amount may stand for', () => {
  it.each([
    [4.1e9, null, [4e9, 4.2e9]],
    [3e9, null, [2.7e9, 3.3e9]],
    [7.7e7, 'over', [7.7e7, 1.155e8]],
    [1e8, 'about', [9e7, 1.1e8]],
    [1e8, 'nearly', [8e7, 1e8]],
    [1e8, 'under', [5e7, 1e8]],
    [3.6e9, 'only', [3.5e9, 3.7e9]],
    [-2.5e8, null, [-2.6e8, -2.4e8]],
    [0, null, [0, 0]],
  ] as const)('%d %s', (value, bound, want) => expect(range(value, bound)).toEqual(want));

  it('an amount not said stands for nothing', () => {
    expect(rangeOf({ value: null, bound: 'some', quote: '' })).toBeUndefined();
    expect(rangeOf({ value: 5, bound: 'some', quote: '' })).toBeUndefined();
  });

  it('decimals stay exact', () => {
    const sum = plus(rangeOf({ value: 8.28e8, quote: '' })!, rangeOf({ value: 8.28e8, quote: '' })!);
    expect(sum.max.toFixed()).toBe('1658000000');
  });
});

describe('growth', () => {
  it('between rounded values is a range', () => {
    const g = growthBetween(rangeOf({ value: 36e8, quote: '' })!, rangeOf({ value: 41e8, quote: '' })!)!;
    expect([g.min.round(3).toNumber(), g.max.round(3).toNumber()]).toEqual([0.081, 0.2]);
    expect(apart(g, growthRange(0.13, '同比增长13%'))).toBe(false);
    expect(apart(g, growthRange(0.23, '同比增长23%'))).toBe(true);
  });

  it('from nothing is not known', () => {
    expect(growthBetween(rangeOf({ value: 0, quote: '' })!, rangeOf({ value: 5, quote: '' })!)).toBeUndefined();
  });

  it('stated with a hedge is wider, with more digits narrower', () => {
    const width = (growth: number, quote: string): number => {
      const r = growthRange(growth, quote);
      return r.max.minus(r.min).toNumber();
    };
    expect(width(0.381, '增长38.1%')).toBe(0.002);
    expect(width(0.3, '增长30%')).toBe(0.02);
    expect(width(0.3, '增长近30%')).toBe(0.06);
    expect(width(1.5, '增长1.5倍')).toBe(0.2);
  });
});

describe('powers of ten', () => {
  it.each([
    [108_500_000_000, 108_500_000, 3],
    [27.5e9, 2.75e9, 1],
    [1.1e8, 1.1e9, -1],
    [38.9e8, 38.5e8, 0],
    [90e8, 8.5e8, 0],
    [0, 5, 0],
  ])('%d against %d', (a, b, k) => expect(powersOfTen(decimal(a), decimal(b))).toBe(k));
});
