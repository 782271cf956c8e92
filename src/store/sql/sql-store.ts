import { setTimeout } from 'node:timers/promises';
import type { Started, Store, Stored } from '../port.js';
import { phraseTokens } from '../search-tokens.js';
import { article, articles, articlesByNumber, readings, revisions, sources, texts } from './articles.js';
import { check } from './check.js';
import { claimsWhere } from './claim-listings.js';
import { claim, claimCounts, claims, newestContact } from './claims.js';
import { decide, decisions, StoredLog } from './decisions.js';
import { exportLines } from './export.js';
import { counts, statements, subjects } from './facts.js';
import { type FilingTools, SearchWrites } from './filing.js';
import { findings, replaceFindings } from './findings.js';
import { importById, imports, keepImport } from './imports.js';
import { announce, backlog, enqueue, enrol, failJob, finishJobs, jobs, keepWorker, startJob, workers } from './jobs.js';
import { begin, documents, fail, held, ledger, unread } from './ledger.js';
import { toldWhere } from './listings.js';
import { presences, sayings } from './mentions.js';
import { migrate } from './migrations.js';
import {
  disagreements,
  edges,
  entities,
  keepResolved,
  names,
  neighbours,
  noteChange,
  questions,
  resolvedFor,
  state,
  variants,
} from './names.js';
import { putOne, removeOne } from './put.js';
import { refile, refileAfterUpdate } from './refile.js';
import { coverage, stories } from './stories.js';
import { type Db, type Engine, jobList, type Tx, wholeRecord } from './tables.js';
import { changes, Touched } from './touched.js';
import { advance, auditedBy, newestDay, settleStories, settleUnits, told, toldAll, touchAll } from './upkeep.js';

/** What an engine gives for a store. */
export interface SqlStoreParts {
  db: Db;
  engine: Engine;
  /** Folds texts and queries alike for the search index. */
  fold: (raw: string) => string;
  location: string;
  close(): Promise<void>;
}

