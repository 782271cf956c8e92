import type { Chart, Edge } from './chart.js';
import { bestPath } from './path.js';

/** One piece of the best path, with every reading that has the same span. */
export interface Token {
  start: number;
  end: number;
  text: string;
  edges: readonly Edge[];
}

/** The reading of a token in a class, or nothing. */
export function as(token: Token | undefined, cls: string): Edge | undefined {
  if (token === undefined) return undefined;
  const { edges } = token;
  for (let i = 0; i < edges.length; i++) if (edges[i]!.cls === cls) return edges[i];
  return undefined;
}

export function isA(token: Token | undefined, ...classes: string[]): boolean {
  if (token === undefined) return false;
  const { edges } = token;
  for (let i = 0; i < edges.length; i++) {
    const { cls } = edges[i]!;
    for (let k = 0; k < classes.length; k++) if (classes[k] === cls) return true;
  }
  return false;
}

/** The best path of a sentence as tokens; characters that nothing covers become tokens of their own without readings. */
export function tokensOf(chart: Chart, skip: (edge: Edge) => boolean): Token[] {
  const out: Token[] = [];
  let at = chart.span.start;
  const gap = (to: number): void => {
    for (let i = at; i < to; ) {
      const isMark = /[,;:、()“”《》。!?—\-·\s]/.test(chart.text[i]!);
      let j = i + 1;
      if (!isMark) while (j < to && !/[,;:、()“”《》。!?—\-·\s]/.test(chart.text[j]!)) j++;
      out.push({ start: i, end: j, text: chart.text.slice(i, j), edges: [] });
      i = j;
    }
  };
  for (const e of bestPath(chart, skip)) {
    gap(e.start);
    const same = chart.startingAt(e.start).filter((x) => x.end === e.end && !skip(x));
    out.push({ start: e.start, end: e.end, text: chart.text.slice(e.start, e.end), edges: same });
    at = e.end;
  }
  gap(chart.span.end);
  return out;
}
