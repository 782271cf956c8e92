import { type Depth, type Message, type Transport, type TransportOptions, usualAckWait } from './transport.js';

interface Entry {
  job: number;
  deliveries: number;
}

/** A queue within one process. */
export class MemoryTransport implements Transport {
  readonly location = 'this process';
  readonly #waiting: Entry[] = [];
  readonly #taken = new Map<Entry, NodeJS.Timeout>();
  readonly #delayed = new Set<NodeJS.Timeout>();
  readonly #ackWait: number;
  #wake: (() => void)[] = [];

  constructor(options: TransportOptions = {}) {
    this.#ackWait = options.ackWait ?? usualAckWait;
  }

  async publish(jobs: readonly number[]): Promise<void> {
    for (const job of jobs) this.#waiting.push({ job, deliveries: 0 });
    this.#stir();
  }

  async take(limit: number, wait: number): Promise<Message[]> {
    if (this.#waiting.length === 0) {
      await new Promise<void>((woken) => {
        const timer = setTimeout(woken, wait);
        this.#wake.push(() => {
          clearTimeout(timer);
          woken();
        });
      });
    }
    return this.#waiting.splice(0, limit).map((entry) => this.#hand(entry));
  }

  async depth(): Promise<Depth> {
    return { waiting: this.#waiting.length + this.#delayed.size, taken: this.#taken.size };
  }

  async close(): Promise<void> {
    for (const timer of [...this.#taken.values(), ...this.#delayed]) clearTimeout(timer);
    this.#stir();
  }

  #hand(entry: Entry): Message {
    entry.deliveries++;
    const begin = (): void => {
      clearTimeout(this.#taken.get(entry));
      this.#taken.set(
        entry,
        setTimeout(() => back(), this.#ackWait),
      );
    };
    const release = (): boolean => {
      clearTimeout(this.#taken.get(entry));
      return this.#taken.delete(entry);
    };
    const back = (): void => {
      if (!release()) return;
      this.#waiting.push(entry);
      this.#stir();
    };
    const deliveries = entry.deliveries;
    const mine = (): boolean => entry.deliveries === deliveries;
    begin();
    return {
      job: entry.job,
      deliveries,
      ack: async () => void (mine() && release()),
      nak: async (delay) => {
        if (!mine() || !release()) return;
        const timer = setTimeout(() => {
          this.#delayed.delete(timer);
          this.#waiting.push(entry);
          this.#stir();
        }, delay);
        this.#delayed.add(timer);
      },
      working: async () => {
        if (mine() && this.#taken.has(entry)) begin();
      },
    };
  }

  #stir(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
