import { sql } from 'kysely';
import type { Backlog, Enqueued, EnqueueOptions, Job, JobDone, JobStored, NewJob, WorkerRow } from '../jobs.js';
import { type LedgerRow, maxAttempts } from '../port.js';
import type { FilingTools } from './filing.js';
import { inPowers } from './insert-rows.js';
import { type Circumstances, held, upsertFailure } from './ledger.js';
import { putAll } from './put.js';
import type { Db, Tx } from './tables.js';

/** `Jobs.enrol` of the port. */
export async function enrol(tx: Tx, { extractor, at }: Circumstances): Promise<void> {
  await tx
    .insertInto('extractor')
    .values({ name: extractor, first_at: at })
    .onConflict((c) => c.column('name').doNothing())
    .execute();
}

/** Versions of the extractor by name: the higher, the newer. */
async function ranks(db: Db): Promise<(extractor: string) => number> {
  const rows = await db.selectFrom('extractor').select(['n', 'name']).execute();
  const known = new Map(rows.map(({ n, name }) => [name, Number(n)]));
  return (extractor) => known.get(extractor) ?? 0;
}

/** `Jobs.enqueue` of the port. */
export async function enqueue(tx: Tx, jobs: readonly NewJob[], when: Circumstances, how: EnqueueOptions): Promise<Enqueued[]> {
  await enrol(tx, when);
  const rank = await ranks(tx);
  const asked = rank(when.extractor);
  const results: Enqueued[] = [];
  for (const job of jobs) results.push(await enqueueOne(tx, job, when, { ...how, fits: (extractor) => rank(extractor) >= asked }));
  return results;
}

interface Asked extends EnqueueOptions {
  /** Whether a version is the one asked for or a newer one. */
  fits: (extractor: string) => boolean;
}

async function enqueueOne(tx: Tx, job: NewJob, { extractor, at }: Circumstances, { again, announced, fits }: Asked): Promise<Enqueued> {
  const { document, source } = job;
  const known = await tx
    .selectFrom('job')
    .select(['n', 'document', 'state', 'extractor'])
    .where('source', '=', source)
    .orderBy('n', 'desc')
    .execute();
  const last = known.find((row) => row.state === 'waiting');
  if (last?.document === document) {
    const waiting = { state: 'waiting', n: Number(last.n) } as const;
    if (fits(last.extractor)) return waiting;
    const raised = await tx.updateTable('job').set({ extractor }).where('n', '=', last.n).returning('n').executeTakeFirst();
    if (raised) return waiting; // else it was done meanwhile by an older version
  }
  const quarantined = known.find((row) => row.state === 'quarantined' && row.document === document);
  if (quarantined && fits(quarantined.extractor) && !again) return { state: 'quarantined' };
  if (!last && (await isRead(tx, job, fits))) return { state: 'same' };
  if (quarantined) await tx.deleteFrom('job').where('n', '=', quarantined.n).execute();
  const { n } = await tx
    .insertInto('job')
    .values({ ...job, extractor, state: 'waiting', attempts: 0, enqueued_at: at, announced_at: announced ? at : '' })
    .returning('n')
    .executeTakeFirstOrThrow();
  return { state: 'waiting', n: Number(n) };
}

/** Whether the source holds these bytes now and a version that fits has read them. */
async function isRead(tx: Tx, { document, source }: NewJob, fits: Asked['fits']): Promise<boolean> {
  const row = await tx.selectFrom('document').select(['state', 'extractor']).where('id', '=', document).executeTakeFirst();
  return row?.state === 'done' && fits(row.extractor) && (await held(tx, [source])).get(source) === document;
}

/** `Jobs.jobs` of the port. */
export async function jobs(db: Db, ns: readonly number[], extractor: string): Promise<Job[]> {
  const found: Job[] = [];
  const rank = await ranks(db);
  for (const piece of inPowers([...new Set(ns)])) {
    const rows = await db
      .selectFrom('job')
      .select(['n', 'document', 'source', 'told', 'bytes', 'extractor', 'attempts'])
      .select((e) =>
        e
          .exists(
            e
              .selectFrom('job as early')
              .select('early.n')
              .whereRef('early.source', '=', 'job.source')
              .whereRef('early.n', '<', 'job.n')
              .where('early.state', '=', 'waiting'),
          )
          .or(
            e.exists(
              e
                .selectFrom('job as twin')
                .select('twin.n')
                .whereRef('twin.document', '=', 'job.document')
                .whereRef('twin.n', '<', 'job.n')
                .where('twin.state', '=', 'waiting'),
            ),
          )
          .as('behind'),
      )
      .where('state', '=', 'waiting')
      .where('n', 'in', piece)
      .execute();
    for (const { n, attempts, behind, extractor: asked, ...job } of rows) {
      const reason = rank(asked) > rank(extractor) ? 'newer' : behind ? 'earlier' : null;
      found.push({ ...job, bytes: plainBytes(job.bytes), n: Number(n), attempts: Number(attempts), held: reason });
    }
  }
  return found.sort((a, b) => a.n - b.n);
}

/** `Jobs.announce` of the port. */
export async function announce(tx: Tx, before: string, at: string, limit: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('job')
    .select('n')
    .where('state', '=', 'waiting')
    .where((e) => e.or([e('announced_at', '<', before), e('announced_at', '>', at)]))
    .orderBy('n')
    .limit(limit)
    .execute();
  const ns = rows.map((row) => Number(row.n));
  for (const piece of inPowers(ns)) await tx.updateTable('job').set({ announced_at: at }).where('n', 'in', piece).execute();
  return ns;
}

