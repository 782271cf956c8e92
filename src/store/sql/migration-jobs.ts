import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Step 6: what is still to be read, by whom, and in which order versions of the extractor came. */
export const jobs: Migration = {
  n: 6,
  name: 'jobs, workers, order of the versions of the extractor',
  async up(db, engine) {
    const end = sql.raw(engine.tableEnd);
    await db.schema
      .createTable('job')
      .addColumn('n', sql.raw(engine.serial), (c) => c.primaryKey())
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('told', 'text', (c) => c.notNull())
      .addColumn('bytes', sql.raw(engine.bytes), (c) => c.notNull())
      .addColumn('extractor', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('waiting', 'quarantined')`))
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('enqueued_at', 'text', (c) => c.notNull())
      .addColumn('announced_at', 'text', (c) => c.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema.createIndex('job_state').on('job').columns(['state', 'announced_at', 'n']).execute();
    await db.schema.createIndex('job_age').on('job').columns(['state', 'enqueued_at']).execute();
    await db.schema.createIndex('job_source').on('job').columns(['source', 'n']).execute();
    await db.schema.createIndex('job_document').on('job').columns(['document', 'n']).execute();
    await db.schema
      .createTable('worker')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema
      .createTable('extractor')
      .addColumn('n', sql.raw(engine.serial), (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull().unique())
      .addColumn('first_at', 'text', (c) => c.notNull())
      .modifyEnd(end)
      .execute();
    await sql`insert into extractor (name, first_at) select extractor, min(last_at) from document group by extractor order by 2, 1`.execute(
      db,
    );
  },
};
