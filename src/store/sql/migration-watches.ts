import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Step 9: searches that somebody keeps, and pairs that somebody watches. */
export const watches: Migration = {
  n: 9,
  name: 'searches that are kept, pairs that are watched',
  async up(db, engine) {
    await db.schema
      .createTable('watch')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .modifyEnd(sql.raw(engine.tableEnd))
      .execute();
  },
};
