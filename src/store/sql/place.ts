import { sql } from 'kysely';
import type { Part } from '../port.js';
import { undated } from './rows.js';

/** Where a row stands in a listing that shows the latest first: its days, then two keys of its own. */
export interface Place {
  since: number;
  until: number;
  key: string | number;
  ord: number;
}

/** A place as text that leads on from it. */
export function nextAfter({ since, until, key, ord }: Place): string {
  return JSON.stringify([since, until, key, ord]);
}

/** The place that a text names; `undefined` where it names none. */
export function placeIn(after: string | undefined): Place | undefined {
  if (after === undefined) return undefined;
  try {
    const [since, until, key, ord] = JSON.parse(after) as unknown[];
    const isWhole = (n: unknown): n is number => Number.isSafeInteger(n);
    if (!isWhole(since) || !isWhole(until) || !isWhole(ord) || (typeof key !== 'string' && !isWhole(key))) return undefined;
    return { since, until, key, ord };
  } catch {
    return undefined;
  }
}

/** A day as texts have it, in numbers as columns have it: `2020-01-31` → 20200131. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** Names of columns that say where a row stands; they come from this program only. */
interface Columns {
  since: string;
  until: string;
  key: string;
  ord: string;
}

/** Latest first, undated last, then by key and ord. */
export function latestFirst({ since, until, key, ord }: Columns) {
  return sql.raw(`${since} >= ${undated}, ${since} desc, ${until} desc, ${key}, ${ord}`);
}

/** What stands behind a place in that order. */
export function behind({ since, until, key, ord }: Columns, place: Place) {
  const [s, u, k, o] = [sql.raw(since), sql.raw(until), sql.raw(key), sql.raw(ord)];
  const after = sql<boolean>`${s} = ${place.since} and (${u} < ${place.until} or (${u} = ${place.until} and (${k}, ${o}) > (${place.key}, ${place.ord})))`;
  if (place.since >= undated) return sql<boolean>`(${s} >= ${sql.lit(undated)} and (${s} < ${place.since} or (${after})))`;
  return sql<boolean>`(${s} >= ${sql.lit(undated)} or ${s} < ${place.since} or (${after}))`;
}

/** What was `made` of the first `limit` rows, of which one more was asked for. */
export function partOf<R, T>(rows: readonly R[], limit: number, total: number, placeOf: (row: R) => Place, made: T[]): Part<T> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: made, total, next: last ? nextAfter(placeOf(last)) : null };
}
