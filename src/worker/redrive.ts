import type { Store } from '../app/record.js';
import type { Transport } from '../transport/transport.js';
import type { Log } from './log.js';

export interface RedriverOptions {
  store: Store;
  transport: Transport;
  log: Log;
  /** Milliseconds after which a job of which nothing is heard is announced again; 0 where the queue is this process's own. */
  after: number;
  now: () => string;
}

/** So many are announced at a time. */
const together = 1000;

/** Milliseconds between two looks. */
const lookEvery = 500;

/**
 * Tells the queue again of what the ledger shows undone: where the queue seems empty, or nothing came from it for long. A queue whose store was lost,
 * or that was never told, thereby loses nothing. Messages that come twice do no harm.
 */
export class Redriver {
  readonly #since: string;
  #lookAt = 0;
  #heardAt = performance.now();

  constructor(private readonly options: RedriverOptions) {
    this.#since = options.now();
  }

  /** Something came from the queue. */
  heard(): void {
    this.#heardAt = performance.now();
  }

  /** Looks, where it is time to. Throws what the store and the queue throw. */
  async look(): Promise<void> {
    const now = performance.now();
    if (now < this.#lookAt) return;
    this.#lookAt = now + lookEvery;
    const { store, transport, after, log } = this.options;
    const depth = await transport.depth();
    if (depth === null) return;
    const few = after === 0 ? depth.waiting < together / 2 : depth.waiting === 0 || now - this.#heardAt > 2 * after;
    if (!few) return;
    const at = this.options.now();
    // a queue of this process's own knows nothing of what was announced before it
    const before = after === 0 ? this.#since : new Date(Date.parse(at) - after).toISOString();
    const jobs = await store.announce(before, at, together);
    if (jobs.length === 0) return;
    await transport.publish(jobs);
    this.#lookAt = 0;
    log({ level: after === 0 ? 'debug' : 'info', event: 'announced', jobs: jobs.length });
  }
}
