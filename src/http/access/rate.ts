/** How often one client may ask: so many at once, and so many a second in the long run. */
export interface Rate {
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Counts requests by client. A client that asks too often waits; clients that were not heard of for long are forgotten. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
    private readonly mostClients = 10_000,
  ) {}

  /** 0 where the client may go on, else how many seconds it has to wait. */
  take(client: string): number {
    const { burst, perSecond } = this.rate;
    const at = this.now();
    const bucket = this.#buckets.get(client);
    const left = bucket ? Math.min(burst, bucket.left + (Math.max(0, at - bucket.at) / 1000) * perSecond) : burst;
    this.#buckets.delete(client);
    this.#buckets.set(client, { left: left >= 1 ? left - 1 : left, at });
    if (this.#buckets.size > this.mostClients) this.#buckets.delete(this.#buckets.keys().next().value!);
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  }
}
