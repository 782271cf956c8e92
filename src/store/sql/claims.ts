import { sql } from 'kysely';
import { kinds } from '../../model/kinds/registry.js';
import type { Statement, StatementType } from '../../model/statement.js';
import { shortNumber } from '../../record/canonical.js';
import { claimsOf } from '../../record/claims.js';
import { multilateralSubject, type Subject, subjectNumber } from '../../record/subjects.js';
import { compareTold, type Told } from '../../record/told.js';
import type { ClaimPage, ClaimRow } from '../port.js';
import { articlesByNumber } from './articles.js';
import { inPowers } from './insert-rows.js';
import { dayText, undated } from './rows.js';
import { type Db, plannedAnew } from './tables.js';

const defaultTellings = 20;
const allTypes = Object.keys(kinds) as StatementType[];

/** Statements about many countries that are filed under both of a pair: these are not filed under each pair, of which there are too many. */
function filedUnderBoth(db: Db, [a, b]: readonly string[], types: readonly StatementType[]) {
  return db
    .selectFrom('filing as one')
    .innerJoin('filing as other', (join) =>
      join
        .onRef('other.type', '=', 'one.type')
        .onRef('other.claim', '=', 'one.claim')
        .onRef('other.told', '=', 'one.told')
        .onRef('other.article', '=', 'one.article')
        .onRef('other.ord', '=', 'one.ord')
        .on('other.subject', '=', subjectNumber(multilateralSubject(b!))),
    )
    .select(['one.type', 'one.told', 'one.since', 'one.until', 'one.article', 'one.ord', 'one.claim'])
    .where('one.subject', '=', subjectNumber(multilateralSubject(a!)))
    .where('one.type', 'in', types);
}

/** What is filed of these types under a subject; for a pair also what is filed under both its countries as statements about many. */
export function filedUnder(db: Db, subject: Subject, types: readonly StatementType[] = allTypes) {
  const columns = ['type', 'told', 'since', 'until', 'article', 'ord', 'claim'] as const;
  const own = db.selectFrom('filing').select(columns).where('subject', '=', subjectNumber(subject)).where('type', 'in', types);
  return subject.kind === 'pair' ? own.unionAll(filedUnderBoth(db, subject.countries, types)) : own;
}

/** A claim's type and number, how many tellings it has, and the subject under which they are filed. */
export interface Head {
  type: StatementType;
  claim: number;
  tellings: number;
  subject: number;
}

/** A claim with its place in time. */
export interface Placed extends Head {
  since: number;
  until: number;
}

/** Heads of one type out of rows. */
export const headColumns = (type: StatementType, rows: readonly Record<Exclude<keyof Placed, 'type'>, unknown>[]): Placed[] =>
  rows.map((row) => ({
    type,
    ...{ claim: Number(row.claim), tellings: Number(row.tellings), subject: Number(row.subject) },
    ...{ since: Number(row.since), until: Number(row.until) },
  }));

/** In time order, or the newest first; undated ones last in both. */
const inTime =
  (newestFirst: boolean) =>
  (a: Placed, b: Placed): number => {
    const late = (p: Placed): number => (p.since >= undated ? 1 : 0);
    const way = newestFirst ? -1 : 1;
    return late(a) - late(b) || way * (a.since - b.since) || way * (a.until - b.until) || a.claim - b.claim;
  };

/** The first of several lists together, each in time order. */
export const firstInTime = (newestFirst: boolean, lists: readonly (readonly Placed[])[], limit: number): Placed[] =>
  lists.flat().sort(inTime(newestFirst)).slice(0, limit);

/** The claims of a page, out of all that is filed under a subject. */
async function headsOf(db: Db, subject: Subject, type: StatementType, page: ClaimPage): Promise<Placed[]> {
  const direction = page.newestFirst ? 'desc' : 'asc';
  const rows = await db
    .selectFrom('filing')
    .select((e) => [
      ...(['claim', 'subject'] as const),
      ...[e.fn.countAll<number>().as('tellings'), e.fn.min('since').as('since'), e.fn.min('until').as('until')],
    ])
    .where('subject', '=', subjectNumber(subject))
    .where('type', '=', type)
    .groupBy(['claim', 'subject'])
    .orderBy((e) => sql`case when ${e.fn.min('since')} >= ${undated} then 1 else 0 end`)
    .orderBy((e) => e.fn.min('since'), direction)
    .orderBy((e) => e.fn.min('until'), direction)
    .orderBy('claim')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return headColumns(type, rows);
}

/**
 * The claims of a pair: those of its own outline, and those about many countries that both its countries have in theirs. Which countries a claim is
 * about belongs to what it says: none is in both.
 */
