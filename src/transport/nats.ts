import {
  AckPolicy,
  type ConsumerMessages,
  type JsMsg,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { connect, type NatsConnection, nanos } from '@nats-io/transport-node';
import { type Depth, type Message, type Transport, TransportError, type TransportOptions, usualAckWait } from './transport.js';

/** The queue of which the address names none. */
const usualName = 'rapporteur';

/** How many messages are sent before their confirmations are waited for. */
const publishTogether = 256;

/** Milliseconds between two tries to get the stream back, and to reach the server again. */
const retryAfter = 500;

/**
 * A queue in NATS JetStream: a stream with the retention of a work queue and one consumer that all takers share. Both are made where they are not there,
 * also where the server has lost them meanwhile. `nats://[user:password@]host[:port][/queue]`. Throws a `TransportError` where the server cannot be reached.
 */
export async function openNats(address: string, options: TransportOptions = {}): Promise<Transport> {
  const url = new URL(address);
  const name = decodeURIComponent(url.pathname.slice(1)) || usualName;
  if (!/^[\w-]+$/.test(name)) throw new TransportError(`${name} is no name of a queue: letters, digits, - and _ only.`);
  const location = `nats://${url.host}/${name}`;
  try {
    const connection = await connect({
      servers: `${url.hostname}:${url.port || 4222}`,
      ...(url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : {}),
      ...{ maxReconnectAttempts: -1, reconnectTimeWait: retryAfter, timeout: 5000, noAsyncTraces: true, ignoreClusterUpdates: true },
    });
    const transport = new NatsTransport(connection, name, location, options);
    await transport.prepare();
    return transport;
  } catch (error) {
    if (error instanceof TransportError) throw error;
    throw new TransportError(`${location} cannot be reached: ${reasonOf(error)}.`, error);
  }
}

class NatsTransport implements Transport {
  readonly #stream: string;
  readonly #subject: string;
  readonly #ahead: number;
  readonly #ackWait: number;
  readonly #fetched: { message: JsMsg; since: number }[] = [];
  readonly #keeper: NodeJS.Timeout;
  #lost = false;
  #pull: ConsumerMessages | undefined;
  #wake: (() => void)[] = [];

  constructor(
    private readonly connection: NatsConnection,
    name: string,
    readonly location: string,
    options: TransportOptions,
  ) {
    this.#stream = `RAPPORTEUR_${name}`;
    this.#subject = `rapporteur.jobs.${name}`;
    this.#ahead = options.ahead ?? 64;
    this.#ackWait = options.ackWait ?? usualAckWait;
    this.#keeper = setInterval(() => this.#keep(), this.#ackWait / 3);
    this.#keeper.unref();
  }

  /** Makes the stream and its consumer where they are not there. */
  async prepare(): Promise<void> {
    const manager = await jetstreamManager(this.connection);
    await manager.streams.add({
      ...{ name: this.#stream, subjects: [this.#subject], retention: RetentionPolicy.Workqueue, storage: StorageType.File },
    });
    await manager.consumers.add(this.#stream, {
      ...{ durable_name: consumerName, ack_policy: AckPolicy.Explicit, ack_wait: nanos(this.#ackWait), max_ack_pending: 20_000 },
    });
  }

  async publish(jobs: readonly number[]): Promise<void> {
    try {
      await this.#publish(jobs);
    } catch {
      // the stream may be gone: repeating a message does no harm
      try {
        await this.prepare();
        await this.#publish(jobs);
      } catch (error) {
        throw this.#failure(error);
      }
    }
  }

  async #publish(jobs: readonly number[]): Promise<void> {
    const stream = jetstream(this.connection);
    for (let at = 0; at < jobs.length; at += publishTogether)
      await Promise.all(jobs.slice(at, at + publishTogether).map((job) => stream.publish(this.#subject, String(job))));
  }

  async take(limit: number, wait: number): Promise<Message[]> {
    this.#dropLate();
    if (!this.#pull && this.#fetched.length < limit) await this.#fetch();
    if (this.#fetched.length === 0) {
      await new Promise<void>((woken) => {
        const timer = setTimeout(woken, wait);
        this.#wake.push(() => {
          clearTimeout(timer);
          woken();
        });
      });
    }
    return this.#fetched.splice(0, limit).map(({ message }) => ({
      job: Number(message.string()),
      deliveries: message.info.deliveryCount,
      ack: async () => this.#quietly(() => message.ack()),
      nak: async (delay) => this.#quietly(() => message.nak(delay)),
      working: async () => this.#quietly(() => message.working()),
    }));
  }

  /** What was fetched ahead keeps its deadline; what was not kept in time is another's by now. */
  #keep(): void {
    this.#dropLate();
    const now = performance.now();
    for (const fetched of this.#fetched) {
      fetched.since = now;
      this.#quietly(() => fetched.message.working());
    }
  }

  #dropLate(): void {
    const late = performance.now() - this.#ackWait;
    const kept = this.#fetched.filter(({ since }) => since > late);
    if (kept.length < this.#fetched.length) this.#fetched.splice(0, this.#fetched.length, ...kept);
  }

  /** What the server is told without an answer: it is repeated where it does not arrive. */
  #quietly(tell: () => void): void {
    if (!this.connection.isClosed()) tell();
  }

  /** Asks the server for as many as may be held ahead; they come while the question stands. */
  async #fetch(): Promise<void> {
    try {
      if (this.#lost) await this.prepare();
      this.#lost = false;
      const consumer = await jetstream(this.connection).consumers.get(this.#stream, consumerName);
      const pull = await consumer.fetch({ max_messages: this.#ahead - this.#fetched.length, expires: pullFor, idle_heartbeat: heartbeat });
      this.#pull = pull;
      void this.#receive(pull);
    } catch (error) {
      this.#lost = true;
      throw this.#failure(error);
    }
  }

  async #receive(pull: ConsumerMessages): Promise<void> {
    void this.#watch(pull);
    try {
      for await (const message of pull) {
        this.#fetched.push({ message, since: performance.now() });
        this.#stir();
      }
    } catch {
      this.#lost = true;
    }
    this.#pull = undefined;
    this.#stir();
  }

  /** Where the server has lost the stream, the next to take makes it anew. */
  async #watch(pull: ConsumerMessages): Promise<void> {
    for await (const { type } of pull.status()) {
      if (!lostSigns.has(type)) continue;
      this.#lost = true;
      pull.stop();
    }
  }

  #stir(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  async depth(): Promise<Depth | null> {
    try {
      const manager = await jetstreamManager(this.connection, { checkAPI: false, timeout: 2000 });
      const { num_pending, num_ack_pending } = await manager.consumers.info(this.#stream, consumerName);
      return { waiting: num_pending, taken: num_ack_pending };
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#keeper);
    this.#pull?.stop();
    this.#stir();
    for (const { message } of this.#fetched.splice(0)) this.#quietly(() => message.nak());
    if (!this.connection.isClosed()) await this.connection.flush().catch(() => undefined);
    await this.connection.close();
  }

  #failure(error: unknown): TransportError {
    return new TransportError(`${this.location} does not answer: ${reasonOf(error)}.`, error);
  }
}

const consumerName = 'workers';

/** Milliseconds for which the server is asked for messages at a time, and between the signs of life that it gives meanwhile. */
const pullFor = 5000;
const heartbeat = 1000;

const lostSigns: ReadonlySet<string> = new Set([
  'consumer_not_found',
  'stream_not_found',
  'consumer_deleted',
  'no_responders',
  'heartbeats_missed',
]);

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message || error.name : String(error);
  return said.split('\n')[0]!.replace(/\.$/, '').toLowerCase();
}
