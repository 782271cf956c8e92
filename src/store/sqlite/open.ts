import { sql } from 'kysely';
import type { Store } from '../port.js';
import { sqlStore } from '../sql/sql-store.js';
import type { Db, Engine } from '../sql/tables.js';
import { type ConnectionOptions, connect } from './connection.js';
import { asOpeningError } from './driver-errors.js';
import { searchIndex } from './search-index.js';
import { makeViews } from './views.js';

/** How a record is opened. */
export interface SqliteOptions extends ConnectionOptions {
  /** Folds texts and queries alike for the search index; `foldText` of `src/text/fold.ts`. */
  fold: (raw: string) => string;
  /** A search that finds more than this lists the newest articles first, not the best. Default 5000. */
  rankedHits?: number;
  /** A search counts so many hits, and says then that there are more. Default 10,000. */
  countedHits?: number;
}

const engine: Omit<Engine, 'search'> = {
  bigint: 'integer',
  serial: 'integer',
  bytes: 'blob',
  double: 'real',
  tableEnd: 'strict',
  keyedTableEnd: 'strict, without rowid',
  async tables(db) {
    return (await db.introspection.getTables()).filter((table) => !table.isView).map((table) => table.name);
  },
  async keyOf(db, table) {
    const found = await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db);
    return found.rows.map((row) => row.name);
  },
  async filled() {},
  async prepare() {},
  makeViews,
  async migrated() {},
  async lock() {},
  async written(db) {
    const found = await sql<{ data_version: number }>`pragma data_version`.execute(db);
    return String(found.rows[0]!.data_version);
  },
  attempts: 1,
  isPassing: () => false,
  integrity,
};

/** So many hits are ranked in about 15 ms. */
const rankedHits = 5000;

async function integrity(db: Db): Promise<string[]> {
  const found = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const keys = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...found.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...keys.rows.map((row) => `a row of ${row.table} points to a row of ${row.parent} that is not there`),
  ];
}

/**
 * Opens a record in one SQLite file, made where there is none (`:memory:` for one that is gone when closed), and brings it to
 * the newest shape. Throws a `StoreError`: `cannot-open`, `not-a-database`, `read-only`, `locked`, `corrupt`, `full`, `newer`.
 */
export async function openSqlite(file: string, options: SqliteOptions): Promise<Store> {
  const { db, close } = connect(file, options);
  try {
    return await sqlStore({
      db,
      engine: { ...engine, search: searchIndex(options.rankedHits ?? rankedHits, options.countedHits) },
      fold: options.fold,
      location: file,
      close: async () => close(),
    });
  } catch (error) {
    throw asOpeningError(error, file);
  }
}
