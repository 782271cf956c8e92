import type { Edge } from '../../../grammar/chart.js';
import type { Entry } from '../../../lexicon/trie.js';
import type { Span } from '../../../text/span.js';

/** The measure that an amount belongs to. */
export interface MeasureFound {
  kind: string;
  edge: Edge;
  label: string;
  /** Where the words themselves say from where to where. */
  flow?: { from: string; to: string };
}

/** A measure of a kind at a place where no word of the list tells it. */
export function measureEdge({ start, end }: Span, form: string, kind: string): Edge {
  const value: Entry = { form, class: 'measure', value: kind, notes: '' };
  return { start, end, cls: 'measure', value, stage: 0, rule: 'word' };
}
