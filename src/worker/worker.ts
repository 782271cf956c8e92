import { NoReader, type Readers } from '../app/readers/pool.js';
import type { Store } from '../app/record.js';
import type { Message, Transport } from '../transport/transport.js';
import { type Committed, Committer, type ReadJob } from './committer.js';
import type { Log } from './log.js';
import { Redriver } from './redrive.js';
import { sourceOf } from './told.js';
import { Vitals } from './vitals.js';

/** What a worker works with. */
export interface WorkerOptions {
  store: Store;
  transport: Transport;
  readers: Pick<Readers, 'size' | 'read'>;
  /** Version of the extractor that the readers are. */
  extractor: string;
  log: Log;
  /** Names this worker among all. */
  id: string;
  /** The time, ISO 8601 in UTC. */
  now?: () => string;
  /** Milliseconds in which the queue wants a message acknowledged. Default 30,000. */
  ackWait?: number;
  /** Milliseconds after which a job that nobody is heard of is announced again; 0 where the queue is this process's own. Default 60,000. */
  redriveAfter?: number;
  /** Milliseconds between signs of life. Default 5000. */
  heartbeat?: number;
  /** Ends when the ledger has nothing left to be read. */
  drain?: boolean;
}

/** What was handed out this often without a word has perhaps ended those who read it: from then on each attempt is counted beforehand. */
const suspicious = 3;

/** Milliseconds after which a job is handed out again: behind an earlier one, for a newer version, after a failure, where the store or a reader cannot be had. */
const delays = { earlier: 100, newer: 2000, failed: 200, trouble: 1000 } as const;

/** Milliseconds that a taker waits for messages before it looks around. */
const patience = 250;

/** So many are taken at a time at most. */
const atOnce = 16;

/** What is taken beyond two for each reader, so that a transaction stores many at once: so many, and none while those in hand have more bytes than this. */
const stock = { documents: 128, bytes: 4_000_000 } as const;

/** Errors of a store that do not pass by themselves. */
const lasting: ReadonlySet<unknown> = new Set(['corrupt', 'not-a-database', 'newer', 'closed']);

interface Taken {
  message: Message;
  job: Awaited<ReturnType<Store['jobs']>>[number];
}

/**
 * Takes jobs from a queue, reads their documents in processes of their own, stores what was read together with the mark that it is done, and only then
 * acknowledges. Whatever dies meanwhile, the ledger knows what is still to be done.
 */
export class Worker {
  readonly #vitals: Vitals;
  readonly #committer: Committer;
  readonly #redriver: Redriver;
  readonly #now: () => string;
  /** Taken and not begun. */
  #waiting: Taken[] = [];
  /** Being read or stored, by number of the job. */
  readonly #inHand = new Map<number, Taken>();
  #reading = 0;
  #stopping = false;
  #failure: unknown;

