import type { Article } from '../../model/article.js';
import type { Statement, StatementType } from '../../model/statement.js';
import { countriesOf } from '../../record/parties.js';
import { manyCountries, type Subject } from '../../record/subjects.js';
import { refsIn } from '../../resolve/appearances.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import { indexTokens } from '../search-tokens.js';
import { listOfArticle } from './findings.js';
import { inPowers, insertRows } from './insert-rows.js';
import { fileNames, unfileNames } from './mentions.js';
import { addToOutline, takeFromOutline } from './outline.js';
import { articleOf, claimNumber, type Filed, filingRows } from './rows.js';
import type { Db, SearchIndex, Tables, Tx } from './tables.js';
import type { Touched } from './touched.js';

/** What one transaction files with. */
export interface FilingTools {
  /** Folds texts for the search index. */
  fold: (raw: string) => string;
  search: SearchWrites;
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
    for (const [article, tokens] of this.added) await this.index.add(tx, article, tokens);
    this.removed.clear();
    this.added.clear();
  }
}

function count<K>(keys: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts up, or down. */
export async function addToTally(tx: Tx, what: Tables['tally']['what'], amounts: ReadonlyMap<string, number>): Promise<void> {
  for (const [type, amount] of amounts) {
    await tx
      .insertInto('tally')
      .values({ what, type, amount })
      .onConflict((c) => c.columns(['what', 'type']).doUpdateSet((e) => ({ amount: e('tally.amount', '+', e.ref('excluded.amount')) })))
      .execute();
  }
}

/** Counts a current article, or takes it out of the counts. */
async function tallyArticle(tx: Tx, { agency, language }: Article, amount: 1 | -1): Promise<void> {
  await addToTally(tx, 'articles', new Map([['current', amount]]));
  await addToTally(tx, 'agency', new Map([[agency ?? '', amount]]));
  await addToTally(tx, 'language', new Map([[language ?? '', amount]]));
}

/** Files a current article: under its subjects, in its claims, in the tallies and in the search index. */
export async function file(tx: Tx, filed: Filed, tools: FilingTools): Promise<void> {
  const { n, article, standing } = filed;
  const { rows, subjects } = filingRows(n, article, standing);
  await insertRows(tx, 'filing', rows);
  await addToOutline(tx, rows, subjects);
  const perSubject = count(rows.map((r) => r.subject));
  const subjectRows = [...subjects].map(([number, { kind, name, countries }]) => ({
    n: number,
    kind,
    name,
    countries: countries.join('|'),
    statements: perSubject.get(number)!,
  }));
  for (const piece of inPowers(subjectRows)) {
    await tx
      .insertInto('subject')
      .values(piece)
      .onConflict((c) => c.column('n').doUpdateSet((e) => ({ statements: e('subject.statements', '+', e.ref('excluded.statements')) })))
      .execute();
  }
  const typeOf = new Map(standing.map((s) => [s.claim, s.statement.type]));
  const claimRows = [...count(standing.map((s) => s.claim))].map(([number, tellings]) => ({
    n: number,
    type: typeOf.get(number)!,
    tellings,
  }));
  const fresh: StatementType[] = [];
  for (const piece of inPowers(claimRows)) {
    const after = await tx
      .insertInto('claim')
      .values(piece)
      .onConflict((c) => c.column('n').doUpdateSet((e) => ({ tellings: e('claim.tellings', '+', e.ref('excluded.tellings')) })))
      .returning(['n', 'type', 'tellings'])
      .execute();
    const added = new Map(piece.map((row) => [row.n, row.tellings]));
    for (const row of after) if (Number(row.tellings) === added.get(Number(row.n))) fresh.push(row.type);
  }
  await addToTally(tx, 'statements', count(standing.map((s) => s.statement.type)));
  await addToTally(tx, 'claims', count(fresh));
  await tallyArticle(tx, article, 1);
  await fileNames(tx, filed);
  await listOfArticle(tx, n);
  touch(filed, subjects, tools);
  const tokens = (raw: string | null): string => (raw === null ? '' : indexTokens(tools.fold(raw)));
  tools.search.add(n, { title: tokens(article.title), text: tokens(filed.text) });
}

/** Takes an article out of everything that `file` put it into. */
export async function unfile(tx: Tx, filed: Filed, tools: FilingTools): Promise<void> {
  const { n, article, standing } = filed;
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
  }
  await takeFromOutline(tx, rows, subjects);
  for (const [number, amount] of count(rows.map((r) => r.subject))) {
    await tx
      .updateTable('subject')
      .set((e) => ({ statements: e('statements', '-', amount) }))
      .where('n', '=', number)
      .execute();
    await tx.deleteFrom('subject').where('n', '=', number).where('statements', '<=', 0).execute();
  }
  const gone: StatementType[] = [];
  for (const [number, tellings] of count(standing.map((s) => s.claim))) {
    await tx
      .updateTable('claim')
      .set((e) => ({ tellings: e('tellings', '-', tellings) }))
      .where('n', '=', number)
      .execute();
    const empty = await tx.deleteFrom('claim').where('n', '=', number).where('tellings', '<=', 0).returning('type').execute();
    gone.push(...empty.map((row) => row.type));
  }
  const negative = (amounts: ReadonlyMap<StatementType, number>): Map<StatementType, number> =>
    new Map([...amounts].map(([type, amount]) => [type, -amount]));
  await addToTally(tx, 'statements', negative(count(standing.map((s) => s.statement.type))));
  await addToTally(tx, 'claims', negative(count(gone)));
  await tallyArticle(tx, article, -1);
  await unfileNames(tx, filed);
  await listOfArticle(tx, n);
  touch(filed, subjects, tools);
  tools.touched.add('story', article.id);
  tools.search.remove(n);
}

/** Notes what is out of date where the story changes, or what was decided of it. */
export function touch({ article, standing }: Filed, subjects: ReadonlyMap<number, Subject>, { touched, log }: FilingTools): void {
  for (const [number, subject] of subjects) touched.addSubject(subject, number);
  for (const { statement } of standing) {
    for (const { ref } of refsIn(statement)) touched.add('name', ref);
    const countries = countriesOf(statement);
    if (countries.length > manyCountries) touched.addPairsOf(countries);
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
