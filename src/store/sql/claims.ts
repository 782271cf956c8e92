import { sql } from 'kysely';
import { kinds } from '../../model/kinds/registry.js';
import type { Statement, StatementType } from '../../model/statement.js';
import { shortNumber } from '../../record/canonical.js';
import { claimsOf } from '../../record/claims.js';
import { multilateralSubject, type Subject, subjectNumber } from '../../record/subjects.js';
import { compareTold, type Told } from '../../record/told.js';
import type { ClaimPage, ClaimRow } from '../port.js';
import { articlesByNumber } from './articles.js';
import { dayText, undated } from './rows.js';
import type { Db } from './tables.js';

const defaultTellings = 20;

/**
 * What is filed of these types under a subject. For a pair also what is filed under both its countries as statements about many: these are not
 * filed under each pair, of which there are too many.
 */
export function filedUnder(db: Db, subject: Subject, types: readonly StatementType[]) {
  const columns = ['type', 'since', 'until', 'article', 'ord', 'claim'] as const;
  const own = db.selectFrom('filing').select(columns).where('subject', '=', subjectNumber(subject)).where('type', 'in', types);
  if (subject.kind !== 'pair') return own;
  const [a, b] = subject.countries.map((code) => subjectNumber(multilateralSubject(code)));
  return own.unionAll(
    db
      .selectFrom('filing as one')
      .innerJoin('filing as other', (join) =>
        join
          .onRef('other.type', '=', 'one.type')
          .onRef('other.since', '=', 'one.since')
          .onRef('other.until', '=', 'one.until')
          .onRef('other.article', '=', 'one.article')
          .onRef('other.ord', '=', 'one.ord')
          .on('other.subject', '=', b!),
      )
      .select(['one.type', 'one.since', 'one.until', 'one.article', 'one.ord', 'one.claim'])
      .where('one.subject', '=', a!)
      .where('one.type', 'in', types),
  );
}

interface Head {
  claim: number;
  tellings: number;
}

/** `Facts.claims` of the port. */
export async function claims(db: Db, subject: Subject, type: StatementType, page: ClaimPage): Promise<ClaimRow[]> {
  const direction = page.newestFirst ? 'desc' : 'asc';
  const rows = await db
    .with('f', () => filedUnder(db, subject, [type]))
    .selectFrom('f')
    .select((e) => ['claim', e.fn.countAll<number>().as('tellings')])
    .groupBy('claim')
    .orderBy((e) => sql`case when ${e.fn.min('since')} >= ${undated} then 1 else 0 end`)
    .orderBy((e) => e.fn.min('since'), direction)
    .orderBy((e) => e.fn.min('until'), direction)
    .orderBy('claim')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  const heads = rows.map((row) => ({ claim: Number(row.claim), tellings: Number(row.tellings) }));
  if (heads.length === 0) return [];
  const told = await db
    .with('f', () => filedUnder(db, subject, [type]))
    .with('placed', (w) =>
      w
        .selectFrom('f')
        .innerJoin('article', 'article.n', 'f.article')
        .select(['f.claim', 'f.article', 'f.ord'])
        .select(sql<number>`row_number() over (partition by f.claim order by article.since, article.until, article.id, f.ord)`.as('place'))
        .where(
          'f.claim',
          'in',
          heads.map((h) => h.claim),
        ),
    )
    .selectFrom('placed')
    .innerJoin('statement', (join) => join.onRef('statement.article', '=', 'placed.article').onRef('statement.ord', '=', 'placed.ord'))
    .select(['placed.claim', 'placed.article', sql<string>`coalesce(statement.standing, statement.json)`.as('said')])
    .where('placed.place', '<=', page.tellings ?? defaultTellings)
    .execute();
  return assemble(db, heads, told);
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
  const types = Object.keys(kinds) as StatementType[];
  return Object.fromEntries(types.map((type) => [type, amounts.get(type) ?? 0])) as Record<StatementType, number>;
}

/** `Facts.claimCounts` of the port. */
export async function claimCounts(db: Db, subject: Subject): Promise<Record<StatementType, number>> {
  const rows = await db
    .with('f', () => filedUnder(db, subject, Object.keys(kinds) as StatementType[]))
    .selectFrom('f')
    .select((e) => ['type', e.fn.count<number>('claim').distinct().as('amount')])
    .groupBy('type')
    .execute();
  return byType(rows);
}

/** `Facts.newestContact` of the port. Statements about many countries at once do not count as a contact of two. */
export async function newestContact(db: Db, pair: Subject): Promise<string | null> {
  const row = await db
    .selectFrom('filing')
    .innerJoin('statement', (join) => join.onRef('statement.article', '=', 'filing.article').onRef('statement.ord', '=', 'filing.ord'))
    .select('filing.since')
    .where('filing.subject', '=', subjectNumber(pair))
    .where('filing.type', '=', 'event')
    .where('filing.since', '<', undated)
    .where('statement.modality', '=', 'actual')
    .orderBy('filing.since', 'desc')
    .orderBy('filing.until', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? dayText(Number(row.since)) : null;
}
