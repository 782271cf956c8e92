import { Client, Pool } from 'pg';
import { type Depth, type Message, type Transport, TransportError, type TransportOptions, usualAckWait } from './transport.js';

/** How long to wait for a server to answer, in milliseconds. */
const connectTimeout = 10_000;

/** Milliseconds after which a taker looks by itself, heard or not: messages come back without a word when their deadline is over. */
const lookAgain = 500;

/** Milliseconds after which a lost connection for hearing is tried anew. */
const listenAgain = 1000;

/** What a taker listens to. */
const channel = 'rapporteur_queue';

/** Tables of its own, apart from those of the record: queues may be in the record's database or in another. */
const tables = `
  select pg_advisory_xact_lock(hashtextextended('${channel}', 0));
  create schema if not exists rapporteur_queue;
  create table if not exists rapporteur_queue.message (
    id bigserial primary key,
    queue text not null,
    job bigint not null,
    visible_at timestamptz not null default now(),
    deliveries integer not null default 0
  ) with (fillfactor = 70);
  create index if not exists message_order on rapporteur_queue.message (queue, id);`;

const takeNext = `
  with next as (
    select id from rapporteur_queue.message where queue = $1 and visible_at <= now() order by id limit $2 for update skip locked
  )
  update rapporteur_queue.message as m set visible_at = now() + $3 * interval '1 millisecond', deliveries = deliveries + 1
  from next where m.id = next.id returning m.id::text, m.job::text, m.deliveries`;

/** A delivery: it stands while nobody else has taken the message since. */
interface Taken {
  id: string;
  deliveries: number;
}

/**
 * A queue in a PostgreSQL database: `postgres://user:password@host:5432/database`. Its tables are made where they are not there. Throws a `TransportError` where
 * the server cannot be reached.
 */
export async function openPostgresQueue(address: string, options: TransportOptions = {}): Promise<Transport> {
  const url = new URL(address);
  const location = `postgres://${url.host}${url.pathname}`;
  const queue = new PostgresTransport(address, location, options);
  try {
    await queue.prepare();
    return queue;
  } catch (error) {
    await queue.close();
    throw error;
  }
}

class PostgresTransport implements Transport {
  readonly #pool: Pool;
  readonly #ackWait: number;
  readonly #queue = 'rapporteur';
  readonly #taken = new Set<Taken>();
  #acked: { taken: Taken; done: () => void }[] = [];
  #listener: Client | undefined;
  #again: NodeJS.Timeout | undefined;
  #wake: (() => void)[] = [];
  #closed = false;

  constructor(
    private readonly address: string,
    readonly location: string,
    options: TransportOptions,
  ) {
    this.#ackWait = options.ackWait ?? usualAckWait;
    const settings = { connectionString: address, application_name: 'rapporteur queue', connectionTimeoutMillis: connectTimeout };
    this.#pool = new Pool({ ...settings, max: 2, keepAlive: true, allowExitOnIdle: true });
    this.#pool.on('error', () => undefined);
  }

  async prepare(): Promise<void> {
    await this.#query(tables);
    await this.#listen();
  }

  async #query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
    try {
      return (await this.#pool.query<Record<string, unknown>>(text, values)).rows;
    } catch (error) {
      const why = error instanceof Error ? error.message || error.name : String(error);
      throw new TransportError(`${this.location} does not answer: ${why.split('\n')[0]}.`, error);
    }
  }

  async #listen(): Promise<void> {
    const client = new Client({ connectionString: this.address, connectionTimeoutMillis: connectTimeout, keepAlive: true });
    client.on('notification', () => this.#stir());
    const lost = (): void => {
      if (this.#listener !== client || this.#closed) return;
      this.#listener = undefined;
      void client.end().catch(() => undefined);
      this.#again = setTimeout(() => void this.#listen().catch(lost), listenAgain);
      this.#again.unref();
    };
    client.on('error', lost);
    client.on('end', lost);
    this.#listener = client;
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      lost();
    }
  }

  async publish(jobs: readonly number[]): Promise<void> {
    if (jobs.length === 0) return;
    await this.#query(
      `insert into rapporteur_queue.message (queue, job) select $1, job from unnest($2::bigint[]) with ordinality as t (job, place) order by place`,
      [this.#queue, jobs],
    );
    await this.#query('select pg_notify($1, $2)', [channel, this.#queue]);
  }

  async take(limit: number, wait: number): Promise<Message[]> {
    const until = performance.now() + wait;
    for (;;) {
      const heard = this.#heard(Math.min(lookAgain, Math.max(0, until - performance.now())));
      const rows = await this.#query(takeNext, [this.#queue, limit, this.#ackWait]);
      if (rows.length > 0) {
        const taken = rows as unknown as (Taken & { job: string })[];
        return taken.sort((a, b) => Number(a.id) - Number(b.id)).map((row) => this.#message(row));
      }
      if (this.#closed || performance.now() >= until) return [];
      await heard;
    }
  }

  /** Settles when something was heard, or after so many milliseconds. */
  #heard(wait: number): Promise<void> {
    return new Promise((woken) => {
      const timer = setTimeout(woken, wait);
      this.#wake.push(() => {
        clearTimeout(timer);
        woken();
      });
    });
  }

  #stir(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  #message({ id, job, deliveries }: Taken & { job: string }): Message {
    const taken = { id, deliveries };
    this.#taken.add(taken);
    const later = (delay: number): Promise<void> => this.#later([taken], delay).catch(() => undefined);
    return {
      job: Number(job),
      deliveries,
      ack: () => {
        this.#taken.delete(taken);
        return new Promise((done) => {
          if (this.#acked.push({ taken, done }) === 1) setImmediate(() => void this.#flush());
        });
      },
      nak: (delay) => {
        this.#taken.delete(taken);
        return later(delay);
      },
      working: () => later(this.#ackWait),
    };
  }

  /** What is acknowledged at once goes in one query; what does not arrive is handed out again, which does no harm. */
  async #flush(): Promise<void> {
    const acked = this.#acked.splice(0);
    await this.#query(
      `delete from rapporteur_queue.message as m using unnest($1::bigint[], $2::int[]) as t (id, deliveries)
       where m.id = t.id and m.deliveries = t.deliveries`,
      [acked.map(({ taken }) => taken.id), acked.map(({ taken }) => taken.deliveries)],
    ).catch(() => undefined);
    for (const { done } of acked) done();
  }

  async #later(taken: readonly Taken[], delay: number): Promise<void> {
    await this.#query(
      `update rapporteur_queue.message as m set visible_at = now() + $3 * interval '1 millisecond'
       from unnest($1::bigint[], $2::int[]) as t (id, deliveries) where m.id = t.id and m.deliveries = t.deliveries`,
      [taken.map((one) => one.id), taken.map((one) => one.deliveries), delay],
    );
  }

  async depth(): Promise<Depth | null> {
    try {
      const [row] = await this.#query(
        `select count(*) filter (where visible_at <= now() or deliveries = 0)::int as waiting,
         count(*) filter (where visible_at > now() and deliveries > 0)::int as taken from rapporteur_queue.message where queue = $1`,
        [this.#queue],
      );
      return row as unknown as Depth;
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#again);
    this.#stir();
    if (this.#taken.size > 0) await this.#later([...this.#taken], 0).catch(() => undefined);
    await this.#listener?.end().catch(() => undefined);
    await this.#pool.end();
  }
}
