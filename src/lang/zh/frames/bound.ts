import { as, isA, type Token } from '../../../grammar/token.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Bound } from '../../../model/statement.js';
import type { NumberValue } from '../token.js';

const REACHED: readonly [RegExp, Bound][] = [
  [/约/, 'about'],
  [/近/, 'nearly'],
  [/逾|超|突破|多达/, 'over'],
  [/仅|只有/, 'only'],
  [/不足|不到/, 'under'],
];

/**
 * The bound of a number: what is said straight before it (近, 超过, 不到; `before` in the order of the text), else in it or behind it.
 * 约500多万 is over, not about.
 */
export function boundOf(before: readonly Token[], amount: NumberValue): Bound | null {
  if (amount.value === null) return 'some';
  const said = boundBefore(before);
  return said === null || said === 'about' ? (amount.hedge ?? said) : said;
}

function boundBefore(before: readonly Token[]): Bound | null {
  for (const t of before.slice(-2).reverse()) {
    const within = REACHED.find(([re]) => re.test(t.text));
    if (within && isA(t, 'reach') && !isA(t, 'hedge')) return within[1];
    const hedge = as(t, 'hedge');
    if (hedge) return (hedge.value as Entry).value as Bound;
    if (!isA(t, 'reach', 'particle', 'mark', 'goal')) break;
  }
  return null;
}
