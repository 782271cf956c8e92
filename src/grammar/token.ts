import { Characters } from '../text/characters.js';
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

/** The blanks of several widths. */
const EN_SPACES = Array.from({ length: 11 }, (_, i) => String.fromCharCode(0x2000 + i));
/** Marks that stand alone: a gap is cut at each of them. */
const MARKS = new Characters(',;:、()“”《》。!?—-· \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', EN_SPACES);

/** The best path of a sentence as tokens; characters that nothing covers become tokens of their own without readings. */
export function tokensOf(chart: Chart, skip: (edge: Edge) => boolean): Token[] {
  const { text, span } = chart;
  const out: Token[] = [];
  let at = span.start;
  for (const e of bestPath(chart, skip)) {
    fill(text, at, e.start, out);
    const same: Edge[] = [];
    for (const x of chart.startingAt(e.start)) if (x.end === e.end && !skip(x)) same.push(x);
    out.push({ start: e.start, end: e.end, text: text.slice(e.start, e.end), edges: same });
    at = e.end;
  }
  fill(text, at, span.end, out);
  return out;
}

const NONE: readonly Edge[] = [];

/** Adds the tokens of what nothing covers: each mark by itself, and what stands between marks. */
function fill(text: string, from: number, to: number, out: Token[]): void {
  for (let i = from; i < to; ) {
    let j = i + 1;
    if (!MARKS.at(text, i)) while (j < to && !MARKS.at(text, j)) j++;
    out.push({ start: i, end: j, text: text.slice(i, j), edges: NONE });
    i = j;
  }
}
