import { sql } from 'kysely';
import type { Severity } from '../../model/finding.js';
import type { Statement, StatementType } from '../../model/statement.js';
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
  const tally = await db.selectFrom('tally').selectAll().execute();
  const found = await db
    .selectFrom('finding')
    .select((e) => ['rank', e.fn.countAll<number>().as('amount')])
    .where('shown', '=', 1)
    .groupBy('rank')
    .execute();
  const unread = await db
    .selectFrom('document')
    .leftJoin('article', 'article.id', 'document.id')
    .select((e) => ['state as key', e.fn.countAll<number>().as('amount'), e.fn.count<number>('article.n').as('readBefore')])
    .where('state', 'in', ['pending', 'failed', 'quarantined'])
    .groupBy('state')
    .execute();
  const articles = (which: 'current' | 'all'): number =>
    Number(tally.find((row) => row.what === 'articles' && row.type === which)?.amount ?? 0);
  // every article has a document, which is done unless it is being read again
  const done = articles('all') - unread.reduce((sum, row) => sum + Number(row.readBefore), 0);
  const documents = [...unread, { key: 'done', amount: done }];
  const ofKind = (what: 'statements' | 'claims') =>
    byType(tally.filter((row) => row.what === what) as { type: StatementType; amount: number }[]);
  return {
    articles: articles('current'),
    superseded: articles('all') - articles('current'),
    statements: ofKind('statements'),
    claims: ofKind('claims'),
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
