import type { Place } from '../model/finding.js';
import type { RecordView } from '../record/view.js';

/** A stretch of a text, in code points. */
export interface Run {
  start: number;
  end: number;
  text: string;
}

/** Code points of a text between two indices of its UTF-16 units. */
export function pointsIn(text: string, from: number, to: number): number {
  let points = to - from;
  for (let i = from; i < to - 1; i++)
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) points--;
  return points;
}

/** A match of a pattern. */
export interface Match extends Run {
  groups: readonly (string | undefined)[];
  /** The character before it; empty at the beginning. Cheaper than to look behind at every place of the text. */
  before: string;
  /** Where it stands, in UTF-16 units. */
  at: number;
}

/** No story has more places of one sort; what comes after them in a text that is no story is not looked at. */
export const mostPlaces = 5_000;

/** The matches of a pattern (with flag g) with offsets in code points, as findings need them. At most `mostPlaces`. */
export function runsOf(text: string, pattern: RegExp): Match[] {
  const runs: Match[] = [];
  let units = 0;
  let points = 0;
  for (const m of text.matchAll(pattern)) {
    if (runs.length === mostPlaces) break;
    points += pointsIn(text, units, m.index);
    units = m.index;
    runs.push({
      start: points,
      end: points + pointsIn(m[0], 0, m[0].length),
      text: m[0],
      groups: m.slice(1),
      before: text.charAt(m.index - 1),
      at: m.index,
    });
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
