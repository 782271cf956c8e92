import { sql } from 'kysely';
import { kinds } from '../../model/kinds/registry.js';
import type { Statement, StatementType } from '../../model/statement.js';
import { type Subject, subjectNumber } from '../../record/subjects.js';
import type { Told } from '../../record/told.js';
import type { ClaimRow, Cut, Part, ToldFilter } from '../port.js';
import { articlesByNumber } from './articles.js';
import { filedUnder, headColumns, inTime, type Placed, sharedHeads, withTellings } from './claims.js';
import { behind, dayNumber, latestFirst, type Place, partOf, placeIn } from './place.js';
import { undated } from './rows.js';
import { isFrom } from './stories.js';
import { type Db, noClaim } from './tables.js';

const allTypes = Object.keys(kinds) as StatementType[];

/** Statements with the time under which they are listed. */
function listed(db: Db, { pair, people, types = allTypes }: ToldFilter) {
  if (pair) return filedUnder(db, pair, types);
  if (people)
    return db
      .selectFrom('filing')
      .select(['type', 'since', 'until', 'article', 'ord', 'claim'])
      .distinct()
      .where('subject', 'in', people.length > 0 ? people.map(subjectNumber) : [0]);
  return db
    .selectFrom('article')
    .innerJoin('statement', 'statement.article', 'article.n')
    .select(['statement.type', 'article.since', 'article.until', 'statement.article', 'statement.ord', 'statement.claim'])
    .where('article.current', '=', 1)
    .where('statement.claim', '<>', noClaim);
}

/** What the filter leaves of them. */
function narrowed(db: Db, filter: ToldFilter) {
  const { pair, people, types, kind, modality, source, since, until, toldSince, toldUntil } = filter;
  let query = db
    .with('f', () => listed(db, filter))
    .selectFrom('f')
    .innerJoin('article', 'article.n', 'f.article');
  if (types) query = query.where('f.type', 'in', types.length > 0 ? [...types] : ['' as StatementType]);
  if (since !== undefined) query = query.where('f.until', '>=', dayNumber(since)).where('f.since', '<', undated);
  if (until !== undefined) query = query.where('f.since', '<=', dayNumber(until));
  if (toldSince !== undefined) query = query.where('article.until', '>=', dayNumber(toldSince)).where('article.since', '<', undated);
  if (toldUntil !== undefined) query = query.where('article.since', '<=', dayNumber(toldUntil));
  if (source !== undefined) query = query.where(isFrom(source));
  if (kind !== undefined || modality)
    query = query.where((e) => {
      let said = e
        .selectFrom('statement')
        .select('statement.ord')
        .whereRef('statement.article', '=', 'f.article')
        .whereRef('statement.ord', '=', 'f.ord');
      if (modality) said = said.where('statement.modality', 'in', modality.length > 0 ? [...modality] : ['']);
      if (kind !== undefined)
        said = said.where(sql<boolean>`json_extract(coalesce(statement.standing, statement.json), '$.kind') = ${kind}`);
      return e.exists(said);
    });
  if (pair && people)
    query = query.where((e) =>
      e.exists(
        e
          .selectFrom('filing as who')
          .select('who.ord')
          .where('who.subject', 'in', people.length > 0 ? people.map(subjectNumber) : [0])
          .whereRef('who.type', '=', 'f.type')
          .whereRef('who.claim', '=', 'f.claim')
          .whereRef('who.article', '=', 'f.article')
          .whereRef('who.ord', '=', 'f.ord'),
      ),
    );
  return query;
}

const single = { since: 'f.since', until: 'f.until', key: 'article.id', ord: 'f.ord' };

/** `Listings.toldWhere` of the port. */
export async function toldWhere(db: Db, filter: ToldFilter, { limit, after }: Cut): Promise<Part<Told>> {
  const all = narrowed(db, filter);
  const { total } = await all.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const place = placeIn(after);
  const keys = await (place ? all.where(behind(single, place)) : all)
    .select(['f.since', 'f.until', 'f.article', 'f.ord', 'article.id'])
    .orderBy(latestFirst(single))
    .limit(limit + 1)
    .execute();
  const shown = keys.slice(0, limit).map((row) => ({ article: Number(row.article), ord: Number(row.ord) }));
  const placeOf = (row: (typeof keys)[number]): Place => ({
    since: Number(row.since),
    until: Number(row.until),
    key: row.id,
    ord: Number(row.ord),
  });
  return partOf(keys, limit, Number(total), placeOf, await said(db, shown));
}

