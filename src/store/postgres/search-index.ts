import { type RawBuilder, sql } from 'kysely';
import { digest, shortNumber } from '../../record/canonical.js';
import { undated } from '../sql/rows.js';
import { type Db, mostCounted, type SearchIndex } from '../sql/tables.js';

interface Phrase {
  tokens: readonly string[];
  prefix: boolean;
}

const startsHan = /^\p{Script=Han}/u;

/** More than any code point. */
const codePoints = 2 ** 21;

/** The number of a token: two Han characters, or one that ends its run, exactly; a word by its hash, below 0. */
function gramOf(token: string): number {
  if (!startsHan.test(token)) return -1 - shortNumber(digest(token));
  const [first, second] = Array.from(token, (c) => c.codePointAt(0)!);
  return first! * codePoints + (second ?? 0);
}

/** The number of "begins with this Han character". */
const beginsWith = (token: string): number => token.codePointAt(0)! * codePoints + 1;

/** All that a text can be found by, as PostgreSQL writes arrays. */
function gramsOf(texts: readonly string[]): string {
  const tokens = new Set(texts.flatMap((text) => (text === '' ? [] : text.split(' '))));
  const grams = new Set<number>();
  for (const token of tokens) {
    grams.add(gramOf(token));
    if (startsHan.test(token)) grams.add(beginsWith(token));
  }
  return `{${[...grams].join(',')}}`;
}

/** Tokens as the text that they were made of: runs of Han characters as they stand, a blank behind each run and each word. `open`: more may follow the last. */
function written(tokens: readonly string[], open: boolean): string {
  return tokens
    .map((token, i) => {
      if (!startsHan.test(token)) return `${token} `;
      const [first, second] = Array.from(token);
      if (open && i === tokens.length - 1) return token;
      return second === undefined ? `${first} ` : first;
    })
    .join('');
}

const writtenText = (tokens: string): string => (tokens === '' ? '' : ` ${written(tokens.split(' '), false)}`);
const writtenPhrase = ({ tokens }: Phrase): string => `${startsHan.test(tokens[0]!) ? '' : ' '}${written(tokens, true)}`;

/** What of a phrase the index finds; where it has several tokens, these may stand apart, so it is looked for in the text too. */
function fits(phrase: Phrase): RawBuilder<boolean> {
  const { tokens, prefix } = phrase;
  const grams = tokens.map((token, i) => (prefix && i === tokens.length - 1 ? beginsWith(token) : gramOf(token)));
  const all = sql<boolean>`search.grams @> ${`{${grams.join(',')}}`}::bigint[]`;
  if (tokens.length === 1) return all;
  const sought = writtenPhrase(phrase);
  return sql<boolean>`(${all} and (strpos(search.title, ${sought}) > 0 or strpos(search.text, ${sought}) > 0))`;
}

