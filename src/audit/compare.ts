import type { Bound } from '../model/statement.js';
import { type Decimal, decimal } from '../model/values/decimal.js';

/**
 * Comparison of stated values. A stated value is not a point: 41亿 stands for anything that is written 41亿 when rounded or cut off,
 * "over 77 million" for anything from 77 million up. Every rule that holds values against each other does it with these ranges, and
 * reports only where two ranges have nothing in common.
 */
export interface Range {
  min: Decimal;
  max: Decimal;
}

/** The parts of a figure or target that say how much. */
export interface Amount {
  value: number | null;
  upper?: number | undefined;
  bound?: Bound | null | undefined;
  quote: string;
}

const factors: Readonly<Record<string, number>> = { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3, billion: 9, million: 6, '': 0 };

/** 10 to a whole power. */
export function tenTo(power: number): Decimal {
  return decimal(`1e${power}`);
}

/**
 * The size of the last digit that the writer shows: 1e8 for 41亿, 1e4 for 8.28亿 written 82,800万… Zeros at the end of a whole number are
 * padding (1080万 is 10.8 million in Chinese units); zeros after the point are shown on purpose (4.10亿).
 */
export function lastDigit(value: number, quote: string): Decimal {
  const v = decimal(value).abs();
  for (const m of quote.matchAll(/(\d[\d,]*\.(\d*0))\s*(万亿|亿|千万|百万|万|千|billion|million|)/g)) {
    const factor = tenTo(factors[m[3]!]!);
    if (decimal(m[1]!.replaceAll(',', '')).times(factor).eq(v)) return tenTo(-m[2]!.length).times(factor);
  }
  return tenTo(v.e - (v.c.length - 1));
}

function least(a: Decimal, b: Decimal): Decimal {
  return a.lt(b) ? a : b;
}
function most(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? a : b;
}

/** How far past its number a hedged value may lie, as a share of it. */
const reach = { about: '0.1', over: '0.5', nearly: '0.2', under: '0.5' } as const;

/**
 * What a stated amount may stand for; `undefined` where no amount is said. Rounded or cut off: one unit of the last digit shown either
 * way, at most a tenth of the value. `about` a tenth either way; `over` up to half more and nothing less; `nearly` down to a fifth
 * less; `under` down to half.
 */
export function rangeOf(amount: Amount): Range | undefined {
  const before = ranges.get(amount);
  if (before !== undefined) return before;
  const range = rangeFor(amount);
  if (range) ranges.set(amount, range);
  return range;
}

/** A value is held against many others. */
const ranges = new WeakMap<Amount, Range>();

function rangeFor(amount: Amount): Range | undefined {
  if (amount.value === null || amount.bound === 'some') return undefined;
  const ends = [decimal(amount.value), decimal(amount.upper ?? amount.value)] as const;
  const [low, high] = [least(...ends), most(...ends)];
  const slackOf = (v: Decimal): Decimal => least(lastDigit(Number(v), amount.quote), v.abs().times('0.1'));
  const part = (share: string): Decimal => most(low.abs(), high.abs()).times(share);
  const exact: Range = { min: low.minus(slackOf(low)), max: high.plus(slackOf(high)) };
  switch (amount.bound) {
    case 'about':
      return { min: least(exact.min, low.minus(part(reach.about))), max: most(exact.max, high.plus(part(reach.about))) };
    case 'over':
      return { min: low, max: high.plus(part(reach.over)) };
    case 'nearly':
      return { min: low.minus(part(reach.nearly)), max: high };
    case 'under':
      return { min: low.minus(part(reach.under)), max: high };
    default:
      return exact;
  }
}

export function plus(a: Range, b: Range): Range {
  return { min: a.min.plus(b.min), max: a.max.plus(b.max) };
}

export function minusRange(a: Range, b: Range): Range {
  return { min: a.min.minus(b.max), max: a.max.minus(b.min) };
}

/** Growth from `before` to `after` as a fraction; `undefined` where `before` may be nothing. */
export function growthBetween(before: Range, after: Range): Range | undefined {
  if (before.min.lte(0) || after.min.lt(0)) return undefined;
  return { min: after.min.div(before.max).minus(1), max: after.max.div(before.min).minus(1) };
}

/** True where no value fits both ranges. */
export function apart(a: Range, b: Range): boolean {
  return a.max.lt(b.min) || b.max.lt(a.min);
}

/** True where everything in `a` is smaller than everything in `b`. */
export function below(a: Range, b: Range): boolean {
  return a.max.lt(b.min);
}

/** How many powers of ten `a` is larger than `b`, where they agree within 2% once that is put right; 0 where they do not, or need not. */
export function powersOfTen(a: Decimal, b: Decimal): number {
  if (a.lte(0) || b.lte(0)) return 0;
  for (const k of [3, -3, 4, -4, 1, -1, 2, -2, 5, -5, 6, -6]) {
    const rest = a.div(b).div(tenTo(k)).minus(1).abs();
    if (rest.lte('0.02')) return k;
  }
  return 0;
}

/**
 * What a stated growth may stand for. `quote` is read for how it is shown: whole multiples (增长1.5倍) are rougher than percentages, and
 * a hedge before the number (近30%) widens it by a tenth of it, two percentage points at least.
 */
export function growthRange(growth: number, quote: string): Range {
  const g = decimal(growth);
  const shown = lastDigit(growth, '');
  const finest = least(shown, tenTo(-2));
  const unit = /倍|番/.test(quote) && g.abs().gte(1) ? least(most(shown, tenTo(-2)), decimal('0.5')) : finest;
  const hedged = /(?:近|约|超过?|逾|达到?近|高于|多达|将近|接近|大约)[^\d,，。;；]{0,4}\d[\d.]*\s*(?:%|％|个百分点|倍)/.test(quote);
  const slack = hedged ? most(unit, most(g.abs().times('0.1'), decimal('0.02'))) : unit;
  return { min: g.minus(slack), max: g.plus(slack) };
}
