/**
 * The EDTF (ISO 8601-2) subset that the record uses: day, month, year, interval, `~` (about), `..` or nothing for an open end.
 * Pure text functions: no Date arithmetic depends on a clock or a time zone.
 */

/** First and last day (`YYYY-MM-DD`) that a date may mean; an open end is `null`. */
export interface DayRange {
  min: string | null;
  max: string | null;
}

const ONE = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?$/;

/** Days in a month. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function one(text: string, side: 'min' | 'max'): string | null | undefined {
  if (text === '' || text === '..') return null;
  const m = ONE.exec(text);
  if (!m) return undefined;
  const year = m[1]!;
  const month = m[2];
  const day = m[3];
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month)))) return undefined;
  if (month === undefined) return side === 'min' ? `${year}-01-01` : `${year}-12-31`;
  if (day === undefined) return side === 'min' ? `${year}-${month}-01` : `${year}-${month}-${daysInMonth(Number(year), Number(month))}`;
  return `${year}-${month}-${day}`;
}

/** The same dates come again and again. */
const ranges = new Map<string, Readonly<DayRange> | undefined>();
const mostRemembered = 20_000;

/** First and last day of an EDTF value; `undefined` where it is not of the subset or names no real day. */
export function dayRange(edtf: string): Readonly<DayRange> | undefined {
  const before = ranges.get(edtf);
  if (before !== undefined || ranges.has(edtf)) return before;
  if (ranges.size >= mostRemembered) ranges.clear();
  const range = rangeIn(edtf);
  ranges.set(edtf, range);
  return range;
}

function rangeIn(edtf: string): DayRange | undefined {
  const parts = edtf.split('/');
  if (parts.length > 2) return undefined;
  const min = one(parts[0]!, 'min');
  const max = one(parts[1] ?? parts[0]!, 'max');
  if (min === undefined || max === undefined) return undefined;
  if (min !== null && max !== null && min > max) return undefined;
  return { min, max };
}

export function isEdtf(text: string): boolean {
  return dayRange(text) !== undefined;
}

/** `2020` + 8 → `2020-08`; all parts are numbers, missing ones are left out. */
export function edtf(year: number, month?: number, day?: number): string {
  const y = String(year).padStart(4, '0');
  if (month === undefined) return y;
  const m = String(month).padStart(2, '0');
  return day === undefined ? `${y}-${m}` : `${y}-${m}-${String(day).padStart(2, '0')}`;
}

/** Whether two dates can mean the same day. Unknown overlaps nothing. */
export function overlaps(a: string, b: string): boolean {
  const x = dayRange(a);
  const y = dayRange(b);
  if (!x || !y) return false;
  return (x.min === null || y.max === null || x.min <= y.max) && (y.min === null || x.max === null || y.min <= x.max);
}

/** Sort key: earliest day, then latest; open starts first. */
export function dateKey(edtfValue: string | null): string {
  const r = edtfValue === null ? undefined : dayRange(edtfValue);
  return r ? `${r.min ?? '0000-01-01'}/${r.max ?? '9999-12-31'}` : '9999-12-31/9999-12-31';
}
