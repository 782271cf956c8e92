import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Moment, TimeValue } from './phrases/moments.js';
import { dayFrom, dayNumber, edtfOf, firstDay, lastDay, type Point, pointAt, pointIn, weekdayOf } from './points.js';
import type { Calendar } from './story-calendar.js';

/** `past` and `future` where the words say so; `none` where they leave it open, as headlines and unmarked verbs do. */
export type Tense = 'past' | 'future' | 'none';

/** A day and month that is told as past lies so many days ahead at most. */
const SLACK = 7;
/** Without a mark of tense, a day and month lies so many days ahead at most. */
const HALF_YEAR = 183;
/** A bare day is of the last three weeks or the next two: wires name the month of any other. */
const THREE_WEEKS = 21;
const FORTNIGHT = 14;
/** A day that is planned, and lies behind by no more than this, is not of the next year. */
const MONTH = 31;

/** EDTF of an expression of time, or `null` where the story does not fix it. An interval never ends before it begins. */
export function resolve(value: TimeValue, calendar: Calendar, tense: Tense): string | null {
  switch (value.shape) {
    case 'moment':
    case 'deadline':
      return moment(value.from, calendar, tense);
    case 'period':
      return period(value.from, value.to!, calendar, tense);
    case 'duration':
      return value.to ? period(value.from, value.to, calendar, tense) : null;
    case 'since':
    case 'onward':
    case 'after': {
      const from = moment(value.from, calendar, value.shape === 'since' ? 'past' : tense);
      return from === null ? null : `${from}/..`;
    }
    case 'as-of': {
      const to = pointOf(value.to!, calendar, 'past');
      if (to === null) return null;
      if (to.m === undefined) return written(to, value.to!);
      const end = to.d === daysInMonth(to.y, to.m) ? { y: to.y, m: to.m } : to;
      return to.m === 1 && end.d === undefined ? edtfOf(end) : `${edtf(to.y, 1)}/${edtfOf(end)}`;
    }
    case 'vague':
    case 'same-period':
      return null;
  }
}

/** Year, month and day that the moment names or that follow from the calendar. */
export function moment(m: Moment, c: Calendar, tense: Tense): string | null {
  const p = pointOf(m, c, tense);
  return p === null ? null : written(p, m);
}

/**
 * Until when something is to be done: a deadline, a day, month or year of its own, or the end of 未来五年. `null` for other expressions and
 * for what is over on the day of the story.
 */
export function until(value: TimeValue, c: Calendar): string | null {
  const isAhead = value.shape === 'duration' && ((value.to?.yearOffset ?? 0) > 0 || (value.to?.monthOffset ?? 0) > 0);
  const m = isAhead ? value.to! : value.shape === 'deadline' || value.shape === 'moment' ? value.from : undefined;
  const p = m ? pointOf(m, c, 'future') : null;
  if (m === undefined || p === null) return null;
  const now =
    c.year === null ? null : firstDay({ y: c.year, ...(c.month ? { m: c.month } : {}), ...(c.month && c.day ? { d: c.day } : {}) });
  return now !== null && lastDay(p) < now ? null : written(p, m);
}

const written = (p: Point, m: Moment): string => `${edtfOf(p)}${m.about ? '~' : ''}`;

/** The day so many days after `day` (`YYYY-MM-DD`); what is no single day stays itself. */
export function shifted(day: string, by: number): string {
  return day.length === 10 ? edtfOf(dayFrom(dayNumber(day) + by)) : day;
}

/** The day of the story as a number; `null` where it is not known. */
function today(c: Calendar): number | null {
  return c.year === null || c.month === null || c.day === null ? null : firstDay({ y: c.year, m: c.month, d: c.day });
}

function pointOf(m: Moment, c: Calendar, tense: Tense): Point | null {
  if (m.spokenDay !== undefined) return c.lastDay === null ? null : dayFrom(dayNumber(c.lastDay) + m.spokenDay);
  if (m.nth !== undefined) return nthWeekday(m, c, tense);
  if (m.weekday !== undefined) return weekday(m.weekday, m.weekOffset, c, tense);
  if (m.dayOffset !== undefined && m.month === undefined) {
    const now = today(c);
    const day = now === null ? null : dayFrom(now + m.dayOffset);
    return m.day === undefined || day?.d === m.day ? day : dayOnly(m.day, c, 'none');
  }
  if (m.decade !== undefined) return c.year === null ? null : { y: recent(m.decade, c.year) };
  const year = yearSaid(m, c);
  if (m.monthOffset !== undefined) return monthFrom(m, c);
  if (m.spokenMonth) {
    if (c.lastMonth === null) return null;
    const [y, month] = c.lastMonth.split('-').map(Number) as [number, number];
    return pointAt(year ?? y, month, m.monthEnd ? daysInMonth(year ?? y, month) : m.day);
  }
  const { month } = m;
  if (month === undefined) {
    if (m.day !== undefined) return dayOnly(m.day, c, tense);
    return year == null ? null : { y: year };
  }
  if (year === null) return null;
  const y = year ?? yearFor({ m: month, d: m.day }, { m: month, d: m.day }, c, tense);
  return y === null ? null : pointAt(y, month, m.monthEnd ? daysInMonth(y, month) : m.day);
}

