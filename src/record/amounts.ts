import type { Bound, StatementOf } from '../model/statement.js';
import { type Decimal, decimal } from '../model/values/decimal.js';

/** What a stated amount may stand for, both ends included. */
export interface AmountRange {
  min: Decimal;
  max: Decimal;
}

/** The parts of a figure or target that say how much. */
export interface StatedAmount {
  value: number | null;
  upper?: number | undefined;
  bound?: Bound | null | undefined;
}

/** The size of the last digit shown: 1e8 for 4.1e9. Zeros at the end of a number are taken for padding. */
export function lastDigitOf(value: number): Decimal {
  const v = decimal(value);
  return decimal(`1e${v.e - (v.c.length - 1)}`);
}

const smaller = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);

/** How far past its number a hedged amount may lie, as a share of it: below, above. */
const reach: Readonly<Record<Exclude<Bound, 'some' | 'only'>, readonly [below: string, above: string]>> = {
  about: ['0.1', '0.1'],
  over: ['0', '0.5'],
  nearly: ['0.2', '0'],
  under: ['0.5', '0'],
};

/**
 * What an amount may stand for; `null` where none is said. Without a hedge one unit of its last digit either way, a tenth of it at
 * most; hedged as far as `reach` says.
 */
export function amountRange({ value, upper, bound }: StatedAmount): AmountRange | null {
  if (value === null || bound === 'some') return null;
  const [a, b] = [decimal(value), decimal(upper ?? value)];
  const [low, high] = a.lt(b) ? [a, b] : [b, a];
  const slack = (v: Decimal): Decimal => smaller(lastDigitOf(Number(v)), v.abs().times('0.1'));
  if (bound == null || bound === 'only') return { min: low.minus(slack(low)), max: high.plus(slack(high)) };
  const [below, above] = reach[bound];
  return { min: low.minus(low.abs().times(below)), max: high.plus(high.abs().times(above)) };
}

/** True where no value fits both. */
export function amountsApart(a: AmountRange, b: AmountRange): boolean {
  return a.max.lt(b.min) || b.max.lt(a.min);
}

/** True where two positive amounts agree within 2% once one is multiplied by 10, 100, … 1,000,000. */
export function powerOfTenApart(a: number, b: number): boolean {
  if (a <= 0 || b <= 0) return false;
  const [low, high] = a < b ? [a, b] : [b, a];
  const quotient = decimal(high).div(decimal(low));
  return [1, 2, 3, 4, 5, 6].some((k) => quotient.div(`1e${k}`).minus(1).abs().lte('0.02'));
}

/** Measures that count what there is at a moment, in contrast to what happens within a period. */
export function isStock(measure: string): boolean {
  return /^(investment\.|students|workers|community|companies)/.test(measure);
}

/**
 * What is measured, between whom and in which unit, as a key: values of one series can be held against each other. `null` where that
 * is not said well enough. The two ends of `trade.total` say nothing by their order.
 */
export function seriesKey(s: StatementOf<'figure'> | StatementOf<'target'>): string | null {
  if (s.unit === null || (s.from === null && s.to === null) || (s.measure === 'other' && s.label === undefined)) return null;
  const ends = [s.from ?? '', s.to ?? ''];
  if (s.measure === 'trade.total') ends.sort();
  return [s.measure, s.measure === 'other' ? s.label : '', ends.join('>'), s.unit].join('|');
}