export function outlinesOf(db: Db, { countries: [a, b] }: Subject, own: number) {
  return [
    db.selectFrom('outline as o').where('o.subject', '=', own),
    db
      .selectFrom('outline as o')
      .where('o.subject', '=', subjectNumber(multilateralSubject(a!)))
      .where((e) =>
        e.exists(
          e
            .selectFrom('outline as other')
            .select('other.claim')
            .where('other.subject', '=', subjectNumber(multilateralSubject(b!)))
            .whereRef('other.type', '=', 'o.type')
            .whereRef('other.claim', '=', 'o.claim'),
        ),
      ),
  ] as const;
}

export const headOf = ['o.claim', 'o.tellings', 'o.subject', 'o.since', 'o.until'] as const;

/** The first claims of an outline. */
async function outlined(outline: ReturnType<typeof outlinesOf>[number], type: StatementType, wanted: number, newestFirst: boolean) {
  const rows = outline.select(headOf).where('o.type', '=', type);
  if (!newestFirst) return headColumns(type, await rows.orderBy('o.since').orderBy('o.until').orderBy('o.claim').limit(wanted).execute());
  const latest = rows.orderBy('o.since', 'desc').orderBy('o.until', 'desc').orderBy('o.claim');
  const dated = await latest.where('o.since', '<', undated).limit(wanted).execute();
  if (dated.length === wanted) return headColumns(type, dated);
  const rest = await latest
    .where('o.since', '>=', undated)
    .limit(wanted - dated.length)
    .execute();
  return headColumns(type, [...dated, ...rest]);
}

/** `isAmongMany`: whether statements of this type about many countries may be about both. */
async function pairHeads(db: Db, subject: Subject, type: StatementType, page: ClaimPage, isAmongMany = true): Promise<Placed[]> {
  const end = page.limit + (page.offset ?? 0);
  const newestFirst = page.newestFirst === true;
  const [own, many] = outlinesOf(db, subject, subjectNumber(subject));
  const lists = await Promise.all([own, ...(isAmongMany ? [many] : [])].map((outline) => outlined(outline, type, end, newestFirst)));
  return firstInTime(newestFirst, lists, end).slice(page.offset ?? 0);
}

/**
 * The filings of claims up to the day on which so many were told: a claim may have very many. A cross join is taken in the order in which it is written.
 * PostgreSQL has to see the numbers to go claim by claim: a plan made for any numbers goes through all that the subject has.
 */
function firstTold(subject: number, heads: readonly Head[], tellings: number) {
  const values = sql.join(heads.map(({ type, claim }) => sql`(cast(${type} as text), cast(${claim} as bigint))`));
  return sql`select ${sql.raw(plannedAnew)} filing.claim, filing.article, filing.ord from
    (select wanted.column1 as type, wanted.column2 as claim, coalesce((select told from filing
      where subject = ${subject} and type = wanted.column1 and claim = wanted.column2
      order by told limit 1 offset ${tellings - 1}), 999999999) as until from (values ${values}) as wanted) as cut
    cross join filing where filing.subject = ${subject} and filing.type = cut.type and filing.claim = cut.claim and filing.told <= cut.until`;
}

/** `Facts.claims` of the port. */
export async function claims(db: Db, subject: Subject, type: StatementType, page: ClaimPage): Promise<ClaimRow[]> {
  const heads = subject.kind === 'pair' ? await pairHeads(db, subject, type, page) : await headsOf(db, subject, type, page);
  return withTellings(db, heads, page.tellings ?? defaultTellings);
}

/** `Facts.claimsOfEach` of the port: the heads of all types are asked for together, then their tellings. */
export async function claimsOfEach(
  db: Db,
  pair: Subject,
  types: readonly StatementType[],
  page: ClaimPage,
): Promise<Map<StatementType, ClaimRow[]>> {
  const amongMany = await typesAmongMany(db, pair);
  const heads = await Promise.all(types.map((type) => pairHeads(db, pair, type, page, amongMany.has(type))));
  const rows = await withTellings(db, heads.flat(), page.tellings ?? defaultTellings);
  const byKind = new Map<StatementType, ClaimRow[]>(types.map((type) => [type, []]));
  for (const row of rows) byKind.get(row.claim.told[0]!.statement.type)!.push(row);
  return byKind;
}

/** The types of which both countries of a pair have statements about many countries. */
async function typesAmongMany(db: Db, { countries }: Subject): Promise<Set<StatementType>> {
  const numbers = countries.map((code) => subjectNumber(multilateralSubject(code)));
  const sizes = await db.selectFrom('outline_size').select('type').where('subject', 'in', numbers).where('claims', '>', 0).execute();
  const counted = new Map<StatementType, number>();
  for (const { type } of sizes) counted.set(type, (counted.get(type) ?? 0) + 1);
  return new Set([...counted].flatMap(([type, n]) => (n === 2 ? [type] : [])));
}

