import { isA, type Token } from '../../../grammar/token.js';
import type { Scene } from '../scene.js';

/** An amount as one end of a rise or fall: 从2015年的36亿美元增至2020年的40亿美元, 比2019年的36亿美元增长13.9%. */
export interface Rise {
  end: 'start' | 'end';
  /** The token of the clause with which the rise begins (从, 由, 比, 较), and that of its first amount. */
  from: number;
  first: number;
}

const isSum = (t: Token): boolean => isA(t, 'money', 'count') && !isA(t, 'time');
const isAmount = (t: Token): boolean => isA(t, 'money', 'count', 'number');
const compares = (t: Token): boolean => t.text === '比' || t.text === '较' || (isA(t, 'compare') && /^[比较]/.test(t.text));
/** 从, 由, 自 before what rises. */
const opens = (t: Token): boolean => /^[从由自]$/.test(t.text);
const leads = (t: Token): boolean => /[至到为]$/.test(t.text) || (isA(t, 'time') && /^[至到]/.test(t.text));

/** The rise that the trigger's amount is an end of, or nothing: 从中国进口5亿美元 tells none. */
export function riseOf(scene: Scene): Rise | undefined {
  const { clause, at } = scene;
  if (isBase(clause, at)) return { end: 'start', from: clause.slice(0, at).findLastIndex((t) => compares(t) || opens(t)), first: at };
  const from = clause.slice(0, at).findLastIndex((t) => opens(t));
  if (from < 0) return undefined;
  const first = clause.findIndex((t, i) => i > from && isAmount(t));
  const second = clause.findIndex((t, i) => i > first && isAmount(t));
  if (second < 0 || !clause.slice(first + 1, second).some(leads)) return undefined;
  if (at === first) return { end: 'start', from, first };
  return at === second ? { end: 'end', from, first } : undefined;
}

/** 比2019年的36亿美元增长13.9%, 从2019年的36亿美元增长13.9%: an amount that another is compared with. */
export function isBase(clause: readonly Token[], at: number): boolean {
  const from = clause.slice(0, at).findLastIndex(compares);
  if (from >= 0)
    return !clause.slice(from + 1, at).some((t) => isAmount(t) || isA(t, 'growth')) && clause.slice(at + 1).some((t) => isA(t, 'growth'));
  const rise = clause.slice(0, at).findLastIndex((t) => opens(t));
  const led = clause.slice(rise + 1, at);
  return (
    rise >= 0 &&
    led.some((t) => isA(t, 'time')) &&
    led.every((t) => isA(t, 'time', 'hedge') || t.text === '的') &&
    isA(clause[at + 1], 'growth') &&
    clause.slice(at + 2).some((t) => isA(t, 'percent', 'multiple')) &&
    !clause.slice(at + 1).some(isAmount)
  );
}

/** 比建交前的2006年增长120%: whether the time at `at` is what a rate alone is compared with. */
export function isTimeOfRate(clause: readonly Token[], at: number): boolean {
  const from = clause.slice(0, at).findLastIndex(compares);
  const growth = clause.findIndex((t, i) => i > at && isA(t, 'growth'));
  return from >= 0 && growth > at && !clause.slice(from + 1, growth).some((t) => isAmount(t) || isA(t, 'growth'));
}

/** 与2023年相比增长5%, 较上年增长5%: the time at `at` of a clause of rates alone is what they are compared with. */
export function isHeldAgainst(clause: readonly Token[], at: number): boolean {
  const isBehind = clause[at + 1]?.text === '相比' || /相比$/.test(clause[at]!.text);
  return (isBehind || compares(clause[at - 1] ?? clause[at]!)) && clause.slice(at).some((t) => isA(t, 'growth')) && !clause.some(isSum);
}

/** Whether the time at `at` belongs to an amount that another is compared with. */
export function isTimeOfBase(clause: readonly Token[], at: number): boolean {
  const amount = clause.findIndex((t, i) => i > at && isAmount(t));
  return amount >= 0 && isBase(clause, amount) && clause.slice(0, amount).findLastIndex((t) => compares(t) || opens(t)) < at;
}

/** 增加5亿美元: an amount that tells by how much, not how much. */
export function isChange(clause: readonly Token[], at: number): boolean {
  const told = clause.slice(0, at).findLast((t) => !isA(t, 'hedge') && t.text !== '了');
  return told !== undefined && isA(told, 'growth') && !isA(told, 'reach', 'goal', 'measure');
}
