import type { Chart, Edge } from './chart.js';

interface Cell {
  covered: number;
  pieces: number;
  stages: number;
  last: Edge | null;
  prev: number;
}

/**
 * The best cover of a sentence by edges that do not overlap. The law, in order: more characters covered; fewer pieces; later
 * stages; what ends in a function word (`mark`) before what ends in an ordinary one (`common`): 同意|向, not 同|意向; rule id. One pass from left to right, linear in characters and edges.
 */
export function bestPath(chart: Chart, skip: (edge: Edge) => boolean = () => false): Edge[] {
  const { start, end } = chart.span;
  const n = end - start;
  const cells: (Cell | undefined)[] = new Array(n + 1);
  cells[0] = { covered: 0, pieces: 0, stages: 0, last: null, prev: -1 };
  for (let i = 0; i < n; i++) {
    const cell = cells[i]!;
    offer(cells, i + 1, { covered: cell.covered, pieces: cell.pieces, stages: cell.stages, last: null, prev: i });
    for (const edge of chart.startingAt(start + i)) {
      if (skip(edge)) continue;
      const length = edge.end - edge.start;
      offer(cells, i + length, {
        covered: cell.covered + length,
        pieces: cell.pieces + 1,
        stages: cell.stages + edge.stage,
        last: edge,
        prev: i,
      });
    }
  }
  const path: Edge[] = [];
  for (let i = n; i > 0; ) {
    const cell = cells[i]!;
    if (cell.last) path.push(cell.last);
    i = cell.prev;
  }
  return path.reverse();
}

function offer(cells: (Cell | undefined)[], at: number, cell: Cell): void {
  const old = cells[at];
  if (!old || better(cell, old)) cells[at] = cell;
}

function better(a: Cell, b: Cell): boolean {
  if (a.covered !== b.covered) return a.covered > b.covered;
  if (a.pieces !== b.pieces) return a.pieces < b.pieces;
  if (a.stages !== b.stages) return a.stages > b.stages;
  if (a.last?.cls === 'mark' && b.last?.cls === 'common') return true;
  if (b.last?.cls === 'mark' && a.last?.cls === 'common') return false;
  const x = a.last ? `${a.last.rule} ${a.last.cls}` : '';
  const y = b.last ? `${b.last.rule} ${b.last.cls}` : '';
  return x < y;
}
