import { sql } from 'kysely';
import type { StatementType } from '../../model/statement.js';
import type { Subject, SubjectKind } from '../../record/subjects.js';
import type { Told } from '../../record/told.js';
import { subjectKindOf } from '../../record/units.js';
import type { Line, Sieve } from '../../record/view.js';
import { answeredScope } from '../port.js';
import type { StoryResult, UnitResult } from '../upkeep.js';
import { filedUnder } from './claims.js';
import { list, replaceInUnits } from './findings.js';
import { inPowers, insertRows } from './insert-rows.js';
import { toldOf } from './mentions.js';
import { noteChange, set, setting, state } from './names.js';
import { dayText, undated } from './rows.js';
import type { Db, Tx } from './tables.js';
import { settled, touchUnits } from './touched.js';

const articlesAtOnce = 200;

/** What is filed of these types under a body, with those events of the same stories that may be its sessions. */
function withSessions(db: Db, body: Subject, types: readonly StatementType[]) {
  const filed = filedUnder(db, body, types);
  if (!types.includes('event')) return filed;
  const stories = filedUnder(db, body, ['body']);
  return filed.unionAll(
    db
      .selectFrom('statement')
      .select(['type', sql<number>`0`.as('told'), sql<number>`0`.as('since'), sql<number>`0`.as('until'), 'article', 'ord', 'claim'])
      .where('article', 'in', (e) => e.selectFrom(stories.as('s')).select('s.article').distinct())
      .where('type', '=', 'event')
      .where('status', '<>', 'rejected')
      .where(sql<boolean>`coalesce(standing, json) like '%"kind":"session"%'`),
  );
}

/** `Upkeep.told` of the port. */
export async function told(db: Db, unit: string, types: readonly StatementType[], sieve?: Sieve): Promise<Told[]> {
  const cut = unit.indexOf(':');
  const [kind, key] = [unit.slice(0, cut), unit.slice(cut + 1)];
  const said = sql<string>`coalesce(statement.standing, statement.json)`.as('said');
  if (kind === 'entity') {
    const rows = await db
      .selectFrom('naming')
      .innerJoin('mention', 'mention.name', 'naming.n')
      .innerJoin('statement', (join) => join.onRef('statement.article', '=', 'mention.article').onRef('statement.ord', '=', 'mention.ord'))
      .innerJoin('article', 'article.n', 'mention.article')
      .select(['mention.article', 'mention.ord', 'article.since as told', 'article.since', 'article.until', said])
      .where('naming.entity', '=', key)
      .where('statement.type', 'in', [...types])
      .execute();
    return toldOf(db, sifted(rows, sieve));
  }
  const row = await db.selectFrom('subject').selectAll().where('n', '=', Number(key)).executeTakeFirst();
  if (!row || (row.kind !== kind && row.kind !== subjectKindOf(kind))) return [];
  const subject: Subject = {
    kind: row.kind as SubjectKind,
    name: row.name,
    countries: row.countries === '' ? [] : row.countries.split('|'),
  };
  const rows = await db
    .with('f', () => (kind === 'body' ? withSessions(db, subject, types) : filedUnder(db, subject, types)))
    .selectFrom('f')
    .innerJoin('statement', (join) => join.onRef('statement.article', '=', 'f.article').onRef('statement.ord', '=', 'f.ord'))
    .select(['f.article', 'f.ord', 'f.told', 'f.since', 'f.until', said])
    .execute();
  return toldOf(db, sifted(rows, sieve));
}

/** The rows that a sieve keeps. */
function sifted<Row extends Omit<Line, 'json'> & { said: string }>(rows: readonly Row[], sieve: Sieve | undefined): readonly Row[] {
  if (!sieve) return rows;
  const lines = rows.map(({ told, since, until, said }) => ({
    told: Number(told),
    since: Number(since),
    until: Number(until),
    json: said,
  }));
  const kept = sieve(lines);
  return rows.filter((_, i) => kept.has(lines[i]!));
}

