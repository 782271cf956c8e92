import type { Place } from '../model/finding.js';
import type { RecordView } from '../record/view.js';

/** A stretch of a text, in code points. */
export interface Run {
  start: number;
  end: number;
  text: string;
}

/** The matches of a pattern (with flag g) with offsets in code points, as findings need them. */
export function runsOf(text: string, pattern: RegExp): (Run & { groups: readonly (string | undefined)[] })[] {
  const runs: (Run & { groups: readonly (string | undefined)[] })[] = [];
  let units = 0;
  let points = 0;
  for (const m of text.matchAll(pattern)) {
    points += Array.from(text.slice(units, m.index)).length;
    units = m.index;
    runs.push({ start: points, end: points + Array.from(m[0]).length, text: m[0], groups: m.slice(1) });
  }
  return runs;
}

/** A stretch of an article's text as evidence. */
export function placeAt(article: string, run: { start: number; end: number; text: string }): Place {
  return { article, start: run.start, end: run.end, quote: run.text };
}

/** Every article of the view with its text. */
export function textsOf(view: RecordView): { article: string; language: string | null; text: string }[] {
  return view.articles().map((a) => ({ article: a.id, language: a.language, text: view.text(a.id) }));
}
