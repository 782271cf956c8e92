import fc from 'fast-check';
import type { Decision } from '../../src/resolve/decision.js';
import { personRef } from '../../src/resolve/entities.js';
import type { Sameness } from '../../src/resolve/ties.js';
import type { Store } from '../../src/store/port.js';
import type { SmallStory } from '../told.js';

/** Things that somebody may do with a record, for tests that hold whatever is done. */

/** Names of two ministers in several spellings, and of neighbours in sound. */
export const people = ['谢尔盖·拉夫罗夫', '谢尔盖·拉甫罗夫', '拉夫罗夫', 'Sergey Lavrov', '安德烈·鲁坚科', '安德列·鲁登科'];
/** Their refs. */
export const refs = people.map((name) => personRef(name, 'RU'));

/** A decision, as indices into what there is at the time. */
export interface Act {
  what: 'identity' | 'accept' | 'edit' | 'reject' | 'wrong' | 'prefer' | 'broad' | 'undo';
  i: number;
  k: number;
  is: Sameness;
  machine: boolean;
  day: number;
}
/** Any decision. */
export const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('identity', 'identity', 'accept', 'edit', 'reject', 'wrong', 'prefer', 'broad', 'undo'),
  i: fc.nat(1000),
  k: fc.nat(1000),
  is: fc.constantFrom('same', 'different', 'unsure'),
  machine: fc.boolean(),
  day: fc.nat(27),
});
/** Up to eight decisions. */
export const acts = fc.array(act, { maxLength: 8 });

/** The decision that an act means, of these stories and after these decisions. */
export function decisionOf(a: Act, n: number, list: readonly SmallStory[], before: readonly Decision[], prefix = 'd'): Decision {
  const by = a.machine ? { kind: 'machine' as const, name: 'model' } : { kind: 'person' as const, name: 'editor' };
  const chosen = list[a.i % list.length]!;
  const { article } = chosen;
  const read = chosen.statements[a.k % chosen.statements.length]!;
  const { start, end, quote } = read;
  const day = `2026-01-${String(a.day + 1).padStart(2, '0')}T00:00:00Z`;
  const base = { id: `${prefix}${n}`, at: day, by, why: 'seen', evidence: [{ article: article.id, start, end, quote }] };
  const of = before[a.i % Math.max(1, before.length)];
  switch (a.what) {
    case 'undo':
      if (of) return { ...base, kind: 'undo', of: of.id };
      return decisionOf({ ...a, what: 'accept' }, n, list, before, prefix);
    case 'identity':
      return { ...base, kind: 'identity', a: refs[a.i % refs.length]!, b: refs[a.k % refs.length]!, is: a.is };
    case 'edit': {
      const fields = read.type === 'figure' ? { value: 5.5e9 } : read.type === 'event' ? { date: '2018' } : {};
      return { ...base, kind: 'statement', article: article.id, read, is: 'edit', fields };
    }
    case 'accept':
    case 'reject':
      return { ...base, kind: 'statement', article: article.id, read, is: a.what };
    case 'broad':
      return { ...base, kind: 'broad', scope: { level: 'article', id: article.id }, is: a.k % 2 === 0 ? 'accept' : 'reject' };
    case 'wrong':
      return { ...base, kind: 'wrong', scope: { level: 'statement', id: read.id }, reason: 'corrected since' };
    case 'prefer':
      return { ...base, kind: 'preference', claim: 'c', statement: read.id };
  }
}

/** Takes the decisions of acts into a record; those that are refused change nothing. */
export async function decide(store: Store, list: readonly SmallStory[], what: readonly Act[], prefix = 'd'): Promise<void> {
  for (const [n, a] of what.entries()) await store.decide([decisionOf(a, n, list, await store.decisions(), prefix)]);
}
