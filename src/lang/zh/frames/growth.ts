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

function compared(tokens: readonly Token[]): boolean {
  return tokens.some((t) => isA(t, 'compare'));
}