/** The statements in these rows, in their order. */
async function said(db: Db, rows: readonly { article: number; ord: number }[]): Promise<Told[]> {
  const articles = await articlesByNumber(db, [...new Set(rows.map((row) => row.article))]);
  const { rows: found } = await sql<{ place: number; said: string }>`
    select wanted.key as place, coalesce(statement.standing, statement.json) as said
    from json_each(${JSON.stringify(rows.map((row) => [row.article, row.ord]))}) as wanted
    join statement on statement.article = json_extract(wanted.value, '$[0]') and statement.ord = json_extract(wanted.value, '$[1]')`.execute(
    db,
  );
  const texts = new Map(found.map((row) => [Number(row.place), row.said]));
  return rows.flatMap(({ article }, at) => {
    const [text, story] = [texts.get(at), articles.get(article)];
    return text === undefined || story === undefined ? [] : [{ statement: JSON.parse(text) as Statement, article: story }];
  });
}

/** So many doubtful statements are counted. */
const mostCounted = 10_000;

/** `Listings.doubtful` of the port. */
export async function doubtful(db: Db, confidence: number, pair: Subject | undefined, { limit, after }: Cut): Promise<Part<Told>> {
  const sure = sql<number>`json_extract(statement.json, '$.confidence')`;
  let all = db
    .selectFrom('statement')
    .innerJoin('article', 'article.n', 'statement.article')
    .where('statement.status', '=', sql.lit('open'))
    .where(sql<boolean>`${sure} <= ${confidence}`)
    .where('article.current', '=', 1);
  if (pair)
    all = all.where((e) =>
      e.exists(
        e
          .selectFrom('filing')
          .select('filing.ord')
          .where('filing.subject', '=', subjectNumber(pair))
          .whereRef('filing.type', '=', 'statement.type')
          .whereRef('filing.article', '=', 'statement.article')
          .whereRef('filing.ord', '=', 'statement.ord'),
      ),
    );
  const counted = await db
    .selectFrom(all.select('statement.ord').limit(mostCounted).as('some'))
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const order = { since: 'article.since', until: 'article.until', key: 'article.id', ord: 'statement.ord' };
  const place = after === undefined ? undefined : /^([\d.]{1,10}) (.*)$/s.exec(after);
  const [from, inside] = place ? [Number(place[1]), placeIn(place[2])] : [];
  if (from !== undefined && inside) all = all.where(sql<boolean>`(${sure} > ${from} or (${sure} = ${from} and ${behind(order, inside)}))`);
  const rows = await all
    .select(['article.since', 'article.until', 'article.id', 'statement.article', 'statement.ord', sure.as('sure')])
    .orderBy(sure)
    .orderBy(latestFirst(order))
    .limit(limit + 1)
    .execute();
  const placeOf = (row: (typeof rows)[number]): Place => ({
    ...{ since: Number(row.since), until: Number(row.until), key: row.id, ord: Number(row.ord) },
  });
  const shown = rows.slice(0, limit).map((row) => ({ article: Number(row.article), ord: Number(row.ord) }));
  const part = partOf(rows, limit, Number(counted.total), placeOf, await said(db, shown));
  return { ...part, next: part.next && `${rows[limit - 1]!.sure} ${part.next}` };
}

const grouped = { since: 'since', until: 'until', key: 'claim', ord: '(0 + 0)' };

type ClaimFilter = Omit<ToldFilter, 'pair' | 'types'>;
type HeadPart = { heads: Placed[]; total: number };

