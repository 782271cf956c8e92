import type { MessageValue } from '../model/finding.js';
import { type DayRange, dayRange, daysInMonth, edtf } from '../model/values/edtf.js';

/** A period with both ends known, `YYYY-MM-DD` each. */
export interface Period {
  readonly min: string;
  readonly max: string;
}

/** What dates stand for: a large record tells of few, and rules ask again and again. */
const known = new Map<string, Period | undefined>();
const mostKnown = 10_000;

/** The days of an EDTF value; `undefined` where it is null, open at an end or not a date. */
export function periodOf(text: string | null | undefined): Period | undefined {
  if (text == null) return undefined;
  if (known.has(text)) return known.get(text);
  const r: DayRange | undefined = dayRange(text);
  const period = r && r.min !== null && r.max !== null ? { min: r.min, max: r.max } : undefined;
  if (known.size >= mostKnown) known.clear();
  known.set(text, period);
  return period;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.min === b.min && a.max === b.max;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The same day some years later or earlier; 29 February becomes the 28th. */
export function shiftDay(day: string, years: number): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return edtf(y + years, m, Math.min(d, daysInMonth(y + years, m)));
}

/** The same period some years later or earlier; a month's last day stays its last day. */
export function shiftYears(p: Period, years: number): Period {
  const [y, m, d] = p.max.split('-').map(Number) as [number, number, number];
  const last = d === daysInMonth(y, m);
  return { min: shiftDay(p.min, years), max: last ? edtf(y + years, m, daysInMonth(y + years, m)) : shiftDay(p.max, years) };
}

/** True for one whole calendar year. */
export function isYear(p: Period): boolean {
  return p.min.endsWith('-01-01') && p.max === `${p.min.slice(0, 4)}-12-31`;
}

/** The calendar year as a period. */
export function wholeYear(year: number): Period {
  return { min: edtf(year, 1, 1), max: edtf(year, 12, 31) };
}

/** Number of days since 1970-01-01 of a `YYYY-MM-DD`. */
export function dayNumber(day: string): number {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return Math.round(Date.UTC(y, m - 1, d) / 86_400_000);
}

/** Days from `a` to `b`, negative where b is earlier. */
export function daysBetween(a: string, b: string): number {
  return dayNumber(b) - dayNumber(a);
}

/** The day so many days later, or earlier where negative. */
export function addDays(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
}

/** How a period is named in a message: a year, a month, a day or both ends. */
export function periodName(p: Period): MessageValue {
  return { period: periodEdtf(p) };
}

/** The shortest EDTF value for a period. */
export function periodEdtf(p: Period): string {
  if (isYear(p)) return p.min.slice(0, 4);
  if (p.min === p.max) return p.min;
  const month = p.min.slice(0, 7);
  const whole = p.min.endsWith('-01') && daysInMonth(yearOf(p.min), Number(p.min.slice(5, 7))) === Number(p.max.slice(8));
  return whole && month === p.max.slice(0, 7) ? month : `${p.min}/${p.max}`;
}
