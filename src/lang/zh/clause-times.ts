import { as, isA, type Token } from '../../grammar/token.js';
import { namesDay } from './phrases/times.js';
import type { TimeValue } from './token.js';

/** Times that no act has by themselves: until when, as of when, how long. */
const OF_NO_ACT = new Set<TimeValue['shape']>(['deadline', 'same-period', 'as-of', 'duration']);

export const isSince = (t: Token): boolean => /^(?:since|after)$/.test((as(t, 'time')!.value as TimeValue).shape);
export const isOfNoAct = (t: Token): boolean => OF_NO_ACT.has((as(t, 'time')!.value as TimeValue).shape);

/** Expressions with a day first, then those nearest to the trigger. */
export function nearest(times: readonly Token[], to: Token): Token[] {
  const coarse = (t: Token): number => {
    const { shape, from } = as(t, 'time')!.value as TimeValue;
    return namesDay(from) && !(shape === 'period' && from.weekday !== undefined) ? 0 : 1;
  };
  return [...times].sort((a, b) => coarse(a) - coarse(b) || Math.abs(a.start - to.start) - Math.abs(b.start - to.start));
}

/** 就日本24日开始排海提出交涉: the time at `i` belongs to what the act at `at` is about. */
export function isInTopic(clause: readonly Token[], i: number, at: number): boolean {
  const held = isA(clause[at - 1], 'lv') || /^(?:提出|表示|表达|递交|予以|进行)/.test(clause[at]!.text);
  if (i > at || !held) return false;
  const from = clause.findIndex((t) => /^(?:就|针对|对于)$/.test(t.text));
  return from >= 0 && from < i && clause.slice(i + 1, at).some((t) => isA(t, 'v', 'lv', 'will') || t.edges.length === 0);
}

/** Words with which something yet to come is told. */
export const ANNOUNCES = /^(?:正式)?(?:宣布|宣称|证实|透露|表示|通报|公布|.*声明|.*公告)$/;

/** A 8日宣布将驱逐B: the time stands with the word that announces, and the act behind it is yet to come. */
export function isOfSaying(clause: readonly Token[], time: Token, at: number): boolean {
  const from = clause.indexOf(time);
  if (from < 0 || from >= at) return false;
  return clause.slice(from + 1, at).some((t) => isA(t, 'say') || ANNOUNCES.test(t.text));
}
