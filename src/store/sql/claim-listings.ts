import { sql } from 'kysely';
import type { StatementType } from '../../model/statement.js';
import { type Subject, subjectNumber } from '../../record/subjects.js';
import type { ClaimRow, Cut, Part, ToldFilter } from '../port.js';
import { filedUnder, headColumns, inTime, type Placed, sharedHeads, withTellings } from './claims.js';
import { named, statementsLike, storiesLike } from './listings.js';
import { dayNumber, latestFirst, type Place, partOf, placeIn } from './place.js';
import { undated } from './rows.js';
import type { Db } from './tables.js';

type ClaimFilter = Omit<ToldFilter, 'pair' | 'types'>;

/** `Listings.claimsWhere` of the port: the pair's outline from the latest on, and among them what is filed of many countries. */
export async function claimsWhere(
  db: Db,
  pair: Subject,
  type: StatementType,
  filter: ClaimFilter,
  { limit, after, tellings = 20 }: Cut & { tellings?: number },
): Promise<Part<ClaimRow>> {
  const { since, until, ...more } = filter;
  const isSifted = Object.values(more).some((value) => value !== undefined);
  const [from, to] = [since === undefined ? -Infinity : dayNumber(since), until === undefined ? Infinity : dayNumber(until)];
  const inTimeAsked = (head: Placed): boolean => head.until >= from && head.since <= to && (since === undefined || head.since < undated);
  const many = (await sharedHeads(db, pair, [type])).filter(inTimeAsked);
  const known = new Set(many.map((head) => head.claim));
  const shared = isSifted && many.length > 0 ? await fitting(db, pair, type, filter, many) : many;

  let own = db.selectFrom('outline').where('outline.subject', '=', subjectNumber(pair)).where('outline.type', '=', type);
  if (since !== undefined) own = own.where('outline.until', '>=', from).where('outline.since', '<', undated);
  if (until !== undefined) own = own.where('outline.since', '<=', to);
  const counted = isSifted ? null : await own.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  if (isSifted)
    own = own.where(sql<boolean>`exists (
      select 1 from filing as f join article on article.n = f.article
      join statement on statement.article = f.article and statement.ord = f.ord
      where f.subject = outline.subject and f.type = outline.type and f.claim = outline.claim
      and ${storiesLike(filter)} and ${statementsLike({ ...filter, types: [type] })}${filter.people ? sql` and ${named(filter.people)}` : sql``})`);

  const place = placeIn(after);
  const columns = { since: 'outline.since', until: 'outline.until', key: 'outline.claim', ord: '(0 + 0)' };
  const rows = await latestFirst(columns, place, limit + 1 + known.size, (condition, order, most) =>
    own
      .where(condition)
      .select(['outline.claim', 'outline.tellings', 'outline.since', 'outline.until'])
      .orderBy(order)
      .limit(most)
      .execute(),
  );
  const order = inTime(true);
  const at = place && { claim: Number(place.key), since: place.since, until: place.until, tellings: 0 };
  const heads: Placed[] = [
    ...headColumns(rows).filter((head) => !known.has(head.claim)),
    ...shared.filter((head) => !at || order(at, head) < 0),
  ]
    .sort(order)
    .slice(0, limit + 1);
  const total = counted && Number(counted.total) + many.filter((head) => !head.own).length;
  const placeOf = ({ since: s, until: u, claim }: Placed): Place => ({ since: s, until: u, key: claim, ord: 0 });
  return partOf(heads, limit, total, placeOf, await withTellings(db, pair, type, heads.slice(0, limit), tellings));
}

/** Those of these claims of which one telling at least is as the filter says. */
async function fitting<H extends Placed>(
  db: Db,
  pair: Subject,
  type: StatementType,
  filter: ClaimFilter,
  heads: readonly H[],
): Promise<H[]> {
  const wanted = JSON.stringify(heads.map((head) => head.claim));
  let query = db
    .with('f', () => filedUnder(db, pair, [type]))
    .selectFrom('f')
    .innerJoin('article', 'article.n', 'f.article')
    .innerJoin('statement', (join) => join.onRef('statement.article', '=', 'f.article').onRef('statement.ord', '=', 'f.ord'))
    .select('f.claim')
    .distinct()
    .where(sql<boolean>`f.claim in (select cast(value as bigint) from json_each(cast(${wanted} as text)))`)
    .where(storiesLike(filter))
    .where(statementsLike({ ...filter, types: [type] }));
  if (filter.people) query = query.where(named(filter.people));
  const claims = new Set((await query.execute()).map((row) => Number(row.claim)));
  return heads.filter((head) => claims.has(head.claim));
}
