import { createHash } from 'node:crypto';
import { apart } from '../../model/sentence.js';
import { canonicalJson } from '../../record/canonical.js';
import type { Store } from '../../store/port.js';
import { Undecided } from '../undecided.js';

/** What is watched: stories in which something stands, narrowed as a search is, or two countries or groups. */
export interface Watchable {
  q: string | null;
  pair: readonly [string, string] | null;
  type: string | null;
  agency: string | null;
  language: string | null;
  year: string | null;
}

/** A search that is kept, or a pair that is watched; everybody who uses the record sees it. */
export interface WatchRow extends Watchable {
  id: string;
  /** When it was kept, ISO 8601, and by whom. */
  at: string;
  by: string;
}

/** So many are kept at most: a record is no bookmark list. */
export const mostWatches = 200;

/** Every watch, the oldest first. */
export async function listWatches(store: Store): Promise<WatchRow[]> {
  return (await store.watches()).map(({ json }) => JSON.parse(json) as WatchRow);
}

/** One watch; null where there is none. */
export async function watchOf(store: Store, id: string): Promise<WatchRow | null> {
  const found = await store.watch(id);
  return found && (JSON.parse(found.json) as WatchRow);
}

/** Keeps a search, or watches a pair; what is kept already stays as it is. Throws `Undecided` where there are too many. */
export async function keepWatch(store: Store, wanted: Watchable, { by, at }: { by: string; at: string }): Promise<WatchRow> {
  const id = createHash('sha256').update(canonicalJson(wanted)).digest('hex').slice(0, 16);
  const known = await watchOf(store, id);
  if (known) return known;
  if ((await store.watches()).length >= mostWatches)
    throw new Undecided(apart`${mostWatches} searches are kept already: forget one first.`);
  const row: WatchRow = { id, ...wanted, at, by };
  await store.keepWatch({ id, at, json: canonicalJson(row) });
  return row;
}

/** Forgets a watch; false where there is none. */
export function forgetWatch(store: Store, id: string): Promise<boolean> {
  return store.forgetWatch(id);
}
