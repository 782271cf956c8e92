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
import type { Db } from './tables.js';

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
    .select(['one.type', 'one.since', 'one.until', 'one.article', 'one.ord', 'one.claim'])
    .where('one.subject', '=', subjectNumber(multilateralSubject(a!)))
    .where('one.type', 'in', types);
}

/** What is filed of these types under a subject; for a pair also what is filed under both its countries as statements about many. */
export function filedUnder(db: Db, subject: Subject, types: readonly StatementType[] = allTypes) {
  const columns = ['type', 'since', 'until', 'article', 'ord', 'claim'] as const;
  const own = db.selectFrom('filing').select(columns).where('subject', '=', subjectNumber(subject)).where('type', 'in', types);
  return subject.kind === 'pair' ? own.unionAll(filedUnderBoth(db, subject.countries, types)) : own;
}

/** A claim's number, and how many tellings it has. */
export interface Head {
  claim: number;
  tellings: number;
}

/** A claim with its place in time. */
export interface Placed extends Head {
  since: number;
  until: number;
}

/** Heads out of rows. */
export const headColumns = (rows: readonly { claim: unknown; tellings: unknown; since: unknown; until: unknown }[]): Placed[] =>
  rows.map((row) => ({ claim: Number(row.claim), tellings: Number(row.tellings), since: Number(row.since), until: Number(row.until) }));

/** In time order, or the newest first; undated ones last in both. */
export const inTime =
  (newestFirst: boolean) =>
  (a: Placed, b: Placed): number => {
    const late = (p: Placed): number => (p.since >= undated ? 1 : 0);
    const way = newestFirst ? -1 : 1;
    return late(a) - late(b) || way * (a.since - b.since) || way * (a.until - b.until) || a.claim - b.claim;
  };

/** The claims of a page, out of all that is filed under a subject. */
async function headsOf(db: Db, subject: Subject, type: StatementType, page: ClaimPage): Promise<Placed[]> {
  const direction = page.newestFirst ? 'desc' : 'asc';
  const rows = await db
    .selectFrom('filing')
    .select((e) => ['claim', e.fn.countAll<number>().as('tellings'), e.fn.min('since').as('since'), e.fn.min('until').as('until')])
    .where('subject', '=', subjectNumber(subject))
    .where('type', '=', type)
    .groupBy('claim')
    .orderBy((e) => sql`case when ${e.fn.min('since')} >= ${undated} then 1 else 0 end`)
    .orderBy((e) => e.fn.min('since'), direction)
    .orderBy((e) => e.fn.min('until'), direction)
    .orderBy('claim')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return headColumns(rows);
}

/** The first claims of a pair, out of its outline. */
async function outlineOf(db: Db, subject: Subject, type: StatementType, wanted: number, newestFirst: boolean): Promise<Placed[]> {
  const rows = db
    .selectFrom('outline')
    .select(['claim', 'tellings', 'since', 'until'])
    .where('subject', '=', subjectNumber(subject))
    .where('type', '=', type);
  if (!newestFirst) return headColumns(await rows.orderBy('since').orderBy('until').orderBy('claim').limit(wanted).execute());
  const dated = await rows
    .where('since', '<', undated)
    .orderBy('since', 'desc')
    .orderBy('until', 'desc')
    .orderBy('claim')
    .limit(wanted)
    .execute();
  if (dated.length === wanted) return headColumns(dated);
  const rest = await rows
    .where('since', '>=', undated)
    .orderBy('since', 'desc')
    .orderBy('until', 'desc')
    .orderBy('claim')
    .limit(wanted - dated.length)
    .execute();
  return headColumns([...dated, ...rest]);
}

/** Claims of statements about many countries, this pair among them; those that the pair has of its own too, with both their tellings. */
export async function sharedHeads(
  db: Db,
  subject: Subject,
  types: readonly StatementType[],
): Promise<(Placed & { type: StatementType; own: boolean })[]> {
  const rows = await db
    .with('f', () => filedUnderBoth(db, subject.countries, types))
    .selectFrom('f')
    .leftJoin('outline', (join) =>
      join.on('outline.subject', '=', subjectNumber(subject)).onRef('outline.type', '=', 'f.type').onRef('outline.claim', '=', 'f.claim'),
    )
    .select((e) => [
      'f.type',
      'f.claim',
      e.fn.countAll<number>().as('many'),
      e.fn.min('f.since').as('since'),
      e.fn.min('f.until').as('until'),
      e.fn.min('outline.since').as('ownSince'),
      e.fn.min('outline.until').as('ownUntil'),
      e.fn.min('outline.tellings').as('ownTellings'),
    ])
    .groupBy(['f.type', 'f.claim'])
    .execute();
  return rows.map((row) => {
    const least = (x: unknown, y: unknown): number => (y === null ? Number(x) : Math.min(Number(x), Number(y)));
    return {
      type: row.type,
      claim: Number(row.claim),
      tellings: Number(row.many) + Number(row.ownTellings ?? 0),
      since: least(row.since, row.ownSince),
      until: least(row.until, row.ownUntil),
      own: row.ownTellings !== null,
    };
  });
}

