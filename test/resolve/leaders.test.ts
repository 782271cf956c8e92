import { describe, expect, it } from 'vitest';
import { prepareName } from '../../src/resolve/names/prepared-name.js';
import { compareNames, mergeAt } from '../../src/resolve/names/same-name.js';
import { readText, tableUnder } from '../docs/pages.js';
import { leaders, measure, precision, recall, spellings, type Tally } from './leaders.js';

/** What is asked of names, by pair of scripts. */
const wanted = { precision: 0.98, recall: 0.8 } as const;

const sets = [
  ['all', () => true],
  ['held out', (row: number) => leaders[row]!.set === 'held out'],
] as const;

/** A row of the page's tables: `zh–Latin`, pairs of one person, joined, asked, wrongly joined, precision, recall. */
const rowOf = (t: Tally): string[] => [
  t.pairs,
  ...[t.same, t.joined, t.asked, t.others, t.wronglyJoined, t.wronglyAsked].map(String),
  ...[precision(t), recall(t)].map((share) => share.toFixed(3)),
];

describe('the list of leaders', () => {
  it('has at least 200 people, each with a source', () => {
    expect(leaders.length).toBeGreaterThanOrEqual(200);
    for (const row of leaders)
      expect([row.name, row.source, /^[A-Z]{2}$/.test(row.country), /^\d{4}$/.test(row.from)]).toEqual([
        row.name,
        expect.stringMatching(/\S/),
        true,
        true,
      ]);
  });
  it('names nobody twice', () => expect(new Set(leaders.map((row) => `${row.name}/${row.country}`)).size).toBe(leaders.length));
});

describe.each(sets)('spellings of leaders: %s', (name, pick) => {
  const { tallies } = measure(spellings(pick));
  const counted = tallies.filter((t) => t.same > 0);
  it.each(counted.map((t) => [t.pairs, t] as const))('%s: what is joined is right, and little is missed', (_pairs, t) => {
    expect(precision(t)).toBeGreaterThanOrEqual(wanted.precision);
    expect(recall(t)).toBeGreaterThanOrEqual(wanted.recall);
  });
  it('nobody is joined with somebody else', () => expect(tallies.reduce((sum, t) => sum + t.wronglyJoined, 0)).toBe(0));
  it('the page has these figures', () => expect(tableUnder(readText('docs/names.md'), `Measured: ${name}`)).toEqual(counted.map(rowOf)));
});

describe('names alone, of people of all countries', () => {
  it('one pair of two people in thousands would do for joining, were it not for country, office and time', () => {
    const all = spellings().map((s) => ({ ...s, ready: prepareName(s.name, s.country) }));
    let pairs = 0;
    let alike = 0;
    all.forEach((a, i) => {
      for (let j = i + 1 + (i % 40); j < all.length; j += 40) {
        const b = all[j]!;
        if (a.person === b.person) continue;
        pairs++;
        if (compareNames(a.ready, b.ready).score >= mergeAt) alike++;
      }
    });
    expect(pairs).toBeGreaterThan(50_000);
    expect(alike / pairs).toBeLessThan(0.0005);
  });
});
