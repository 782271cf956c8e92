import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import { minus } from '../../../model/values/decimal.js';
import type { Scene } from '../scene.js';
import type { NumberValue } from '../token.js';

/**
 * Growth told after an amount, as a fraction: 同比增长13% → 0.13; 下降8% → -0.08; 增长两倍 → 2 (three times as much); 增至三倍 → 2;
 * 翻一番 → 1. It must stand before the next amount and the end of the sentence.
 */
export function growthAfter(scene: Scene): { value: number; end: number } | undefined {
  const listed = growthInList(scene);
  if (listed !== undefined) return listed ?? undefined;
  const tokens = [...scene.after(), ...scene.clauses.slice(scene.clauseAt + 1, scene.clauseAt + 3).flat()];
  let direction: 'up' | 'down' | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (isA(t, 'money', 'measure') || t.text === '其中') return undefined;
    if (isA(t, 'count') && !isA(t, 'time')) return undefined;
    const growth = as(t, 'growth');
    if (growth) direction = (growth.value as Entry).value as 'up' | 'down';
    const end = t.end;
    const percent = as(t, 'percent');
    if (percent) {
      if (!direction && !compared(tokens.slice(0, i))) {
        if (isA(tokens[i - 1], 'share')) continue;
        return undefined;
      }
      const value = (percent.value as { value: number }).value;
      return { value: direction === 'down' ? minus(0, value) : value, end };
    }
    const multiple = as(t, 'multiple');
    if (multiple && direction) {
      const n = (multiple.value as NumberValue).value;
      if (n === null) return undefined;
      const total = /(?:至|到|为)$/.test(tokens[i - 1]?.text ?? '');
      return { value: total ? minus(n, 1) : n, end };
    }
    if (/^翻(?:了)?一?番/.test(t.text)) return { value: 1, end };
  }
  return undefined;
}

/** 出口增长13.5%,达311亿美元: growth that opens the sentence's figure, where the amount only follows. */
export function growthBefore(scene: Scene): { value: number; end: number } | undefined {
  const previous = scene.clauses[scene.clauseAt - 1];
  if (!previous || !isBareAmount(scene.clause, scene.at) || previous.some((t) => isA(t, 'money', 'count'))) return undefined;
  const percents = previous.filter((t) => isA(t, 'percent'));
  const growth = previous.findLast((t) => isA(t, 'growth'));
  if (percents.length !== 1 || !growth || growth.start > percents[0]!.start) return undefined;
  const value = (as(percents[0]!, 'percent')!.value as { value: number }).value;
  return { value: (as(growth, 'growth')!.value as Entry).value === 'down' ? minus(0, value) : value, end: 0 };
}

/** Whether nothing but a word of reaching stands in the clause before its amount: 达311亿美元. */
export function isBareAmount(clause: readonly Token[], at: number): boolean {
  return at > 0 && clause.slice(0, at).every((t) => isA(t, 'reach', 'hedge') || /^(?:总额|金额|总计|规模)$/.test(t.text));
}

/** 增加了约1000亿美元: by how much, which is no level. */
export function isGrowthOf(scene: Scene): boolean {
  const before = scene.before();
  let i = before.length - 1;
  while (i >= 0 && (isA(before[i], 'hedge') || /^(?:了|约|近|逾|超过|多达|仅)$/.test(before[i]!.text)) && !isA(before[i], 'growth')) i--;
  const t = before[i];
  if (!t || isA(t, 'reach', 'goal')) return false;
  // 中国对俄增长: the noun (增长率) is no verb.
  return isA(t, 'growth') && /^(?:增加|增长|扩大|减少|下降|缩减|猛增|激增|提高|上升|增|降|降低|锐减|骤降)了?$/.test(t.text);
}

/**
 * 分别增长a%和b%: where as many amounts as rates stand before it, each has the rate in its own place. `null` where the trigger is one
 * of a list whose rates do not fit, nothing where no such list follows.
 */
export function growthInList(scene: Scene): { value: number; end: number } | null | undefined {
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
    const value = (as(mine, 'percent')!.value as { value: number }).value;
    return { value: (as(direction, 'growth')!.value as Entry).value === 'down' ? minus(0, value) : value, end: mine.end };
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
