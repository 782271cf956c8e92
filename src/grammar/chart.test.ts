import { describe, expect, it } from 'vitest';
import { Trie } from '../lexicon/trie.js';
import { Chart } from './chart.js';

const words = new Trie(16);
for (const [form, cls] of [
  ['越南', 'country'],
  ['越', 'abbr'],
  ['南', 'common'],
  ['南方', 'common'],
] as const)
  words.add({ form, class: cls, value: '', notes: '' });

describe('Chart', () => {
  const chart = new Chart('在越南方面', { start: 1, end: 4 });
  chart.scan(words);

  it('has every word inside its span, and none that runs out of it', () => {
    expect(chart.edges.map((e) => `${chart.slice(e)} ${e.cls}`)).toEqual(['越 abbr', '越南 country', '南 common', '南方 common']);
    const shorter = new Chart('在越南方面', { start: 1, end: 3 });
    shorter.scan(words);
    expect(shorter.edges.map((e) => shorter.slice(e))).toEqual(['越', '越南', '南']);
  });
  it('finds edges by where they begin and where they end', () => {
    expect(chart.startingAt(1).map((e) => e.end)).toEqual([2, 3]);
    expect(chart.endingAt(3).map((e) => e.start)).toEqual([1, 2]);
    expect(chart.startingAt(0)).toEqual([]);
  });
  it('gives the longest edge of the classes asked for', () => {
    expect(chart.longestFrom(1, 'abbr', 'country')?.cls).toBe('country');
    expect(chart.longestFrom(1, 'abbr')?.end).toBe(2);
    expect(chart.longestTo(3, 'country', 'common')?.start).toBe(1);
    expect(chart.longestTo(3, 'verb')).toBeUndefined();
  });
  it('has no characters outside its span', () => expect([0, 1, 3, 4].map((at) => chart.char(at))).toEqual(['', '越', '方', '']));
});
