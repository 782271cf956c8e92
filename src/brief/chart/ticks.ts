import { carry, type Decimal, decimal } from '../../model/values/decimal.js';

/**
 * Round amounts for an axis that holds all of these: steps of 1, 2 or 5 times a power of ten, about five of them, zero among them.
 * Two amounts at least.
 */
export function ticksFor(values: readonly number[]): number[] {
  const all = [0, ...values].map((v) => decimal(v));
  const low = all.reduce((a, b) => (b.lt(a) ? b : a));
  const high = all.reduce((a, b) => (b.gt(a) ? b : a));
  const step = stepFor(high.minus(low).eq(0) ? decimal(1) : high.minus(low).div(5));
  /** Away from zero: `low` is zero or less, `high` zero or more. */
  const [first, last] = [low, high].map((end) => end.div(step).round(0, 3)) as [Decimal, Decimal];
  const count = Math.max(1, carry(last.minus(first)));
  return Array.from({ length: count + 1 }, (_, at) => carry(first.plus(at).times(step)));
}

/** The smallest of 1, 2, 5 times a power of ten that is no less. */
function stepFor(least: Decimal): Decimal {
  let power = decimal(1);
  while (power.gt(least)) power = power.div(10);
  while (power.times(10).lte(least)) power = power.times(10);
  return [1, 2, 5, 10].map((n) => power.times(n)).find((s) => s.gte(least))!;
}
