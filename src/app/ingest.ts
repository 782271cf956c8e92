import type { Source } from '../acquire/source.js';
import { sentence } from '../model/sentence.js';
import { type Finished, type LedgerRow, maxAttempts, type Store, type Stored } from '../store/port.js';
import { StoreError } from '../store/store-error.js';
import { articleId, type Document, readSource } from './read.js';

/** What became of one document. */
export interface Outcome {
  source: string;
  /** The article's id; `null` where there were no bytes to read. */
  id: string | null;
  state: Stored | 'failed';
  /** Why it failed, or what was noticed although it was read. */
  reason: string | null;
  /** How much was read out of it; 0 where nothing was read now. */
  statements: number;
  findings: number;
}

/** How many documents ended in each state. */
export type IngestSummary = Record<Outcome['state'], number>;

/** How documents are read into a record. */
export interface IngestOptions {
  /** Version of what reads: documents read by another version are read again. */
  extractor: string;
  /** The time, ISO 8601 in UTC, whenever a batch is written. */
  now: () => string;
  /** From bytes to statements; never throws. Those that are read together are asked for at once. */
  read?: Read;
  /** The same, for documents that failed before or whose reader did not come back: where the program itself is safe from them. `read` where absent. */
  readDoubtful?: Read;
  /** Told of every document, in the order of the input, when it is safely stored. */
  onProgress?: (outcome: Outcome, soFar: Readonly<IngestSummary>) => void;
}

type Read = (source: Source) => Document | Promise<Document>;

/** A batch is one transaction: many enough to share the wait for the disk, few enough to stay small in memory. */
const batchDocuments = 32;
const batchBytes = 4_000_000;

type WithBytes = Extract<Source, { bytes: Uint8Array }>;
interface Waiting {
  source: WithBytes;
  id: string;
  /** It is stored as this version reads it, and its source goes back to it: the ledger calls it done throughout. */
  known?: true;
}

/**
 * Reads documents into a record. Each ends in one outcome, and no bad document stops the others. What is known already is not
 * read again. Throws a `StoreError` where the record itself cannot be written; what was reported before that is stored.
 */
export async function ingest(store: Store, documents: AsyncIterable<Source>, options: IngestOptions): Promise<IngestSummary> {
  const summary: IngestSummary = { new: 0, same: 0, revised: 0, reread: 0, failed: 0 };
  const work = new Ingest(store, options, (outcome) => {
    summary[outcome.state]++;
    options.onProgress?.(outcome, summary);
  });
  let batch: Source[] = [];
  let bytes = 0;
  for await (const source of documents) {
    batch.push(source);
    if ('bytes' in source) bytes += source.bytes.length;
    if (batch.length < batchDocuments && bytes < batchBytes) continue;
    await work.take(batch);
    batch = [];
    bytes = 0;
  }
  await work.take(batch);
  return summary;
}

class Ingest {
  private readonly store: Store;
  private readonly extractor: string;
  private readonly now: () => string;
  private readonly read: Read;
  private readonly readDoubtful: Read;
  private readonly tell: (outcome: Outcome) => void;

  constructor(store: Store, options: IngestOptions, tell: (outcome: Outcome) => void) {
    this.store = store;
    this.extractor = options.extractor;
    this.now = options.now;
    this.read = options.read ?? readSource;
    this.readDoubtful = options.readDoubtful ?? this.read;
    this.tell = tell;
  }

  /** One batch, in its order. What must be read goes together, up to the next document that is settled otherwise. */
  async take(batch: readonly Source[]): Promise<void> {
    const ids = batch.map((source) => ('bytes' in source ? articleId(source.bytes) : ''));
    const known = await this.store.documents(ids.filter((id) => id !== ''));
    const held = await this.store.held(batch.map((s) => s.source));
    let together: Waiting[] = [];
    for (const [i, source] of batch.entries()) {
      const id = ids[i]!;
      const row = known.get(id);
      const repeated = batch.some((other, k) => k !== i && other.source === source.source);
      if ('bytes' in source && !this.settled(row) && !this.doubtful(row)) together.push({ source, id });
      else if ('bytes' in source && this.settled(row) && (held.get(source.source) !== id || repeated))
        together.push({ source, id, known: true });
      else {
        await this.readTogether(together);
        together = [];
        if (!('bytes' in source)) await this.unread(source.source, source.error.message);
        else if (this.settled(row)) this.tell({ ...outcome(source.source, id, 'same'), reason: row?.reason ?? null });
        else await this.again({ source, id }, row!);
      }
    }
    await this.readTogether(together);
  }

