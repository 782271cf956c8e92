import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrences } from './occurrences.js';

fc.configureGlobal({ seed: 7357 });

/** Counts by looking at every place. */
const naive = (text: string, form: string, most: number): number =>
  Math.min(most, Array.from(text, (_, i) => i).filter((i) => text.startsWith(form, i)).length);

describe('occurrences', () => {
  it('counts a form wherever it begins, over itself too', () => {
    const count = occurrences('越南越南越,南', 9);
    expect(['越南', '越南越', '南', '老挝'].map(count)).toEqual([2, 2, 3, 0]);
  });
  it('counts no further than it is told to', () => expect(occurrences('斯'.repeat(50), 9)('斯斯')).toBe(9));

  it.each([0, 12_000])('is what looking at every place finds, in a text longer by %i', (more) => {
    const piece = fc.string({ unit: fc.constantFrom(...'阿贝尔·\n'), minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(piece, fc.array(piece, { maxLength: 12 }), (form, parts) => {
        // The rest of a long text is made of other characters.
        const text = parts.join('') + '俄'.repeat(more);
        const count = occurrences(text, 9);
        for (const f of [form, form.slice(0, 2), form.slice(0, 1), `${parts[0] ?? ''}${parts[1] ?? ''}`, '尔俄', '俄俄'])
          if (f !== '') expect(count(f)).toBe(naive(text, f, 9));
      }),
      { numRuns: more === 0 ? 300 : 12 },
    );
  });

  it('orders a text whose stretches are all alike for longer than any form', () => {
    const count = occurrences(`${'阿贝'.repeat(6_000)}尔`, 9);
    expect([count('贝尔'), count('阿贝阿贝尔'), count(`${'阿贝'.repeat(30)}尔`), count('尔阿')]).toEqual([1, 1, 1, 0]);
  });
});