/** The year that the words name; `null` where they lean on a year that is not known, `undefined` where they name none. */
function yearSaid(m: Moment, c: Calendar): number | null | undefined {
  if (m.year !== undefined) return m.year;
  if (m.yearOffset !== undefined) return c.year === null ? null : c.year + m.yearOffset;
  if (m.spokenYear !== undefined) {
    const base = c.lastYear ?? (m.orStory ? c.year : null);
    return base === null ? null : base + m.spokenYear;
  }
  // Of two centuries, the one that does not lie more than a generation ahead.
  if (m.shortYear !== undefined) return c.year === null ? null : recent(m.shortYear, c.year + 19);
  return undefined;
}

/** The latest year up to `limit` that ends in the two digits. */
function recent(digits: number, limit: number): number {
  return limit - ((((limit - digits) % 100) + 100) % 100);
}

/** 本月, 上月13日, 去年本月. */
function monthFrom(m: Moment, c: Calendar): Point | null {
  if (c.year === null || c.month === null) return null;
  const at = (c.year + (m.yearOffset ?? 0)) * 12 + c.month - 1 + m.monthOffset!;
  const [y, month] = [Math.floor(at / 12), (at % 12) + 1];
  return pointAt(y, month, m.monthEnd ? daysInMonth(y, month) : m.day);
}

/** 周三 is the last one up to the story, or the next where it is planned; 上周三 that of the week before. Weeks begin with Monday. */
function weekday(day: number, week: number | undefined, c: Calendar, tense: Tense): Point | null {
  const now = today(c);
  if (now === null) return null;
  const own = weekdayOf(now);
  if (week !== undefined) return dayFrom(now - own + day + week * 7);
  const back = (own - day + 7) % 7;
  return dayFrom(tense === 'future' && back > 0 ? now - back + 7 : now - back);
}

/** 11月第四个星期四, 5月最后一个星期一. */
function nthWeekday({ nth, weekday: day, ...month }: Moment, c: Calendar, tense: Tense): Point | null {
  const at = pointOf(month, c, tense);
  if (at?.m === undefined) return null;
  const one = 1 + ((day! - weekdayOf(firstDay(at)) + 7) % 7);
  const weeks = nth! > 0 ? nth! - 1 : Math.floor((daysInMonth(at.y, at.m) - one) / 7);
  return pointAt(at.y, at.m, one + weeks * 7);
}

type YearDay = { m: number; d?: number | undefined };

/** The year of a month or day without one, or of a range that begins there: on the side of the story that the tense points to. */
function yearFor(from: YearDay, to: YearDay, c: Calendar, tense: Tense): number | null {
  if (c.year === null || c.month === null) return c.year;
  const over = to.m < from.m || (to.m === from.m && to.d !== undefined && from.d !== undefined && to.d < from.d) ? 1 : 0;
  const begins = (y: number): number => firstDay({ y, m: from.m, ...(from.d ? { d: Math.min(from.d, daysInMonth(y, from.m)) } : {}) });
  const ends = (y: number): number =>
    lastDay({ y: y + over, m: to.m, ...(to.d ? { d: Math.min(to.d, daysInMonth(y + over, to.m)) } : {}) });
  const now = { y: c.year, m: c.month, ...(c.day === null ? {} : { d: c.day }) };
  const [early, late] = [firstDay(now), lastDay(now)];
  const monthEnd = lastDay({ y: c.year, m: c.month });
  const ofMonths = from.d === undefined;
  const y = c.year;
  if (tense === 'past') {
    if (ofMonths ? ends(y) <= monthEnd : begins(y) <= late + SLACK) return y;
    // 下半年 in November is not over; 去年下半年 would be said with its year. 前三季度 in January is of the last year.
    if (ofMonths && begins(y) <= monthEnd && ends(y) - monthEnd <= HALF_YEAR) return null;
    return ofMonths && ends(y - 1) > monthEnd ? y - 2 : y - 1;
  }
  if (tense === 'future') {
    const monthStart = firstDay({ y: c.year, m: c.month });
    if (ofMonths) return ends(y - 1) >= monthStart && over ? y - 1 : ends(y) >= monthStart ? y : y + 1;
    return ends(y - 1) >= early - MONTH ? y - 1 : ends(y) >= early - MONTH ? y : y + 1;
  }
  if (ofMonths && over) return begins(y) <= monthEnd ? y : y - 1;
  if ((ofMonths ? ends(y) - monthEnd : begins(y) - late) > HALF_YEAR) return y - 1;
  // 1月3日 in a story of December: of the year under review, or of next week?
  return !ofMonths && begins(y + 1) - late <= MONTH ? null : y;
}