/** The claims of these heads, in their order, each with its first tellings. */
export async function withTellings(db: Db, heads: readonly Head[], tellings: number): Promise<ClaimRow[]> {
  if (heads.length === 0) return [];
  const asked = [...new Set(heads.map((h) => h.subject))].flatMap((subject) =>
    [...inPowers(heads.filter((h) => h.subject === subject))].map(async (piece) => {
      const { rows } = await sql<{ claim: number; article: number; said: string }>`
        with f as (${firstTold(subject, piece, tellings)}),
        placed as (select f.claim, f.article, f.ord,
          row_number() over (partition by f.claim order by article.since, article.until, article.id, f.ord) as place
          from f cross join article where article.n = f.article)
        select placed.claim, placed.article, coalesce(statement.standing, statement.json) as said
        from placed cross join statement
        where statement.article = placed.article and statement.ord = placed.ord and placed.place <= ${tellings}`.execute(db);
      return rows;
    }),
  );
  return assemble(db, heads, (await Promise.all(asked)).flat());
}

/** Groups tellings into claims in the order of the heads. Two claims whose numbers are equal by chance come out as two. */
async function assemble(
  db: Db,
  heads: readonly Pick<Head, 'claim' | 'tellings'>[],
  rows: readonly { claim: number; article: number; said: string }[],
): Promise<ClaimRow[]> {
  const numbers = [...new Set(rows.map((row) => Number(row.article)))];
  const articles = await articlesByNumber(db, numbers);
  const told = new Map<number, Told[]>();
  for (const row of rows) {
    const article = articles.get(Number(row.article));
    if (!article) continue;
    const one = { statement: JSON.parse(row.said) as Statement, article };
    const list = told.get(Number(row.claim));
    if (list) list.push(one);
    else told.set(Number(row.claim), [one]);
  }
  return heads.flatMap(({ claim, tellings }) => claimsOf((told.get(claim) ?? []).sort(compareTold)).map((c) => ({ claim: c, tellings })));
}

/** `Facts.claim` of the port. */
export async function claim(db: Db, key: string, limit = 1000): Promise<ClaimRow | null> {
  const number = shortNumber(key);
  const said = db
    .selectFrom('statement')
    .innerJoin('article', 'article.n', 'statement.article')
    .where('statement.claim', '=', number)
    .where('article.current', '=', 1);
  const total = await said.select((e) => e.fn.countAll<number>().as('tellings')).executeTakeFirstOrThrow();
  const rows = await said
    .select(['statement.claim', 'statement.article', sql<string>`coalesce(statement.standing, statement.json)`.as('said')])
    .orderBy('article.since')
    .orderBy('article.until')
    .orderBy('article.id')
    .orderBy('statement.ord')
    .limit(limit)
    .execute();
  const found = await assemble(db, [{ claim: number, tellings: Number(total.tellings) }], rows);
  return found.find((row) => row.claim.key === key) ?? null;
}

/** A number for each kind of fact, 0 where there is none. */
export function byType(rows: readonly { type: StatementType; amount: number | string | bigint }[]): Record<StatementType, number> {
  const amounts = new Map(rows.map((row) => [row.type, Number(row.amount)]));
  return Object.fromEntries(allTypes.map((type) => [type, amounts.get(type) ?? 0])) as Record<StatementType, number>;
}

/** `Facts.claimCounts` of the port. */
export async function claimCounts(db: Db, subject: Subject): Promise<Record<StatementType, number>> {
  const number = subjectNumber(subject);
  if (subject.kind !== 'pair') {
    const found = db.selectFrom('filing').where('subject', '=', number).groupBy('type');
    return byType(await found.select((e) => ['type', e.fn.count<number>('claim').distinct().as('amount')]).execute());
  }
  const counts = byType([]);
  const own = await db.selectFrom('outline_size').select(['type', 'claims as amount']).where('subject', '=', number).execute();
  const [, many] = outlinesOf(db, subject, number);
  const shared = many.select((e) => ['o.type', e.fn.countAll<number>().as('amount')]).groupBy('o.type');
  for (const { type, amount } of [...own, ...(await shared.execute())]) counts[type] += Number(amount);
  return counts;
}

/** `Facts.newestContacts` of the port. Statements about many countries at once do not count as a contact of two. */
export async function newestContacts(db: Db, pairs: readonly Subject[]): Promise<(string | null)[]> {
  const numbers = pairs.map(subjectNumber);
  const newest = new Map<number, string>();
  for (const piece of inPowers(numbers)) {
    const { rows } = await sql<{ n: number; day: number | null }>`select subject.n, (
        select o.since from outline as o where o.subject = subject.n and o.type = 'event' and o.since < ${undated} and exists (
          select 1 from filing join statement on statement.article = filing.article and statement.ord = filing.ord
          where filing.subject = o.subject and filing.type = o.type and filing.claim = o.claim and statement.modality = 'actual'
          limit 1 offset 0) -- looked up claim by claim: without the offset PostgreSQL joins all that the pair has
        order by o.since desc, o.until desc limit 1) as day
      from subject where subject.n in (${sql.join(piece)})`.execute(db);
    for (const { n, day } of rows) if (day !== null) newest.set(Number(n), dayText(Number(day)));
  }
  return numbers.map((n) => newest.get(n) ?? null);
}