/** `Upkeep.toldAll` of the port. */
export async function* toldAll(db: Db): AsyncGenerator<Told> {
  for (let last = 0; ; ) {
    const articles = await db
      .selectFrom('article')
      .select(['n', 'current'])
      .where('n', '>', last)
      .orderBy('n')
      .limit(articlesAtOnce)
      .execute();
    if (articles.length === 0) return;
    const from = last;
    last = Number(articles.at(-1)!.n);
    const current = new Set(articles.filter((row) => Number(row.current) === 1).map((row) => Number(row.n)));
    const rows = await db
      .selectFrom('statement')
      .select(['article', 'ord', sql<string>`coalesce(standing, json)`.as('said')])
      .where('article', '>', from)
      .where('article', '<=', last)
      .where('status', '<>', 'rejected')
      .execute();
    yield* await toldOf(
      db,
      rows.filter((row) => current.has(Number(row.article))),
    );
  }
}

/** `Upkeep.newestDay` of the port. */
export async function newestDay(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('article')
    .select('until')
    .where('current', '=', 1)
    .where('since', '>', 101)
    .where('since', '<', undated)
    .where('until', '<', undated)
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? dayText(Number(row.until)) : null;
}

/** `Upkeep.auditedBy` of the port. */
export function auditedBy(db: Db): Promise<string | null> {
  return setting(db, 'audited');
}

/** `Upkeep.touchAll` of the port. */
export async function touchAll(tx: Tx, as: string): Promise<void> {
  await noteChange(tx);
  const version = Number(await state(tx));
  const gone = await tx
    .deleteFrom('finding')
    .where('scope', 'in', ['record', answeredScope])
    .where('unit', 'is', null)
    .returning('print')
    .execute();
  await list(tx, gone);
  await touchUnits(tx, version);
  const decided = await tx.selectFrom('decision').select('n').limit(1).executeTakeFirst();
  if (decided)
    await sql`insert into dirty (kind, key, version) select distinct 'story', article.id, cast(${version} as integer)
      from finding join article on article.n = finding.article where true on conflict (kind, key) do update set version = excluded.version`.execute(
      tx,
    );
  await set(tx, 'audited', as);
}

/** `Upkeep.advance` of the port. */
export async function advance(tx: Tx, day: string | null): Promise<void> {
  const before = (await setting(tx, 'day')) ?? '';
  const now = day ?? '';
  if (before === now) return;
  const [from, to] = before < now ? [before, now] : [now, before];
  await noteChange(tx);
  const version = Number(await state(tx));
  await sql`insert into dirty (kind, key, version) select distinct 'unit', unit, cast(${version} as integer) from wake where day > ${from} and day <= ${to}
    on conflict (kind, key) do update set version = excluded.version`.execute(tx);
  await set(tx, 'day', now);
}

/** `Upkeep.settleUnits` of the port. */
export async function settleUnits(tx: Tx, results: readonly UnitResult[]): Promise<void> {
  const keys = await settled(
    tx,
    'unit',
    results.map(({ change }) => change),
  );
  const valid = results.filter(({ change }) => keys.has(change.key));
  const prints = await replaceInUnits(
    tx,
    'record',
    valid.map(({ change, findings }) => ({ unit: change.key, findings })),
  );
  for (const piece of inPowers([...keys])) await tx.deleteFrom('wake').where('unit', 'in', piece).execute();
  await insertRows(
    tx,
    'wake',
    valid.flatMap(({ change, wakes }) => [...new Set(wakes)].map((day) => ({ day, unit: change.key }))),
  );
  await list(tx, prints);
}

/** `Upkeep.settleStories` of the port. */
export async function settleStories(tx: Tx, results: readonly StoryResult[]): Promise<void> {
  const keys = await settled(
    tx,
    'story',
    results.map(({ change }) => change),
  );
  const valid = results.filter(({ change }) => keys.has(change.key));
  const answers = valid.map(({ change, answered }) => ({ unit: `story:${change.key}`, findings: answered }));
  await list(tx, await replaceInUnits(tx, answeredScope, answers));
}
