import type { Page, StoredImport } from '../port.js';
import type { Db, Tx } from './tables.js';

/** `Imports.keepImport` of the port. */
export async function keepImport(tx: Tx, one: StoredImport): Promise<void> {
  const { id, at, json } = one;
  await tx
    .insertInto('import')
    .values({ id, at, json })
    .onConflict((c) => c.column('id').doUpdateSet({ json }))
    .execute();
}

/** `Imports.import` of the port. */
export async function importById(db: Db, id: string): Promise<StoredImport | null> {
  return (await db.selectFrom('import').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** `Imports.imports` of the port. */
export function imports(db: Db, page: Page): Promise<StoredImport[]> {
  return db
    .selectFrom('import')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
}
