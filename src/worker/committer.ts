import type { Document } from '../app/read.js';
import type { Store } from '../app/record.js';

type Job = Awaited<ReturnType<Store['jobs']>>[number];
type Stored = Awaited<ReturnType<Store['finishJobs']>>[number];

/** A job whose document was read, or refused. */
export interface ReadJob {
  job: Job;
  /** `null` where there was nothing to read any more. */
  document: Document | null;
  /** The attempt is counted already. */
  counted: boolean;
  /** Milliseconds that reading took. */
  ms: number;
}

/** What became of it. `trouble`: the store could not do it, and it must be read again. */
export type Committed = { state: Stored | 'trouble' } | { state: 'failed' | 'quarantined'; reason: string; attempts: number };

export interface CommitterOptions {
  store: Store;
  extractor: string;
  now: () => string;
  /** Told of each when it is stored for good. */
  done: (job: ReadJob, how: Committed) => void;
  trouble: (error: unknown) => void;
}

/** So many share one transaction at most. */
const together = 128;

/** Stores what was read: whatever has come while the last transaction ran goes into the next one. */
export class Committer {
  #ready: ReadJob[] = [];
  #running = false;

  constructor(private readonly options: CommitterOptions) {}

  add(job: ReadJob): void {
    this.#ready.push(job);
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    // what comes in the same turn goes along
    await new Promise((turn) => setImmediate(turn));
    while (this.#ready.length > 0) await this.#commit(this.#ready.splice(0, together));
    this.#running = false;
  }

  async #commit(jobs: readonly ReadJob[]): Promise<void> {
    await this.#finish(jobs.filter(({ document }) => document?.reading));
    for (const one of jobs.filter(({ document }) => !document?.reading))
      await this.#fail(one, one.document?.problem?.message ?? 'could not be read');
  }

  /** All in one transaction; where one of them cannot be stored, each by itself. */
  async #finish(jobs: readonly ReadJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const { store, extractor, now, done } = this.options;
    try {
      const finished = jobs.map(({ job, document }) => ({ n: job.n, finished: finishedOf(document!) }));
      const results = await store.finishJobs(finished, extractor, now());
      for (const [i, one] of jobs.entries()) done(one, { state: results[i]! });
    } catch (error) {
      if (error instanceof Error && error.name === 'StoreError') this.#giveUp(jobs, error);
      else if (jobs.length > 1) for (const one of jobs) await this.#finish([one]);
      else await this.#fail(jobs[0]!, `could not be stored: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`);
    }
  }

  async #fail(one: ReadJob, reason: string): Promise<void> {
    const { store, extractor, now, done } = this.options;
    try {
      const row = await store.failJob(one.job.n, reason, extractor, now(), one.counted);
      if (row === null) done(one, { state: 'gone' });
      else done(one, { state: row.state === 'quarantined' ? 'quarantined' : 'failed', reason, attempts: row.attempts });
    } catch (error) {
      this.#giveUp([one], error);
    }
  }

  #giveUp(jobs: readonly ReadJob[], error: unknown): void {
    this.options.trouble(error);
    for (const one of jobs) this.options.done(one, { state: 'trouble' });
  }
}

function finishedOf({ reading, text, problem }: Document): { reading: NonNullable<Document['reading']>; text: string; warning?: string } {
  return { reading: reading!, text: text!, ...(problem ? { warning: problem.message } : {}) };
}