/** `Jobs.startJob` of the port. */
export async function startJob(tx: Tx, n: number, tooOften: string, when: Circumstances): Promise<boolean> {
  const row = await tx.selectFrom('job').select('attempts').where('n', '=', n).where('state', '=', 'waiting').executeTakeFirst();
  if (!row) return false;
  if (Number(row.attempts) >= maxAttempts) {
    await failJob(tx, n, tooOften, when, true);
    return false;
  }
  await tx
    .updateTable('job')
    .set((e) => ({ attempts: e('attempts', '+', 1) }))
    .where('n', '=', n)
    .execute();
  return true;
}

/** `Jobs.finishJobs` of the port. */
export async function finishJobs(tx: Tx, done: readonly JobDone[], when: Circumstances, tools: FilingTools): Promise<JobStored[]> {
  await enrol(tx, when);
  const rank = await ranks(tx);
  const mine = rank(when.extractor);
  const taken = await takeOut(tx, done, mine);
  const known = await versionsOf(tx, taken);
  // what a newer version has read stays as it is, and is noted as found there
  const versionOf = ({ finished }: JobDone): string => {
    const last = known.get(finished.reading.article.id);
    return last !== undefined && rank(last) > mine ? last : when.extractor;
  };
  const results = new Map<JobDone, JobStored>();
  for (const extractor of new Set(taken.map(versionOf))) {
    const together = taken.filter((one) => versionOf(one) === extractor);
    const finished = together.map((one) => one.finished);
    const stored = await putAll(tx, finished, { ...when, extractor }, tools);
    for (const [i, one] of together.entries()) results.set(one, stored[i]!);
  }
  return done.map((one) => results.get(one) ?? 'gone');
}

/** Takes jobs off the list; gives those that this transaction alone has taken: others that want the same wait here until it is through. */
async function takeOut(tx: Tx, done: readonly JobDone[], rank: number): Promise<JobDone[]> {
  const listed = new Map<number, string>();
  const gone = new Set<number>();
  for (const piece of inPowers([...new Set(done.map(({ n }) => n))])) {
    const rows = await tx.selectFrom('job').select(['n', 'document', 'source']).where('n', 'in', piece).execute();
    for (const { n, document, source } of rows) listed.set(Number(n), `${document} ${source}`);
  }
  const fit = done.filter(({ n, finished: { reading } }) => listed.get(n) === `${reading.article.id} ${reading.article.source}`);
  for (const piece of inPowers([...new Set(fit.map(({ n }) => n))].sort((a, b) => a - b))) {
    const rows = await tx
      .deleteFrom('job')
      .where('n', 'in', piece)
      .where('state', '=', 'waiting')
      .where((e) => e('extractor', 'in', e.selectFrom('extractor').select('name').where('n', '<=', rank)))
      .returning('n')
      .execute();
    for (const { n } of rows) gone.add(Number(n));
  }
  return fit.filter(({ n }) => gone.delete(n));
}

/** Which version of the extractor has read each of the documents that are known. */
async function versionsOf(tx: Tx, done: readonly JobDone[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const piece of inPowers(done.map(({ finished }) => finished.reading.article.id))) {
    const rows = await tx.selectFrom('article').select(['id', 'extractor']).where('id', 'in', piece).execute();
    for (const { id, extractor } of rows) found.set(id, extractor);
  }
  return found;
}

/** `Jobs.failJob` of the port. */
export async function failJob(tx: Tx, n: number, reason: string, when: Circumstances, counted: boolean): Promise<LedgerRow | null> {
  const job = await tx
    .updateTable('job')
    .set((e) => ({ attempts: e('attempts', '+', counted ? 0 : 1) }))
    .where('n', '=', n)
    .where('state', '=', 'waiting')
    .returning(['document', 'source', 'attempts'])
    .executeTakeFirst();
  if (!job) return null;
  const { document: id, source } = job;
  const attempts = Number(job.attempts);
  const state = attempts >= maxAttempts ? 'quarantined' : 'failed';
  if (state === 'quarantined') await tx.updateTable('job').set({ state, extractor: when.extractor }).where('n', '=', n).execute();
  return upsertFailure(tx, { id, source, reason, attempts, state }, when);
}

/** `Jobs.backlog` of the port. */
export async function backlog(db: Db): Promise<Backlog> {
  const rows = await db
    .selectFrom('job')
    .select(['state', (s) => s.fn.countAll().as('count'), sql<string | null>`min(enqueued_at)`.as('oldest')])
    .groupBy('state')
    .execute();
  const of = (state: 'waiting' | 'quarantined') => rows.find((row) => row.state === state);
  return {
    waiting: Number(of('waiting')?.count ?? 0),
    quarantined: Number(of('quarantined')?.count ?? 0),
    oldest: of('waiting')?.oldest ?? null,
  };
}

/** `Jobs.keepWorker` of the port. */
export async function keepWorker(tx: Tx, { id, seenAt, json }: WorkerRow, forget: string): Promise<void> {
  await tx
    .insertInto('worker')
    .values({ id, seen_at: seenAt, json })
    .onConflict((c) => c.column('id').doUpdateSet({ seen_at: seenAt, json }))
    .execute();
  await tx.deleteFrom('worker').where('seen_at', '<', forget).execute();
}

/** `Jobs.workers` of the port. */
export async function workers(db: Db): Promise<WorkerRow[]> {
  const rows = await db.selectFrom('worker').selectAll().orderBy('id').execute();
  return rows.map(({ id, seen_at, json }) => ({ id, seenAt: seen_at, json }));
}

/** Bytes as every engine gives them; the class that a driver makes of them is its own. */
function plainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
