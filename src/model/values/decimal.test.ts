import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carry, decimal, minus, ratio, sum, times } from './decimal.js';

fc.configureGlobal({ seed: 7357 });

describe('decimal', () => {
  it('has none of the faults of doubles', () => {
    expect(8.28 * 1e8).not.toBe(828_000_000);
    expect(times('8.28', '100000000')).toBe(828_000_000);
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(minus(0.3, 0.1)).toBe(0.2);
  });
  it('takes digits only', () => {
    for (const text of ['', 'abc', '1,000', '1.2.3', '8亿']) expect(() => decimal(text), text).toThrow();
  });
  it('adds nothing up to nothing', () => expect(sum([])).toBe(0));
  it('has no ratio to nothing', () => {
    expect(ratio(1, 0)).toBeUndefined();
    expect(ratio(1, 3)).toBe(0.333333333333);
    expect(ratio(-1, 4)).toBe(-0.25);
  });
  it('carries whole cents through sums and differences exactly', () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 20 }), cents, (list, other) => {
        const total = list.reduce((a, b) => a + b, 0);
        expect(sum(list.map((c) => c / 100))).toBe(total / 100);
        expect(minus(total / 100, other / 100)).toBe((total - other) / 100);
      }),
    );
  });
  it('gives the number that its digits name', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.nat(8),
        (n, power) => carry(decimal(n).times(decimal(10).pow(power))) === Number(`${n}e${power}`),
      ),
    );
  });
});
