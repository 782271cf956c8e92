import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Step 11: how many claims of each type an outline has. */
export const outlineSizes: Migration = {
  n: 11,
  name: 'claims of outlines counted',
  async up(db, engine) {
    await db.schema
      .createTable('outline_size')
      .addColumn('subject', sql.raw(engine.bigint), (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('claims', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('outline_size_key', ['subject', 'type'])
      .modifyEnd(sql.raw(engine.keyedTableEnd))
      .execute();
    await sql`insert into outline_size (subject, type, claims) select subject, type, count(*) from outline group by subject, type`.execute(
      db,
    );
  },
};
