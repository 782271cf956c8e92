import type { Entry, Trie } from '../lexicon/trie.js';
import type { Span } from '../text/span.js';

/** One reading of a stretch of text: a word of a list (stage 0) or what a phrase rule made of it. */
export interface Edge extends Span {
  cls: string;
  value: unknown;
  stage: number;
  /** `word` or the id of the phrase rule. */
  rule: string;
}

/** Every reading of one sentence, nothing decided yet. */
export class Chart {
  readonly text: string;
  readonly span: Span;
  readonly edges: Edge[] = [];
  private readonly from: (Edge[] | undefined)[];
  private readonly to: (Edge[] | undefined)[];

  constructor(text: string, span: Span) {
    this.text = text;
    this.span = span;
    this.from = new Array(span.end - span.start + 1);
    this.to = new Array(span.end - span.start + 1);
  }

  /** Adds every word of the list that occurs in the sentence. */
  scan(words: Trie): void {
    const { text, span } = this;
    for (let i = span.start; i < span.end; i++) {
      words.at(text, i, span.end, (end, entries) => {
        for (const e of entries) this.add({ start: i, end, cls: e.class, value: e, stage: 0, rule: 'word' });
      });
    }
  }

  add(edge: Edge): void {
    this.edges.push(edge);
    push(this.from, edge.start - this.span.start, edge);
    push(this.to, edge.end - this.span.start, edge);
  }

  /** Takes out readings that turned out to be none. */
  remove(gone: ReadonlySet<Edge>): void {
    for (const list of [this.edges, ...this.from, ...this.to])
      if (list?.some((e) => gone.has(e))) list.splice(0, list.length, ...list.filter((e) => !gone.has(e)));
  }

  startingAt(at: number): readonly Edge[] {
    return this.from[at - this.span.start] ?? NONE;
  }

  endingAt(at: number): readonly Edge[] {
    return this.to[at - this.span.start] ?? NONE;
  }

  /** The longest edge of a class (or of one of several) that begins at `at`. */
  longestFrom(at: number, ...classes: string[]): Edge | undefined {
    return longest(this.startingAt(at), classes);
  }

  longestTo(at: number, ...classes: string[]): Edge | undefined {
    return longest(this.endingAt(at), classes);
  }

  /** The first place of a character (of one unit) in the sentence at `from` or behind it, else -1. Makes no string of each character, as `text[i]` does. */
  next(ch: string, from: number): number {
    const unit = ch.charCodeAt(0);
    for (let i = from; i < this.span.end; i++) if (this.text.charCodeAt(i) === unit) return i;
    return -1;
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  char(at: number): string {
    return at >= this.span.start && at < this.span.end ? this.text[at]! : '';
  }
}

const NONE: readonly Edge[] = [];

function push(lists: (Edge[] | undefined)[], at: number, edge: Edge): void {
  const list = lists[at];
  if (list) list.push(edge);
  else lists[at] = [edge];
}

function longest(edges: readonly Edge[], classes: readonly string[]): Edge | undefined {
  let best: Edge | undefined;
  for (let i = 0; i < edges.length; i++) {
    const e = edges[i]!;
    for (let k = 0; k < classes.length; k++) {
      if (e.cls !== classes[k]) continue;
      if (best === undefined || e.end - e.start > best.end - best.start) best = e;
      break;
    }
  }
  return best;
}

/** The word entry behind a stage-0 edge. */
export function entry(edge: Edge): Entry {
  return edge.value as Entry;
}
