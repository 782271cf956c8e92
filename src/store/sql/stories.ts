import { sql } from 'kysely';
import type { Article } from '../../model/article.js';
import { subjectNumber } from '../../record/subjects.js';
import type { Coverage, Cut, Part, StoryFilter } from '../port.js';
import { dayNumber, latestFirst, partOf, placeIn } from './place.js';
import { articleOf, dayText, undated } from './rows.js';
import type { Db } from './tables.js';

const columns = { since: 'article.since', until: 'article.until', key: 'article.id', ord: '(0 + 0)' };

/** Rows of stories that come from a place or an agency of that name. */
export function storiesFrom(source: string) {
  return sql<boolean>`article.n in (select n from article where current = 1 and json_extract(json, '$.agency') = ${source}
    union select article from revision where source = ${source})`;
}

/** `Listings.stories` of the port. */
export async function stories(db: Db, filter: StoryFilter, { limit, after }: Cut): Promise<Part<Article>> {
  const { subject, source, language, since, until } = filter;
  let found = db.selectFrom('article').where('article.current', '=', 1);
  if (subject)
    found = found.where('article.n', 'in', (e) =>
      e.selectFrom('filing').select('filing.article').where('filing.subject', '=', subjectNumber(subject)),
    );
  if (source !== undefined) found = found.where(storiesFrom(source));
  if (language !== undefined) found = found.where(sql<boolean>`json_extract(article.json, '$.language') = ${language}`);
  if (since !== undefined) found = found.where('article.until', '>=', dayNumber(since)).where('article.since', '<', undated);
  if (until !== undefined) found = found.where('article.since', '<=', dayNumber(until));
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await latestFirst(columns, placeIn(after), limit + 1, (condition, order, most) =>
    found
      .where(condition)
      .select(['article.id', 'article.since', 'article.until', 'article.json', 'article.source'])
      .orderBy(order)
      .limit(most)
      .execute(),
  );
  const placeOf = (row: (typeof rows)[number]) => ({ since: Number(row.since), until: Number(row.until), key: row.id, ord: 0 });
  return partOf(rows, limit, Number(total), placeOf, rows.slice(0, limit).map(articleOf));
}

/** `Articles.coverage` of the port. */
export async function coverage(db: Db): Promise<Coverage> {
  const by = async (field: 'agency' | 'language') => {
    const rows = await db.selectFrom('tally').selectAll().where('what', '=', field).where('amount', '>', 0).execute();
    return rows
      .map(({ type, amount }) => ({ name: type === '' ? null : type, articles: Number(amount) }))
      .sort((a, b) => b.articles - a.articles || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
  };
  const day = async (direction: 'asc' | 'desc'): Promise<string | null> => {
    const row = await db
      .selectFrom('article')
      .select('since')
      .where('current', '=', 1)
      .where('since', '<', undated)
      .orderBy('since', direction)
      .limit(1)
      .executeTakeFirst();
    return row ? dayText(Number(row.since)) : null;
  };
  return { agencies: await by('agency'), languages: await by('language'), first: await day('asc'), last: await day('desc') };
}
