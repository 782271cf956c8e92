import { sql } from 'kysely';
import type { Migration } from './migration.js';

/** Step 5: lists that take long to make are kept; stories are counted by agency and language; the newest day is found by an index. */
export const keptLists: Migration = {
  n: 5,
  name: 'kept lists, stories counted by agency and language',
  async up(db, engine) {
    await db.schema
      .createTable('kept_list')
      .addColumn('pair', sql.raw(engine.bigint), (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('made_of', 'text', (c) => c.notNull())
      .addColumn('after', 'text')
      .addColumn('until', 'text')
      .addColumn('json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('kept_list_key', ['pair', 'name'])
      .modifyEnd(sql.raw(engine.tableEnd))
      .execute();
    await db.schema
      .alterTable('subject')
      .addColumn('version', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('article_until').on('article').columns(['current', 'until', 'since']).execute();
    await sql`insert into outline (subject, type, claim, since, until, tellings)
      select filing.subject, filing.type, filing.claim, min(filing.since), min(filing.until), count(*)
      from filing join subject on subject.n = filing.subject where subject.kind = 'multilateral'
      group by filing.subject, filing.type, filing.claim`.execute(db);
    for (const field of ['agency', 'language'])
      await sql`insert into tally (what, type, amount) select cast(${field} as text), coalesce(json_extract(json, ${sql.lit(`$.${field}`)}), ''), count(*)
        from article where current = 1 group by 2`.execute(db);
  },
};
