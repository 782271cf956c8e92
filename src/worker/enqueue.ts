import { articleId, type ReadOptions } from '../app/read.js';
import type { Store } from '../app/record.js';
import { openStories } from '../app/sources.js';
import type { Transport } from '../transport/transport.js';
import { toldOf, type WithBytes } from './told.js';

export interface EnqueueOptions extends ReadOptions {
  /** Version of the extractor that is to read them, or a newer one. */
  extractor: string;
  /** The time, ISO 8601 in UTC. */
  now: () => string;
  /** What is quarantined is tried again. */
  again?: boolean;
  /** The queue that is told of them; workers look into the ledger themselves where there is none. */
  transport?: Transport;
  /** Told of each document of which there are no bytes. */
  onProblem?: (source: string, message: string) => void;
}

/** What became of the documents. `unread`: there were no bytes. */
export interface EnqueueSummary {
  waiting: number;
  same: number;
  quarantined: number;
  unread: number;
}

/** So many are written together. */
const together = 100;
const togetherBytes = 8_000_000;

/**
 * Puts the stories of files, folders, globs, addresses or `-` on the list of what is to be read, and tells the queue. They are safe when this returns, also where
 * the queue loses them. Throws a `StoreError` or a `TransportError`; what was written before stays.
 */
export async function enqueueStories(store: Store, inputs: readonly string[], options: EnqueueOptions): Promise<EnqueueSummary> {
  const { extractor, now, again = false, transport, progress } = options;
  const summary: EnqueueSummary = { waiting: 0, same: 0, quarantined: 0, unread: 0 };
  let batch: WithBytes[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const jobs = batch.map((source) => ({
      ...{ document: articleId(source.bytes), source: source.source, bytes: source.bytes },
      told: toldOf(source, options),
    }));
    const results = await store.enqueue(jobs, extractor, now(), { again, announced: transport !== undefined });
    for (const { state } of results) summary[state]++;
    await transport?.publish(results.flatMap((one) => (one.state === 'waiting' ? [one.n] : [])));
    batch = [];
    bytes = 0;
  };
  const { total, stories } = await openStories(inputs, options);
  progress?.begin(total);
  try {
    for await (const source of stories) {
      if ('error' in source) {
        await store.unread(source.source, source.error.message, extractor, now());
        summary.unread++;
        options.onProblem?.(source.source, source.error.message);
      } else {
        batch.push(source);
        bytes += source.bytes.length;
      }
      progress?.step(source.source);
      if (batch.length >= together || bytes >= togetherBytes) await flush();
    }
    await flush();
  } finally {
    progress?.end();
  }
  return summary;
}
