import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf } from './table.js';
import { type Entry, Trie } from './trie.js';

fc.configureGlobal({ seed: 7357 });

const word = (form: string, cls = 'common'): Entry => ({ form, class: cls, value: '', notes: '' });

/** What a list of words has at a place, by looking at each word. */
function naive(list: readonly Entry[], text: string, at: number, limit: number): string[] {
  const ends = [
    ...new Set(
      list.filter((e) => e.form !== '' && text.startsWith(e.form, at) && at + e.form.length <= limit).map((e) => at + e.form.length),
    ),
  ];
  return ends.sort((a, b) => a - b).map((end) => `${end}: ${list.filter((e) => e.form === text.slice(at, end)).map((e) => e.class)}`);
}

function found(trie: Trie, text: string, at: number, limit: number): string[] {
  const out: string[] = [];
  trie.at(text, at, limit, (end, entries) => out.push(`${end}: ${entries.map((e) => e.class)}`));
  return out;
}

function trieOf(list: readonly Entry[], expected?: number): Trie {
  const trie = new Trie(expected);
  for (const e of list) trie.add(e);
  return trie;
}

describe('Trie', () => {
  const list = [word('中国', 'country'), word('中国共产党', 'org'), word('中', 'abbr'), word('国', 'translit'), word('中', 'mark')];

  it('finds every word at a place, shortest first, each with all its classes', () => {
    expect(found(trieOf(list), '中国共产党', 0, 5)).toEqual(['1: abbr,mark', '2: country', '5: org']);
    expect(found(trieOf(list), '中国共产党', 1, 5)).toEqual(['2: translit']);
  });
  it('stops at the limit', () => expect(found(trieOf(list), '中国共产党', 0, 4)).toEqual(['1: abbr,mark', '2: country']));
  it('finds nothing where there is nothing', () => {
    expect(found(trieOf(list), '越南', 0, 2)).toEqual([]);
    expect(found(trieOf(list), '', 0, 0)).toEqual([]);
    expect(found(trieOf([]), '中国', 0, 2)).toEqual([]);
  });
  it('takes no empty word', () => expect(found(trieOf([word('')]), '中', 0, 1)).toEqual([]));
  it('knows its longest word', () => expect(trieOf(list).longest).toBe(5));
  it('has characters of other planes', () => expect(found(trieOf([word('𠮷野')]), 'a𠮷野', 1, 4)).toEqual(['4: common']));

  it('finds what looking at each word finds, however small it begins', () => {
    const form = fc.array(fc.constantFrom(...'中国共产党越南ab\uffff\0'), { minLength: 1, maxLength: 5 }).map((c) => c.join(''));
    const entries = fc.array(fc.tuple(form, fc.constantFrom('v', 'n', 'mark')), { maxLength: 60 });
    fc.assert(
      fc.property(entries, fc.array(form, { maxLength: 8 }), fc.constantFrom(1, 1 << 10), (pairs, parts, expected) => {
        const words = pairs.map(([f, cls]) => word(f, cls));
        const trie = trieOf(words, expected);
        const text = parts.join('');
        for (let at = 0; at <= text.length; at++) {
          for (const limit of [text.length, Math.max(at, text.length - 2)])
            expect(found(trie, text, at, limit)).toEqual(naive(words, text, at, limit));
        }
        trie.seal();
        for (let at = 0; at <= text.length; at++) {
          for (const limit of [text.length, Math.max(at, text.length - 2)])
            expect(found(trie, text, at, limit)).toEqual(naive(words, text, at, limit));
        }
      }),
    );
  });

  it('takes words after it was sealed', () => {
    const trie = trieOf(list).seal();
    trie.add(word('越南', 'country'));
    expect(found(trie, '越南', 0, 2)).toEqual(['2: country']);
    expect(found(trie, '中国', 0, 2)).toEqual(['1: abbr,mark', '2: country']);
  });

  it('keeps every word of a long list', () => {
    const words = Array.from({ length: 20_000 }, (_, i) =>
      word(String.fromCharCode(0x4e00 + (i % 700), 0x4e00 + Math.floor(i / 700), 0x5000 + (i % 97))),
    );
    const trie = trieOf(words, 16);
    for (const w of words) expect(found(trie, w.form, 0, 3)).toEqual(['3: common']);
  });
});

describe('entriesOf', () => {
  it('reads cells by the names of the head line, wherever they stand', () => {
    expect(entriesOf('class\tform\tsource\tnotes\tvalue\ncountry\t越南\town\tn\tVN\n')).toEqual([
      { form: '越南', class: 'country', value: 'VN', notes: 'n' },
    ]);
  });
  it('takes missing cells for empty ones, and passes empty lines over', () => {
    expect(entriesOf('form\tclass\tvalue\tnotes\n\n越南\tcountry\n')).toEqual([{ form: '越南', class: 'country', value: '', notes: '' }]);
  });
  it.each(['\tcountry\tVN\t', '越南\t\tVN\t'])('names the row that lacks its form or class: %j', (row) => {
    expect(() => entriesOf(`form\tclass\tvalue\tnotes\n老挝\tcountry\tLA\t\n${row}`)).toThrow('row 3');
  });
});
