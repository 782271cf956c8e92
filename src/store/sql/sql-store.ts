import { setTimeout } from 'node:timers/promises';
import type { DecisionLog } from '../../resolve/decisions.js';
import type { Started, Store } from '../port.js';
import { phraseTokens } from '../search-tokens.js';
import { article, articles, articlesByNumber, readings, revisions, sources, texts } from './articles.js';
import { check } from './check.js';
import { claimsWhere } from './claim-listings.js';
import { claim, claimCounts, claims, claimsOfEach, newestContacts } from './claims.js';
import { fill, rows, size } from './copying.js';
import { decide, decisions, StoredLog } from './decisions.js';
import { exportLines } from './export.js';
import { counts, statements, subjects } from './facts.js';
import { type FilingTools, SearchWrites } from './filing.js';
import { findings, replaceFindings } from './findings.js';
import { importById, imports, keepImport } from './imports.js';
import { announce, backlog, enqueue, enrol, failJob, finishJobs, jobs, keepWorker, startJob, workers } from './jobs.js';
import { keepList, keptList, madeOf } from './kept-lists.js';
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
import { keepProposals, proposalOf, proposals, unasked } from './proposals.js';
import { keysOf, putAll, removeOne } from './put.js';
import { refile, refileAfterUpdate } from './refile.js';
import { SharedWrites } from './shared-writes.js';
import { coverage, stories } from './stories.js';
import { type Db, type Engine, jobList, sharedRows, type Tx, wholeRecord } from './tables.js';
import { changes, Touched } from './touched.js';
import { Turns } from './turns.js';
import { advance, auditedBy, newestDay, settleStories, settleUnits, told, toldAll, touchAll } from './upkeep.js';
import { forgetWatch, keepWatch, watchById, watches } from './watches.js';

/** What an engine gives for a store. */
export interface SqlStoreParts {
  db: Db;
  engine: Engine;
  /** Folds texts and queries alike for the search index. */
  fold: (raw: string) => string;
  location: string;
  close(): Promise<void>;
}

const idsOf = (documents: readonly Started[]): string[] => documents.map(({ id }) => id);

