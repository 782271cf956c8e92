import { sql } from 'kysely';
import type { Db } from '../sql/tables.js';

/**
 * Tables of which every row is about one subject, and is only asked for by it: cut by a hash of the subject's number, so that what is about a pair of
 * countries is in one piece, which can be vacuumed, indexed or put on another machine by itself. The column is part of their primary keys.
 */
const cut: Readonly<Record<string, string>> = { filing: 'subject', outline: 'subject' };

/** Into so many pieces. */
const pieces = 8;

/** Cuts the tables that are not cut yet, with the rows and indexes that they have. */
export async function partition(tx: Db, keyOf: (db: Db, table: string) => Promise<string[]>): Promise<void> {
  for (const [table, column] of Object.entries(cut)) {
    const found = await sql<{ kind: string }>`select relkind as kind from pg_class where oid = to_regclass(${table})`.execute(tx);
    if (found.rows[0]?.kind !== 'r') continue;
    const key = await keyOf(tx, table);
    const indexes = await sql<{ made: string }>`select indexdef as made from pg_indexes
      where schemaname = current_schema() and tablename = ${table} and indexname <> ${`${table}_key`}`.execute(tx);
    const [whole, old] = [sql.table(table), sql.table(`${table}_whole`)];
    await sql`alter table ${whole} rename to ${sql.ref(`${table}_whole`)}`.execute(tx);
    await sql`create table ${whole} (like ${old} including defaults) partition by hash (${sql.ref(column)})`.execute(tx);
    for (let n = 0; n < pieces; n++)
      await sql`create table ${sql.table(`${table}_${n}`)} partition of ${whole}
        for values with (modulus ${sql.lit(pieces)}, remainder ${sql.lit(n)})`.execute(tx);
    await sql`insert into ${whole} select * from ${old}`.execute(tx);
    await sql`drop table ${old}`.execute(tx);
    await sql`alter table ${whole} add constraint ${sql.ref(`${table}_key`)} primary key (${sql.join(key.map((name) => sql.ref(name)))})`.execute(
      tx,
    );
    for (const { made } of indexes.rows) await sql.raw(made).execute(tx);
  }
}
