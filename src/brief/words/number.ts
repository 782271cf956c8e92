import { decimal } from '../../model/values/decimal.js';

/** `-1234567.5` → `-1,234,567.5`. */
export function withSeparators(digits: string): string {
  const [whole = '', part] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** Exact digits of `value` in units of ten to the `power`. */
export function inPowers(value: number, power: number): string {
  return decimal(value).div(`1e${power}`).toFixed();
}

/** The largest of the powers in which an amount is at least one and can be written with up to six digits after the point; 0 else. */
export function scaleOf(value: number, powers: readonly number[]): number {
  return powers.find((p) => decimal(value).abs().gte(`1e${p}`) && (inPowers(value, p).split('.')[1] ?? '').length <= 6) ?? 0;
}

/** `0.13` → `13`, exact. */
export function percentPoints(share: number): string {
  return decimal(share).times(100).toFixed();
}

/** `2022-01/2022-12` → `2022`; any other EDTF value stays what it is. */
export function wholeYear(edtf: string): string {
  return edtf.replace(/^(\d{4})-01(?:-01)?\/\1-12(?:-31)?$/, '$1');
}

/** Keeps the first of items that are the same; for `filter`. */
export function isFirst<T>(item: T, at: number, all: readonly T[]): boolean {
  return all.indexOf(item) === at;
}
