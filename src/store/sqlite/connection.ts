import { setTimeout } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';
import type { Tables } from '../sql/tables.js';
import { StoreError } from '../store-error.js';
import { asStoreError } from './driver-errors.js';

/** An open SQLite file: `db` for queries, `close` in the end. */
export interface Connection {
  db: Kysely<Tables>;
  close(): void;
}

/** How a file is opened. */
export interface ConnectionOptions {
  /** How long to wait for another writer, in milliseconds. Default 5000. */
  busyTimeout?: number;
  /** How large the file may grow, in pages of 4096 bytes; no limit but the disk's where absent. */
  maxPages?: number;
}

/** Queries that were prepared lately; more than any one piece of work uses. */
const preparedQueries = 200;

class Database {
  readonly raw: DatabaseSyncInstance;
  private readonly file: string;
  private readonly prepared = new Map<string, SqliteStatement>();

  constructor(raw: DatabaseSyncInstance, file: string) {
    this.raw = raw;
    this.file = file;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.prepared.get(sql);
    if (known) return known;
    const statement = this.guard(() => this.wrap(this.raw.prepare(sql)));
    this.prepared.set(sql, statement);
    if (this.prepared.size > preparedQueries) this.prepared.delete(this.prepared.keys().next().value!);
    return statement;
  }

  /**
   * The driver lets go of a prepared query, and with it of the file, only when it is collected as garbage. So the file is first
   * made whole in itself (no write-ahead log beside it), unless another program has it open too.
   */
  close(): void {
    this.prepared.clear();
    if (!this.raw.isOpen) return;
    try {
      this.raw.exec('pragma busy_timeout = 0; pragma journal_mode = delete');
    } catch {
      // Another program has it open, or it may not be written: the last one to close it clears up.
    }
    this.raw.close();
  }

  private wrap(statement: StatementSyncInstance): SqliteStatement {
    return {
      reader: statement.columns().length > 0,
      all: (values) => this.guard(() => statement.all(...values)),
      run: (values) => this.guard(() => statement.run(...values)),
      iterate: (values) => statement.iterate(...values),
    };
  }

  private guard<T>(work: () => T): T {
    if (!this.raw.isOpen) throw new StoreError('closed', `${this.file} was closed while it was still in use.`);
    try {
      return work();
    } catch (error) {
      throw asStoreError(error, this.file);
    }
  }
}

/** SQLITE_READONLY. */
const readOnly = 8;

/** Milliseconds between two tries to begin while another program writes. */
const pause = 10;

/**
 * Takes the write lock when a transaction begins: two that have both read could otherwise never write. It waits for the lock
 * without stopping everything else in this process.
 */
class WritingDriver extends SqliteDriver implements Driver {
  private readonly raw: DatabaseSyncInstance;
  private readonly busyTimeout: number;

  constructor(config: SqliteDialectConfig, raw: DatabaseSyncInstance, busyTimeout: number) {
    super(config);
    this.raw = raw;
    this.busyTimeout = busyTimeout;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    if (settings?.accessMode === 'read only') {
      await connection.executeQuery(CompiledQuery.raw('begin'));
      return;
    }
    for (let waited = 0; ; waited += pause) {
      try {
        await this.tryBegin(connection);
        return;
      } catch (error) {
        const locked = error instanceof StoreError && error.code === 'locked';
        if (!locked || waited >= this.busyTimeout) throw error;
        await setTimeout(pause);
      }
    }
  }

  private async tryBegin(connection: DatabaseConnection): Promise<void> {
    this.raw.exec('pragma busy_timeout = 0');
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    } finally {
      if (this.raw.isOpen) this.raw.exec(`pragma busy_timeout = ${this.busyTimeout}`);
    }
  }

  /** SQLite has already rolled back after some failures (a full disk): then there is nothing left to do. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.raw.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

class WritingDialect extends SqliteDialect {
  private readonly database: Database;
  private readonly busyTimeout: number;

  constructor(database: Database, busyTimeout: number) {
    super({ database });
    this.database = database;
    this.busyTimeout = busyTimeout;
  }

  override createDriver(): Driver {
    return new WritingDriver({ database: this.database }, this.database.raw, this.busyTimeout);
  }
}

/** A file that may only be read is opened without the log: reading works, and each try to write says why it cannot. */
function useWriteAheadLog(raw: DatabaseSyncInstance): void {
  try {
    raw.exec('pragma journal_mode = wal');
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== readOnly) throw error;
  }
}

/**
 * Opens a file (made where there is none; `:memory:` for none at all), so that a commit is on the disk when it returns.
 * Throws a `StoreError`.
 */
export function connect(file: string, options: ConnectionOptions = {}): Connection {
  const busyTimeout = Math.trunc(options.busyTimeout ?? 5000);
  let raw: DatabaseSyncInstance | undefined;
  try {
    raw = new DatabaseSync(file, { timeout: busyTimeout, enableForeignKeyConstraints: true });
    useWriteAheadLog(raw);
    raw.exec(
      'pragma synchronous = full; pragma cache_size = -65536; pragma journal_size_limit = 67108864; pragma wal_autocheckpoint = 4000; pragma temp_store = memory',
    );
    if (options.maxPages !== undefined) raw.exec(`pragma max_page_count = ${Math.trunc(options.maxPages)}`);
  } catch (error) {
    raw?.close();
    throw asStoreError(error, file);
  }
  const database = new Database(raw, file);
  return { db: new Kysely<Tables>({ dialect: new WritingDialect(database, busyTimeout) }), close: () => database.close() };
}
