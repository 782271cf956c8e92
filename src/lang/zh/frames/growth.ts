import type { Edge } from '../../../grammar/chart.js';
import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { minus } from '../../../model/values/decimal.js';
import type { ShareValue } from '../phrases/shares.js';
import type { Scene } from '../scene.js';
import type { NumberValue } from '../token.js';
import { isBase } from './rise.js';

export interface Growth {
  value: number;
  end: number;
}

const AHEAD = /^(?:将|力争|争取|目标|计划|有望|早日)/;

type Direction = 'up' | 'down' | undefined;

/**
 * Growth told after an amount, as a fraction: 同比增长13% → 0.13; 下降8% → -0.08; 增长两倍 → 2 (three times as much); 增至三倍 → 2;
 * 翻一番 → 1. It must stand before the next amount and the end of the sentence. A range of growth gives none, nor do points (个百分点).
 */
export function growthAfter(scene: Scene): Growth | undefined {
  const listed = growthInList(scene);
  if (listed !== undefined) return listed ?? undefined;
  const tokens = [...scene.after(), ...scene.clauses.slice(scene.clauseAt + 1, scene.clauseAt + 3).flat()];
  // 力争翻一番, 今年将增长13%: what is to come is no growth of this amount.
  const ahead = tokens.findIndex((t) => isA(t, 'will') || AHEAD.test(t.text));
  return growthIn(ahead < 0 ? tokens : tokens.slice(0, ahead));
}

/** Growth told between a measure and its amount: 贸易额同比增长8%,达41亿美元. */
export function growthBefore(scene: Scene, measure: Edge): Growth | undefined {
  const tokens = scene.clauses.slice(Math.max(0, scene.clauseAt - 1), scene.clauseAt + 1).flat();
  const told = growthIn(tokens.filter((t) => t.start >= measure.end && t.end <= scene.trigger.start));
  return told && { ...told, end: scene.trigger.end };
}

function growthIn(tokens: readonly Token[]): Growth | undefined {
  let direction: Direction;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (isA(t, 'measure') || t.text === '其中') return undefined;
    if (isA(t, 'money', 'count') && !isA(t, 'time') && !isBase(tokens, i)) return undefined;
    // 年均增长20%: of no one year.
    if (/^(?:年均|平均每年|年平均|每年平均|年复合)/.test(t.text)) return undefined;
    const growth = as(t, 'growth');
    // 对增长的贡献率: no change is told.
    if (growth && tokens[i + 1]?.text !== '的') direction = (growth.value as Entry).value as Direction;
    if (isA(t, 'points')) direction = undefined;
    if (isA(t, 'percent') && !direction && !compared(tokens.slice(0, i))) {
      if (isA(tokens[i - 1], 'share')) continue;
      return undefined;
    }
    if (!isA(t, 'percent', 'multiple', 'doubling')) continue;
    const value = changeBy(t, tokens.slice(0, i), direction);
    if (value !== undefined) return { value, end: t.end };
    if (direction || isA(t, 'percent')) return undefined;
  }
  return undefined;
}

/** The change that a share, a multiple or 翻番 at index `at` of a clause tells, with the last word for growth before it. */
export function changeAt(clause: readonly Token[], at: number): number | undefined {
  const before = clause.slice(0, at);
  const growth = as(
    before.findLast((t) => isA(t, 'growth')),
    'growth',
  );
  if (!isA(clause[at], 'percent') && !compared(before) && !before.some((t) => isA(t, 'time'))) return undefined;
  return changeBy(clause[at]!, before, growth && ((growth.value as Entry).value as Direction));
}

function changeBy(t: Token, before: readonly Token[], direction: Direction): number | undefined {
  const doubling = as(t, 'doubling');
  if (doubling) return (doubling.value as ShareValue).value;
  const multiple = as(t, 'multiple');
  return multiple
    ? timesMore(multiple.value as NumberValue, before, direction)
    : changeOf(as(t, 'percent')!.value as ShareValue, direction);
}

/** A share as a change: less than nought where it falls; none for a range, and none for a fall by less than nought. */
export function changeOf(share: ShareValue, direction: Direction): number | undefined {
  if (share.upper !== undefined || (share.value < 0 && direction === 'down')) return undefined;
  return direction === 'down' ? minus(0, share.value) : share.value;
}

/** 增长两倍 → 2, 增至三倍 and 是去年的三倍 → 2; nothing for a fall by a multiple, which means nothing. */
function timesMore({ value, upper }: NumberValue, before: readonly Token[], direction: Direction): number | undefined {
  if (value === null || upper !== undefined || direction === 'down') return undefined;
  const last = before[before.length - 1]?.text ?? '';
  const ofLastYear = last === '的' && /^(?:去年|上年)/.test(before[before.length - 2]?.text ?? '');
  if (ofLastYear || /^(?:增|增加|增长|扩大|提高|提升|上升)(?:至|到|为)$/.test(last) || (direction && /(?:至|到|为)$/.test(last)))
    return value > 1 ? minus(value, 1) : undefined;
  return direction ? value : undefined;
}

/**
 * 分别增长a%和b%: where as many amounts as rates stand before it, each has the rate in its own place. `null` where the trigger is one
 * of a list whose rates do not fit, nothing where no such list follows.
 */
export function growthInList(scene: Scene): Growth | null | undefined {
  for (let c = scene.clauseAt; c < Math.min(scene.clauses.length, scene.clauseAt + 4); c++) {
    const clause = scene.clauses[c]!;
    const from = clause.findLastIndex((t) => isAmount(t)) + 1;
    const rest = clause.slice(from);
    const percents = rest.filter((t) => isA(t, 'percent'));
    if (c > scene.clauseAt && from > 0 && percents.length < 2) continue;
    if (percents.length < 2) continue;
    if (!rest.some((t) => /^(?:分别|依次|各)/.test(t.text))) return undefined;
    const amounts = scene.clauses
      .slice(0, c + 1)
      .flat()
      .filter((t) => t.start < percents[0]!.start && isAmount(t))
      .slice(-percents.length);
    const k = amounts.indexOf(scene.trigger);
    if (k < 0 || amounts.length !== percents.length) return undefined;
    const mine = percents[k]!;
    const direction = rest.slice(0, rest.indexOf(mine)).findLast((t) => isA(t, 'growth'));
    if (!direction) return null;
    const value = changeOf(as(mine, 'percent')!.value as ShareValue, (as(direction, 'growth')!.value as Entry).value as Direction);
    return value === undefined ? null : { value, end: mine.end };
  }
  return undefined;
}

/** An amount that is no time and no share. */
export function isAmount(t: Token): boolean {
  if (isA(t, 'money')) return true;
  return isA(t, 'count', 'number') && !isA(t, 'time');
}

function compared(tokens: readonly Token[]): boolean {
  return tokens.some((t) => isA(t, 'compare'));
}
