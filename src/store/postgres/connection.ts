import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type QueryCompiler,
  type TransactionSettings,
} from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { plannedAnew, type Tables } from '../sql/tables.js';
import { StoreError } from '../store-error.js';
import { asOpenError, asStoreError, isStalePlan } from './driver-errors.js';
import { RecordCompiler } from './query-compiler.js';

/** An open database: `db` for queries, `close` in the end. */
export interface Connection {
  db: Kysely<Tables>;
  close(): Promise<void>;
}

/** How a database is opened. */
export interface ConnectionOptions {
  /** How many connections at most are held at a time. Default 4. */
  connections?: number;
  /** How long to wait for another writer, in milliseconds. Default 60,000. */
  lockTimeout?: number;
}

/** How long to wait for a server to answer, in milliseconds. */
const connectTimeout = 10_000;

/**
 * Queries of the record look up few rows by their keys. The server overrates what a large record costs, and then compiles them or calls other processes
 * to help, which takes longer than the query.
 */
const settings = 'set jit = off; set max_parallel_workers_per_gather = 0';

/** Whole numbers of the record are below 2^53 (see `Engine.bigint`), sums of them too. */
const wide: ReadonlySet<number> = new Set([types.builtins.INT8, types.builtins.NUMERIC]);

/** So many different queries are prepared: the record has a few hundred. */
const mostPrepared = 1000;

/** Names under which queries are prepared, the same in every connection. */
const prepared = new Map<string, string>();

/**
 * The name under which a query is prepared: a server takes longer to plan a small query over many partitions than to answer it, and plans a prepared one
 * a few times only. `undefined` for commands, for what was made for one occasion, and for what says that it is to be planned each time.
 */
function nameOf(query: string, parameters: readonly unknown[]): string | undefined {
  if (parameters.length === 0 || query.includes(plannedAnew) || !/^\s*(?:select|insert|update|delete|with)\b/.test(query)) return undefined;
  const known = prepared.get(query);
  if (known !== undefined || prepared.size >= mostPrepared) return known;
  const name = `record_${prepared.size}`;
  prepared.set(query, name);
  return name;
}

class Client implements PostgresPoolClient {
  private readonly raw: PoolClient;
  private readonly location: string;
  /** Whether what it has prepared no longer fits the tables. */
  private isStale = false;

  constructor(raw: PoolClient, location: string) {
    this.raw = raw;
    this.location = location;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: R): R;
  async query<R>(sql: unknown, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<R>> {
    try {
      const text = sql as string;
      const name = nameOf(text, parameters);
      const query = { text, values: [...parameters], ...(name === undefined ? {} : { name }) };
      return (await this.raw.query(query)) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      this.isStale ||= isStalePlan(error);
      throw asStoreError(error, this.location);
    }
  }

  release(): void {
    this.raw.release(this.isStale);
  }
}

class Connections implements PostgresPool {
  private readonly pool: Pool;
  private readonly location: string;
  private readonly clients = new WeakMap<PoolClient, Client>();
  private isClosed = false;

  constructor(pool: Pool, location: string) {
    this.pool = pool;
    this.location = location;
    // a connection that breaks while nobody uses it is replaced when it is needed
    pool.on('error', () => {});
    // one that breaks while it is used fails the query
    pool.on('connect', (client) => {
      client.on('error', () => {});
      void client.query(settings).catch(() => {});
    });
  }

  async connect(): Promise<PostgresPoolClient> {
    if (this.isClosed) throw new StoreError('closed', `${this.location} was closed while it was still in use.`);
    try {
      const raw = await this.pool.connect();
      const client = this.clients.get(raw) ?? new Client(raw, this.location);
      this.clients.set(raw, client);
      return client;
    } catch (error) {
      throw asOpenError(error, this.location);
    }
  }

  async end(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.pool.end();
  }
}

class WaitingDriver extends PostgresDriver {
  private readonly lockTimeout: number;

  constructor(config: PostgresDialectConfig, lockTimeout: number) {
    super(config);
    this.lockTimeout = lockTimeout;
  }

  override async beginTransaction(connection: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    if (accessMode === 'read only') {
      await connection.executeQuery(CompiledQuery.raw('begin isolation level repeatable read read only'));
      return;
    }
    await connection.executeQuery(CompiledQuery.raw(`begin isolation level read committed; set local lock_timeout = ${this.lockTimeout}`));
  }
}

class RecordDialect extends PostgresDialect {
  private readonly config: PostgresDialectConfig;
  private readonly lockTimeout: number;

  constructor(config: PostgresDialectConfig, lockTimeout: number) {
    super(config);
    this.config = config;
    this.lockTimeout = lockTimeout;
  }

  override createDriver(): Driver {
    return new WaitingDriver(this.config, this.lockTimeout);
  }

  override createQueryCompiler(): QueryCompiler {
    return new RecordCompiler();
  }
}

/** The address without its password, for messages. Throws a `StoreError` where it is none. */
export function locationOf(address: string): string {
  try {
    const url = new URL(address);
    url.password = '';
    for (const name of [...url.searchParams.keys()]) if (/password/i.test(name)) url.searchParams.delete(name);
    return url.href;
  } catch {
    const hidden = address.replace(/^(\w+:\/\/[^:/@]*):.*@/, '$1@').replace(/(password=)[^&]*/gi, '$1…');
    throw new StoreError('cannot-open', `${hidden} is no address of a database: it is written postgres://user:password@host:5432/name.`);
  }
}

/** Makes a pool of connections to a database; the first query opens one. */
export function connect(address: string, location: string, options: ConnectionOptions = {}): Connection {
  const pool = new Pool({
    connectionString: address,
    application_name: 'rapporteur',
    max: options.connections ?? 4,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    allowExitOnIdle: true,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        wide.has(oid) ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
    },
  });
  const connections = new Connections(pool, location);
  const dialect = new RecordDialect({ pool: connections }, Math.trunc(options.lockTimeout ?? 60_000));
  return { db: new Kysely<Tables>({ dialect }), close: () => connections.end() };
}