/** All parts, one phrase of each. */
function fitsAll(parts: readonly (readonly Phrase[])[]): RawBuilder<boolean> {
  const conditions = parts.map((phrases) => sql`(${sql.join(phrases.map(fits), sql` or `)})`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** How well an article fits, after BM25: how often each phrase stands in it, a title counting as four places, in a text of its length. */
function score(parts: readonly (readonly Phrase[])[]): RawBuilder<number> {
  const typical = 500;
  const each = parts.flat().map((phrase) => {
    const sought = writtenPhrase(phrase);
    const times = (column: string): RawBuilder<number> => {
      const place = sql.ref(`search.${column}`);
      return sql`((length(${place}) - length(replace(${place}, ${sought}, ''))) / ${[...sought].length}::float8)`;
    };
    const found = sql`(4 * ${times('title')} + ${times('text')})`;
    return sql`${found} / (${found} + 0.3 + 0.9 * length(search.text) / ${sql.lit(typical)})`;
  });
  return sql<number>`${sql.join(each, sql` + `)}`;
}

/** So many texts are sent together. */
const addedAtOnce = 64;

interface Cut {
  limit: number;
  offset: number;
}

async function best(db: Db, parts: readonly (readonly Phrase[])[], { limit, offset }: Cut): Promise<number[]> {
  const found = await sql<{ n: number }>`
    select article.n from search join article on article.n = search.article where ${fitsAll(parts)}
    order by ${score(parts)} desc, article.since desc, article.id limit ${limit} offset ${offset}`.execute(db);
  return found.rows.map((row) => row.n);
}

/** From the newest back, undated ones last: all are looked up and sorted. */
async function sorted(db: Db, parts: readonly (readonly Phrase[])[], { limit, offset }: Cut): Promise<number[]> {
  const dated = (column: string): RawBuilder<number> => sql`case when since < ${sql.lit(undated)} then ${sql.ref(column)} else 0 end desc`;
  const found = await sql<{ n: number }>`with found as materialized (select article from search where ${fitsAll(parts)})
    select article.n from found join article on article.n = found.article where article.current = 1
    order by ${dated('since')}, ${dated('until')}, id limit ${limit} offset ${offset}`.execute(db);
  return found.rows.map((row) => row.n);
}

/** The same where very many fit: article by article from the newest on. */
async function newest(db: Db, parts: readonly (readonly Phrase[])[], { limit, offset }: Cut): Promise<number[]> {
  const found = sql`current = 1 and exists (select 1 from search where search.article = article.n and ${fitsAll(parts)})`;
  const order = sql`order by since desc, until desc, id`;
  const dated = await sql<{ n: number }>`
    select n from article where since < ${sql.lit(undated)} and ${found} ${order} limit ${limit} offset ${offset}`.execute(db);
  const numbers = dated.rows.map((row) => row.n);
  if (numbers.length === limit) return numbers;
  const before = await sql<{ n: number }>`select count(*) as n from article where since < ${sql.lit(undated)} and ${found}`.execute(db);
  const skip = Math.max(0, offset - before.rows[0]!.n);
  const rest = await sql<{ n: number }>`
    select n from article where since >= ${sql.lit(undated)} and ${found} order by id limit ${limit - numbers.length} offset ${skip}`.execute(
    db,
  );
  return [...numbers, ...rest.rows.map((row) => row.n)];
}

/**
 * Of what very many stories have, the index then gives a sample of about so many, which is more than is counted: to list a million to know that they
 * are more than ten thousand takes a fifth of a second. Of two tokens it would take a sample of each.
 */
const leastSample = 50_000;

/** Whether one token is all that is sought. */
const isOneToken = (parts: readonly (readonly Phrase[])[]): boolean =>
  parts.length === 1 && parts[0]!.length === 1 && parts[0]![0]!.tokens.length === 1;

/**
 * A GIN index over the numbers of an article's tokens, and the tokens as one text for phrases of several. Up to `rankedHits` hits are ranked; more are
 * listed from the newest on.
 */
export function searchIndex(rankedHits: number, countedHits = mostCounted): SearchIndex {
  return {
    async create(db: Db) {
      await db.schema
        .createTable('search')
        .addColumn('article', 'bigint', (c) => c.primaryKey())
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('text', 'text', (c) => c.notNull())
        .addColumn('grams', sql`bigint[]`, (c) => c.notNull())
        .execute();
      await sql`create index search_grams on search using gin (grams)`.execute(db);
    },

    async add(tx, added) {
      const rows = [...added].map(([article, { title, text }]) => ({
        ...{ article, title: writtenText(title), text: writtenText(text), grams: gramsOf([title, text]) },
      }));
      for (let at = 0; at < rows.length; at += addedAtOnce) {
        const piece = rows.slice(at, at + addedAtOnce);
        const column = (name: keyof (typeof rows)[number]) => piece.map((row) => row[name]);
        await sql`insert into search (article, title, text, grams) select n, title, text, grams::bigint[]
          from unnest(${column('article')}::bigint[], ${column('title')}::text[], ${column('text')}::text[], ${column('grams')}::text[])
          as many (n, title, text, grams)`.execute(tx);
      }
    },

    async remove(tx, article) {
      await sql`delete from search where article = ${article}`.execute(tx);
    },

    async clear(tx) {
      await sql`delete from search`.execute(tx);
    },

    async find(db, parts, page) {
      const { n, listed } = await db.transaction().execute(async (tx) => {
        // the server takes it for cheap to look into every row of a list of numbers, and it is not
        await sql`set local enable_seqscan = off`.execute(tx);
        const sampled = isOneToken(parts);
        if (sampled) await sql`set local gin_fuzzy_search_limit = ${sql.lit(Math.max(leastSample, 5 * countedHits))}`.execute(tx);
        const found = await sql<{
          n: number;
        }>`select count(*) as n from (select 1 from search where ${fitsAll(parts)} limit ${countedHits + 1}) as found`.execute(tx);
        if (sampled) await sql`set local gin_fuzzy_search_limit = 0`.execute(tx);
        const n = found.rows[0]!.n;
        const few = n > rankedHits ? sorted : best;
        return { n, listed: n > countedHits ? undefined : await few(tx, parts, page) };
      });
      return { total: Math.min(n, countedHits), more: n > countedHits, articles: listed ?? (await newest(db, parts, page)) };
    },

    async count(db) {
      const found = await sql<{ n: number }>`select count(*) as n from search`.execute(db);
      return found.rows[0]!.n;
    },

    async check(db) {
      const found = await sql<{ n: number }>`select count(*) as n from search
        where not exists (select 1 from article where article.n = search.article and article.current = 1)`.execute(db);
      const [{ n }] = found.rows as [{ n: number }];
      return n === 0 ? [] : [`the search index has ${n} articles that are not current`];
    },
  };
}
