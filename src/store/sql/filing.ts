import type { Article } from '../../model/article.js';
import type { Statement } from '../../model/statement.js';
import { countriesOf } from '../../record/parties.js';
import { manyCountries, type Subject } from '../../record/subjects.js';
import { refsIn } from '../../resolve/appearances.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import { indexTokens } from '../search-tokens.js';
import { insertRows } from './insert-rows.js';
import { fileNames, unfileNames } from './mentions.js';
import { articleOf, claimNumber, type Filed, filingRows } from './rows.js';
import type { SharedWrites } from './shared-writes.js';
import type { Db, Engine, FilingTable, SearchIndex, Tx } from './tables.js';
import type { Touched } from './touched.js';

/** What one transaction files with. */
export interface FilingTools {
  /** Folds texts for the search index. */
  fold: (raw: string) => string;
  search: SearchWrites;
  /** What many documents share. */
  shared: SharedWrites;
  /** `Engine.lock`. */
  lock: Engine['lock'];
  /** What is out of date by now. */
  touched: Touched;
  /** Everything decided so far. */
  log: DecisionLog;
}

/**
 * What a transaction changes in the search index, written at its end: an index that is written to in between makes every other
 * query of the transaction slow (FTS5 then flushes a segment for each article).
 */
export class SearchWrites {
  private readonly index: SearchIndex;
  private readonly removed = new Set<number>();
  private readonly added = new Map<number, { title: string; text: string }>();

  constructor(index: SearchIndex) {
    this.index = index;
  }

  add(article: number, tokens: { title: string; text: string }): void {
    this.added.set(article, tokens);
  }

  remove(article: number): void {
    if (!this.added.delete(article)) this.removed.add(article);
  }

  /** Forgets what was to be written, and empties the index. */
  async clear(tx: Tx): Promise<void> {
    this.removed.clear();
    this.added.clear();
    await this.index.clear(tx);
  }

  async flush(tx: Tx): Promise<void> {
    for (const article of this.removed) await this.index.remove(tx, article);
    await this.index.add(tx, this.added);
    this.removed.clear();
    this.added.clear();
  }
}

/** Counts a current article and what stands in it, or takes them out of the counts. */
function tally({ article, standing }: Filed, amount: 1 | -1, { shared }: FilingTools): void {
  shared.tally('articles', 'current', amount);
  shared.tally('agency', article.agency ?? '', amount);
  shared.tally('language', article.language ?? '', amount);
  for (const { statement, claim } of standing) {
    shared.tally('statements', statement.type, amount);
    shared.claim(claim, statement.type, amount);
  }
}

/** Whether a subject has an outline: pairs, and statements about many countries. */
const isOutlined = ({ kind }: Subject): boolean => kind === 'pair' || kind === 'multilateral';

/** Files current articles: under their subjects, in their claims, in the tallies and in the search index. */
export async function file(tx: Tx, all: readonly Filed[], tools: FilingTools): Promise<void> {
  const { shared } = tools;
  const filings: FilingTable[] = [];
  for (const filed of all) {
    const { n, article, standing } = filed;
    const { rows, subjects } = filingRows(n, article, standing);
    for (const row of rows) {
      const subject = subjects.get(row.subject)!;
      filings.push(row);
      shared.subject(row.subject, subject, 1);
      if (isOutlined(subject)) shared.outline(row, true);
    }
    tally(filed, 1, tools);
    shared.relist(n);
    touch(filed, { rows, subjects }, tools);
    const tokens = (raw: string | null): string => (raw === null ? '' : indexTokens(tools.fold(raw)));
    tools.search.add(n, { title: tokens(article.title), text: tokens(filed.text) });
  }
  await insertRows(tx, 'filing', filings);
  await fileNames(tx, all, shared);
}

/** Takes an article out of everything that `file` put it into. */
export async function unfile(tx: Tx, filed: Filed, tools: FilingTools): Promise<void> {
  const { n, article, standing } = filed;
  const { shared } = tools;
  const { rows, subjects } = filingRows(n, article, standing);
  for (const row of rows) {
    await tx
      .deleteFrom('filing')
      .where('subject', '=', row.subject)
      .where('type', '=', row.type)
      .where('claim', '=', row.claim)
      .where('told', '=', row.told)
      .where('article', '=', n)
      .where('ord', '=', row.ord)
      .execute();
    const subject = subjects.get(row.subject)!;
    shared.subject(row.subject, subject, -1);
    if (isOutlined(subject)) shared.outline(row, false);
  }
  tally(filed, -1, tools);
  await unfileNames(tx, filed, shared);
  shared.relistAll(await tx.selectFrom('finding').select('print').where('article', '=', n).execute());
  touch(filed, { rows, subjects }, tools);
  tools.touched.add('story', article.id);
  tools.search.remove(n);
}

/** Notes what is out of date where the story changes, or what was decided of it. */
export function touch(
  { article, standing }: Filed,
  { rows, subjects }: ReturnType<typeof filingRows>,
  { touched, log }: FilingTools,
): void {
  for (const { subject, type } of rows) touched.addFiling(subjects.get(subject)!, subject, type);
  for (const { statement } of standing) {
    for (const { ref } of refsIn(statement)) touched.add('name', ref);
    const countries = countriesOf(statement);
    if (countries.length > manyCountries) touched.addPairsOf(countries, statement.type);
  }
  if (log.decisions.length > 0) touched.add('story', article.id);
}

/** An article as it was stored, with its text. */
export async function articleWithText(db: Db, n: number): Promise<{ article: Article; text: string }> {
  const row = await db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.article', 'article.n')
    .select(['article.json', 'article.source', 'article_text.text'])
    .where('article.n', '=', n)
    .executeTakeFirstOrThrow();
  return { article: articleOf(row), text: row.text };
}

/** An article as it was stored, with what stands of it. */
export async function loadFiled(db: Db, n: number): Promise<Filed> {
  const { article, text } = await articleWithText(db, n);
  const statements = await db
    .selectFrom('statement')
    .select(['ord', 'json', 'standing'])
    .where('article', '=', n)
    .where('status', '<>', 'rejected')
    .orderBy('ord')
    .execute();
  const standing = statements.map((s) => {
    const statement = JSON.parse(s.standing ?? s.json) as Statement;
    return { ord: Number(s.ord), statement, claim: claimNumber(statement, article) };
  });
  return { n, article, text, standing };
}
