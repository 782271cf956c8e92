import type { Store } from '../app/record.js';
import { extractorVersion } from '../app/record.js';
import type { Depth, Transport } from '../transport/transport.js';
import type { WorkerSelf } from './vitals.js';

/** A worker as last heard of. */
export interface WorkerState extends WorkerSelf {
  id: string;
  seenAt: string;
  /** Heard of within the last half minute. */
  alive: boolean;
}

/** Documents that were given up, or failed and will be tried again. */
export interface Failure {
  source: string;
  document: string;
  state: 'failed' | 'quarantined';
  attempts: number;
  reason: string | null;
}

/** How far the reading of a record is. All but `queue` is from the ledger. */
export interface Status {
  at: string;
  record: string;
  /** Nothing is left to be read. */
  drained: boolean;
  /** Documents to be read. */
  waiting: number;
  /** When the oldest of them was asked for, and how many seconds ago that is. */
  oldest: { at: string; seconds: number } | null;
  documents: { done: number; failed: number; quarantined: number };
  /** Documents that all workers alive have read within the last minute. */
  perMinute: number;
  /** Seconds until all is read at that rate; `null` where that cannot be said. */
  secondsLeft: number | null;
  workers: WorkerState[];
  /** Documents given up first, then those that failed; the first of them by source. */
  failures: Failure[];
  /** What the queue says of itself, for information only; `null` where there is none or it cannot be reached. */
  queue: ({ location: string } & Depth) | null;
  /** The version of the extractor that this program is. */
  extractor: string;
}

/** Milliseconds without a word after which a worker is not taken to be alive. */
const silence = 30_000;

/** Looks how far the reading is. `at`: now, ISO 8601 in UTC; `failures`: how many are listed. Throws a `StoreError`. */
export async function statusOf(
  store: Store,
  { transport, at, failures = 20 }: { transport?: Transport | undefined; at: string; failures?: number },
): Promise<Status> {
  const [{ waiting, oldest }, { documents }, rows, depth] = await Promise.all([
    store.backlog(),
    store.counts(),
    store.workers(),
    transport?.depth() ?? null,
  ]);
  const workers = rows.map(({ id, seenAt, json }) => ({
    ...{ id, seenAt, alive: Math.abs(Date.parse(at) - Date.parse(seenAt)) < silence },
    ...(JSON.parse(json) as WorkerSelf),
  }));
  const perMinute = workers.reduce((sum, worker) => sum + (worker.alive ? worker.perMinute : 0), 0);
  return {
    ...{ at, record: store.location, drained: waiting === 0, waiting },
    oldest: oldest === null ? null : { at: oldest, seconds: Math.max(0, Math.round((Date.parse(at) - Date.parse(oldest)) / 1000)) },
    documents: { done: documents.done, failed: documents.failed, quarantined: documents.quarantined },
    perMinute,
    secondsLeft: waiting === 0 ? 0 : perMinute === 0 ? null : Math.ceil((waiting / perMinute) * 60),
    workers,
    failures: await failuresOf(store, failures),
    queue: transport && depth ? { location: transport.location, ...depth } : null,
    extractor: extractorVersion(),
  };
}

async function failuresOf(store: Store, limit: number): Promise<Failure[]> {
  const found: Failure[] = [];
  for (const state of ['quarantined', 'failed'] as const) {
    if (found.length >= limit) break;
    for (const { id, source, attempts, reason } of await store.ledger([state], { limit: limit - found.length }))
      found.push({ source, document: id, state, attempts, reason });
  }
  return found;
}
