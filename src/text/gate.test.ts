import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../lang/zh/frames/registry.js';
import { Gate, gates } from './gate.js';
import { ANY, prefixesOf } from './prefixes.js';

fc.configureGlobal({ seed: 7357 });

const shown = (source: string): string[] | undefined => {
  const all = prefixesOf(source);
  return all && [...all].map((p) => p.replaceAll(ANY, '*')).sort();
};

describe('prefixesOf', () => {
  it.each<[string, string[] | undefined]>([
    ['支持|反对', ['反对', '支持']],
    ['(?:坚决)?反对', ['反对', '坚决']],
    ['[高深]度?评', ['深度', '深评', '高度', '高评']],
    ['不(?=要)|(?<!被)(?:指)责', ['不', '指责']],
    ['^(?:了|已经?)$', ['了', '已', '已经']],
    ['为.{0,3}而', ['为*', '为而']],
    ['(?<a>a)+b', ['aa', 'ab']],
    ['a{2}|b{0,1}c|d{3,}', ['aa', 'bc', 'c', 'dd']],
    ['\\d月', [...'0123456789'].map((d) => `${d}月`)],
    ['[^,]a', ['*a']],
    ['[\\u4e00-\\u9fff]', ['*']],
    ['a*', ['', 'a', 'aa']],
    ['(a)\\1', undefined],
    ['\\p{L}', undefined],
  ])('%s', (source, expected) => expect(shown(source)).toEqual(expected));
});

/** What an expression gives, and its gate, side by side. */
function check(gate: Gate, text: string): void {
  const plain = gate.pattern.exec(text);
  const found = gate.exec(text);
  expect(found?.index).toBe(plain?.index);
  expect(found && [...found]).toEqual(plain && [...plain]);
  expect(gate.test(text)).toBe(plain !== null);
  const all = text.replace(new RegExp(gate.pattern.source, `${gate.pattern.flags}g`), (m) => `<${m}>`);
  if (plain?.[0] !== '') expect(gate.replaceAll(text, (m) => `<${m}>`)).toBe(all);
}

describe('Gate', () => {
  const kinds = [/a|bc/, /^ab?c|b/, /^(?:ab|c)$/, /(?<=a)b|c(?!a)/, /[ab]c*$/, /.b/, /a?/, /(?:a|)b/, /B/i, /a{2,}c|b{0}a/];
  it.each(kinds)('%s finds what the expression finds', (re) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abcB'), { maxLength: 8 }), (chars) => check(new Gate(re), chars.join(''))),
      { numRuns: 300 },
    );
  });

  it('takes no expression that keeps a place', () => expect(() => new Gate(/a/g)).toThrow('flags'));

  it('of every rule keeps nothing back from the examples of all rules', () => {
    const texts = frames.flatMap((f) => f.examples.flatMap((e) => e.text.split(/(?<=[,。;:])/)));
    expect(gates.length).toBeGreaterThan(10);
    for (const gate of gates) for (const text of texts) check(gate, text);
  });

  it('of every rule keeps nothing back from texts of its own characters', () => {
    for (const gate of gates) {
      const own = [...new Set(gate.pattern.source.match(/[\u4e00-\u9fff]{1,4}|,/g) ?? [])];
      if (own.length === 0) continue;
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...own), { maxLength: 8 }), (words) => check(gate, words.join(''))),
        { numRuns: 100 },
      );
    }
  });
});