  /** Read by this version already. */
  private settled(row: LedgerRow | undefined): boolean {
    return row?.state === 'done' && row.extractor === this.extractor;
  }

  /** Its reader did not come back, or it has failed. */
  private doubtful(row: LedgerRow | undefined): boolean {
    return row?.extractor === this.extractor && row.state !== 'done';
  }

  private async unread(source: string, reason: string): Promise<void> {
    await this.store.unread(source, reason, this.extractor, this.now());
    this.tell({ ...outcome(source, null, 'failed'), reason });
  }

  /** A document that may have stopped the program is read by itself, so that no other is counted with it; in the end it is left alone. */
  private async again(waiting: Waiting, row: LedgerRow): Promise<void> {
    if (row.state !== 'quarantined' && row.attempts < maxAttempts) return this.readTogether([waiting], this.readDoubtful);
    const why = row.state === 'pending' ? sentence`stopped the program each time it was read` : (row.reason ?? sentence`could not be read`);
    if (row.state === 'pending') await this.failed(waiting, why);
    else {
      const reason = sentence`${why} (set aside after ${row.attempts} attempts)`;
      this.tell({ ...outcome(waiting.source.source, waiting.id, 'failed'), reason });
    }
  }

  private async failed({ source, id }: Waiting, reason: string): Promise<void> {
    await this.store.fail({ id, source: source.source, reason }, this.extractor, this.now());
    this.tell({ ...outcome(source.source, id, 'failed'), reason });
  }

  private async readTogether(waiting: readonly Waiting[], reader = this.read): Promise<void> {
    if (waiting.length === 0) return;
    await this.store.begin(
      waiting.filter(({ known }) => !known).map(({ source, id }) => ({ source: source.source, id })),
      this.extractor,
      this.now(),
    );
    const read = await Promise.all(waiting.map(async (w) => ({ ...w, document: await reader(w.source) })));
    const finished = read.flatMap(({ document }) => finishedOf(document) ?? []);
    const stored = await this.put(finished);
    let next = 0;
    for (const { source, id, document } of read) {
      const one = finishedOf(document);
      const result = one ? stored[next++]! : undefined;
      if (result === undefined || result instanceof Error) {
        await this.failed(
          { source, id },
          result ? sentence`could not be stored: ${firstLine(result)}` : (document.problem?.message ?? sentence`could not be read`),
        );
        continue;
      }
      const { statements, findings } = one!.reading;
      this.tell({
        ...outcome(source.source, id, result),
        reason: document.problem?.message ?? null,
        statements: statements.length,
        findings: findings.length,
      });
    }
  }

  /** All in one transaction; where one of them cannot be stored, each by itself. */
  private async put(finished: readonly Finished[]): Promise<(Stored | Error)[]> {
    if (finished.length === 0) return [];
    const at = this.now();
    try {
      return await this.store.put(finished, this.extractor, at);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (finished.length === 1) return [error instanceof Error ? error : new Error(String(error))];
    }
    const results: (Stored | Error)[] = [];
    for (const one of finished) results.push(...(await this.put([one])));
    return results;
  }
}

function outcome(source: string, id: string | null, state: Outcome['state']): Outcome {
  return { source, id, state, reason: null, statements: 0, findings: 0 };
}

function finishedOf({ text, reading, problem }: Document): Finished | undefined {
  if (text === null || reading === null) return undefined;
  return { reading, text, ...(problem ? { warning: problem.message } : {}) };
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0]!;
}
