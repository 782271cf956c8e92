import type { StoredWatch } from '../listings.js';
import type { Db, Tx } from './tables.js';

/** `Watches.keepWatch` of the port. */
export async function keepWatch(tx: Tx, { id, at, json }: StoredWatch): Promise<void> {
  await tx
    .insertInto('watch')
    .values({ id, at, json })
    .onConflict((c) => c.column('id').doNothing())
    .execute();
}

/** `Watches.forgetWatch` of the port. */
export async function forgetWatch(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('watch').where('id', '=', id).returning('id').execute();
  return gone.length > 0;
}

/** `Watches.watch` of the port. */
export async function watchById(db: Db, id: string): Promise<StoredWatch | null> {
  return (await db.selectFrom('watch').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** `Watches.watches` of the port. */
export function watches(db: Db): Promise<StoredWatch[]> {
  return db.selectFrom('watch').selectAll().orderBy('at').orderBy('id').execute();
}