  constructor(private readonly options: WorkerOptions) {
    const { store, extractor, log, redriveAfter = 60_000 } = options;
    this.#now = options.now ?? (() => new Date().toISOString());
    this.#vitals = new Vitals(options, this.#now);
    this.#committer = new Committer({
      store,
      extractor,
      now: this.#now,
      done: (job, how) => this.#settled(job, how),
      trouble: (e) => this.#trouble(e),
    });
    this.#redriver = new Redriver({ store, transport: options.transport, log, after: redriveAfter, now: this.#now });
  }

  /** How it is doing. */
  get vitals(): Vitals {
    return this.#vitals;
  }

  /** Works until `stop` is called, or until all is read with `drain`. Rejects with a `StoreError` that does not pass by itself. */
  async run(): Promise<void> {
    const { store, extractor, log, id, ackWait = 30_000 } = this.options;
    log({ level: 'info', event: 'started', worker: id, extractor, queue: this.options.transport.location });
    const keeping = setInterval(() => this.#keep(), ackWait / 3);
    const beating = this.#vitals.beat(() => ({ reading: this.#inHand.size }));
    try {
      await this.#patiently(() => store.enrol(extractor, this.#now()));
      while (!this.#stopping && this.#failure === undefined) {
        await this.#patiently(() => this.#turn());
      }
      await Promise.all(this.#waiting.splice(0).map(({ message }) => message.nak(0)));
      while (this.#inHand.size > 0 && this.#failure === undefined) await pause(10);
    } finally {
      clearInterval(keeping);
      await beating.end();
      log({ level: 'info', event: 'stopped', worker: id, read: this.#vitals.read, failed: this.#vitals.failed });
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Finishes what is being read, gives back the rest. */
  stop(): void {
    this.#stopping = true;
  }

  async #turn(): Promise<void> {
    await this.#redriver.look();
    const { transport } = this.options;
    const room = this.#room();
    if (room <= 0) {
      await pause(5);
      return;
    }
    const messages = await transport.take(Math.min(room, atOnce), patience);
    if (messages.length > 0) await this.#accept(messages);
    else if (this.options.drain && this.#inHand.size === 0 && (await this.options.store.backlog()).waiting === 0) this.stop();
  }

  /** How many more are taken: two for each reader, so that none of them waits while others store; and a stock that is read while a transaction runs. */
  #room(): number {
    const taken = this.#taken;
    const bytes = taken.reduce((sum, { job }) => sum + job.bytes.length, 0);
    return this.#few + (bytes > stock.bytes ? 0 : stock.documents) - taken.length;
  }

  /** All that is not given back yet: being read or stored, and waiting. */
  get #taken(): Taken[] {
    return [...this.#inHand.values(), ...this.#waiting];
  }

  /** What may be in hand in any case. */
  get #few(): number {
    return this.options.readers.size * 2;
  }

  async #accept(messages: readonly Message[]): Promise<void> {
    const { store, extractor } = this.options;
    let known: Map<number, Taken['job']>;
    try {
      known = new Map((await store.jobs([...new Set(messages.map((m) => m.job))], extractor)).map((job) => [job.n, job]));
    } catch (error) {
      await Promise.all(messages.map((m) => m.nak(delays.trouble)));
      throw error;
    }
    this.#redriver.heard();
    for (const message of messages) {
      const job = known.get(message.job);
      const twice = this.#inHand.has(message.job) || this.#waiting.some((taken) => taken.job.n === message.job);
      if (!job || twice) void message.ack();
      else if (job.held !== null) void message.nak(delays[job.held]);
      else this.#waiting.push({ message, job });
    }
    this.#begin();
  }

  #begin(): void {
    while (!this.#stopping && this.#reading < this.options.readers.size && this.#waiting.length > 0) {
      // whoever dies with one of these in hand has it counted as an attempt: few are in hand then
      if (isSuspicious(this.#waiting[0]!) && this.#inHand.size >= this.#few) return;
      const taken = this.#waiting.shift()!;
      this.#inHand.set(taken.job.n, taken);
      this.#reading++;
      void this.#read(taken).finally(() => {
        this.#reading--;
        this.#begin();
      });
    }
  }

  async #read(taken: Taken): Promise<void> {
    const { store, readers, extractor } = this.options;
    const { job } = taken;
    const began = performance.now();
    try {
      const counted = isSuspicious(taken);
      if (counted && !(await store.startJob(job.n, 'ended its worker each time it was read', extractor, this.#now()))) {
        this.#settled({ job, document: null, counted, ms: 0 }, { state: 'gone' });
        return;
      }
      const { source, options } = sourceOf(job);
      const document = await readers.read(source, options);
      this.#committer.add({ job, document, counted, ms: Math.round(performance.now() - began) });
    } catch (error) {
      this.#trouble(error);
      this.#release(job.n, (m) => m.nak(delays.trouble));
    }
  }

  #settled({ job, document, ms }: ReadJob, how: Committed): void {
    const about = { document: job.document, source: job.source, job: job.n };
    const { log } = this.options;
    if (how.state === 'trouble') this.#release(job.n, (m) => m.nak(delays.trouble));
    else if (how.state === 'failed') this.#release(job.n, (m) => m.nak(delays.failed));
    else this.#release(job.n, (m) => m.ack());
    if (how.state === 'failed' || how.state === 'quarantined') {
      this.#vitals.countFailure();
      log({ level: how.state === 'failed' ? 'warn' : 'error', event: how.state, ...about, reason: how.reason, attempts: how.attempts, ms });
    } else if (how.state !== 'trouble' && how.state !== 'gone') {
      this.#vitals.countRead(ms);
      const { statements = [], findings = [] } = document?.reading ?? {};
      log({ level: 'info', event: 'read', ...about, state: how.state, statements: statements.length, findings: findings.length, ms });
    }
  }

  #release(n: number, tell: (message: Message) => Promise<void>): void {
    const taken = this.#inHand.get(n);
    this.#inHand.delete(n);
    if (taken) void tell(taken.message);
    this.#begin();
  }

  #keep(): void {
    for (const { message } of this.#taken) void message.working();
  }

  /** What passes by itself is waited for. */
  async #patiently(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#trouble(error);
      if (this.#failure === undefined) await pause(delays.trouble / 4);
    }
  }

  #trouble(error: unknown): void {
    const said = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
    const passing = error instanceof NoReader || name === 'TransportError' || (name === 'StoreError' && !lasting.has(code));
    this.#vitals.countTrouble(said);
    this.options.log({ level: 'error', event: 'trouble', reason: said });
    if (!passing) this.#failure ??= error;
  }
}

const isSuspicious = ({ message }: Taken): boolean => message.deliveries >= suspicious;

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
