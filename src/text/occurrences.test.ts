import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Occurrences } from './occurrences.js';

fc.configureGlobal({ seed: 7357 });

/** Counts by looking at every place. */
const naive = (text: string, form: string, most: number): number =>
  Math.min(most, Array.from(text, (_, i) => i).filter((i) => text.startsWith(form, i)).length);

const counter = (text: string) => {
  const places = new Occurrences(text);
  return (form: string) => places.count(form, 9);
};

describe('Occurrences', () => {
  it('counts a form wherever it begins, over itself too', () => {
    const count = counter('越南越南越,南');
    expect(['越南', '越南越', '南', '老挝'].map(count)).toEqual([2, 2, 3, 0]);
  });
  it('counts no further than it is told to', () => expect(counter('斯'.repeat(50))('斯斯')).toBe(9));

  it.each([0, 12_000])('is what looking at every place finds, in a text longer by %i', (more) => {
    const piece = fc.string({ unit: fc.constantFrom(...'阿贝尔·\n'), minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(piece, fc.array(piece, { maxLength: 12 }), (form, parts) => {
        // The rest of a long text is made of other characters.
        const text = parts.join('') + '俄'.repeat(more);
        const places = new Occurrences(text);
        for (const f of [form, form.slice(0, 2), form.slice(0, 1), `${parts[0] ?? ''}${parts[1] ?? ''}`, '尔俄', '俄俄'])
          if (f !== '') {
            expect(places.count(f, 9)).toBe(naive(text, f, 9));
            for (const from of [0, 3, parts.join('').length, text.length - 1])
              expect(places.first(f, from)).toBe(text.includes(f, from) ? text.indexOf(f, from) : text.indexOf(f));
          }
      }),
      { numRuns: more === 0 ? 300 : 12 },
    );
  });

  it('orders a text whose stretches are all alike for longer than any form', () => {
    const count = counter(`${'阿贝'.repeat(6_000)}尔`);
    expect([count('贝尔'), count('阿贝阿贝尔'), count(`${'阿贝'.repeat(30)}尔`), count('尔阿')]).toEqual([1, 1, 1, 0]);
  });
});
