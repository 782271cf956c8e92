import type { Folded } from './fold.js';

/** A stretch of the folded text, in its UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch of the text as read: offsets in code points, and the exact slice. */
export interface RawSpan extends Span {
  quote: string;
}

/** Cuts quotes out of a text by code point, in constant time for texts without astral characters. */
export class Quoter {
  private readonly points: string[] | null;
  readonly folded: Folded;

  constructor(folded: Folded) {
    this.folded = folded;
    this.points = /[\ud800-\udfff]/.test(folded.raw) ? Array.from(folded.raw) : null;
  }

  slice(start: number, end: number): string {
    return this.points ? this.points.slice(start, end).join('') : this.folded.raw.slice(start, end);
  }

  /** The raw stretch under a folded one; blanks and line ends at its edges are left out. */
  raw(span: Span): RawSpan {
    const { text } = this.folded;
    let a = span.start;
    let b = span.end;
    while (a < b && isBlank(text.charCodeAt(a))) a++;
    while (b > a && isBlank(text.charCodeAt(b - 1))) b--;
    const start = this.folded.start[a]!;
    const end = b > a ? this.folded.end[b - 1]! : start;
    return { start, end, quote: this.slice(start, end) };
  }
}

function isBlank(c: number): boolean {
  return c === 32 || c === 10;
}