async function pairHeads(db: Db, subject: Subject, type: StatementType, page: ClaimPage): Promise<Placed[]> {
  const shared = await sharedHeads(db, subject, [type]);
  const known = new Set(shared.map((head) => head.claim));
  const end = page.limit + (page.offset ?? 0);
  const own = await outlineOf(db, subject, type, end + known.size, page.newestFirst === true);
  const all = [...own.filter((head) => !known.has(head.claim)), ...shared];
  return all.sort(inTime(page.newestFirst === true)).slice(page.offset ?? 0, end);
}

/** The filings of claims up to the day on which so many were told: a claim may have very many. A cross join is taken in the order in which it is written. */
function firstTold(subject: number, type: StatementType, claims: readonly number[], tellings: number) {
  const values = sql.join(claims.map((claim) => sql`(cast(${claim} as bigint))`));
  return sql`select filing.claim, filing.article, filing.ord from
    (select wanted.column1 as claim, coalesce((select told from filing where subject = ${subject} and type = ${type} and claim = wanted.column1
      order by told limit 1 offset ${tellings - 1}), 999999999) as until from (values ${values}) as wanted) as cut
    cross join filing where filing.subject = ${subject} and filing.type = ${type} and filing.claim = cut.claim and filing.told <= cut.until`;
}

/** Of a pair, those that are filed under both its countries too. */
function alsoShared(subject: Subject, type: StatementType, claims: readonly number[]) {
  if (subject.kind !== 'pair') return sql``;
  const [one, other] = subject.countries.map((code) => subjectNumber(multilateralSubject(code)));
  return sql`union all select one.claim, one.article, one.ord from filing as one
    cross join filing as other where one.subject = ${one} and one.type = ${type} and one.claim in (${sql.join(claims)})
      and other.subject = ${other} and other.type = one.type and other.claim = one.claim and other.told = one.told
      and other.article = one.article and other.ord = one.ord`;
}

/** `Facts.claims` of the port. */
export async function claims(db: Db, subject: Subject, type: StatementType, page: ClaimPage): Promise<ClaimRow[]> {
  const heads = subject.kind === 'pair' ? await pairHeads(db, subject, type, page) : await headsOf(db, subject, type, page);
  return withTellings(db, subject, type, heads, page.tellings ?? defaultTellings);
}

/** The claims of these heads, in their order, each with its first tellings filed under the subject. */
export async function withTellings(
  db: Db,
  subject: Subject,
  type: StatementType,
  heads: readonly Head[],
  tellings: number,
): Promise<ClaimRow[]> {
  if (heads.length === 0) return [];
  const said: { claim: number; article: number; said: string }[] = [];
  for (const piece of inPowers(heads.map((h) => h.claim))) {
    const rows = await sql<{ claim: number; article: number; said: string }>`
      with f as (${firstTold(subjectNumber(subject), type, piece, tellings)} ${alsoShared(subject, type, piece)}),
      placed as (select f.claim, f.article, f.ord,
        row_number() over (partition by f.claim order by article.since, article.until, article.id, f.ord) as place
        from f cross join article where article.n = f.article)
      select placed.claim, placed.article, coalesce(statement.standing, statement.json) as said
      from placed cross join statement
      where statement.article = placed.article and statement.ord = placed.ord and placed.place <= ${tellings}`.execute(db);
    said.push(...rows.rows);
  }
  return assemble(db, heads, said);
}

/** Groups tellings into claims in the order of the heads. Two claims whose numbers are equal by chance come out as two. */
async function assemble(
  db: Db,
  heads: readonly Head[],
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
  const isPair = subject.kind === 'pair';
  const rows = await db
    .selectFrom(isPair ? 'outline' : 'filing')
    .select((e) => ['type', (isPair ? e.fn.countAll<number>() : e.fn.count<number>('claim').distinct()).as('amount')])
    .where('subject', '=', subjectNumber(subject))
    .groupBy('type')
    .execute();
  const shared = isPair ? (await sharedHeads(db, subject, allTypes)).filter((head) => !head.own) : [];
  const counts = byType(rows);
  for (const { type } of shared) counts[type]++;
  return counts;
}

/** `Facts.newestContact` of the port. Statements about many countries at once do not count as a contact of two. */
export async function newestContact(db: Db, pair: Subject): Promise<string | null> {
  const row = await db
    .selectFrom('outline')
    .select('since')
    .where('subject', '=', subjectNumber(pair))
    .where('type', '=', 'event')
    .where('since', '<', undated)
    .where((e) =>
      e.exists(
        e
          .selectFrom('filing')
          .innerJoin('statement', (join) =>
            join.onRef('statement.article', '=', 'filing.article').onRef('statement.ord', '=', 'filing.ord'),
          )
          .select('filing.ord')
          .whereRef('filing.subject', '=', 'outline.subject')
          .whereRef('filing.type', '=', 'outline.type')
          .whereRef('filing.claim', '=', 'outline.claim')
          .where('statement.modality', '=', 'actual'),
      ),
    )
    .orderBy('since', 'desc')
    .orderBy('until', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? dayText(Number(row.since)) : null;
}
