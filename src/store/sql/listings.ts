import { sql } from 'kysely';
import { kinds } from '../../model/kinds/registry.js';
import type { Statement, StatementType } from '../../model/statement.js';
import { multilateralSubject, type Subject, subjectNumber } from '../../record/subjects.js';
import type { Told } from '../../record/told.js';
import type { Cut, Part, ToldFilter } from '../port.js';
import { articlesByNumber } from './articles.js';
import { byType, filedUnder } from './claims.js';
import { dayNumber, latestFirst, nextAfter, type Place, partOf, placeIn } from './place.js';
import { undated } from './rows.js';
import { storiesFrom } from './stories.js';
import { type Db, noClaim } from './tables.js';

const allTypes = Object.keys(kinds) as StatementType[];

/** A statement's row, and where it stands in its listing. */
interface Key {
  since: number;
  until: number;
  article: number;
  ord: number;
  id: string;
}

const placeOf = ({ since, until, id, ord }: Key): Place => ({ since: Number(since), until: Number(until), key: id, ord: Number(ord) });

/** What the rows of statements must be like. */
export function statementsLike({ types, kind, modality, undecidedUpTo }: ToldFilter) {
  const conditions = [sql<boolean>`statement.claim <> ${sql.lit(noClaim)}`];
  if (types) conditions.push(sql<boolean>`statement.type in (${sql.join(types.length > 0 ? types : [''])})`);
  if (modality) conditions.push(sql<boolean>`statement.modality in (${sql.join(modality.length > 0 ? modality : [''])})`);
  if (kind !== undefined) conditions.push(sql<boolean>`json_extract(coalesce(statement.standing, statement.json), '$.kind') = ${kind}`);
  if (undecidedUpTo !== undefined)
    conditions.push(
      sql<boolean>`statement.status = 'open' and cast(json_extract(statement.json, '$.confidence') as double precision) <= ${undecidedUpTo}`,
    );
  return sql.join<boolean>(conditions, sql` and `);
}

/** What the stories of statements must be like. */
export function storiesLike({ source, toldSince, toldUntil }: ToldFilter) {
  const conditions = [sql<boolean>`article.current = 1`];
  if (source !== undefined) conditions.push(storiesFrom(source));
  if (toldSince !== undefined)
    conditions.push(sql<boolean>`article.until >= ${dayNumber(toldSince)} and article.since < ${sql.lit(undated)}`);
  if (toldUntil !== undefined) conditions.push(sql<boolean>`article.since <= ${dayNumber(toldUntil)}`);
  return sql.join<boolean>(conditions, sql` and `);
}

/** Numbers of people as subjects. */
export const numbersOf = (people: readonly Subject[]): number[] => (people.length > 0 ? people.map(subjectNumber) : [0]);

/** `Listings.toldWhere` of the port. */
export function toldWhere(db: Db, filter: ToldFilter, cut: Cut): Promise<Part<Told>> {
  return filter.pair || filter.people ? toldOfSubjects(db, filter, cut) : toldOfAll(db, filter, cut);
}

/** So many stories, or filed statements, are looked through for one part; it may then be short. */
const mostLooked = 10_000;
const storiesAtOnce = 200;

/** Story by story from the newest on. */
async function toldOfAll(db: Db, filter: ToldFilter, { limit, after }: Cut): Promise<Part<Told>> {
  const keys: Key[] = [];
  let place = placeIn(after);
  const columns = { since: 'article.since', until: 'article.until', key: 'article.id', ord: '(0 + 0)' };
  let isAtEnd = false;
  for (let looked = 0; looked < mostLooked && keys.length <= limit && !isAtEnd; looked += storiesAtOnce) {
    // the story of the place itself may have more to say
    const from: Place | undefined = place && { ...place, ord: -1 };
    const articles = await latestFirst(columns, from, storiesAtOnce, (condition, order, most) =>
      db
        .selectFrom('article')
        .select(['article.n', 'article.id', 'article.since', 'article.until'])
        .where(storiesLike(filter))
        .where(condition)
        .orderBy(order)
        .limit(most)
        .execute(),
    );
    isAtEnd = articles.length < storiesAtOnce;
    const numbers = articles.map((row) => Number(row.n));
    const rows =
      numbers.length === 0
        ? []
        : await db
            .selectFrom('statement')
            .select(['article', 'ord'])
            .where('article', 'in', numbers)
            .where(statementsLike(filter))
            .orderBy('article')
            .orderBy('ord')
            .execute();
    const byArticle = new Map<number, number[]>();
    for (const row of rows) byArticle.set(Number(row.article), [...(byArticle.get(Number(row.article)) ?? []), Number(row.ord)]);
    for (const { n, id, since, until } of articles)
      for (const ord of byArticle.get(Number(n)) ?? [])
        if (!place || id !== place.key || ord > place.ord)
          keys.push({ since: Number(since), until: Number(until), article: Number(n), ord, id });
    const last = articles.at(-1);
    if (last) place = { since: Number(last.since), until: Number(last.until), key: last.id, ord: Number.MAX_SAFE_INTEGER };
  }
  const part = partOf(keys, limit, await totalOf(db, filter), placeOf, await said(db, keys.slice(0, limit)));
  return part.next === null && !isAtEnd && place ? { ...part, next: nextAfter(place) } : part;
}

/** How many there are, where that is counted anyway. */
async function totalOf(db: Db, { types = allTypes, ...more }: ToldFilter): Promise<number | null> {
  if (Object.values(more).some((value) => value !== undefined)) return null;
  const amounts = byType(
    (await db.selectFrom('tally').selectAll().where('what', '=', 'statements').execute()) as { type: StatementType; amount: number }[],
  );
  return types.reduce((sum, type) => sum + amounts[type], 0);
}

