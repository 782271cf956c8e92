import { as } from '../../grammar/token.js';
import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Span } from '../../text/span.js';
import type { Sentence } from './parse.js';
import type { Moment, TimeValue } from './phrases/moments.js';
import { type Evidence, endOf, evidence, inBracket, isAhead, isHistory } from './story-evidence.js';

/** The day of a story, with the words it rests on. */
export interface StoryDay {
  date: string;
  basis: 'stated' | 'inferred';
  span: Span;
}

/** A day as the dateline gives it; the year, and in some agencies the month, is left out. */
export interface DatelineDay {
  moment: Moment;
  span: Span;
}

/** A bare day takes the year of a full date that lies at most so many days from it. */
const NEAR_DAYS = 60;

/**
 * The day of a story that prints none: a day and month from its dateline or opening; the year from full dates near it, from the
 * anniversary it keeps, from the periods it tells as over, or from a year in the same sentence. `null` where that does not decide.
 * `isPlaced`: its dateline names a place. A story that has none may open with a day of the past.
 */
export function storyDay(sentences: readonly Sentence[], dateline: DatelineDay | null, isPlaced: boolean): StoryDay | null {
  const opening = dateline ?? openingDay(sentences);
  if (!opening) return null;
  const e = evidence(sentences, dateline ? (sentences[0]?.span ?? opening.span) : opening.span, dateline !== null);
  let { year, month, day } = opening.moment;
  if (day === undefined) return null;
  if (month === undefined) {
    const near = monthFor(day, e);
    if (!near) return null;
    ({ year, month } = near);
  }
  const basis = year === undefined || opening.moment.month === undefined ? 'inferred' : 'stated';
  const y = year ?? yearFor(month!, day, e);
  if (y === null || y === undefined || day > daysInMonth(y, month!)) return null;
  if (!dateline && !isPlaced && !isOfToday(y, opening, sentences, e)) return null;
  const found = edtf(y, month, day);
  return dateline ? { date: found, basis, span: opening.span } : laterDay(found, sentences, { date: found, basis, span: opening.span });
}

/** A year that the text names as one that has been or is, also as the beginning of a name (2025全球能源大会). */
const NAMED_YEAR = /(?<![\d到至于])((?:19|20)\d\d)(?=年|\p{Script=Han})/gu;
/** Years beyond these are goals. */
const GOALS = 5;
/** Nothing that is read today is older where it does not print its day. */
const OLDEST = 1990;

/**
 * Whether the day found in an opening can be the story's own: no year that the story names is younger, it is no day that is kept for what was long ago,
 * and no sentence before it names another day without a month (8日火化 before 7月2日逝世).
 */
function isOfToday(year: number, { moment, span }: DatelineDay, sentences: readonly Sentence[], e: Evidence): boolean {
  const at = sentences.findIndex((s) => s.span.start <= span.start && span.end <= s.span.end);
  const own = sentences[at];
  if (!own || year < OLDEST) return false;
  if (moment.year === undefined && /周年/.test(own.chart.slice(own.span))) return false;
  const ahead = new Set(e.dates.flatMap((d) => (d.ahead ? [d.moment.year] : [])));
  for (const s of sentences)
    for (const [, named] of s.chart.slice(s.span).matchAll(NAMED_YEAR)) {
      const n = Number(named);
      if (n > year && n <= year + GOALS && !ahead.has(n)) return false;
    }
  return !sentences.slice(0, at + 1).some((s) =>
    s.tokens.some((t) => {
      const value = as(t, 'time')?.value as TimeValue | undefined;
      const m = value?.shape === 'moment' ? value.from : undefined;
      return t.end <= span.start && m?.day !== undefined && m.month === undefined && m.monthOffset === undefined && m.day !== moment.day;
    }),
  );
}

/** The first day that the opening tells as past. */
function openingDay(sentences: readonly Sentence[]): DatelineDay | null {
  let bare: DatelineDay | null = null;
  for (const s of sentences.slice(0, 2)) {
    for (let i = 0; i < s.tokens.length; i++) {
      const t = s.tokens[i]!;
      const value = as(t, 'time')?.value as TimeValue | undefined;
      const m = value?.shape === 'moment' ? value.from : value?.shape === 'period' && value.to ? endOf(value) : undefined;
      // 昨天(11月10日), 今天(11月11日): in round-ups of several stories, whose years say little.
      // 本(14)日: the day of the story, whose month stands elsewhere.
      if (m?.dayOffset === 0 && m.day !== undefined && m.month === undefined)
        bare ??= { moment: { day: m.day }, span: { start: t.start, end: t.end } };
      if (m?.month === undefined || m.day === undefined || m.dayOffset !== undefined || inBracket(s.tokens, i) || isHistory(s, t)) continue;
      if (!isAhead(s.tokens, i)) return { moment: m, span: { start: t.start, end: t.end } };
    }
  }
  return bare;
}