/** `Listings.claimsWhere` of the port. */
export async function claimsWhere(
  db: Db,
  pair: Subject,
  type: StatementType,
  filter: ClaimFilter,
  { limit, after, tellings = 20 }: Cut & { tellings?: number },
): Promise<Part<ClaimRow>> {
  const { since: _, until: __, ...more } = filter;
  const isOutlined = Object.values(more).every((value) => value === undefined);
  const place = placeIn(after);
  const { heads, total } = await (isOutlined
    ? headsInTime(db, pair, type, filter, limit, place)
    : headsWhere(db, pair, type, filter, limit, place));
  const placeOf = ({ since, until, claim }: Placed): Place => ({ since, until, key: claim, ord: 0 });
  return partOf(heads, limit, total, placeOf, await withTellings(db, pair, type, heads.slice(0, limit), tellings));
}

/** Heads by time alone, out of the pair's outline and what is filed of many countries. */
async function headsInTime(
  db: Db,
  pair: Subject,
  type: StatementType,
  { since, until }: ClaimFilter,
  limit: number,
  place: Place | undefined,
): Promise<HeadPart> {
  const [from, to] = [since === undefined ? -Infinity : dayNumber(since), until === undefined ? Infinity : dayNumber(until)];
  const fits = (head: Placed): boolean => head.until >= from && head.since <= to && (since === undefined || head.since < undated);
  const shared = (await sharedHeads(db, pair, [type])).filter(fits);
  const known = new Set(shared.map((head) => head.claim));
  let own = db.selectFrom('outline').where('subject', '=', subjectNumber(pair)).where('type', '=', type);
  if (since !== undefined) own = own.where('until', '>=', from).where('since', '<', undated);
  if (until !== undefined) own = own.where('since', '<=', to);
  const counted = await own.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await (place ? own.where(behind(grouped, place)) : own)
    .select(['claim', 'tellings', 'since', 'until'])
    .orderBy(latestFirst(grouped))
    .limit(limit + 1 + known.size)
    .execute();
  const inOrder = inTime(true);
  const at = place && { claim: Number(place.key), since: place.since, until: place.until, tellings: 0 };
  const all = [...headColumns(rows).filter((head) => !known.has(head.claim)), ...shared.filter((head) => !at || inOrder(at, head) < 0)];
  const total = Number(counted.total) + shared.filter((head) => !head.own).length;
  return { heads: all.sort(inOrder).slice(0, limit + 1), total };
}

/** Heads of claims of which one telling at least is as the filter says. */
async function headsWhere(
  db: Db,
  pair: Subject,
  type: StatementType,
  filter: ClaimFilter,
  limit: number,
  place: Place | undefined,
): Promise<HeadPart> {
  const heads = db
    .with('head', () =>
      narrowed(db, { ...filter, pair, types: [type] })
        .select((e) => [
          'f.claim',
          e.fn.min<number>('f.since').as('since'),
          e.fn.min<number>('f.until').as('until'),
          e.fn.countAll<number>().as('tellings'),
        ])
        .groupBy('f.claim'),
    )
    .selectFrom('head');
  const counted = await heads.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await (place ? heads.where(behind(grouped, place)) : heads)
    .select(['claim', 'since', 'until', 'tellings'])
    .orderBy(latestFirst(grouped))
    .limit(limit + 1)
    .execute();
  return { heads: headColumns(rows), total: Number(counted.total) };
}

/** Rows of findings whose first place shares a character with a statement filed under the pair. */
export function findingsAbout(db: Db, pair: Subject) {
  return db
    .with('f', () => filedUnder(db, pair, allTypes))
    .selectFrom('f')
    .innerJoin('article', 'article.n', 'f.article')
    .innerJoin('finding', (join) => join.on(sql<boolean>`finding.place >= article.id || ':' and finding.place < article.id || ';'`))
    .innerJoin('statement', (join) => join.onRef('statement.article', '=', 'f.article').onRef('statement.ord', '=', 'f.ord'))
    .select('finding.n')
    .where(sql<boolean>`json_extract(statement.json, '$.start') < json_extract(finding.json, '$.evidence[0].end')`)
    .where(sql<boolean>`json_extract(statement.json, '$.end') > json_extract(finding.json, '$.evidence[0].start')`);
}