/** Statements about a pair or people by their time, out of what is filed. */
async function toldOfSubjects(db: Db, filter: ToldFilter, { limit, after }: Cut): Promise<Part<Told>> {
  const { pair, people, types = allTypes, since, until, kind, modality, undecidedUpTo } = filter;
  const filed = pair
    ? filedUnder(db, pair, types)
    : db
        .selectFrom('filing')
        .select(['type', 'since', 'until', 'article', 'ord', 'claim'])
        .distinct()
        .where('subject', 'in', numbersOf(people ?? []))
        .where('type', 'in', types);
  let all = db
    .with('f', () => filed)
    .selectFrom('f')
    .innerJoin('article', 'article.n', 'f.article')
    .where(storiesLike(filter));
  if (since !== undefined) all = all.where('f.until', '>=', dayNumber(since)).where('f.since', '<', undated);
  if (until !== undefined) all = all.where('f.since', '<=', dayNumber(until));
  if (pair && people) all = all.where(named(people));
  const isSifted = kind !== undefined || modality !== undefined || undecidedUpTo !== undefined;
  const counted = isSifted ? null : await all.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const columns = { since: 'f.since', until: 'f.until', key: 'article.id', ord: 'f.ord' };
  const found = await latestFirst(columns, placeIn(after), isSifted ? mostLooked : limit + 1, (condition, order, most) =>
    all.where(condition).select(['f.since', 'f.until', 'f.article', 'f.ord', 'article.id']).orderBy(order).limit(most).execute(),
  );
  const keys = isSifted ? await sifted(db, found, filter, limit + 1) : found;
  const part = partOf(keys, limit, counted && Number(counted.total), placeOf, await said(db, keys.slice(0, limit)));
  const last = found.at(-1);
  return isSifted && part.next === null && found.length === mostLooked && last ? { ...part, next: nextAfter(placeOf(last)) } : part;
}

/** Those of people's statements among what is filed of a pair. */
export function named(people: readonly Subject[]) {
  return sql<boolean>`exists (select 1 from filing as who where who.subject in (${sql.join(numbersOf(people))})
    and who.type = f.type and who.claim = f.claim and who.article = f.article and who.ord = f.ord)`;
}

const siftedAtOnce = 500;

/** The first of these rows that are as the filter says. */
async function sifted(db: Db, keys: readonly Key[], filter: ToldFilter, wanted: number): Promise<Key[]> {
  const found: Key[] = [];
  for (let at = 0; at < keys.length && found.length < wanted; at += siftedAtOnce) {
    const piece = keys.slice(at, at + siftedAtOnce);
    const { rows } = await sql<{ place: number }>`
      select wanted.key as place from json_each(cast(${JSON.stringify(piece.map((key) => [key.article, key.ord]))} as text)) as wanted
      join statement on statement.article = cast(json_extract(wanted.value, '$[0]') as bigint) and statement.ord = cast(json_extract(wanted.value, '$[1]') as integer)
      where ${statementsLike(filter)}`.execute(db);
    const fitting = new Set(rows.map((row) => Number(row.place)));
    found.push(...piece.filter((_, i) => fitting.has(i)));
  }
  return found.slice(0, wanted);
}

/** The statements in these rows, in their order. */
async function said(db: Db, rows: readonly { article: number; ord: number }[]): Promise<Told[]> {
  const articles = await articlesByNumber(db, [...new Set(rows.map((row) => row.article))]);
  const { rows: found } = await sql<{ place: number; said: string }>`
    select wanted.key as place, coalesce(statement.standing, statement.json) as said
    from json_each(cast(${JSON.stringify(rows.map((row) => [row.article, row.ord]))} as text)) as wanted
    join statement on statement.article = cast(json_extract(wanted.value, '$[0]') as bigint) and statement.ord = cast(json_extract(wanted.value, '$[1]') as integer)`.execute(
    db,
  );
  const texts = new Map(found.map((row) => [Number(row.place), row.said]));
  return rows.flatMap(({ article }, at) => {
    const [text, story] = [texts.get(at), articles.get(article)];
    return text === undefined || story === undefined ? [] : [{ statement: JSON.parse(text) as Statement, article: story }];
  });
}

/**
 * Numbers of the rows of findings whose first place shares a character with a statement filed under the pair. A place is an article's id, a colon and
 * nine digits (`placeOf`): SQLite finds the places of an article by their range, PostgreSQL joins by the id.
 */
export async function findingsAbout(db: Db, pair: Subject): Promise<number[]> {
  const isFiled = (subject: Subject) => sql<boolean>`exists (select 1 from filing where filing.subject = ${subjectNumber(subject)}
    and filing.type = statement.type and filing.claim = statement.claim
    and filing.article = statement.article and filing.ord = statement.ord)`;
  const [one, other] = pair.countries.map(multilateralSubject);
  const { rows } = await sql<{ n: number }>`
    with stories as (select distinct article from (${filedUnder(db, pair, allTypes)}) as f)
    select distinct finding.n from stories cross join article cross join finding cross join statement
    where article.n = stories.article and finding.place >= article.id || ':' and finding.place < article.id || ';'
    and article.id = substr(finding.place, 1, length(finding.place) - 10)
    and statement.article = stories.article
    and cast(json_extract(statement.json, '$.start') as integer) < cast(json_extract(finding.json, '$.evidence[0].end') as integer)
    and cast(json_extract(statement.json, '$.end') as integer) > cast(json_extract(finding.json, '$.evidence[0].start') as integer)
    and (${isFiled(pair)} or (${isFiled(one!)} and ${isFiled(other!)}))`.execute(db);
  return rows.map((row) => Number(row.n));
}