/** A store on an SQL database that Kysely reaches: brings its tables up to date and gives the port. Closes it where that fails. */
export async function sqlStore(parts: SqlStoreParts): Promise<Store> {
  const { db, engine, location } = parts;
  const log = new StoredLog();
  /** A transaction that holds these keys; `undone` is told of each time that it has come to nothing. */
  const transaction = async <T>(keys: readonly string[], work: (tx: Tx) => Promise<T>, undone = () => {}): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction().execute(async (tx) => {
          await engine.lock(tx, keys);
          return work(tx);
        });
      } catch (error) {
        undone();
        if (attempt >= engine.attempts || !engine.isPassing(error)) throw error;
        await setTimeout(10 * attempt);
      }
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  /** A transaction that changes what documents share: one at a time, in this program and in others. */
  const write = <T>(work: (tx: Tx, tools: FilingTools) => Promise<T>): Promise<T> => {
    const turn = last.then(() =>
      transaction(
        [wholeRecord],
        async (tx) => {
          const search = new SearchWrites(engine.search);
          const touched = new Touched();
          const result = await work(tx, { fold: parts.fold, search, touched, log: await log.read(tx) });
          await search.flush(tx);
          await touched.flush(tx, Number(await state(tx)));
          return result;
        },
        () => log.forget(),
      ),
    );
    last = turn.catch(() => {});
    return turn;
  };
  /** A transaction that changes the ledger rows of documents only. */
  const note = <T>(documents: readonly Started[], work: (tx: Tx) => Promise<T>): Promise<T> =>
    transaction(
      documents.map(({ id }) => id),
      work,
    );
  try {
    await migrate(db, engine, location);
    await refileAfterUpdate(db, write);
  } catch (error) {
    await parts.close();
    throw error;
  }
  return {
    location,
    documents: (ids) => documents(db, ids),
    held: (names) => held(db, names),
    begin: (started, extractor, at) =>
      started.length === 0 ? Promise.resolve() : note(started, (tx) => begin(tx, started, { extractor, at })),
    put: (finished, extractor, at) =>
      write(async (tx, tools) => {
        await enrol(tx, { extractor, at });
        const results: Stored[] = [];
        for (const one of finished) results.push(await putOne(tx, one, { extractor, at }, tools));
        await noteChange(tx);
        return results;
      }),
    fail: (failed, extractor, at) => note([failed], (tx) => fail(tx, failed, { extractor, at })),
    unread: (source, reason, extractor, at) => write((tx) => unread(tx, source, reason, { extractor, at })),
    ledger: (states, page) => ledger(db, states, page),

    enrol: (extractor, at) => transaction([jobList], (tx) => enrol(tx, { extractor, at })),
    enqueue: (wanted, extractor, at, how = {}) => transaction([jobList], (tx) => enqueue(tx, wanted, { extractor, at }, how)),
    jobs: (ns, extractor) => jobs(db, ns, extractor),
    announce: (before, at, limit) => transaction([], (tx) => announce(tx, before, at, limit)),
    startJob: (n, tooOften, extractor, at) => transaction([], (tx) => startJob(tx, n, tooOften, { extractor, at })),
    finishJobs: (done, extractor, at) =>
      write(async (tx, tools) => {
        const results = await finishJobs(tx, done, { extractor, at }, tools);
        if (results.some((result) => result !== 'gone')) await noteChange(tx);
        return results;
      }),
    failJob: (n, reason, extractor, at, counted = false) => transaction([], (tx) => failJob(tx, n, reason, { extractor, at }, counted)),
    backlog: () => backlog(db),
    keepWorker: (worker, forget) => transaction([], (tx) => keepWorker(tx, worker, forget)),
    removeWorker: (id) => transaction([], async (tx) => void (await tx.deleteFrom('worker').where('id', '=', id).execute())),
    workers: () => workers(db),

    article: (id) => article(db, id),
    stories: (filter, cut) => stories(db, filter, cut),
    coverage: () => coverage(db),
    articles: (filter, page) => articles(db, filter, page),
    readings: (filter) => readings(db, filter),
    texts: (ids) => texts(db, ids),
    revisions: (source) => revisions(db, source),
    sources: (id) => sources(db, id),
    remove: (id) =>
      write(async (tx, tools) => {
        const removed = await removeOne(tx, id, tools);
        if (removed) await noteChange(tx);
        return removed;
      }),

    counts: () => counts(db),
    subjects: (kind, page) => subjects(db, kind, page),
    claims: (subject, type, page) => claims(db, subject, type, page),
    toldWhere: (filter, cut) => toldWhere(db, filter, cut),
    claimsWhere: (pair, type, filter, cut) => claimsWhere(db, pair, type, filter, cut),
    claimCounts: (subject) => claimCounts(db, subject),
    claim: (key, limit) => claim(db, key, limit),
    newestContact: (pair) => newestContact(db, pair),
    findings: (filter, page) => findings(db, filter, page),
    replaceFindings: (scope, found) => write((tx) => replaceFindings(tx, scope, found)),
    async search(parts, page) {
      if (parts.length === 0) return { total: 0, articles: [] };
      const tokens = parts.map((part) => ('anyOf' in part ? part.anyOf : [part]).map(phraseTokens));
      const { total, articles: numbers } = await engine.search.find(db, tokens, { limit: page.limit, offset: page.offset ?? 0 });
      const found = await articlesByNumber(db, numbers);
      return { total, articles: numbers.flatMap((n) => found.get(n) ?? []) };
    },

    statements: (idPrefix, limit) => statements(db, idPrefix, limit),

    decisions: () => decisions(db),
    decide: (wanted, whole = false) =>
      write(async (tx, tools) => {
        const results = await decide(tx, wanted, whole, log, tools);
        await noteChange(tx);
        return results;
      }),

    keepImport: (one) => write((tx) => keepImport(tx, one)),
    import: (id) => importById(db, id),
    imports: (page) => imports(db, page),

    state: () => state(db),
    resolvedFor: () => resolvedFor(db),
    keepResolved: (resolved, of, as, part) => write((tx, tools) => keepResolved(tx, resolved, { of, as, part }, tools.touched)),
    entities: (filter, page) => entities(db, filter, page),
    names: (refs) => names(db, refs),
    questions: (page) => questions(db, page),
    disagreements: () => disagreements(db),

    edges: (refs) => edges(db, refs),
    neighbours: (appearances) => neighbours(db, appearances),
    variants: (refs) => variants(db, refs),
    sayings: (refs) => sayings(db, refs),
    presences: (refs) => presences(db, refs),

    changes: (kind, limit, after) => changes(db, kind, limit, after),
    touchAll: (as) => write((tx) => touchAll(tx, as)),
    auditedBy: () => auditedBy(db),
    newestDay: () => newestDay(db),
    advance: (day) => write((tx) => advance(tx, day)),
    told: (unit, types) => told(db, unit, types),
    toldAll: () => toldAll(db),
    settleUnits: (results) => write((tx) => settleUnits(tx, results)),
    settleStories: (results) => write((tx) => settleStories(tx, results)),

    check: () => check(db, engine, location, log),
    export: () => exportLines(db),
    refile: () =>
      write(async (tx, tools) => {
        await refile(tx, tools);
        await noteChange(tx);
      }),
    close: () => parts.close(),
  };
}
