import { sql } from 'kysely';
import type { Severity } from '../../model/finding.js';
import type { Statement } from '../../model/statement.js';
import type { SubjectKind } from '../../record/subjects.js';
import type { Told } from '../../record/told.js';
import type { Counts, DocumentState, Page, SubjectRow } from '../port.js';
import { byType } from './claims.js';
import { articleOf, severities } from './rows.js';
import type { Db } from './tables.js';

const states: readonly DocumentState[] = ['pending', 'done', 'failed', 'quarantined'];

function amounts<K extends string>(
  keys: readonly K[],
  rows: readonly { key: string; amount: number | string | bigint }[],
): Record<K, number> {
  const found = new Map(rows.map((row) => [row.key, Number(row.amount)]));
  return Object.fromEntries(keys.map((key) => [key, found.get(key) ?? 0])) as Record<K, number>;
}

/** `Facts.counts` of the port. */
export async function counts(db: Db): Promise<Counts> {
  const articles = await db
    .selectFrom('article')
    .select((e) => ['current', e.fn.countAll<number>().as('amount')])
    .groupBy('current')
    .execute();
  const tally = await db.selectFrom('tally').selectAll().execute();
  const found = await db
    .selectFrom('finding')
    .select((e) => ['rank', e.fn.countAll<number>().as('amount')])
    .where('shown', '=', 1)
    .groupBy('rank')
    .execute();
  const documents = await db
    .selectFrom('document')
    .select((e) => ['state as key', e.fn.countAll<number>().as('amount')])
    .groupBy('state')
    .execute();
  const articlesWith = (current: number): number => Number(articles.find((row) => Number(row.current) === current)?.amount ?? 0);
  return {
    articles: articlesWith(1),
    superseded: articlesWith(0),
    statements: byType(tally.filter((row) => row.what === 'statements')),
    claims: byType(tally.filter((row) => row.what === 'claims')),
    findings: amounts<Severity>(
      severities,
      found.map((row) => ({ key: severities[Number(row.rank)]!, amount: row.amount })),
    ),
    documents: amounts(states, documents),
  };
}

/** `Facts.subjects` of the port. */
export async function subjects(db: Db, kind: SubjectKind, page: Page): Promise<SubjectRow[]> {
  const rows = await db
    .selectFrom('subject')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('statements', 'desc')
    .orderBy('name')
    .orderBy('countries')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map(({ name, countries, statements }) => ({
    subject: { kind, name, countries: countries === '' ? [] : countries.split('|') },
    statements: Number(statements),
  }));
}

/** `Facts.statements` of the port. What is edited keeps its id. */
export async function statements(db: Db, idPrefix: string, limit: number): Promise<Told[]> {
  const id = sql<string>`json_extract(statement.json, '$.id')`;
  const rows = await db
    .selectFrom('statement')
    .innerJoin('article', 'article.n', 'statement.article')
    .select([sql<string>`coalesce(statement.standing, statement.json)`.as('said'), 'article.json', 'article.source'])
    .where(sql<boolean>`${id} >= ${idPrefix} and ${id} < ${`${idPrefix}\u{10ffff}`}`)
    .where('article.current', '=', 1)
    .orderBy('article.since')
    .orderBy('article.until')
    .orderBy('article.id')
    .orderBy('statement.ord')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ statement: JSON.parse(row.said) as Statement, article: articleOf(row) }));
}
