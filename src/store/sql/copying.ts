import { type Kysely, sql } from 'kysely';
import type { TableRows } from '../copying.js';
import { indexTokens } from '../search-tokens.js';
import { inPowers } from './insert-rows.js';
import { articleOf } from './rows.js';
import type { Db, Engine, SearchIndex, Tx } from './tables.js';

/** So many rows are in memory at a time. */
const atOnce = 500;
const textsAtOnce = 50;

/** The tables of a record in which anything is kept that is not made of the others by the engine; those that others point to first. */
async function tablesOf(db: Db, engine: Engine): Promise<string[]> {
  const names = (await engine.tables(db)).filter((name) => name !== 'migration' && !/^search(_|$)/.test(name));
  return names.sort((a, b) => Number(b === 'article') - Number(a === 'article') || (a < b ? -1 : 1));
}

// The tables are known by their names only: a table that is added is copied too.
// biome-ignore lint/suspicious/noExplicitAny: any table
const anyTable = (db: Db): Kysely<any> => db as unknown as Kysely<any>;

/** `Copying.size` of the port. */
export async function size(db: Db, engine: Engine): Promise<number> {
  let sum = 0;
  for (const table of await tablesOf(db, engine)) {
    const { n } = await anyTable(db)
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    sum += Number(n);
  }
  return sum;
}

/** `Copying.rows` of the port. */
export async function* rows(db: Db, engine: Engine): AsyncGenerator<TableRows> {
  const snapshot = await db.startTransaction().setAccessMode('read only').execute();
  try {
    for (const table of await tablesOf(snapshot, engine)) yield* rowsOf(snapshot, table, await engine.keyOf(snapshot, table));
  } finally {
    await snapshot.rollback().execute();
  }
}

async function* rowsOf(db: Db, table: string, key: readonly string[]): AsyncGenerator<TableRows> {
  const columns = key.map((column) => sql.ref(column));
  const limit = table === 'article_text' ? textsAtOnce : atOnce;
  for (let last: Record<string, unknown> | undefined; ; ) {
    let query = anyTable(db).selectFrom(table).selectAll().limit(limit);
    for (const column of key) query = query.orderBy(column);
    const from = last;
    if (from) query = query.where(sql<boolean>`(${sql.join(columns)}) > (${sql.join(key.map((column) => from[column]))})`);
    const found: Record<string, unknown>[] = await query.execute();
    if (found.length > 0) yield { table, rows: found };
    if (found.length < limit) return;
    last = found.at(-1);
  }
}

/** `Copying.fill` of the port, in a transaction that holds the whole record. */
export async function fill(
  tx: Tx,
  from: AsyncIterable<TableRows>,
  engine: Engine,
  { fold, replace }: { fold: (raw: string) => string; replace: boolean },
): Promise<void> {
  const tables = await tablesOf(tx, engine);
  if (!replace) {
    for (const table of ['document', 'article', 'decision', 'import'])
      if (await anyTable(tx).selectFrom(table).select(sql.lit(1).as('one')).limit(1).executeTakeFirst())
        throw new RangeError('there is a record in it already');
  }
  for (const table of tables.reverse()) await anyTable(tx).deleteFrom(table).execute();
  await engine.search.clear(tx);
  for await (const { table, rows: found } of from)
    for (const piece of inPowers(found)) await anyTable(tx).insertInto(table).values(piece).execute();
  await engine.filled(tx);
  await index(tx, engine.search, fold);
}

/** Makes the search index anew. */
async function index(tx: Tx, search: SearchIndex, fold: (raw: string) => string): Promise<void> {
  const tokens = (raw: string | null): string => (raw === null ? '' : indexTokens(fold(raw)));
  for (let last = 0; ; ) {
    const found = await tx
      .selectFrom('article')
      .innerJoin('article_text', 'article_text.article', 'article.n')
      .select(['article.n', 'article.json', 'article.source', 'article_text.text'])
      .where('article.current', '=', 1)
      .where('article.n', '>', last)
      .orderBy('article.n')
      .limit(textsAtOnce)
      .execute();
    if (found.length === 0) return;
    last = Number(found.at(-1)!.n);
    await search.add(tx, new Map(found.map((row) => [Number(row.n), { title: tokens(articleOf(row).title), text: tokens(row.text) }])));
  }
}
