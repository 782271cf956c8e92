import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Step 4: what came in together is kept; statements are found by their id, stories by agency and language. */
export const listings: Migration = {
  n: 4,
  name: 'imports; statements by id, stories by agency and language',
  async up(db, engine) {
    await db.schema
      .createTable('import')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .modifyEnd(sql.raw(engine.tableEnd))
      .execute();
    await db.schema.createIndex('import_time').on('import').columns(['at', 'id']).execute();
    await sql`create index statement_id on statement (json_extract(json, '$.id'))`.execute(db);
    await sql`create index article_agency on article (current, json_extract(json, '$.agency'))`.execute(db);
    await sql`create index article_language on article (current, json_extract(json, '$.language'))`.execute(db);
  },
};
