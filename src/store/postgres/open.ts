import { sql } from 'kysely';
import type { Store } from '../port.js';
import { sqlStore } from '../sql/sql-store.js';
import type { Db, Engine } from '../sql/tables.js';
import { StoreError } from '../store-error.js';
import { type ConnectionOptions, connect, locationOf } from './connection.js';
import { asOpenError, isPassing } from './driver-errors.js';
import { createFunctions } from './functions.js';
import { integrity } from './integrity.js';
import { partition } from './partitions.js';
import { searchIndex } from './search-index.js';

/** How a record is opened. */
export interface PostgresOptions extends ConnectionOptions {
  /** Folds texts and queries alike for the search index; `foldText` of `src/text/fold.ts`. */
  fold: (raw: string) => string;
  /** Whether a record is made in a database that is empty. Default true. */
  make?: boolean;
  /** A search that finds more than this lists the newest articles first, not the best. Default 2000. */
  rankedHits?: number;
  /** A search counts so many hits, and says then that there are more. Default 10,000. */
  countedHits?: number;
}

/** So many hits are ranked in about 15 ms. */
const rankedHits = 2000;

/** The oldest version that still gets security updates from its makers. */
const oldestVersion = 14;

/** A transaction that another one stands in the way of is tried this often. */
const attempts = 8;

const engine: Omit<Engine, 'search'> = {
  bigint: 'bigint',
  serial: 'bigserial',
  bytes: 'bytea',
  double: 'double precision',
  tableEnd: '',
  keyedTableEnd: '',
  async tables(db) {
    const found = await sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not relispartition`.execute(db);
    return found.rows.map((row) => row.name);
  },
  async keyOf(db, table) {
    const found = await sql<{ name: string }>`select a.attname as name
      from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = ${table}::regclass and i.indisprimary order by k.place`.execute(db);
    return found.rows.map((row) => row.name);
  },
  async filled(tx) {
    const counters = await sql<{ place: string; column: string; sequence: string }>`
      select c.relname as place, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`.execute(tx);
    for (const { place, column, sequence } of counters.rows)
      await sql`select setval(${sequence}::regclass, coalesce(max(${sql.ref(column)}), 0) + 1, false) from ${sql.table(place)}`.execute(tx);
  },
  prepare: createFunctions,
  async makeViews() {},
  migrated: (tx) => partition(tx, engine.keyOf),
  async lock(tx, keys, together = false) {
    const lock = sql.raw(together ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
    await sql`select ${lock}(hashtextextended(current_schema() || ' ' || key, 0))
      from (select distinct key from unnest(${keys}::text[]) as key order by key) as sorted`.execute(tx);
  },
  async written(db) {
    const found = await sql<{ lsn: string }>`select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn()
      else pg_current_wal_insert_lsn() end)::text as lsn`.execute(db);
    return found.rows[0]!.lsn;
  },
  attempts,
  isPassing,
  integrity,
};

interface Server {
  /** As `server_version_num`. */
  version: number;
  encoding: string;
  schema: string | null;
}

/** Why a server's database cannot keep a record, or null. */
export function unfit({ version, encoding, schema }: Server): string | null {
  const major = Math.floor(version / 10_000);
  if (major < oldestVersion) return `its server is PostgreSQL ${major}: a record needs ${oldestVersion} or later`;
  if (encoding !== 'UTF8')
    return `its encoding is ${encoding}, which cannot keep every text: make a database with encoding 'UTF8' template template0`;
  if (schema === null) return 'its search_path names no schema that exists: make one (create schema …)';
  return null;
}

async function checkServer(db: Db, location: string): Promise<void> {
  const found = await sql<Server>`
    select current_setting('server_version_num')::int as version, getdatabaseencoding() as encoding, current_schema() as schema`.execute(
    db,
  );
  const why = unfit(found.rows[0]!);
  if (why !== null) throw new StoreError('cannot-open', `${location}: ${why}.`);
}

/**
 * Opens a record in a PostgreSQL database (`postgres://user:password@host:5432/name`; the database must be there) and brings it to the newest shape.
 * Several programs may have it open at the same time. Throws a `StoreError`: `cannot-open`, `not-a-database`, `read-only`, `locked`, `corrupt`, `full`,
 * `io`, `newer`.
 */
export async function openPostgres(address: string, options: PostgresOptions): Promise<Store> {
  const location = locationOf(address);
  const { db, close } = connect(address, location, options);
  try {
    await checkServer(db, location);
    if (options.make === false && (await engine.tables(db)).length === 0)
      throw new StoreError('cannot-open', `${location}: there is no record in it (rapporteur start makes one).`);
  } catch (error) {
    await close();
    throw asOpenError(error, location);
  }
  return sqlStore({
    db,
    engine: { ...engine, search: searchIndex(options.rankedHits ?? rankedHits, options.countedHits) },
    fold: options.fold,
    location,
    close,
  });
}
