import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chart, type Edge } from './chart.js';
import { bestPath } from './path.js';
import { tokensOf } from './token.js';

fc.configureGlobal({ seed: 7357 });

const edge = (start: number, end: number, stage = 0, rule = 'word', cls = 'a'): Edge => ({ start, end, cls, value: null, stage, rule });

function chartOf(text: string, edges: readonly Edge[], start = 0, end = text.length): Chart {
  const chart = new Chart(text, { start, end });
  for (const e of edges) chart.add(e);
  return chart;
}

/** How good a set of edges is by the law, before rule ids: characters covered, pieces, stages. */
type Worth = readonly [covered: number, pieces: number, stages: number];

const worthOf = (path: readonly Edge[]): Worth => [
  path.reduce((n, e) => n + e.end - e.start, 0),
  path.length,
  path.reduce((n, e) => n + e.stage, 0),
];

const isBetter = (a: Worth, b: Worth): boolean => (a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] > b[2]);

/** The worth of the best set of edges that do not overlap, by trying every set. */
function bestOfAll(edges: readonly Edge[]): Worth {
  let best: Worth = [0, 0, 0];
  for (let set = 0; set < 1 << edges.length; set++) {
    const path = edges.filter((_, i) => set & (1 << i)).sort((a, b) => a.start - b.start);
    if (path.some((e, i) => i > 0 && e.start < path[i - 1]!.end)) continue;
    const worth = worthOf(path);
    if (isBetter(worth, best)) best = worth;
  }
  return best;
}

const shown = (path: readonly Edge[]): string[] => path.map((e) => `${e.start}-${e.end} ${e.rule}`);

describe('bestPath: the law, in order', () => {
  it('more characters covered', () =>
    expect(shown(bestPath(chartOf('abcd', [edge(0, 3), edge(0, 2), edge(2, 4)])))).toEqual(['0-2 word', '2-4 word']));
  it('fewer pieces', () => expect(shown(bestPath(chartOf('abcd', [edge(0, 2), edge(2, 4), edge(0, 4)])))).toEqual(['0-4 word']));
  it('later stages', () =>
    expect(shown(bestPath(chartOf('ab', [edge(0, 2, 0, 'x'), edge(0, 2, 3, 'y'), edge(0, 2, 1, 'z')])))).toEqual(['0-2 y']));
  it('a function word at the end before an ordinary word', () => {
    const as = (cls: string, start: number, end: number): Edge => ({ ...edge(start, end), cls });
    const both = [as('verb', 0, 2), as('mark', 2, 3), as('mark', 0, 1), as('common', 1, 3)];
    const cut = (path: readonly Edge[]): string[] => path.map((e) => `${e.start}-${e.end} ${e.cls}`);
    expect(cut(bestPath(chartOf('abc', both)))).toEqual(['0-2 verb', '2-3 mark']);
    expect(cut(bestPath(chartOf('abc', both.reverse())))).toEqual(['0-2 verb', '2-3 mark']);
  });
  it('rule id', () => {
    const two = [edge(0, 2, 1, 'b'), edge(0, 2, 1, 'a')];
    expect(shown(bestPath(chartOf('ab', two)))).toEqual(['0-2 a']);
    expect(shown(bestPath(chartOf('ab', two.reverse())))).toEqual(['0-2 a']);
  });
  it('leaves out what is to be skipped', () =>
    expect(shown(bestPath(chartOf('ab', [edge(0, 2, 5, 'x'), edge(0, 1)]), (e) => e.rule === 'x'))).toEqual(['0-1 word']));
  it('gives nothing for a chart without edges', () => expect(bestPath(chartOf('abc', []))).toEqual([]));
  it('works inside a longer text', () =>
    expect(shown(bestPath(chartOf('xxabcd', [edge(2, 4), edge(4, 6)], 2)))).toEqual(['2-4 word', '4-6 word']));
});

const length = 9;
const anyEdges = fc.array(
  fc
    .tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 5 }), fc.nat(3), fc.constantFrom('a', 'b', 'c'))
    .map(([start, size, stage, rule]) => edge(start, Math.min(length, start + size), stage, rule)),
  { maxLength: 11 },
);

describe('bestPath against trying every set of edges', () => {
  it('is as good as the best', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        expect(worthOf(bestPath(chartOf('x'.repeat(length), edges)))).toEqual(bestOfAll(edges));
      }),
      { numRuns: 300 },
    );
  });
  it('is the same whatever the order in which edges were made', () => {
    fc.assert(
      fc.property(
        anyEdges.chain((edges) => fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length }))),
        ([edges, shuffled]) => {
          const path = (list: readonly Edge[]): Worth => worthOf(bestPath(chartOf('x'.repeat(length), list)));
          expect(path(shuffled)).toEqual(path(edges));
        },
      ),
    );
  });
});

describe('tokensOf', () => {
  it('gives every character once, in order', () => {
    fc.assert(
      fc.property(anyEdges, fc.array(fc.constantFrom(...'ab,。《越 '), { minLength: length, maxLength: length }), (edges, chars) => {
        const text = chars.join('');
        expect(tokensOf(chartOf(text, edges), () => false).map((t) => t.text)).toSatisfy((texts: string[]) => texts.join('') === text);
      }),
    );
  });
  it('gives each piece all readings of its span', () => {
    const tokens = tokensOf(chartOf('abcd', [edge(0, 2, 0, 'x'), edge(0, 2, 1, 'y'), edge(0, 1)]), () => false);
    expect(tokens.map((t) => [t.text, t.edges.map((e) => e.rule)])).toEqual([
      ['ab', ['x', 'y']],
      ['cd', []],
    ]);
  });
  it('parts what nothing covers at its marks', () => {
    expect(tokensOf(chartOf('ab,cd(e)', []), () => false).map((t) => t.text)).toEqual(['ab', ',', 'cd', '(', 'e', ')']);
  });
});
