import { as, isA, type Token } from '../../grammar/token.js';
import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Span } from '../../text/span.js';
import type { Sentence } from './parse.js';
import type { Moment, TimeValue } from './phrases/moments.js';

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

/** Words that put a year into history: it says nothing about when the story was written. */
const HISTORY = [
  ...'建交 建立外交 以来 自从 历史 诞辰 成立 建国 独立 解放 战争 革命 曾于 曾在 建立'.split(' '),
  ...'加入 签订 始于 出生 时任 首次 开始 提升为 升级为 上任 就任 当选 复交 协定于 条约于 协议于'.split(' '),
];
const FUTURE = ['planned', 'possible'];
/** A bare day takes the year of a full date that lies at most so many days from it. */
const NEAR_DAYS = 60;

interface Dated {
  moment: Moment;
  /** Where a period begins; the day itself else. */
  from: Moment;
  span: Span;
  ahead: boolean;
  history: boolean;
}

interface Evidence {
  dates: Dated[];
  /** The story is not older than this day: the end of a period that is told as over. */
  after: string | null;
  /** Years of this story's own sentence. */
  beside: Set<number>;
  /** Years in which an anniversary is kept. */
  kept: Set<number>;
  /** Years whose later seasons are spoken of as to come. */
  soon: Set<number>;
  /** The latest year named without a month, as past or present. */
  latestYear: number | null;
  /** Years of whole-year statistics. */
  counted: Set<number>;
}

/**
 * The day of a story that prints none: a day and month from its dateline or opening; the year from full dates near it, from the
 * anniversary it keeps, from the periods it tells as over, or from a year in the same sentence. `null` where that does not decide.
 */
export function storyDay(sentences: readonly Sentence[], dateline: DatelineDay | null): StoryDay | null {
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
  const found = edtf(y, month, day);
  return dateline ? { date: found, basis, span: opening.span } : laterDay(found, sentences, { date: found, basis, span: opening.span });
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

function endOf(value: TimeValue): Moment {
  return { ...value.from, ...value.to };
}

function inBracket(tokens: readonly Token[], i: number): boolean {
  return /\($/.test(tokens[i - 1]?.text ?? '') || /^[~—-]/.test(tokens[i + 1]?.text ?? '') || /[~—-]$/.test(tokens[i - 1]?.text ?? '');
}

/** 1950年1月18日至2020年1月18日: the same day some years later. */
function isAnniversary({ shape, from, to }: TimeValue): boolean {
  return shape === 'period' && to?.year !== undefined && from.day !== undefined && from.day === to.day && from.month === to.month;
}

/** Decades, centuries and plans of ten years say nothing about when the story was written. */
function isEra({ from, to }: TimeValue): boolean {
  return to?.year !== undefined && from.year !== undefined && to.month === undefined && to.year - from.year >= 9;
}

function isHistory(s: Sentence, t: Token): boolean {
  const text = s.chart.slice(s.span);
  const near = text.slice(Math.max(0, t.start - s.span.start - 8), t.end - s.span.start + 22);
  return HISTORY.some((w) => near.includes(w));
}

function isFutureWord(t: Token | undefined): boolean {
  const mod = as(t, 'mod');
  return mod !== undefined && FUTURE.includes((mod.value as { value: string }).value);
}

function isAhead(tokens: readonly Token[], at: number): boolean {
  if (/^结束前/.test(`${tokens[at + 1]?.text ?? ''}${tokens[at + 2]?.text ?? ''}`)) return true;
  if (tokens.slice(Math.max(0, at - 4), at).some((t) => /^下(?:届|次|一届|一次)/.test(t.text))) return true;
  for (let i = at + 1; i < Math.min(tokens.length, at + 14); i++) {
    const t = tokens[i]!;
    if (t.edges.length === 0 && /[,;。]/.test(t.text)) {
      if (i > at + 1) break;
      continue;
    }
    if (isFutureWord(t) || t.text === '目标' || t.text === '有望') return true;
    if (isA(t, 'v', 'lv') && !isFutureWord(tokens[i + 1])) break;
  }
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const t = tokens[i]!;
    if (t.edges.length === 0 && /[,;。]/.test(t.text)) break;
    if (isFutureWord(t) || ['到', '至', '力争', '争取'].includes(t.text)) return true;
  }
  return false;
}

function evidence(sentences: readonly Sentence[], opening: Span, inDateline: boolean): Evidence {
  const e: Evidence = { dates: [], after: null, beside: new Set(), kept: new Set(), counted: new Set(), soon: new Set(), latestYear: null };
  for (const [index, s] of sentences.entries()) {
    const text = s.chart.slice(s.span);
    const beside = (s.span.start <= opening.start && opening.end <= s.span.end) || (inDateline && index <= 2);
    s.tokens.forEach((t, i) => {
      const value = as(t, 'time')?.value as TimeValue | undefined;
      const end = value ? endOf(value) : undefined;
      if (!value || end?.year === undefined || value.shape === 'same-period' || isEra(value)) return;
      if (inBracket(s.tokens, i) && value.shape !== 'as-of') {
        if (/[~—-]$/.test(s.tokens[i - 1]?.text ?? '') || isAnniversary(value)) e.kept.add(end.year);
        return;
      }
      const rest = text.slice(t.end - s.span.start, t.end - s.span.start + 40);
      if (
        (end.month === undefined && /^(?:是|恰逢|正值|适逢|为|将迎来|迎来).{0,34}周年/.test(rest)) ||
        (end.month === undefined && /^.{0,12}(?:担任|作为).{0,14}主席国/.test(rest))
      ) {
        e.kept.add(end.year);
        if (e.latestYear === null || end.year > e.latestYear) e.latestYear = end.year;
        return;
      }
      // 自8月13日起, 4月19日前: from or until a day to come.
      const ahead = value.shape === 'deadline' || value.shape === 'onward' || value.shape === 'after' || isAhead(s.tokens, i);
      const history = value.shape === 'since' || isHistory(s, t);
      if (end.month !== undefined)
        e.dates.push({ moment: end, from: value.shape === 'period' ? { ...end, ...value.from } : end, span: t, ahead, history });
      if (ahead && end.month === undefined && /^(?:年)?(?:夏天|夏季|秋天|秋季|冬天|冬季|下半年|年底)/.test(rest)) e.soon.add(end.year);
      if (ahead || (history && (value.shape === 'moment' || value.shape === 'since'))) return;
      if (end.month === undefined && (e.latestYear === null || end.year > e.latestYear)) e.latestYear = end.year;
      if (value.shape !== 'moment' || value.end) later(e, end);
      else if (end.month === undefined && s.tokens.slice(i, i + 30).some((x) => isA(x, 'money'))) e.counted.add(end.year);
      else if (end.month === undefined && beside) e.beside.add(end.year);
    });
  }
  return e;
}

function later(e: Evidence, end: Moment): void {
  if (end.month === undefined) return;
  const at = edtf(end.year!, end.month, end.day ?? daysInMonth(end.year!, end.month));
  if (e.after === null || at > e.after) e.after = at;
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
