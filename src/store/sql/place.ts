import { type RawBuilder, sql } from 'kysely';
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
export interface PlaceColumns {
  since: string;
  until: string;
  key: string;
  ord: string;
}

/** What stands behind a place among rows with a day, or among those without. */
function behind({ since, until, key, ord }: PlaceColumns, place: Place) {
  const [s, u, k, o] = [sql.raw(since), sql.raw(until), sql.raw(key), sql.raw(ord)];
  return sql<boolean>`(${s} <= ${place.since} and (${s} < ${place.since} or ${u} < ${place.until}
    or (${u} = ${place.until} and (${k}, ${o}) > (${place.key}, ${place.ord}))))`;
}

/**
 * Runs a query for rows in their order: the latest first, undated ones last, then by key and ord; from behind a place on. Those with a day and
 * those without are asked for apart, so that an index over the days serves both.
 */
export async function latestFirst<R>(
  columns: PlaceColumns,
  place: Place | undefined,
  limit: number,
  run: (condition: RawBuilder<boolean>, order: RawBuilder<unknown>, limit: number) => Promise<R[]>,
): Promise<R[]> {
  const { since, until, key, ord } = columns;
  const order = sql.raw(`${since} desc, ${until} desc, ${key}, ${ord}`);
  const dated = sql<boolean>`${sql.raw(since)} < ${sql.lit(undated)}`;
  const without = sql<boolean>`${sql.raw(since)} >= ${sql.lit(undated)}`;
  const within = (isDated: boolean, all: RawBuilder<boolean>): RawBuilder<boolean> =>
    place && place.since < undated === isDated ? sql<boolean>`${all} and ${behind(columns, place)}` : all;
  const found = place && place.since >= undated ? [] : await run(within(true, dated), order, limit);
  if (found.length >= limit) return found;
  return [...found, ...(await run(within(false, without), order, limit - found.length))];
}

/** What was `made` of the first `limit` rows, of which one more was asked for. */
export function partOf<R, T>(rows: readonly R[], limit: number, total: number | null, placeOf: (row: R) => Place, made: T[]): Part<T> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { rows: made, total, next: last ? nextAfter(placeOf(last)) : null };
}
