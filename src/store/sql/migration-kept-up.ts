import { sql } from 'kysely';
import type { Migration } from './migration.js';

/**
 * Step 3: what is derived is made anew only where something has changed. What was derived before is dropped where it has no place in the new
 * tables; it is made again by the filing after the update, and by the next audit.
 */
export const keptUp: Migration = {
  n: 3,
  name: 'kept up piece by piece',
  async up(db, engine) {
    const { bigint } = engine;
    const end = sql.raw(engine.tableEnd);
    const keyedEnd = sql.raw(engine.keyedTableEnd);
    await db.schema
      .createTable('dirty')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('dirty_key', ['kind', 'key'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema
      .createTable('mention')
      .addColumn('name', sql.raw(bigint), (c) => c.notNull())
      .addColumn('article', sql.raw(bigint), (c) => c.notNull())
      .addColumn('ord', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('mention_key', ['name', 'article', 'ord'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema
      .createTable('presence')
      .addColumn('ref', 'text', (c) => c.notNull())
      .addColumn('first', 'text', (c) => c.notNull())
      .addColumn('last', 'text', (c) => c.notNull())
      .addColumn('statements', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('presence_key', ['ref', 'first', 'last'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema
      .createTable('block')
      .addColumn('key', sql.raw(bigint), (c) => c.notNull())
      .addColumn('side', 'integer', (c) => c.notNull())
      .addColumn('name', sql.raw(bigint), (c) => c.notNull())
      .addPrimaryKeyConstraint('block_key', ['key', 'side', 'name'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema
      .createTable('edge')
      .addColumn('a', 'text', (c) => c.notNull())
      .addColumn('b', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('edge_key', ['a', 'b'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema.createIndex('edge_other').on('edge').column('b').execute();
    await db.schema
      .createTable('wake')
      .addColumn('unit', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('wake_key', ['unit', 'day'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema.createIndex('wake_day').on('wake').columns(['day', 'unit']).execute();
    await db.schema.dropTable('filing').execute();
    await db.schema
      .createTable('filing')
      .addColumn('subject', sql.raw(bigint), (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('claim', sql.raw(bigint), (c) => c.notNull())
      .addColumn('told', 'integer', (c) => c.notNull())
      .addColumn('article', sql.raw(bigint), (c) => c.notNull())
      .addColumn('ord', 'integer', (c) => c.notNull())
      .addColumn('since', 'integer', (c) => c.notNull())
      .addColumn('until', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('filing_key', ['subject', 'type', 'claim', 'told', 'article', 'ord'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema
      .createTable('outline')
      .addColumn('subject', sql.raw(bigint), (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('claim', sql.raw(bigint), (c) => c.notNull())
      .addColumn('since', 'integer', (c) => c.notNull())
      .addColumn('until', 'integer', (c) => c.notNull())
      .addColumn('tellings', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('outline_key', ['subject', 'type', 'claim'])
      .modifyEnd(keyedEnd)
      .execute();
    await db.schema.createIndex('outline_time').on('outline').columns(['subject', 'type', 'since', 'until', 'claim', 'tellings']).execute();
    await db.schema.dropTable('question').execute();
    await db.schema
      .createTable('question')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('a', 'text', (c) => c.notNull())
      .addColumn('b', 'text', (c) => c.notNull())
      .addColumn('score', sql.raw(engine.double), (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema.createIndex('question_order').on('question').columns(['score desc', 'id']).execute();
    await db.schema.createIndex('question_a').on('question').column('a').execute();
    await db.schema.createIndex('question_b').on('question').column('b').execute();
    await db.schema.dropTable('naming').execute();
    await db.schema
      .createTable('naming')
      .addColumn('ref', 'text', (c) => c.primaryKey().notNull())
      .addColumn('n', sql.raw(bigint), (c) => c.notNull())
      .addColumn('entity', 'text', (c) => c.notNull())
      .addColumn('json', 'text', (c) => c.notNull())
      .modifyEnd(end)
      .execute();
    await db.schema.createIndex('naming_n').on('naming').column('n').execute();
    await db.schema.createIndex('naming_entity').on('naming').column('entity').execute();
    await db.schema.createIndex('form_entity').on('form').column('entity').execute();
    await db.deleteFrom('entity').execute();
    await db.deleteFrom('form').execute();
    await db.deleteFrom('setting').where('name', 'in', ['resolved', 'disagreements']).execute();
    await db.schema.alterTable('finding').addColumn('unit', 'text').execute();
    await db.schema
      .alterTable('finding')
      .addColumn('print', sql.raw(bigint), (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable('finding')
      .addColumn('shown', 'integer', (c) => c.notNull().defaultTo(1))
      .execute();
    await db.schema.dropIndex('finding_order').execute();
    await db.schema.createIndex('finding_order').on('finding').columns(['shown', 'rank', 'rule', 'place']).execute();
    await db.schema.createIndex('finding_print').on('finding').column('print').execute();
    await db.schema.createIndex('finding_unit').on('finding').column('unit').execute();
  },
};
