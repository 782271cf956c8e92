import { hostname } from 'node:os';
import type { Store } from '../app/record.js';
import type { Log } from './log.js';

/** What a worker says of itself, for others to see. */
export interface WorkerSelf {
  host: string;
  pid: number;
  extractor: string;
  queue: string;
  /** How many documents it reads at once. */
  concurrency: number;
  startedAt: string;
  /** Since it was started. */
  read: number;
  failed: number;
  /** Documents read within the last minute. */
  perMinute: number;
  /** Documents being read or stored now. */
  reading: number;
  /** The last thing that went wrong beside documents, and when. */
  trouble: { at: string; reason: string } | null;
}

interface VitalsOptions {
  store: Store;
  transport: { location: string };
  readers: { size: number };
  extractor: string;
  log: Log;
  id: string;
  heartbeat?: number;
}

const minute = 60_000;

/** Milliseconds after which a worker that is not heard of is forgotten. */
const forgetAfter = 3_600_000;

/** Upper bounds of the classes in which times of reading are counted, in milliseconds. */
export const timeClasses = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000] as const;

/** Counts what a worker does, and lets others know that it is there. */
export class Vitals {
  read = 0;
  failed = 0;
  troubles = 0;
  /** Milliseconds that reading took, all together. */
  readingTime = 0;
  /** How many were read in each of `timeClasses`. */
  readonly times: number[] = timeClasses.map(() => 0);
  /** Times of the last ones read, oldest first. */
  readonly #recent: number[] = [];
  readonly #startedAt: string;
  #trouble: WorkerSelf['trouble'] = null;
  #beatAt: number | null = null;

  constructor(
    private readonly options: VitalsOptions,
    private readonly now: () => string,
  ) {
    this.#startedAt = now();
  }

  countRead(ms: number): void {
    this.read++;
    this.readingTime += ms;
    const fits = timeClasses.findIndex((bound) => ms <= bound);
    if (fits >= 0) this.times[fits]!++;
    this.#recent.push(performance.now());
    this.#forget();
  }

  countFailure(): void {
    this.failed++;
  }

  countTrouble(reason: string): void {
    this.troubles++;
    this.#trouble = { at: this.now(), reason };
  }

  /** Documents read within the last minute. */
  get perMinute(): number {
    this.#forget();
    return this.#recent.length;
  }

  /** Whether the store has taken a sign of life not long ago. */
  get ready(): boolean {
    return this.#beatAt !== null && performance.now() - this.#beatAt < 4 * (this.options.heartbeat ?? usualHeartbeat);
  }

  #forget(): void {
    const from = performance.now() - minute;
    const first = this.#recent.findIndex((at) => at > from);
    this.#recent.splice(0, first < 0 ? this.#recent.length : first);
  }

  /** Gives signs of life until its end, with what `more` says each time. */
  beat(more: () => Pick<WorkerSelf, 'reading'>): { end(): Promise<void> } {
    const { store, id, log, heartbeat = usualHeartbeat } = this.options;
    const beat = async (): Promise<void> => {
      const seenAt = this.now();
      const forget = new Date(Date.parse(seenAt) - forgetAfter).toISOString();
      try {
        await store.keepWorker({ id, seenAt, json: JSON.stringify({ ...this.#self(), ...more() }) }, forget);
        this.#beatAt = performance.now();
      } catch (error) {
        log({ level: 'error', event: 'trouble', reason: error instanceof Error ? error.message : String(error) });
      }
    };
    let beating = beat();
    const timer = setInterval(() => {
      beating = beating.then(beat);
    }, heartbeat);
    return {
      async end() {
        clearInterval(timer);
        await beating;
        await store.removeWorker(id).catch(() => undefined);
      },
    };
  }

  #self(): Omit<WorkerSelf, 'reading'> {
    const { transport, readers, extractor } = this.options;
    return {
      ...{ host: hostname(), pid: process.pid, extractor, queue: transport.location, concurrency: readers.size },
      ...{ startedAt: this.#startedAt, read: this.read, failed: this.failed, perMinute: this.perMinute, trouble: this.#trouble },
    };
  }
}

const usualHeartbeat = 5000;
