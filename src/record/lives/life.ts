import type { Statement } from '../../model/statement.js';
import { dayRange } from '../../model/values/edtf.js';
import { compareText, compareTold, type Told } from '../told.js';

/** First and last day (`YYYY-MM-DD`), both known. */
export interface Days {
  first: string;
  last: string;
}

/** The days of an EDTF value; `null` where it is null, open at an end or no date. */
export function daysOf(edtf: string | null | undefined): Days | null {
  const range = edtf == null ? undefined : dayRange(edtf);
  return range && range.min !== null && range.max !== null ? { first: range.min, last: range.max } : null;
}

/** The day on which a story told something; `null` without one, and for the briefs under a story, which are of other days. */
export function toldDay({ statement, article }: Told): string | null {
  return statement.item === 0 ? (daysOf(article.published?.date)?.last ?? null) : null;
}

/** In the fixed order of the record (publication, article, place), each once: what follows does not depend on the order given. */
export function inOrder<S extends Statement>(told: readonly Told<S>[]): Told<S>[] {
  const seen = new Map<string, Told<S>>();
  for (const one of told) seen.set(`${one.article.id} ${one.statement.id} ${one.statement.start} ${one.statement.end}`, one);
  return [...seen.values()].sort(compareTold);
}

/** Items by key in the order of their keys' first item; items without a key are left out. */
export function grouped<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const at = key(item);
    if (at === null) continue;
    const group = groups.get(at);
    if (group) group.push(item);
    else groups.set(at, [item]);
  }
  return groups;
}

/** Codes of countries as a key: order and repeats say nothing. */
export function partiesKey(codes: readonly string[]): string {
  return sortedCodes(codes).join('|');
}

/** Codes of countries sorted, each once. */
export function sortedCodes(codes: readonly string[]): string[] {
  return [...new Set(codes)].sort(compareText);
}

/** Of two statements of one story, whether they stand in the same words. */
export function sameWords(a: Told, b: Told): boolean {
  const [x, y] = [a.statement, b.statement];
  return a.article.id === b.article.id && x.item === y.item && x.start < y.end && y.start < x.end;
}

/** Days as a sort key; what has no day comes last. */
export function dayKey(day: string | null): string {
  return day ?? '9999-12-31';
}
