import { sql } from 'kysely';
import type { Finding, Severity } from '../../model/finding.js';
import type { Statement } from '../../model/statement.js';
import { canonicalJson } from '../../record/canonical.js';
import type { SubjectKind } from '../../record/subjects.js';
import type { Told } from '../../record/told.js';
import {
  answeredScope,
  type Counts,
  type DocumentState,
  type FindingFilter,
  type FindingRow,
  type Page,
  type SubjectRow,
} from '../port.js';
import { byType } from './claims.js';
import { insertRows } from './insert-rows.js';
import { findingsAbout } from './listings.js';
import { articleOf, placeOf, severities } from './rows.js';
import type { Db, Tx } from './tables.js';

const states: readonly DocumentState[] = ['pending', 'done', 'failed', 'quarantined'];

function amounts<K extends string>(
  keys: readonly K[],
  rows: readonly { key: string; amount: number | string | bigint }[],
): Record<K, number> {
  const found = new Map(rows.map((row) => [row.key, Number(row.amount)]));
  return Object.fromEntries(keys.map((key) => [key, found.get(key) ?? 0])) as Record<K, number>;
}

/** Findings of the record and of current articles; without those that are answered, and what answers them where that is not asked for. */
function valid(db: Db, scope?: string) {
  const query = db
    .selectFrom('finding')
    .leftJoin('article', 'article.n', 'finding.article')
    .where((e) => e.or([e('finding.article', 'is', null), e('article.current', '=', 1)]));
  if (scope === answeredScope) return query;
  return query
    .where('finding.scope', '<>', answeredScope)
    .where((e) =>
      e.or([
        e('finding.article', 'is', null),
        e.not(
          e.exists(
            e
              .selectFrom('finding as answer')
              .select('answer.n')
              .where('answer.scope', '=', answeredScope)
              .whereRef('answer.place', '=', 'finding.place')
              .whereRef('answer.json', '=', 'finding.json'),
          ),
        ),
      ]),
    );
}

/** `Facts.counts` of the port. */
export async function counts(db: Db): Promise<Counts> {
  const articles = await db
    .selectFrom('article')
    .select((e) => ['current', e.fn.countAll<number>().as('amount')])
    .groupBy('current')
    .execute();
  const tally = await db.selectFrom('tally').selectAll().execute();
  const found = await valid(db)
    .select((e) => ['finding.rank', e.fn.countAll<number>().as('amount')])
    .groupBy('finding.rank')
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

/** `Facts.findings` of the port. */
export async function findings(db: Db, filter: FindingFilter, page: Page): Promise<FindingRow[]> {
  let query = valid(db, filter.scope);
  if (filter.severity !== undefined) query = query.where('finding.rank', '=', severities.indexOf(filter.severity));
  if (filter.rule !== undefined) query = query.where('finding.rule', '=', filter.rule);
  if (filter.scope !== undefined) query = query.where('finding.scope', '=', filter.scope);
  if (filter.article !== undefined)
    query = query.where('finding.place', '>=', `${filter.article}:`).where('finding.place', '<', `${filter.article};`);
  if (filter.pair !== undefined) query = query.where('finding.n', 'in', findingsAbout(db, filter.pair));
  const rows = await query
    .select(['finding.scope', 'finding.json'])
    .orderBy('finding.rank')
    .orderBy('finding.rule')
    .orderBy('finding.place')
    .orderBy('finding.json')
    .orderBy('finding.scope')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map(({ scope, json }) => ({ scope, finding: JSON.parse(json) as Finding }));
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

/** `Facts.replaceFindings` of the port. Throws a `RangeError` for the scope `story`. */
export async function replaceFindings(tx: Tx, scope: string, found: readonly Finding[]): Promise<void> {
  if (scope === 'story') throw new RangeError('findings within stories are stored with their story');
  await tx.deleteFrom('finding').where('scope', '=', scope).execute();
  const rows = found.map((finding) => ({
    scope,
    article: null,
    rank: severities.indexOf(finding.severity),
    rule: finding.rule,
    place: placeOf(finding),
    json: canonicalJson(finding),
  }));
  await insertRows(tx, 'finding', rows);
}
