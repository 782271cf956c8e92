import { sql } from 'kysely';
import type { Finding } from '../../model/finding.js';
import { answeredScope, type FindingFilter, type FindingRow, type Page } from '../port.js';
import { inPowers, insertRows } from './insert-rows.js';
import { findingsAbout } from './listings.js';
import { findingRow, severities } from './rows.js';
import type { Db, Tx } from './tables.js';

/** The scope of findings that need more than one story; kept unit by unit. */
const recordScope = 'record';

/** `Facts.findings` of the port. */
export async function findings(db: Db, filter: FindingFilter, page: Page): Promise<FindingRow[]> {
  let query = db.selectFrom('finding');
  query = filter.scope === answeredScope ? query.where('scope', '=', answeredScope) : query.where('shown', '=', 1);
  if (filter.severity !== undefined) query = query.where('rank', '=', severities.indexOf(filter.severity));
  if (filter.rule !== undefined) query = query.where('rule', '=', filter.rule);
  if (filter.scope !== undefined) query = query.where('scope', '=', filter.scope);
  if (filter.article !== undefined) query = query.where('place', '>=', `${filter.article}:`).where('place', '<', `${filter.article};`);
  if (filter.pair !== undefined) {
    const about = JSON.stringify(await findingsAbout(db, filter.pair));
    query = query.where(sql<boolean>`n in (select cast(value as bigint) from json_each(cast(${about} as text)))`);
  }
  const rows = await query
    .select(['scope', 'json'])
    .orderBy('rank')
    .orderBy('rule')
    .orderBy('place')
    .orderBy('json')
    .orderBy('scope')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map(({ scope, json }) => ({ scope, finding: JSON.parse(json) as Finding }));
}

/** `Facts.replaceFindings` of the port. Throws a `RangeError` for the scope `story`. */
export async function replaceFindings(tx: Tx, scope: string, found: readonly Finding[]): Promise<void> {
  if (scope === 'story') throw new RangeError('findings within stories are stored with their story');
  const gone = await tx.deleteFrom('finding').where('scope', '=', scope).returning('print').execute();
  const rows = found.map((finding) => ({ scope, article: null, ...findingRow(finding) }));
  await insertRows(tx, 'finding', rows);
  await list(tx, [...gone, ...rows]);
}

/** Replaces what was found in units. Gives the prints of what was there and of what is, for `list`. */
export async function replaceInUnits(
  tx: Tx,
  scope: string,
  units: readonly { unit: string; findings: readonly Finding[] }[],
): Promise<{ print: number }[]> {
  const prints: { print: number }[] = [];
  for (const piece of inPowers(units.map(({ unit }) => unit)))
    prints.push(...(await tx.deleteFrom('finding').where('unit', 'in', piece).where('scope', '=', scope).returning('print').execute()));
  const rows = units.flatMap(({ unit, findings }) => findings.map((finding) => ({ scope, article: null, unit, ...findingRow(finding) })));
  await insertRows(tx, 'finding', rows);
  return [...prints, ...rows];
}

/**
 * Says anew which findings of these prints are listed: of equal ones that of a current story, else that of the first unit; none of a story
 * that is answered.
 */
export async function list(tx: Tx, prints: readonly { print: number }[]): Promise<void> {
  const numbers = [...new Set(prints.map((row) => Number(row.print)))];
  for (const piece of inPowers(numbers)) {
    await sql`
      update finding set shown = case
        when scope = ${answeredScope} then 0
        when scope = 'story' then
          case when exists (select 1 from finding as o where o.print = finding.print and o.scope = ${answeredScope}) then 0
            else (select article.current from article where article.n = finding.article) end
        when scope = ${recordScope} then
          case when exists (select 1 from finding as o join article on article.n = o.article
              where o.print = finding.print and o.scope = 'story' and article.current = 1)
            or exists (select 1 from finding as o
              where o.print = finding.print and o.scope = ${recordScope} and coalesce(o.unit, '') < coalesce(finding.unit, ''))
          then 0 else 1 end
        else 1 end
      where print in (${sql.join(piece)})`.execute(tx);
  }
}

/** Gives a print to findings that were stored before there were any. */
export async function printAll(tx: Tx): Promise<void> {
  for (;;) {
    const rows = await tx.selectFrom('finding').select(['n', 'json']).where('print', '=', 0).limit(1000).execute();
    if (rows.length === 0) return;
    for (const { n, json } of rows) {
      const { print } = findingRow(JSON.parse(json) as Finding);
      await tx.updateTable('finding').set({ print }).where('n', '=', n).execute();
    }
  }
}
