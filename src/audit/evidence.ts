import type { Article } from '../model/article.js';
import type { Place } from '../model/finding.js';
import type { RecordView, Told } from '../record/view.js';
import { type Period, periodOf } from './periods.js';

/** Where a statement stands, as evidence of a finding. */
export function placeOf(told: Told): Place {
  const { start, end, quote } = told.statement;
  return { article: told.article.id, start, end, quote };
}

/** Evidence: the place itself, then what it is held against; each place once. */
export function places(first: Told, ...against: readonly Told[]): Place[] {
  const seen = new Set<string>();
  return [first, ...against].map(placeOf).filter((p) => {
    const key = `${p.article} ${p.start} ${p.end}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/**
 * Of many that tell the same, the first five and the last five in the order given: who reads a finding sees by whom and since when it is told. How many
 * there are is for the message to say.
 */
export function firstAndLast<T>(told: readonly T[]): readonly T[] {
  return told.length <= 10 ? told : [...told.slice(0, 5), ...told.slice(-5)];
}

/** The story a statement belongs to: a page's main story and each brief listed under it are stories of their own. */
export function storyOf(told: Told): string {
  return `${told.article.id}#${told.statement.item}`;
}

/** When a statement was published: known for the main story of a dated page only (the briefs under it are younger). */
export function toldOn(told: Told): Period | undefined {
  return told.statement.item === 0 ? publishedOn(told.article) : undefined;
}

export function publishedOn(article: Article): Period | undefined {
  return periodOf(article.published?.date);
}

/** The day that the record stands at: that of the newest story of the record, or of the view where that is all there is. `undefined` where no story has a date. */
export function asOf(view: RecordView): string | undefined {
  if (view.today !== undefined) return view.today;
  let newest: string | undefined;
  for (const article of view.articles()) {
    const day = publishedOn(article)?.max;
    if (day !== undefined && (newest === undefined || day > newest)) newest = day;
  }
  return newest;
}

/** Items by key, in the order given; items without a key are left out. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const k = key(item);
    if (k === undefined) continue;
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}

/** A list of countries as a key: order and repeats say nothing. */
export function countriesKey(codes: readonly (string | null)[]): string {
  return [...new Set(codes.filter((c) => c !== null))].sort().join('+');
}
