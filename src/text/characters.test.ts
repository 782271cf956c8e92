import { expect, it } from 'vitest';
import { Characters } from './characters.js';

it('tells its characters from all others, and from no character', () => {
  const digits = new Characters('0123456789', ['一', '二', '\0']);
  for (const [i, is] of [...'a0一9三\0b二'].map((_, k) => [k, [1, 2, 3, 5, 7].includes(k)] as const))
    expect(digits.at('a0一9三\0b二', i)).toBe(is);
  expect(digits.at('0', 1)).toBe(false);
  expect(digits.at('0', -1)).toBe(false);
});
