import { sql } from 'kysely';
import type { Db } from '../sql/tables.js';

/**
 * One line for each thing that is wrong with the files of the database, as far as its server says it: pages that did not have their checksum, indexes that are
 * no use, and what the extension `amcheck` finds in indexes, where it is installed.
 */
export async function integrity(db: Db): Promise<string[]> {
  const pages = await sql<{ n: number | null }>`
    select checksum_failures as n from pg_stat_database where datname = current_database()`.execute(db);
  const broken = pages.rows[0]?.n ?? 0;
  const useless = await sql<{ name: string }>`
    select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = current_schema()::regnamespace and not (i.indisvalid and i.indisready) order by 1`.execute(db);
  return [
    ...(broken > 0 ? [`${broken} pages of the database did not have their checksum`] : []),
    ...useless.rows.map(({ name }) => `the index ${name} is not valid: run reindex`),
    ...(await checkedIndexes(db)),
  ];
}

async function checkedIndexes(db: Db): Promise<string[]> {
  const installed = await sql<{ schema: string }>`
    select quote_ident(n.nspname) as schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'amcheck'`.execute(
    db,
  );
  const [found] = installed.rows;
  if (!found) return [];
  const indexes = await sql<{ oid: number; name: string }>`
    select c.oid::bigint as oid, c.relname as name from pg_class c join pg_am a on a.oid = c.relam
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'i' and a.amname = 'btree' order by 2`.execute(db);
  const faults: string[] = [];
  for (const { oid, name } of indexes.rows) {
    try {
      await sql`select ${sql.raw(found.schema)}.bt_index_check(${oid}::oid::regclass, true)`.execute(db);
    } catch (error) {
      faults.push(`the index ${name} is damaged (${(error as Error).message.split('\n')[0]}): run reindex`);
    }
  }
  return faults;
}
