import { daysInMonth, edtf } from '../../model/values/edtf.js';

/** A year, a month or a day. */
export interface Point {
  y: number;
  m?: number;
  d?: number;
}

const DAY = 86_400_000;

/** The point as EDTF. */
export function edtfOf(p: Point): string {
  return edtf(p.y, p.m, p.d);
}

/** The first day that a point can mean, as days since 1970. */
export function firstDay(p: Point): number {
  return Date.UTC(p.y, (p.m ?? 1) - 1, p.d ?? 1) / DAY;
}

/** The last day that a point can mean, as days since 1970. */
export function lastDay(p: Point): number {
  const m = p.m ?? 12;
  return firstDay({ y: p.y, m, d: p.d ?? daysInMonth(p.y, m) });
}

/** The point, or `null` where its month has no such day. */
export function pointAt(y: number, m?: number, d?: number): Point | null {
  if (m !== undefined && d !== undefined && (d < 1 || d > daysInMonth(y, m))) return null;
  return { y, ...(m === undefined ? {} : { m }), ...(d === undefined ? {} : { d }) };
}

/** The point in a month counted through from year 0, January 0: `2020 * 12 + 10` is November 2020. */
export function pointIn(month: number, d?: number): Point | null {
  return pointAt(Math.floor(month / 12), (month % 12) + 1, d);
}

/** The day so many days after 1 January 1970. */
export function dayFrom(day: number): Point {
  const date = new Date(day * DAY);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
}

/** `YYYY-MM-DD` as days since 1970. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** Monday 1 to Sunday 7 of a day since 1970, which began with a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
