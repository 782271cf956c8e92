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
  readonly #fetched: JsMsg[] = [];
  #messages: ConsumerMessages | undefined;
  #wake: (() => void)[] = [];
  #closed = false;

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
    if (!this.#messages) await this.#consume();
    if (this.#fetched.length === 0) {
      await new Promise<void>((woken) => {
        const timer = setTimeout(woken, wait);
        this.#wake.push(() => {
          clearTimeout(timer);
          woken();
        });
      });
    }
    return this.#fetched.splice(0, limit).map((message) => ({
      job: Number(message.string()),
      deliveries: message.info.deliveryCount,
      ack: async () => this.#quietly(() => message.ack()),
      nak: async (delay) => this.#quietly(() => message.nak(delay)),
      working: async () => this.#quietly(() => message.working()),
    }));
  }

  /** What the server is told without an answer: it is repeated where it does not arrive. */
  #quietly(tell: () => void): void {
    if (!this.connection.isClosed()) tell();
  }

  async #consume(): Promise<void> {
    try {
      const consumer = await jetstream(this.connection).consumers.get(this.#stream, consumerName);
      const messages = await consumer.consume({
        max_messages: this.#ahead,
        callback: (message) => {
          this.#fetched.push(message);
          for (const wake of this.#wake.splice(0)) wake();
        },
      });
      this.#messages = messages;
      void this.#watch(messages);
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Makes the stream anew where the server has lost it. */
  async #watch(messages: ConsumerMessages): Promise<void> {
    for await (const { type } of messages.status()) {
      if (this.#closed) return;
      if (type === 'consumer_not_found' || type === 'stream_not_found' || type === 'consumer_deleted' || type === 'no_responders') {
        await this.prepare().catch(() => undefined);
        if (type === 'consumer_deleted') break;
      }
    }
    this.#messages = undefined;
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
    this.#closed = true;
    for (const wake of this.#wake.splice(0)) wake();
    for (const message of this.#fetched.splice(0)) this.#quietly(() => message.nak());
    this.#messages?.stop();
    if (!this.connection.isClosed()) await this.connection.flush().catch(() => undefined);
    await this.connection.close();
  }

  #failure(error: unknown): TransportError {
    if (!this.#closed && this.#messages === undefined) this.#fetched.length = 0;
    return new TransportError(`${this.location} does not answer: ${reasonOf(error)}.`, error);
  }
}

const consumerName = 'workers';

function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message || error.name : String(error);
  return said.split('\n')[0]!.replace(/\.$/, '').toLowerCase();
}
