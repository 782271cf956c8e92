import { as, isA, type Token } from '../../grammar/token.js';
import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Span } from '../../text/span.js';
import type { Sentence } from './parse.js';
import type { Moment, TimeValue } from './phrases/moments.js';

/** Words that put a year into history: it says nothing about when the story was written. */
const HISTORY = [
  ...'建交 建立外交 以来 自从 历史 诞辰 成立 建国 独立 解放 战争 革命 曾于 曾在 建立'.split(' '),
  ...'加入 签订 始于 出生 时任 首次 开始 提升为 升级为 上任 就任 当选 复交 协定于 条约于 协议于'.split(' '),
];
const FUTURE = ['planned', 'possible'];
/** A month or a day that is named with its year. */
export interface Dated {
  moment: Moment;
  /** Where a period begins; the day itself else. */
  from: Moment;
  span: Span;
  ahead: boolean;
  history: boolean;
}

/** What a story says of the time it was written in. */
export interface Evidence {
  dates: Dated[];
  /** The story is not older than this day: the end of a period that is told as over. */
  after: string | null;
  /** Years of this story's own sentence, and those of them that begin a name (2025年品牌日). */
  beside: Set<number>;
  named: Set<number>;
  /** Years in which an anniversary is kept. */
  kept: Set<number>;
  /** Years whose later seasons are spoken of as to come. */
  soon: Set<number>;
  /** The latest year named without a month, as past or present. */
  latestYear: number | null;
  /** Years of whole-year statistics. */
  counted: Set<number>;
}

export function endOf(value: TimeValue): Moment {
  return { ...value.from, ...value.to };
}

export function inBracket(tokens: readonly Token[], i: number): boolean {
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

export function isHistory(s: Sentence, t: Token): boolean {
  const text = s.chart.slice(s.span);
  const near = text.slice(Math.max(0, t.start - s.span.start - 8), t.end - s.span.start + 22);
  return HISTORY.some((w) => near.includes(w));
}

function isFutureWord(t: Token | undefined): boolean {
  const mod = as(t, 'mod');
  return mod !== undefined && FUTURE.includes((mod.value as { value: string }).value);
}

export function isAhead(tokens: readonly Token[], at: number): boolean {
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

export function evidence(sentences: readonly Sentence[], opening: Span, inDateline: boolean): Evidence {
  const e: Evidence = {
    dates: [],
    after: null,
    beside: new Set(),
    named: new Set(),
    kept: new Set(),
    counted: new Set(),
    soon: new Set(),
    latestYear: null,
  };
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
      else if (end.month === undefined && beside) {
        e.beside.add(end.year);
        if (/^[\p{Script=Han}“"《](?<![在于就曾已以因从被由向对与和同,])/u.test(rest)) e.named.add(end.year);
      }
    });
  }
  return e;
}

function later(e: Evidence, end: Moment): void {
  if (end.month === undefined) return;
  const at = edtf(end.year!, end.month, end.day ?? daysInMonth(end.year!, end.month));
  if (e.after === null || at > e.after) e.after = at;
}
