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
  if (!token) return undefined;
  for (const e of token.edges) if (e.cls === cls) return e;
  return undefined;
}

export function isA(token: Token | undefined, ...classes: string[]): boolean {
  if (!token) return false;
  for (const e of token.edges) if (classes.includes(e.cls)) return true;
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
