import { dayRange } from '../../model/values/edtf.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import type { Store } from '../../store/port.js';
import { StoreError } from '../../store/store-error.js';
import type { KeptList } from '../../store/upkeep.js';
import { listerVersion } from '../record.js';

/** A list as it was made, with the times (EDTF) of which it matters whether they are over. */
export interface Made<T> {
  items: T[];
  dues?: readonly (string | null)[];
}

/** Lists about pairs of which so many statements tell are kept; to make others takes less than a twentieth of a second. */
const worthKeeping = 1000;

/** A list about two countries or groups: as it was kept, as long as it would be made the same now; else made, and kept. */
export async function keptOf<T>(
  store: Store,
  a: string,
  b: string,
  name: string,
  make: (store: Store, a: string, b: string) => Promise<Made<T>>,
  least = worthKeeping,
): Promise<T[]> {
  const pair = pairSubject(...pairOf(a, b));
  const about = await store.madeOf(pair);
  if (about === null || about.statements < least) return (await make(store, a, b)).items;
  const made = `${listerVersion()} ${about.version}`;
  const today = await store.newestDay();
  const kept = await store.keptList(pair, name, made);
  if (kept && holdsOn(today, kept)) return JSON.parse(kept.json) as T[];
  const { items, dues = [] } = await make(store, a, b);
  await keep(store, () => store.keepList(pair, name, made, { json: JSON.stringify(items), ...between(dues, today) }));
  return items;
}

/** Where somebody else writes for long, so many lists are not kept: a reader waits for a writer once. */
const passedOver = 50;
const left = new WeakMap<Store, number>();

/** Keeps something where the record can be written. */
async function keep(store: Store, write: () => Promise<void>): Promise<void> {
  const still = left.get(store) ?? 0;
  left.set(store, Math.max(0, still - 1));
  if (still > 0) return;
  try {
    await write();
  } catch (error) {
    if (!(error instanceof StoreError && (error.code === 'read-only' || error.code === 'locked' || error.code === 'full'))) throw error;
    left.set(store, passedOver);
  }
}

function holdsOn(today: string | null, { after, until }: KeptList): boolean {
  if (today === null) return after === null && until === null;
  return (after === null || after < today) && (until === null || today <= until);
}

/** The days around today on which the same of these times are over. */
function between(dues: readonly (string | null)[], today: string | null): Pick<KeptList, 'after' | 'until'> {
  const ends = [...new Set(dues)].flatMap((due) => (due === null ? [] : (dayRange(due)?.max ?? []))).sort();
  if (today === null) return { after: null, until: ends[0] ?? null };
  return { after: ends.findLast((end) => end < today) ?? null, until: ends.find((end) => end >= today) ?? null };
}
