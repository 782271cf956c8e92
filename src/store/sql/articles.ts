import { sql } from 'kysely';
import type { Article } from '../../model/article.js';
import type { Finding } from '../../model/finding.js';
import type { Statement } from '../../model/statement.js';
import { subjectNumber } from '../../record/subjects.js';
import type { ArticleFilter, Page, Revision, StoredArticle } from '../port.js';
import { articleOf } from './rows.js';
import type { Db } from './tables.js';

/** So many whole articles are in memory at a time. */
const atOnce = 32;

function chosen(db: Db, filter: ArticleFilter) {
  let query = db.selectFrom('article').orderBy('since').orderBy('until').orderBy('id');
  if (filter.ids) query = query.where('id', 'in', filter.ids.length > 0 ? [...filter.ids] : ['']);
  else if (!filter.superseded) query = query.where('current', '=', 1);
  const { subject } = filter;
  if (subject) {
    query = query.where('n', 'in', (e) =>
      e.selectFrom('filing').select('filing.article').distinct().where('filing.subject', '=', subjectNumber(subject)),
    );
  }
  return query;
}

/** `Articles.articles` of the port. */
export async function articles(db: Db, filter: ArticleFilter, page: Page): Promise<Article[]> {
  const rows = await chosen(db, filter)
    .select(['json', 'source'])
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map(articleOf);
}

/** Articles by the number of their row. */
export async function articlesByNumber(db: Db, numbers: readonly number[]): Promise<Map<number, Article>> {
  if (numbers.length === 0) return new Map();
  const wanted = sql<boolean>`n in (select cast(value as bigint) from json_each(cast(${JSON.stringify(numbers)} as text)))`;
  const rows = await db.selectFrom('article').select(['n', 'json', 'source']).where(wanted).execute();
  return new Map(rows.map((row) => [Number(row.n), articleOf(row)]));
}

/** Whole articles in the given order of their numbers, a few at a time. */
async function* whole(db: Db, numbers: readonly number[]): AsyncGenerator<StoredArticle> {
  for (let at = 0; at < numbers.length; at += atOnce) {
    const piece = numbers.slice(at, at + atOnce);
    const rows = await db
      .selectFrom('article')
      .innerJoin('article_text', 'article_text.article', 'article.n')
      .select(['article.n', 'article.json', 'article.source', 'article.current', 'article.extractor', 'article_text.text'])
      .where('article.n', 'in', piece)
      .execute();
    const statements = new Map<number, Statement[]>();
    const standing = new Map<number, Statement[]>();
    const findings = new Map<number, Finding[]>();
    const said = await db
      .selectFrom('statement')
      .select(['article', 'json', 'status', 'standing'])
      .where('article', 'in', piece)
      .orderBy('article')
      .orderBy('ord')
      .execute();
    for (const row of said) {
      const read = JSON.parse(row.json) as Statement;
      if (row.status !== 'kept') push(statements, Number(row.article), read);
      if (row.status !== 'rejected')
        push(standing, Number(row.article), row.standing === null ? read : (JSON.parse(row.standing) as Statement));
    }
    const found = await db.selectFrom('finding').select(['article', 'json']).where('article', 'in', piece).orderBy('n').execute();
    for (const row of found) push(findings, Number(row.article), JSON.parse(row.json) as Finding);
    const byNumber = new Map(rows.map((row) => [Number(row.n), row]));
    for (const n of piece) {
      const row = byNumber.get(n);
      if (!row) continue;
      yield {
        article: articleOf(row),
        text: row.text,
        statements: statements.get(n) ?? [],
        standing: standing.get(n) ?? [],
        findings: findings.get(n) ?? [],
        current: Number(row.current) === 1,
        extractor: row.extractor,
      };
    }
  }
}

function push<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** `Articles.readings` of the port. */
export async function* readings(db: Db, filter: ArticleFilter): AsyncGenerator<StoredArticle> {
  const rows = await chosen(db, filter).select('n').execute();
  yield* whole(
    db,
    rows.map((row) => Number(row.n)),
  );
}

/** Every article, superseded ones too, by id. */
export async function* readingsById(db: Db): AsyncGenerator<StoredArticle> {
  const rows = await db.selectFrom('article').select('n').orderBy('id').execute();
  yield* whole(
    db,
    rows.map((row) => Number(row.n)),
  );
}

/** `Articles.article` of the port. */
export async function article(db: Db, id: string): Promise<StoredArticle | null> {
  for await (const found of readings(db, { ids: [id] })) return found;
  return null;
}

/** `Articles.revisions` of the port. */
export async function revisions(db: Db, source: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('revision')
    .innerJoin('article', 'article.n', 'revision.article')
    .select('article.id')
    .where('revision.source', '=', source)
    .orderBy('revision.number')
    .execute();
  return rows.map(({ id }, i) => ({ id, current: i === rows.length - 1 }));
}

/** `Articles.sources` of the port. */
export async function sources(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('revision')
    .innerJoin('article', 'article.n', 'revision.article')
    .select('revision.source')
    .where('article.id', '=', id)
    .orderBy('revision.source')
    .execute();
  return rows.map((row) => row.source);
}

/** `Articles.texts` of the port. */
export async function texts(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('article')
    .innerJoin('article_text', 'article_text.article', 'article.n')
    .select(['article.id', 'article_text.text'])
    .where('article.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.text]));
}