/** A store on an SQL database that Kysely reaches: brings its tables up to date and gives the port. Closes it where that fails. */
export async function sqlStore(parts: SqlStoreParts): Promise<Store> {
  const { db, engine, location } = parts;
  const log = new StoredLog();
  let ownWrites = 0;
  /** `undone` is called each time that it has come to nothing; `counts`: the record says something else after it. */
  const transaction = async <T>(work: (tx: Tx) => Promise<T>, undone = () => {}, counts = true): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const result = await db.transaction().execute(work);
        if (counts) ownWrites++;
        return result;
      } catch (error) {
        undone();
        if (attempt >= engine.attempts || !engine.isPassing(error)) throw error;
        await setTimeout(10 * attempt);
      }
    }
  };
  const turns = new Turns();
  const toolsFor = (read: DecisionLog): FilingTools => ({
    ...{ fold: parts.fold, lock: engine.lock, search: new SearchWrites(engine.search), shared: new SharedWrites(), touched: new Touched() },
    log: read,
  });
  const finish = async (tx: Tx, { search, shared, touched }: FilingTools): Promise<void> => {
    await search.flush(tx);
    await shared.flush(tx);
    await touched.flush(tx, Number(await state(tx)));
  };
  /** A transaction that may change anything: nothing else is written meanwhile, here or in another program. */
  const write = <T>(work: (tx: Tx, tools: FilingTools) => Promise<T>): Promise<T> =>
    turns.alone(() =>
      transaction(
        async (tx) => {
          await engine.lock(tx, [wholeRecord]);
          await engine.lock(tx, [sharedRows]);
          const tools = toolsFor(await log.read(tx));
          const result = await work(tx, tools);
          await finish(tx, tools);
          return result;
        },
        () => log.forget(),
      ),
    );
  /** A transaction that stores documents: others of other documents may run beside it up to its end. */
  const storeDocuments = <T>(keys: readonly string[], work: (tx: Tx, tools: FilingTools) => Promise<T>): Promise<T> =>
    turns.together(() =>
      transaction(async (tx) => {
        await engine.lock(tx, [wholeRecord], true);
        await engine.lock(tx, keys);
        const tools = toolsFor(await log.read(tx));
        const result = await work(tx, tools);
        await tools.search.flush(tx);
        await engine.lock(tx, [sharedRows]);
        await noteChange(tx);
        await finish(tx, tools);
        return result;
      }),
    );
  /** A transaction that changes only what these keys are about. */
  const note = <T>(keys: readonly string[], work: (tx: Tx) => Promise<T>, counts = true): Promise<T> =>
    transaction(
      async (tx) => {
        await engine.lock(tx, keys);
        return work(tx);
      },
      () => {},
      counts,
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
      started.length === 0 ? Promise.resolve() : note(idsOf(started), (tx) => begin(tx, started, { extractor, at })),
    put: (finished, extractor, at) =>
      storeDocuments(keysOf(finished), async (tx, tools) => {
        await enrol(tx, { extractor, at });
        return putAll(tx, finished, { extractor, at }, tools);
      }),
    fail: (failed, extractor, at) => note([failed.id], (tx) => fail(tx, failed, { extractor, at })),
    unread: (source, reason, extractor, at) => note([`source ${source}`], (tx) => unread(tx, source, reason, { extractor, at })),
    ledger: (states, page) => ledger(db, states, page),

    enrol: (extractor, at) => note([jobList], (tx) => enrol(tx, { extractor, at })),
    enqueue: (wanted, extractor, at, how = {}) => note([jobList], (tx) => enqueue(tx, wanted, { extractor, at }, how)),
    jobs: (ns, extractor) => jobs(db, ns, extractor),
    announce: (before, at, limit) => note([], (tx) => announce(tx, before, at, limit)),
    startJob: (n, tooOften, extractor, at) => note([], (tx) => startJob(tx, n, tooOften, { extractor, at })),
    finishJobs: (done, extractor, at) =>
      storeDocuments(keysOf(done.map(({ finished }) => finished)), (tx, tools) => finishJobs(tx, done, { extractor, at }, tools)),
    failJob: (n, reason, extractor, at, counted = false) => note([], (tx) => failJob(tx, n, reason, { extractor, at }, counted)),
    backlog: () => backlog(db),
    keepWorker: (worker, forget) => note([], (tx) => keepWorker(tx, worker, forget)),
    removeWorker: (id) => note([], async (tx) => void (await tx.deleteFrom('worker').where('id', '=', id).execute())),
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
    claimsOfEach: (pair, types, page) => claimsOfEach(db, pair, types, page),
    toldWhere: (filter, cut) => toldWhere(db, filter, cut),
    claimsWhere: (pair, type, filter, cut) => claimsWhere(db, pair, type, filter, cut),
    claimCounts: (subject) => claimCounts(db, subject),
    claim: (key, limit) => claim(db, key, limit),
    newestContacts: (pairs) => newestContacts(db, pairs),
    findings: (filter, page) => findings(db, filter, page),
    replaceFindings: (scope, found) => note([sharedRows], (tx) => replaceFindings(tx, scope, found)),
    async search(parts, page) {
      if (parts.length === 0) return { total: 0, more: false, articles: [] };
      const tokens = parts.map((part) => ('anyOf' in part ? part.anyOf : [part]).map(phraseTokens));
      const { total, more, articles: numbers } = await engine.search.find(db, tokens, { limit: page.limit, offset: page.offset ?? 0 });
      const found = await articlesByNumber(db, numbers);
      return { total, more, articles: numbers.flatMap((n) => found.get(n) ?? []) };
    },

    statements: (idPrefix, limit) => statements(db, idPrefix, limit),

    decisions: () => decisions(db),
    decide: (wanted, whole = false) =>
      write(async (tx, tools) => {
        const results = await decide(tx, wanted, whole, log, tools);
        await noteChange(tx);
        return results;
      }),

    keepImport: (one) => note([`import ${one.id}`], (tx) => keepImport(tx, one)),
    import: (id) => importById(db, id),
    imports: (page) => imports(db, page),

    keepWatch: (one) => note(['watches'], (tx) => keepWatch(tx, one)),
    forgetWatch: (id) => note(['watches'], (tx) => forgetWatch(tx, id)),
    watch: (id) => watchById(db, id),
    watches: () => watches(db),

    keepProposals: (id, model, said, at) => note([`proposals ${id}`], (tx) => keepProposals(tx, id, model, said, at)),
    proposals: (cut) => proposals(db, cut),
    proposal: (id, statement) => proposalOf(db, id, statement),
    unasked: (model, subject, limit) => unasked(db, model, subject, limit),

    state: () => state(db),
    resolvedFor: () => resolvedFor(db),
    keepResolved: (resolved, of, as, part) =>
      note([sharedRows], async (tx) => {
        const touched = new Touched();
        const kept = await keepResolved(tx, resolved, { of, as, part }, touched);
        await touched.flush(tx, Number(await state(tx)));
        return kept;
      }),
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
    touchAll: (as) => note([sharedRows], (tx) => touchAll(tx, as)),
    auditedBy: () => auditedBy(db),
    newestDay: () => newestDay(db),
    advance: (day) => note([sharedRows], (tx) => advance(tx, day)),
    told: (unit, types, sieve) => told(db, unit, types, sieve),
    toldAll: () => toldAll(db),
    madeOf: (pair) => madeOf(db, pair),
    keptList: (pair, name, made) => keptList(db, pair, name, made),
    keepList: (pair, name, made, list) => note([sharedRows], (tx) => keepList(tx, pair, name, made, list), false),
    settleUnits: (results) => note([sharedRows], (tx) => settleUnits(tx, results)),
    settleStories: (results) => note([sharedRows], (tx) => settleStories(tx, results)),

    written: async () => ({ own: ownWrites, others: await engine.written(db) }),
    check: () => check(db, engine, location, log),
    export: () => exportLines(db),
    refile: () =>
      write(async (tx, tools) => {
        await refile(tx, tools);
        await noteChange(tx);
      }),
    size: () => size(db, engine),
    rows: () => rows(db, engine),
    fill: (from, replace = false) => write((tx) => fill(tx, from, engine, { fold: parts.fold, replace })),
    close: () => parts.close(),
  };
}
