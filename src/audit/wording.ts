import type { Meant, MessageValue } from '../model/finding.js';
import { type Decimal, decimal } from '../model/values/decimal.js';
import type { Range } from './compare.js';

/** Numbers in the English of messages: exact, with separators, never rounded without saying so. */

/** 108500000000 → `108,500,000,000`. */
export function digits(value: number | string | Decimal): string {
  const text = decimal(String(value)).toFixed();
  const [whole, rest] = text.split('.');
  return whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
}

/** `108,500,000,000 USD`; a plain count has no unit. */
export function amount(value: number | Decimal, unit: string | null): MessageValue {
  return { amount: exact(value), unit };
}

const exact = (value: number | Decimal): string => decimal(String(value)).toFixed();

/** As Chinese wires write it: `1.085亿`, `1080万`, `950`. */
export function inHan(value: number | Decimal): string {
  const v = decimal(String(value));
  if (v.abs().gte('1e8')) return `${v.div('1e8').round(6).toFixed()}亿`;
  if (v.abs().gte('1e4')) return `${v.div('1e4').round(6).toFixed()}万`;
  return v.toFixed();
}

/** The value to write instead, in Chinese numerals' units too where the story is Chinese. */
export function correction(value: Decimal, unit: string | null, language: string | null): Meant {
  return { amount: exact(value), unit, written: language?.startsWith('zh') ? inHan(value) : null };
}

/** The same in English: `8.5亿 (850,000,000 USD)`. */
export function correctionText({ amount: value, unit, written }: Meant): string {
  const plain = unit === null || unit === 'count' ? digits(value) : `${digits(value)} ${unit}`;
  return written === null ? plain : `${written} (${plain})`;
}

/** 3 → `1,000 times`, -1 → `a 10th of`. */
export function timesName(powers: number): string {
  const factor = digits(decimal(`1e${Math.abs(powers)}`));
  return powers > 0 ? `${factor} times` : `one ${factor}th of`;
}

/** A fraction as a percentage to one decimal: 0.381 → `38.1%`. */
export function percent(fraction: number | Decimal): MessageValue {
  return { percent: points(fraction) };
}

const points = (fraction: number | Decimal): string => decimal(String(fraction)).times(100).round(1).toFixed();

/** `12.1% to 13.9%`. */
export function percentRange(r: Range): MessageValue {
  return { percent: points(r.min), upper: points(r.max) };
}

/** Both ends, rounded to four figures outward is not needed: they are shown as compared, cut to whole units. */
export function amountRange(r: Range, unit: string | null): MessageValue {
  return { amount: exact(r.min.round(0)), upper: exact(r.max.round(0)), unit };
}

/** What a measure is called in a message. */
export function measureName(measure: string, label?: string): string {
  const names: Readonly<Record<string, string>> = {
    'trade.total': 'trade',
    'trade.flow': 'exports',
    'trade.balance': 'trade balance',
    'investment.capital': 'investment capital',
    'investment.projects': 'investment projects',
  };
  return measure === 'other' ? (label ?? 'value') : (names[measure] ?? measure);
}

/** Who stands in a figure: `VN to BY` for a flow, `VN and BY` (in alphabetical order) for a total. */
export function pairName(measure: string, from: string | null, to: string | null, date?: string): MessageValue {
  const sides = [from, to].filter((c) => c !== null);
  const directed = measure !== 'trade.total';
  return { sides: directed ? sides : sides.sort(), directed, ...(date === undefined ? {} : { date }) };
}

/** A date or period as told (EDTF). */
export function when(edtf: string | null): MessageValue {
  return edtf === null ? '' : { date: edtf };
}

/** A country or group by its code; any other text as it stands. */
export function whose(said: string | null): MessageValue {
  return said !== null && /^[A-Z]{2,}$/.test(said) ? { place: said } : (said ?? '');
}
