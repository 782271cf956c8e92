import { sql } from 'kysely';
import { undated } from '../sql/rows.js';
import { type Db, mostCounted, type SearchIndex, type Tx } from '../sql/tables.js';
import { StoreError } from '../store-error.js';

/** A title weighs as much as four places in the text. */
const weights = sql.raw('4.0, 1.0');

/** `("越南 南方" OR "越*")`: a star where the last token need only begin so. Every phrase is quoted: nothing in it is syntax. */
function matchOf(parts: readonly (readonly { tokens: string[]; prefix: boolean }[])[]): string {
  const phrase = ({ tokens, prefix }: { tokens: string[]; prefix: boolean }): string =>
    `"${tokens.join(' ').replaceAll('"', '""')}"${prefix ? '*' : ''}`;
  return parts.map((phrases) => (phrases.length === 1 ? phrase(phrases[0]!) : `(${phrases.map(phrase).join(' OR ')})`)).join(' AND ');
}

interface Cut {
  limit: number;
  offset: number;
}

async function best(db: Db, match: string, { limit, offset }: Cut): Promise<number[]> {
  const found = await sql<{ n: number }>`
    select article.n from search join article on article.n = search.rowid where search match ${match}
    order by bm25(search, ${weights}), article.since desc, article.id limit ${limit} offset ${offset}`.execute(db);
  return found.rows.map((row) => row.n);
}

/** Goes through the articles from the newest back and asks the index about each: fast where many fit, as they do here. Undated ones last. */
async function newest(db: Db, match: string, { limit, offset }: Cut): Promise<number[]> {
  const fits = sql`current = 1 and exists (select 1 from search where search match ${match} and search.rowid = article.n)`;
  const order = sql`order by since desc, until desc, id`;
  const dated = await sql<{ n: number }>`
    select n from article where since < ${undated} and ${fits} ${order} limit ${limit} offset ${offset}`.execute(db);
  const numbers = dated.rows.map((row) => row.n);
  if (numbers.length === limit) return numbers;
  const before = await sql<{ n: number }>`select count(*) as n from article where since < ${undated} and ${fits}`.execute(db);
  const skip = Math.max(0, offset - before.rows[0]!.n);
  const rest = await sql<{ n: number }>`
    select n from article where since >= ${undated} and ${fits} order by id limit ${limit - numbers.length} offset ${skip}`.execute(db);
  return [...numbers, ...rest.rows.map((row) => row.n)];
}

/**
 * FTS5 over ready-made tokens. The `ascii` tokenizer splits at blanks and leaves every other script as it is; the index keeps no
 * text of its own, and one-character prefixes so that single Han characters are found fast. Up to `rankedHits` hits
 * are ranked; more are listed from the newest on, because to rank them all would take longer than anyone waits.
 */
export function searchIndex(rankedHits: number, countedHits = mostCounted): SearchIndex {
  return {
    async create(db: Db) {
      await sql`create virtual table search using fts5(title, text, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1')`.execute(
        db,
      );
    },

    async add(tx: Tx, added) {
      for (const [article, { title, text }] of added)
        await sql`insert into search (rowid, title, text) values (${article}, ${title}, ${text})`.execute(tx);
    },

    async remove(tx: Tx, article) {
      await sql`delete from search where rowid = ${article}`.execute(tx);
    },

    async clear(tx: Tx) {
      await sql`insert into search (search) values ('delete-all')`.execute(tx);
    },

    async find(db, parts, page) {
      const match = matchOf(parts);
      const found = await sql<{
        n: number;
      }>`select count(*) as n from (select 1 from search where search match ${match} limit ${countedHits + 1}) as found`.execute(db);
      const n = found.rows[0]!.n;
      return {
        total: Math.min(n, countedHits),
        more: n > countedHits,
        articles: await (n > rankedHits ? newest(db, match, page) : best(db, match, page)),
      };
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
}