const DAY = 86_400_000;
const ordinal = (y: number, m: number, d: number): number => Date.UTC(y, m - 1, d) / DAY;

function yearFor(month: number, day: number, e: Evidence): number | null {
  let best: { year: number; distance: number; exact: boolean } | null = null;
  const last = lastPast(e, true);
  // No story is older than what it tells as past.
  const past = last ? ordinal(last.year!, last.month!, last.day ?? 1) : null;
  for (const d of e.dates) {
    if (d.history) continue;
    const { year, month: m, day: dd } = d.moment;
    for (const y of [year! - 1, year!, year! + 1]) {
      const distance = Math.abs(ordinal(y, month, day) - ordinal(year!, m!, dd ?? 15));
      if (past !== null && ordinal(y, month, day) < past - 1) continue;
      if (distance <= NEAR_DAYS && (!best || distance < best.distance)) best = { year: y, distance, exact: dd !== undefined };
    }
  }
  // A month of an earlier year that happens to be the same is no neighbour of a story that names a later year.
  if (best && (best.exact || e.latestYear === null || best.year >= e.latestYear)) return best.year;
  if (e.kept.size > 0) return Math.max(...e.kept);
  if (e.after !== null) {
    const y = Number(e.after.slice(0, 4));
    return edtf(y, month, day) >= e.after ? y : y + 1;
  }
  if (e.beside.size > 0) return Math.max(...e.beside);
  // Statistics of a whole year come out in the first weeks of the next.
  if (e.counted.size > 0 && month <= 2) return Math.max(...e.counted) + 1;
  return e.soon.size === 1 ? [...e.soon][0]! : null;
}

/** The month of a bare day: that of a full date which lies at most three weeks from it. */
function monthFor(day: number, e: Evidence): { year: number; month: number } | null {
  let best: { year: number; month: number; distance: number } | null = null;
  for (const d of e.dates) {
    if ((d.history && !d.ahead) || d.moment.day === undefined) continue;
    const { year, month } = d.moment as { year: number; month: number };
    if (day > daysInMonth(year, month)) continue;
    const distance = Math.abs(d.moment.day - day);
    const after = ordinal(year, month, day) >= ordinal(year, month, d.moment.day);
    if ((d.ahead ? !after || distance === 0 : after) && distance <= 21 && (!best || distance < best.distance))
      best = { year, month, distance };
  }
  return best;
}

/** The latest day or month that the story tells as past; history is left out unless asked for. */
function lastPast(e: Evidence, withHistory = false): Moment | null {
  let best: Moment | null = null;
  for (const d of e.dates) {
    if (d.ahead || (d.history && !withHistory)) continue;
    const key = (m: Moment): string => edtf(m.year!, m.month, m.day ?? 1);
    if (!best || key(d.from) > key(best)) best = d.from;
  }
  return best;
}

/** A story that goes on to the next days is of the last of them. */
function laterDay(from: string, sentences: readonly Sentence[], found: StoryDay): StoryDay {
  let best = found;
  const [y, m] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const start = ordinal(y, m, Number(from.slice(8)));
  for (const s of sentences) {
    s.tokens.forEach((t, i) => {
      const value = as(t, 'time')?.value as TimeValue | undefined;
      if (
        value?.shape !== 'moment' ||
        value.from.day === undefined ||
        value.from.monthOffset !== undefined ||
        value.from.dayOffset ||
        isAhead(s.tokens, i) ||
        inBracket(s.tokens, i) ||
        isHistory(s, t)
      )
        return;
      const { year = y, month = m, day } = value.from;
      if (value.from.yearOffset !== undefined || day > daysInMonth(year, month)) return;
      const at = ordinal(year, month, day);
      if (at > start && at - start <= 7 && edtf(year, month, day) > best.date)
        best = { date: edtf(year, month, day), basis: found.basis, span: t };
    });
  }
  return best;
}
