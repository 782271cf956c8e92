import { isA, type Token } from '../../../grammar/token.js';
import type { Scene } from '../scene.js';

/** An amount as one end of a rise or fall: 从2015年的36亿美元增至2020年的40亿美元. */
export interface Rise {
  end: 'start' | 'end';
  /** The token of the clause with which the rise begins (从, 由), and that of its first amount. */
  from: number;
  first: number;
}

const isAmount = (t: Token): boolean => isA(t, 'money', 'count', 'number');
const leads = (t: Token): boolean => /[至到为]$/.test(t.text) || (isA(t, 'time') && /^[至到]/.test(t.text));

/** The rise that the trigger's amount is an end of, or nothing: 从中国进口5亿美元 tells none. */
export function riseOf(scene: Scene): Rise | undefined {
  const { clause, at } = scene;
  const from = clause.slice(0, at).findLastIndex((t) => t.text === '从' || t.text === '由');
  if (from < 0) return undefined;
  const first = clause.findIndex((t, i) => i > from && isAmount(t));
  const second = clause.findIndex((t, i) => i > first && isAmount(t));
  if (second < 0 || !clause.slice(first + 1, second).some(leads)) return undefined;
  if (at === first) return { end: 'start', from, first };
  return at === second ? { end: 'end', from, first } : undefined;
}

/** 增加5亿美元: an amount that tells by how much, not how much. */
export function isChange(clause: readonly Token[], at: number): boolean {
  const told = clause.slice(0, at).findLast((t) => !isA(t, 'hedge') && t.text !== '了');
  return told !== undefined && isA(told, 'growth') && !isA(told, 'reach', 'goal', 'measure');
}
