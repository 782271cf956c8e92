import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Moment, TimeValue } from './phrases/times.js';

/** What an expression of time may lean on: the day of the story and the day last spoken of. */
export interface Calendar {
  /** Year of the story, where known. */
  year: number | null;
  month: number | null;
  day: number | null;
  /** Year last spoken of: 同年. */
  lastYear: number | null;
  /** Year, month and day last mentioned in the sentence. */
  last: { year: number | null; month: number | null; day: number | null };
}

export type Tense = 'past' | 'future' | 'none';

/** EDTF of an expression of time, or `null` where the story does not fix it. */
export function resolve(value: TimeValue, calendar: Calendar, tense: Tense): string | null {
  switch (value.shape) {
    case 'moment':
    case 'deadline':
      return moment(value.from, calendar, tense);
    case 'period': {
      const from = moment(value.from, calendar, tense);
      const to = moment(inherit(value.to!, value.from), calendar, tense);
      return from !== null && to !== null && from !== to ? `${from}/${to}` : from;
    }
    case 'as-of': {
      const to = moment(value.to!, calendar, 'past');
      if (to === null) return null;
      const year = to.slice(0, 4);
      return to.length === 4 ? year : `${year}-01/${to.length > 7 && isMonthEnd(to) ? to.slice(0, 7) : to}`;
    }
    case 'vague':
    case 'duration':
    case 'same-period':
      return null;
  }
}

function isMonthEnd(day: string): boolean {
  return Number(day.slice(8)) === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

function inherit(to: Moment, from: Moment): Moment {
  const out: Moment = { ...to };
  if (out.year === undefined && out.yearOffset === undefined) {
    if (from.year !== undefined) out.year = from.year;
    if (from.yearOffset !== undefined) out.yearOffset = from.yearOffset;
  }
  if (out.month === undefined && out.day !== undefined && from.month !== undefined) out.month = from.month;
  return out;
}

/** Year, month and day that the moment names or that follow from the calendar. */
export function moment(m: Moment, c: Calendar, tense: Tense): string | null {
  if (m.dayOffset !== undefined) return shifted(c, m.dayOffset);
  const year = m.sameYear ? c.lastYear : (m.year ?? (m.yearOffset !== undefined ? offset(c.year, m.yearOffset) : null));
  if (m.month === undefined && m.day === undefined) return year === null ? null : edtf(year);
  if (m.month === undefined) return dayOnly(m.day!, c);
  const y = year ?? (m.yearOffset === undefined ? yearOf(m.month, m.day, c, tense) : null);
  if (y === null) return null;
  if (m.day !== undefined && m.day > daysInMonth(y, m.month)) return null;
  return edtf(y, m.month, m.day);
}

function offset(year: number | null, by: number): number | null {
  return year === null ? null : year + by;
}

/** A month without a year: the one nearest to the story on the side that the tense points to. */
function yearOf(month: number, day: number | undefined, c: Calendar, tense: Tense): number | null {
  if (c.year === null) return null;
  if (c.month === null) return c.year;
  const distance = month - c.month;
  if (tense === 'future') return distance < 0 ? c.year + 1 : c.year;
  if (distance > 0 && tense === 'past') return c.year - 1;
  if (distance > 6) return c.year - 1;
  if (distance === 0 && tense === 'past' && day !== undefined && c.day !== null && day > c.day + 1) return c.year - 1;
  return c.year;
}

/** A day without a month: the month of the story, or the one before where the day lies ahead. */
function dayOnly(day: number, c: Calendar): string | null {
  const year = c.last.year ?? c.year;
  const month = c.last.month ?? c.month;
  if (year === null || month === null || day > daysInMonth(year, month)) return null;
  return edtf(year, month, day);
}

function shifted(c: Calendar, by: number): string | null {
  if (c.year === null || c.month === null || c.day === null) return null;
  const d = new Date(Date.UTC(c.year, c.month - 1, c.day + by));
  return edtf(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate());
}
