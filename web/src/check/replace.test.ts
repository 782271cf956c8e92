import { describe, expect, it } from 'vitest';
import { markedText, replaced, unitsOf } from './replace.js';

describe('a draft', () => {
  it('is mended at code points', () => expect(replaced('😀1085亿美元', { start: 1, end: 6 }, '1.085亿')).toBe('😀1.085亿美元'));
  it('has its places in units of the text field', () => expect(unitsOf('😀ab', { start: 1, end: 2 })).toEqual({ start: 2, end: 3 }));
  it('is given out with its remarks as notes, in the order of the remarks', () => {
    const remarks = [
      { start: 2, end: 3, note: 'second\nline' },
      { start: 0, end: 1, note: 'first' },
    ];
    expect(markedText('abc', remarks)).toBe('a[^2]bc[^1]\n\n[^1]: second line\n[^2]: first\n');
  });
  it('without remarks stays as it is', () => expect(markedText('abc', [])).toBe('abc'));
});
