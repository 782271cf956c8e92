import { sql } from 'kysely';
import type { StatementType } from '../../model/statement.js';
import { type Subject, subjectNumber } from '../../record/subjects.js';
import type { ClaimRow, Cut, Part, ToldFilter } from '../port.js';
import { firstInTime, headColumns, headOf, outlinesOf, type Placed, withTellings } from './claims.js';
import { named, statementsLike, storiesLike } from './listings.js';
import { dayNumber, latestFirst, type Place, partOf, placeIn } from './place.js';
import { undated } from './rows.js';
import type { Db } from './tables.js';

type ClaimFilter = Omit<ToldFilter, 'pair' | 'types'>;

/** `Listings.claimsWhere` of the port: the outlines of the pair from the latest on. */
export async function claimsWhere(
  db: Db,
  pair: Subject,
  type: StatementType,
  filter: ClaimFilter,
  { limit, after, tellings = 20 }: Cut & { tellings?: number },
): Promise<Part<ClaimRow>> {
  const { since, until, ...more } = filter;
  const isSifted = Object.values(more).some((value) => value !== undefined);
  const place = placeIn(after);
  const columns = { since: 'o.since', until: 'o.until', key: 'o.claim', ord: '(0 + 0)' };
  const lists: Placed[][] = [];
  let total = 0;
  for (const outline of outlinesOf(db, pair, subjectNumber(pair))) {
    let found = outline.where('o.type', '=', type);
    if (since !== undefined) found = found.where('o.until', '>=', dayNumber(since)).where('o.since', '<', undated);
    if (until !== undefined) found = found.where('o.since', '<=', dayNumber(until));
    if (isSifted) found = found.where(toldLike(filter, type));
    else total += Number((await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total);
    const rows = await latestFirst(columns, place, limit + 1, (condition, order, most) =>
      found.where(condition).select(headOf).orderBy(order).limit(most).execute(),
    );
    lists.push(headColumns(type, rows));
  }
  const heads = firstInTime(true, lists, limit + 1);
  const placeOf = ({ since: s, until: u, claim }: Placed): Place => ({ since: s, until: u, key: claim, ord: 0 });
  return partOf(heads, limit, isSifted ? null : total, placeOf, await withTellings(db, heads.slice(0, limit), tellings));
}

/** That one telling at least of a claim is as the filter says. */
function toldLike(filter: ClaimFilter, type: StatementType) {
  return sql<boolean>`exists (
    select 1 from filing as f join article on article.n = f.article
    join statement on statement.article = f.article and statement.ord = f.ord
    where f.subject = o.subject and f.type = o.type and f.claim = o.claim
    and ${storiesLike(filter)} and ${statementsLike({ ...filter, types: [type] })}${filter.people ? sql` and ${named(filter.people)}` : sql``})`;
}
