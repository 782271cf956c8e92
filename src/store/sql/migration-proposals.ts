import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Step 10: what a language model proposes, and of which stories it was asked. */
export const proposals: Migration = {
  n: 10,
  name: 'what a language model proposes',
  async up(db, engine) {
    await db.schema
      .createTable('proposal')
      .addColumn('n', sql.raw(engine.serial), (c) => c.primaryKey())
      .addColumn('article', 'text', (c) => c.notNull())
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .modifyEnd(sql.raw(engine.tableEnd))
      .execute();
    await db.schema.createIndex('proposal_article').on('proposal').columns(['article', 'model']).execute();
    await db.schema
      .createTable('asked')
      .addColumn('article', 'text', (c) => c.notNull())
      .addColumn('model', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('asked_key', ['article', 'model'])
      .modifyEnd(sql.raw(engine.keyedTableEnd))
      .execute();
  },
};