/** A day without a month: of the month spoken of in the sentence; else the one nearest to the story on the side of the tense. */
function dayOnly(day: number, c: Calendar, tense: Tense): Point | null {
  const spoken = c.last.year ?? c.year;
  if (spoken !== null && c.last.month !== null) {
    const turned = c.last.day !== null && c.last.day - day >= 20 ? 1 : 0;
    const at = spoken * 12 + c.last.month - 1 + turned;
    return pointIn(at, day);
  }
  if (c.year === null || c.month === null) return null;
  const here = c.year * 12 + c.month - 1;
  const of = (at: number): Point | null => pointIn(at, day);
  if (c.day === null) return of(here);
  const ahead = day - c.day;
  if (tense === 'past') {
    const p = of(ahead > 1 ? here - 1 : here);
    const now = today(c);
    return p !== null && now !== null && ahead > 1 && now - firstDay(p) > THREE_WEEKS ? null : p;
  }
  if (tense === 'none') return of(ahead > FORTNIGHT ? here - 1 : here);
  if (ahead >= -1) return of(here);
  // Planned, and before the story: of the next month where it is too old to be of this one; else the words do not say.
  return -ahead > THREE_WEEKS ? of(here + 1) : null;
}

const namesYear = (m: Moment): boolean =>
  m.year !== undefined || m.yearOffset !== undefined || m.spokenYear !== undefined || m.shortYear !== undefined;
/** Whether the moment stands by itself: nothing of it comes from the beginning of its range. */
const standsAlone = (m: Moment): boolean =>
  namesYear(m) || m.monthOffset !== undefined || m.dayOffset !== undefined || m.weekday !== undefined || m.spokenDay !== undefined;

/** From one point to another; what one end leaves out comes from the other. `null` where it would end before it begins. */
function period(from: Moment, to: Moment, c: Calendar, tense: Tense): string | null {
  const ends = endsOf(from, to, c, tense);
  if (ends === null) return null;
  const [a, b] = ends;
  if (firstDay(a) > firstDay(b) || lastDay(a) > lastDay(b)) return null;
  const [x, y] = [written(a, from), written(b, to)];
  return x === y ? x : `${x}/${y}`;
}

function endsOf(from: Moment, to: Moment, c: Calendar, tense: Tense): [Point, Point] | null {
  if (from.decade !== undefined && to.decade !== undefined) {
    if (c.year === null) return null;
    const y = recent(from.decade, c.year);
    return [{ y }, { y: y + to.decade - from.decade }];
  }
  const open = from.month !== undefined && from.nth === undefined && !namesYear(from);
  if (open && namesYear(to)) {
    const end = pointOf(to, c, tense);
    // 12月30日至2021年1月2日: the year is said at the end.
    const start = end === null ? null : (before(from, end, end.y) ?? before(from, end, end.y - 1));
    return start === null ? null : [start, end!];
  }
  if (open && to.month !== undefined) {
    const y = yearFor({ m: from.month!, d: from.day }, { m: to.month, d: to.day }, c, tense);
    const start = y === null ? null : pointAt(y, from.month, from.day);
    return start === null ? null : closed(start, to);
  }
  const start = pointOf(from, c, tense);
  if (start === null) return null;
  if (to.weekday !== undefined && to.weekOffset === undefined) {
    const day = firstDay(start);
    return [start, dayFrom(day + ((to.weekday - weekdayOf(day) + 7) % 7))];
  }
  if (!standsAlone(to)) return closed(start, to);
  const end = pointOf(to, c, tense);
  return end === null ? null : [start, end];
}

function before(from: Moment, end: Point, y: number): Point | null {
  const p = pointAt(y, from.month, from.day);
  return p !== null && lastDay(p) <= lastDay(end) ? p : null;
}

/** The first time after the start that the words for the end allow. */
function closed(start: Point, to: Moment): [Point, Point] | null {
  const month = to.month ?? start.m;
  const turned = to.month !== undefined && start.m !== undefined && isBefore(to, start);
  let y = start.y + (turned ? 1 : 0);
  let m = month;
  if (to.month === undefined && m !== undefined && to.day !== undefined && start.d !== undefined && to.day < start.d) {
    m = m === 12 ? 1 : m + 1;
    if (m === 1) y++;
  }
  const end = pointAt(y, m, to.monthEnd && m !== undefined ? daysInMonth(y, m) : to.day);
  return end === null ? null : [start, end];
}

function isBefore(to: Moment, start: Point): boolean {
  if (to.month !== start.m) return to.month! < start.m!;
  return to.day !== undefined && start.d !== undefined && to.day < start.d;
}
