import { sql } from 'kysely';
import type { Article } from '../../model/article.js';
import type { Statement } from '../../model/statement.js';
import { canonicalJson } from '../../record/canonical.js';
import { claimKey } from '../../record/claims.js';
import { readingsById, sources } from './articles.js';
import type { Db } from './tables.js';

const atOnce = 500;

/**
 * The record as JSON lines in canonical order: articles by id (text, statements, what stands of them where decisions differ, findings and all sources with them, superseded
 * ones too), claims by key, subjects by their hash, findings of the record. Memory stays flat. It is one state of the record only if nothing
 * writes meanwhile.
 */
export async function* exportLines(db: Db): AsyncGenerator<string> {
  for await (const { article, standing, ...rest } of readingsById(db)) {
    const { source: _, ...known } = article;
    const decided = canonicalJson(standing) === canonicalJson(rest.statements) ? {} : { standing };
    yield canonicalJson({ type: 'article', article: { ...known, sources: await sources(db, article.id) }, ...rest, ...decided });
  }
  yield* claimLines(db);
  yield* subjectLines(db);
  const found = db
    .selectFrom('finding')
    .select(['scope', 'json'])
    .where('article', 'is', null)
    .orderBy('scope')
    .orderBy('rank')
    .orderBy('rule')
    .orderBy('place')
    .orderBy('json');
  for await (const rows of inPages((limit, offset) => found.limit(limit).offset(offset).execute())) {
    for (const { scope, json } of rows) yield canonicalJson({ type: 'finding', scope, finding: JSON.parse(json) });
  }
}

async function* inPages<T>(page: (limit: number, offset: number) => Promise<T[]>): AsyncGenerator<T[]> {
  for (let offset = 0; ; offset += atOnce) {
    const rows = await page(atOnce, offset);
    if (rows.length > 0) yield rows;
    if (rows.length < atOnce) return;
  }
}

async function* claimLines(db: Db): AsyncGenerator<string> {
  for (let last = -1; ; ) {
    const numbers = await db.selectFrom('claim').select('n').where('n', '>', last).orderBy('n').limit(atOnce).execute();
    if (numbers.length === 0) return;
    const from = Number(numbers[0]!.n);
    last = Number(numbers.at(-1)!.n);
    const rows = await db
      .selectFrom('statement')
      // a cross join keeps SQLite from going through all articles for each page of claims
      .crossJoin('article')
      .select([sql<string>`coalesce(statement.standing, statement.json)`.as('said'), 'article.json'])
      .whereRef('article.n', '=', 'statement.article')
      .where('statement.claim', '>=', from)
      .where('statement.claim', '<=', last)
      .where('article.current', '=', 1)
      .orderBy('statement.claim')
      .orderBy('article.id')
      .orderBy('statement.ord')
      .execute();
    const claims = new Map<string, { kind: string; told: [string, string][] }>();
    for (const { said, json } of rows) {
      const statement = JSON.parse(said) as Statement;
      const article = JSON.parse(json) as Article;
      const key = claimKey(statement, article);
      const claim = claims.get(key) ?? { kind: statement.type, told: [] };
      claims.set(key, claim);
      claim.told.push([article.id, statement.id]);
    }
    const sorted = [...claims].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [key, claim] of sorted) yield canonicalJson({ type: 'claim', key, ...claim });
  }
}

/** By number, which is a hash of the rest. */
async function* subjectLines(db: Db): AsyncGenerator<string> {
  for (let last = -1; ; ) {
    const rows = await db.selectFrom('subject').selectAll().where('n', '>', last).orderBy('n').limit(atOnce).execute();
    if (rows.length === 0) return;
    last = Number(rows.at(-1)!.n);
    for (const { kind, name, countries, statements } of rows) {
      yield canonicalJson({
        type: 'subject',
        kind,
        name,
        countries: countries === '' ? [] : countries.split('|'),
        statements: Number(statements),
      });
    }
  }
}
