import type { Store, Stored } from '../port.js';
import { phraseTokens } from '../search-tokens.js';
import { article, articles, articlesByNumber, readings, revisions, sources, texts } from './articles.js';
import { check } from './check.js';
import { claim, claimCounts, claims, newestContact } from './claims.js';
import { exportLines } from './export.js';
import { counts, findings, replaceFindings, subjects } from './facts.js';
import { type FilingTools, refile, refileAfterUpdate, SearchWrites } from './filing.js';
import { begin, documents, fail, held, ledger, unread } from './ledger.js';
import { migrate } from './migrations.js';
import { putOne, removeOne } from './put.js';
import type { Db, Engine, Tx } from './tables.js';

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
  const write = <T>(work: (tx: Tx, tools: FilingTools) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (tx) => {
      const search = new SearchWrites(engine.search);
      const result = await work(tx, { fold: parts.fold, search });
      await search.flush(tx);
      return result;
    });
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
    begin: (started, extractor, at) => (started.length === 0 ? Promise.resolve() : write((tx) => begin(tx, started, { extractor, at }))),
    put: (finished, extractor, at) =>
      write(async (tx, tools) => {
        const results: Stored[] = [];
        for (const one of finished) results.push(await putOne(tx, one, { extractor, at }, tools));
        return results;
      }),
    fail: (failed, extractor, at) => write((tx) => fail(tx, failed, { extractor, at })),
    unread: (source, reason, extractor, at) => write((tx) => unread(tx, source, reason, { extractor, at })),
    ledger: (states, page) => ledger(db, states, page),

    article: (id) => article(db, id),
    articles: (filter, page) => articles(db, filter, page),
    readings: (filter) => readings(db, filter),
    texts: (ids) => texts(db, ids),
    revisions: (source) => revisions(db, source),
    sources: (id) => sources(db, id),
    remove: (id) => write((tx, tools) => removeOne(tx, id, tools)),

    counts: () => counts(db),
    subjects: (kind, page) => subjects(db, kind, page),
    claims: (subject, type, page) => claims(db, subject, type, page),
    claimCounts: (subject) => claimCounts(db, subject),
    claim: (key, limit) => claim(db, key, limit),
    newestContact: (pair) => newestContact(db, pair),
    findings: (filter, page) => findings(db, filter, page),
    replaceFindings: (scope, found) => write((tx) => replaceFindings(tx, scope, found)),
    async search(phrases, page) {
      if (phrases.length === 0) return { total: 0, articles: [] };
      const { total, articles: numbers } = await engine.search.find(db, phrases.map(phraseTokens), {
        limit: page.limit,
        offset: page.offset ?? 0,
      });
      const found = await articlesByNumber(db, numbers);
      return { total, articles: numbers.flatMap((n) => found.get(n) ?? []) };
    },

    check: () => check(db, engine, location),
    export: () => exportLines(db),
    refile: () => write((tx, tools) => refile(tx, tools)),
    close: () => parts.close(),
  };
}
