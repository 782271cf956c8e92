import type { Chart, Edge } from './chart.js';

/** What a cover is worth by the law, as one number: characters covered, less its pieces, and its stages. A sentence has fewer than 2^16 of each. */
const COVERED = 2 ** 32;
const PIECE = -(2 ** 16);

/** The worth of each place of the sentence in hand, one array for all sentences: a sentence is short, and an array made for each costs more than its path. */
let sums = new Float64Array(2048);

/**
 * The best cover of a sentence by edges that do not overlap. The law, in order: more characters covered; fewer pieces; later
 * stages; what ends in a function word (`mark`) before what ends in an ordinary one (`common`): 同意|向, not 同|意向; rule id. One pass from left to right, linear in characters and edges.
 */
export function bestPath(chart: Chart, skip: (edge: Edge) => boolean = () => false): Edge[] {
  const { start, end } = chart.span;
  const n = end - start;
  if (n >= sums.length) sums = new Float64Array(2 * n);
  const worth = sums.fill(Number.NEGATIVE_INFINITY, 0, n + 1);
  const last: (Edge | null)[] = new Array(n + 1).fill(null);
  worth[0] = 0;
  for (let i = 0; i < n; i++) {
    const here = worth[i]!;
    // A character that nothing covers.
    if (here > worth[i + 1]! || (here === worth[i + 1]! && isBefore(null, last[i + 1]!))) {
      worth[i + 1] = here;
      last[i + 1] = null;
    }
    for (const edge of chart.startingAt(start + i)) {
      const to = edge.end - start;
      const sum = here + (to - i) * COVERED + PIECE + edge.stage;
      if (sum < worth[to]! || (sum === worth[to]! && !isBefore(edge, last[to]!)) || skip(edge)) continue;
      worth[to] = sum;
      last[to] = edge;
    }
  }
  const path: Edge[] = [];
  for (let i = n; i > 0; ) {
    const edge = last[i]!;
    if (edge) path.push(edge);
    i = edge ? edge.start - start : i - 1;
  }
  return path.reverse();
}

/** Which of two last pieces goes first where their covers are worth the same; a character without one before any. */
function isBefore(a: Edge | null, b: Edge | null): boolean {
  if (a?.cls === 'mark' && b?.cls === 'common') return true;
  if (b?.cls === 'mark' && a?.cls === 'common') return false;
  if (a === null || b === null) return a === null && b !== null;
  return a.rule === b.rule ? a.cls < b.cls : a.rule < b.rule;
}
