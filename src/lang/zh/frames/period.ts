import type { Edge } from '../../../grammar/chart.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Span } from '../../../text/span.js';
import { resolve } from '../calendar.js';
import type { Scene } from '../scene.js';
import type { TimeValue } from '../token.js';
import { PEOPLE_MEASURES } from './measure.js';
import { isTimeOfBase, type Rise, riseOf } from './rise.js';

export interface Period {
  value: string;
  span: Span;
  /** In the amount's own clause. */
  own: boolean;
}

/** The period of a figure: in its clause, before it in the sentence, or held over from the figure that opened the list. */
export function periodOf(scene: Scene, measure: Edge): Period | null {
  // What is counted at present has no period.
  if (
    PEOPLE_MEASURES.has((measure.value as Entry | null)?.value ?? '') &&
    scene.clause.some((t) => /^(?:目前|现有|现|如今|迄今)/.test(t.text))
  )
    return null;
  const rise = riseOf(scene);
  for (let c = scene.clauseAt; c >= 0; c--) {
    const clause = scene.clauses[c]!;
    const own = c === scene.clauseAt;
    const limit = own ? scene.trigger.start : Number.POSITIVE_INFINITY;
    for (let i = clause.length - 1; i >= 0; i--) {
      const t = clause[i]!;
      if (t.start >= limit || !isA(t, 'time') || (own && rise && isOfOtherEnd(i, rise))) continue;
      if (rise?.end !== 'start' && isTimeOfBase(clause, i)) continue;
      // 2020年从上年的24亿: the year before the one told of, not before the story's.
      if (rise?.end === 'start' && t.text.startsWith('上年')) return null;
      const time = periodAt(t, own && rise?.end === 'end' && i > rise.first);
      if (!time) continue;
      // 前5个月 of a year that is not known: a period, but none that can be given.
      const edtf = resolve(time, scene.registers.calendar, 'past');
      return edtf ? { value: edtf, span: { start: t.start, end: t.end }, own } : null;
    }
    // Where a rise begins has the time that stands there, or none.
    if (rise?.end === 'start') return null;
  }
  const held = scene.registers.period;
  return held ? { ...held, own: false } : null;
}

/** A time between 从 and the first amount is that amount's; what stands before 从 is the time of the rise as a whole. */
function isOfOtherEnd(i: number, rise: Rise): boolean {
  return rise.end === 'start' ? i < rise.from : i > rise.from && i < rise.first;
}

/** The time as a period, where it can be one; 增至2020年 names the year of the level that was reached (`reached`), no deadline. */
function periodAt(t: Token, reached: boolean): TimeValue | undefined {
  const value = as(t, 'time')!.value as TimeValue;
  if (value.shape === 'same-period' || value.shape === 'vague' || value.shape === 'duration') return undefined;
  if (value.shape === 'deadline') return reached ? { ...value, shape: 'moment' } : undefined;
  return value.from.day !== undefined && value.shape !== 'as-of' && value.shape !== 'period' ? undefined : value;
}
