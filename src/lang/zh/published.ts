import { isA, as, type Token } from '../../grammar/token.js';
import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Span } from '../../text/span.js';
import type { Sentence } from './parse.js';
import type { TimeValue } from './phrases/times.js';

/** The day of a story, with the words it rests on. */
export interface StoryDay {
  date: string;
  basis: 'stated' | 'inferred';
  span: Span;
}

/** Words that put a year into history: it says nothing about when the story was written. */
const HISTORY = ['建交', '建立外交', '以来', '自从', '历史', '诞辰', '成立', '建国', '独立', '解放', '战争', '革命', '曾于', '曾在', '建立', '加入', '签订', '始于', '出生', '当年', '时任', '首次', '开始', '提升为', '升级为', '上任', '就任', '当选'];
const FUTURE = ['planned', 'possible'];

interface Evidence {
  /** The story is not older than this day (`YYYY-MM-DD`). */
  after: string | null;
  /** Years named without tense or history. */
  neutral: Set<number>;
  /** Years spoken of as still ahead. */
  ahead: Set<number>;
  /** Years in which an anniversary is kept. */
  kept: Set<number>;
}

/**
 * The day of a story that prints none: a day and month from its opening, the year from the years that the story itself names and
 * their tense. `null` where that does not decide. `opening` is the number of sentences in which the day may stand.
 */
export function storyDay(sentences: readonly Sentence[], dateline: { month: number; day: number; span: Span } | null): StoryDay | null {
  const stated = dateline ?? openingDay(sentences);
  if (!stated) return null;
  const known = 'year' in stated ? (stated.year as number | undefined) : undefined;
  if (known !== undefined) return { date: edtf(known, stated.month, stated.day), basis: 'stated', span: stated.span };
  const e = evidence(sentences, stated.span);
  const year = yearFor(stated.month, stated.day, e);
  if (year === null || stated.day > daysInMonth(year, stated.month)) return null;
  return { date: edtf(year, stated.month, stated.day), basis: 'inferred', span: stated.span };
}

/** The first day and month of the story that is told as past, not as a plan or inside brackets. */
function openingDay(sentences: readonly Sentence[]): { year?: number; month: number; day: number; span: Span } | null {
  let fallback: { year?: number; month: number; day: number; span: Span } | null = null;
  for (const s of sentences.slice(0, 8)) {
    for (let i = 0; i < s.tokens.length; i++) {
      const t = s.tokens[i]!;
      const value = as(t, 'time')?.value as TimeValue | undefined;
      if (!value || value.shape !== 'moment' || value.from.month === undefined || value.from.day === undefined) continue;
      if (s.tokens[i - 1]?.text.endsWith('(') || s.tokens[i + 1]?.text.startsWith('—') || s.tokens[i - 1]?.text.endsWith('—')) continue;
      const found = { month: value.from.month, day: value.from.day, span: { start: t.start, end: t.end } };
      if (value.from.year !== undefined) {
        fallback ??= { ...found, year: value.from.year };
        continue;
      }
      if (!isAhead(s.tokens, i)) return found;
    }
  }
  return fallback?.year !== undefined ? fallback : null;
}

function isAhead(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - 4); i < Math.min(tokens.length, at + 10); i++) {
    const mod = as(tokens[i], 'mod');
    if (mod && FUTURE.includes((mod.value as { value: string }).value) && tokens[i]!.text !== '将') return true;
    if (tokens[i]!.text === '将' && i < at) return true;
    if (i > at && tokens[i]!.edges.length === 0 && /[,;。]/.test(tokens[i]!.text)) break;
  }
  return false;
}

function evidence(sentences: readonly Sentence[], opening: Span): Evidence {
  const e: Evidence = { after: null, neutral: new Set(), ahead: new Set(), kept: new Set() };
  for (const s of sentences) {
    const text = s.chart.slice(s.span);
    // A year alone counts only beside the day itself: elsewhere it may be any year before.
    const beside = s.span.start <= opening.start && opening.end <= s.span.end;
    s.tokens.forEach((t, i) => {
      const value = as(t, 'time')?.value as TimeValue | undefined;
      if (!value) return;
      const year = value.to?.year ?? value.from.year;
      if (year === undefined) return;
      const bracketed = s.tokens[i - 1]?.text.endsWith('(') || /[~—-]$/.test(s.tokens[i - 1]?.text ?? '');
      if (bracketed) {
        if (/[~—-]$/.test(s.tokens[i - 1]?.text ?? '')) e.kept.add(year);
        return;
      }
      if (value.shape === 'deadline' || isFutureClause(s.tokens, i)) {
        e.ahead.add(year);
        return;
      }
      if (value.shape === 'same-period') return;
      const near = text.slice(Math.max(0, t.start - s.span.start - 12), t.end - s.span.start + 24);
      if (HISTORY.some((w) => near.includes(w)) && value.shape === 'moment') return;
      if (beside || (value.to ?? value.from).month !== undefined) note(e, value, year);
    });
  }
  return e;
}

function note(e: Evidence, value: TimeValue, year: number): void {
  const end = value.to ?? value.from;
  if (end.month !== undefined) {
    const day = end.day ?? (value.shape === 'moment' && !value.end ? 1 : daysInMonth(year, end.month));
    const at = edtf(year, end.month, day);
    if (e.after === null || at > e.after) e.after = at;
  } else if (value.shape === 'moment') e.neutral.add(year);
}

function isFutureClause(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < Math.min(tokens.length, at + 14); i++) {
    const t = tokens[i]!;
    if (t.edges.length === 0 && /[,;。]/.test(t.text)) {
      if (i > at + 1) break;
      continue;
    }
    if (isA(t, 'mod') && FUTURE.includes((as(t, 'mod')!.value as { value: string }).value)) return true;
    if (t.text === '目标' || t.text === '有望') return true;
  }
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const t = tokens[i]!;
    if (isA(t, 'mod') && FUTURE.includes((as(t, 'mod')!.value as { value: string }).value)) return true;
    if (['到', '至', '力争', '争取'].includes(t.text)) return true;
  }
  return false;
}

function yearFor(month: number, day: number, e: Evidence): number | null {
  const latestNeutral = e.neutral.size > 0 ? Math.max(...e.neutral) : null;
  const firstAhead = e.ahead.size > 0 ? Math.min(...e.ahead) : null;
  let year: number | null = null;
  if (e.after !== null) {
    const y = Number(e.after.slice(0, 4));
    year = edtf(y, month, day) >= e.after ? y : y + 1;
    if (latestNeutral !== null && latestNeutral > year && (firstAhead === null || latestNeutral <= firstAhead)) year = latestNeutral;
  } else if (latestNeutral !== null) year = latestNeutral;
  else if (e.kept.size === 1) year = [...e.kept][0]!;
  if (year === null) return null;
  return firstAhead !== null && year > firstAhead && !e.neutral.has(year) && e.after === null ? null : year;
}
