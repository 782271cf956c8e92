import { sql } from 'kysely';
import { StoreError } from '../store-error.js';
import type { Migration } from './migration.js';
import { jobs } from './migration-jobs.js';
import { keptLists } from './migration-kept-lists.js';
import { keptUp } from './migration-kept-up.js';
import { listings } from './migration-listings.js';
import { outlineSizes } from './migration-outline-sizes.js';
import { proposals } from './migration-proposals.js';
import { seals } from './migration-seals.js';
import { views } from './migration-views.js';
import { watches } from './migration-watches.js';
import { type Db, type Engine, wholeRecord } from './tables.js';

const migrations: readonly Migration[] = [
  {
    n: 1,
    name: 'the record',
    async up(db, engine) {
      const { bigint, serial } = engine;
      const end = sql.raw(engine.tableEnd);
      const keyedEnd = sql.raw(engine.keyedTableEnd);
      await db.schema
        .createTable('document')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('source', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('pending', 'done', 'failed', 'quarantined')`))
        .addColumn('reason', 'text')
        .addColumn('attempts', 'integer', (c) => c.notNull())
        .addColumn('extractor', 'text', (c) => c.notNull())
        .addColumn('first_at', 'text', (c) => c.notNull())
        .addColumn('last_at', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema.createIndex('document_state').on('document').columns(['state', 'source', 'id']).execute();
      await db.schema
        .createTable('article')
        .addColumn('n', sql.raw(serial), (c) => c.primaryKey())
        .addColumn('id', 'text', (c) => c.notNull().unique())
        .addColumn('source', 'text', (c) => c.notNull())
        .addColumn('since', 'integer', (c) => c.notNull())
        .addColumn('until', 'integer', (c) => c.notNull())
        .addColumn('current', 'integer', (c) => c.notNull())
        .addColumn('extractor', 'text', (c) => c.notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema.createIndex('article_time').on('article').columns(['current', 'since', 'until', 'id']).execute();
      await db.schema
        .createTable('article_text')
        .addColumn('article', sql.raw(bigint), (c) => c.primaryKey().references('article.n').onDelete('cascade'))
        .addColumn('text', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createTable('revision')
        .addColumn('source', 'text', (c) => c.notNull())
        .addColumn('article', sql.raw(bigint), (c) => c.notNull().references('article.n').onDelete('cascade'))
        .addColumn('number', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('revision_key', ['source', 'article'])
        .modifyEnd(keyedEnd)
        .execute();
      await db.schema.createIndex('revision_article').on('revision').column('article').execute();
      await db.schema
        .createTable('statement')
        .addColumn('article', sql.raw(bigint), (c) => c.notNull().references('article.n').onDelete('cascade'))
        .addColumn('ord', 'integer', (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('modality', 'text', (c) => c.notNull())
        .addColumn('claim', sql.raw(bigint), (c) => c.notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('statement_key', ['article', 'ord'])
        .modifyEnd(keyedEnd)
        .execute();
      await db.schema.createIndex('statement_claim').on('statement').column('claim').execute();
      await db.schema
        .createTable('subject')
        .addColumn('n', sql.raw(bigint), (c) => c.primaryKey())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('countries', 'text', (c) => c.notNull())
        .addColumn('statements', 'integer', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema.createIndex('subject_size').on('subject').columns(['kind', 'statements desc', 'name', 'countries']).execute();
      await db.schema
        .createTable('filing')
        .addColumn('subject', sql.raw(bigint), (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('since', 'integer', (c) => c.notNull())
        .addColumn('until', 'integer', (c) => c.notNull())
        .addColumn('article', sql.raw(bigint), (c) => c.notNull())
        .addColumn('ord', 'integer', (c) => c.notNull())
        .addColumn('claim', sql.raw(bigint), (c) => c.notNull())
        .addPrimaryKeyConstraint('filing_key', ['subject', 'type', 'since', 'until', 'article', 'ord'])
        .modifyEnd(keyedEnd)
        .execute();
      await db.schema
        .createTable('claim')
        .addColumn('n', sql.raw(bigint), (c) => c.primaryKey())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('tellings', 'integer', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createTable('tally')
        .addColumn('what', 'text', (c) => c.notNull())
        .addColumn('type', 'text', (c) => c.notNull())
        .addColumn('amount', 'integer', (c) => c.notNull())
        .addPrimaryKeyConstraint('tally_key', ['what', 'type'])
        .modifyEnd(keyedEnd)
        .execute();
      await db.schema
        .createTable('finding')
        .addColumn('n', sql.raw(serial), (c) => c.primaryKey())
        .addColumn('scope', 'text', (c) => c.notNull())
        .addColumn('article', sql.raw(bigint), (c) => c.references('article.n').onDelete('cascade'))
        .addColumn('rank', 'integer', (c) => c.notNull())
        .addColumn('rule', 'text', (c) => c.notNull())
        .addColumn('place', 'text', (c) => c.notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema.createIndex('finding_order').on('finding').columns(['rank', 'rule', 'place']).execute();
      await db.schema.createIndex('finding_article').on('finding').column('article').execute();
      await db.schema.createIndex('finding_place').on('finding').column('place').execute();
      await db.schema.createIndex('finding_scope').on('finding').column('scope').execute();
      await db.schema
        .createTable('setting')
        .addColumn('name', 'text', (c) => c.primaryKey().notNull())
        .addColumn('value', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await engine.search.create(db);
    },
  },
  {
    n: 2,
    name: 'decisions, and what names come to',
    async up(db, engine) {
      const end = sql.raw(engine.tableEnd);
      const keyedEnd = sql.raw(engine.keyedTableEnd);
      await db.schema
        .alterTable('statement')
        .addColumn('status', 'text', (c) => c.notNull().defaultTo('open'))
        .execute();
      await db.schema.alterTable('statement').addColumn('standing', 'text').execute();
      await db.schema
        .createTable('decision')
        .addColumn('n', sql.raw(engine.serial), (c) => c.primaryKey())
        .addColumn('id', 'text', (c) => c.notNull().unique())
        .addColumn('json', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createTable('entity')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createTable('naming')
        .addColumn('ref', 'text', (c) => c.primaryKey().notNull())
        .addColumn('entity', 'text', (c) => c.notNull())
        .addColumn('json', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
      await db.schema
        .createTable('form')
        .addColumn('form', 'text', (c) => c.notNull())
        .addColumn('entity', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('form_key', ['form', 'entity'])
        .modifyEnd(keyedEnd)
        .execute();
      await db.schema
        .createTable('question')
        .addColumn('place', 'integer', (c) => c.primaryKey())
        .addColumn('json', 'text', (c) => c.notNull())
        .modifyEnd(end)
        .execute();
    },
  },
  keptUp,
  listings,
  keptLists,
  jobs,
  seals,
  views,
  watches,
  proposals,
  outlineSizes,
];

/** The shape of the tables that this program writes. */
export const newest = migrations.at(-1)!.n;

/** Brings the tables to the shape that this program writes, in one transaction; does nothing where they have it already. */
export async function migrate(db: Db, engine: Engine, location: string): Promise<void> {
  if ((await shapeOf(db, engine, location)) === newest) return;
  await db.transaction().execute(async (tx) => {
    await engine.lock(tx, [wholeRecord]);
    await tx.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('n', 'integer', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .modifyEnd(sql.raw(engine.tableEnd))
      .execute();
    const at = await shapeOf(tx, engine, location);
    if (at === 0) await engine.prepare(tx);
    for (const step of migrations) {
      if (step.n <= at) continue;
      await step.up(tx, engine);
      await tx.insertInto('migration').values({ n: step.n, name: step.name }).execute();
    }
    await engine.migrated(tx);
  });
}

/** Number of the last step that was taken; 0 for an empty database. Throws where it was made by something else or is newer. */
async function shapeOf(db: Db, engine: Engine, location: string): Promise<number> {
  const tables = await engine.tables(db);
  if (!tables.includes('migration')) {
    if (tables.length === 0) return 0;
    throw new StoreError('not-a-database', `${location} is a database, but not a record of this program: choose another file.`);
  }
  const row = await db
    .selectFrom('migration')
    .select((s) => s.fn.max('n').as('n'))
    .executeTakeFirst();
  const at = Number(row?.n ?? 0);
  if (at > newest) {
    throw new StoreError(
      'newer',
      `${location} was written by a newer version of this program (shape ${at}, this one knows ${newest}): update the program.`,
    );
  }
  return at;
}
