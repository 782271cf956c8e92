import type { Migration } from './migration.js';
import { sealedArticles, sealOf } from './seal.js';

/** Step 7: what was read, and what was decided, is sealed with a hash, so that damage to it is found. */
export const seals: Migration = {
  n: 7,
  name: 'seals',
  async up(db) {
    for (const table of ['article_text', 'decision'])
      await db.schema
        .alterTable(table)
        .addColumn('seal', 'text', (c) => c.notNull().defaultTo(''))
        .execute();
    for await (const { n, sealed } of sealedArticles(db))
      await db
        .updateTable('article_text')
        .set({ seal: sealOf(sealed) })
        .where('article', '=', n)
        .execute();
    const decisions = await db.selectFrom('decision').select(['n', 'json']).execute();
    for (const { n, json } of decisions)
      await db
        .updateTable('decision')
        .set({ seal: sealOf(json) })
        .where('n', '=', n)
        .execute();
  },
};
