import { sql } from 'kysely';
import type { Db, SearchIndex, Tx } from '../sql/tables.js';
import { StoreError } from '../store-error.js';

/** A title weighs as much as four places in the text. */
const weights = sql.raw('4.0, 1.0');

/** `"越南 南方"`, with a star where the last token need only begin so. Every phrase is quoted: nothing in it is syntax. */
function matchOf(phrases: readonly { tokens: string[]; prefix: boolean }[]): string {
  return phrases.map(({ tokens, prefix }) => `"${tokens.join(' ').replaceAll('"', '""')}"${prefix ? '*' : ''}`).join(' AND ');
}

/**
 * FTS5 over ready-made tokens. The `ascii` tokenizer splits at blanks and leaves every other script as it is; the index keeps no
 * text of its own, and one-character prefixes so that single Han characters are found fast.
 */
export const searchIndex: SearchIndex = {
  async create(db: Db) {
    await sql`create virtual table search using fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1')`.execute(
      db,
    );
  },

  async add(tx: Tx, article, tokens) {
    await sql`insert into search (rowid, title, text) values (${article}, ${tokens.title}, ${tokens.text})`.execute(tx);
  },

  async remove(tx: Tx, article) {
    await sql`delete from search where rowid = ${article}`.execute(tx);
  },

  async clear(tx: Tx) {
    await sql`insert into search (search) values ('delete-all')`.execute(tx);
  },

  async find(db, phrases, page) {
    const match = matchOf(phrases);
    const total = await sql<{ n: number }>`select count(*) as n from search where search match ${match}`.execute(db);
    const found = await sql<{ n: number }>`
      select article.n from search join article on article.n = search.rowid where search match ${match}
      order by bm25(search, ${weights}), article.since desc, article.id limit ${page.limit} offset ${page.offset}`.execute(db);
    return { total: total.rows[0]!.n, articles: found.rows.map((row) => row.n) };
  },

  async count(db) {
    const found = await sql<{ n: number }>`select count(*) as n from search_docsize`.execute(db);
    return found.rows[0]!.n;
  },

  async check(db) {
    try {
      await sql`insert into search (search) values ('integrity-check')`.execute(db);
      return [];
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (error.code === 'corrupt') return ['the search index is damaged'];
      if (error.code === 'read-only') return [];
      throw error;
    }
  },
};
