import { sql } from 'kysely';
import type { Article } from '../../model/article.js';
import type { Statement } from '../../model/statement.js';
import { digest, shortNumber } from '../../record/canonical.js';
import type { Told } from '../../record/told.js';
import { type Appearance, refsIn, toldBetween } from '../../resolve/appearances.js';
import { articlesByNumber } from './articles.js';
import { inPowers, insertRows } from './insert-rows.js';
import type { Filed } from './rows.js';
import type { SharedWrites } from './shared-writes.js';
import type { Db, Tables, Tx } from './tables.js';

/** The number under which the places of a name are kept. */
export function nameNumber(ref: string): number {
  return shortNumber(digest(ref));
}

const isWide = (ref: string): boolean => ref.startsWith('state/') || ref.startsWith('group/');

interface NameRows {
  mentions: Tables['mention'][];
  presences: Tables['presence'][];
}

/** Where each name stands; of states and groups, which half of all statements name, only how often and when. */
function rowsOf({ n, article, standing }: Filed): NameRows {
  const mentions = new Map<string, Tables['mention']>();
  const presences = new Map<string, Tables['presence']>();
  for (const { ord, statement } of standing) {
    const { first, last } = toldBetween({ statement, article });
    for (const { ref } of refsIn(statement)) {
      if (!isWide(ref)) {
        const name = nameNumber(ref);
        mentions.set(`${name} ${ord}`, { name, article: n, ord });
        continue;
      }
      const key = `${ref} ${first} ${last}`;
      const known = presences.get(key);
      if (known) known.statements++;
      else presences.set(key, { ref, first: first ?? '', last: last ?? '', statements: 1 });
    }
  }
  return { mentions: [...mentions.values()], presences: [...presences.values()] };
}

/** Notes where the names of stories stand. */
export async function fileNames(tx: Tx, all: readonly Filed[], shared: SharedWrites): Promise<void> {
  const rows = all.map(rowsOf);
  for (const { presences } of rows) for (const row of presences) shared.presence(row);
  await insertRows(
    tx,
    'mention',
    rows.flatMap(({ mentions }) => mentions),
  );
}

/** Takes back what `fileNames` has noted of a story. */
export async function unfileNames(tx: Tx, filed: Filed, shared: SharedWrites): Promise<void> {
  const { mentions, presences } = rowsOf(filed);
  for (const { name, article, ord } of mentions)
    await tx.deleteFrom('mention').where('name', '=', name).where('article', '=', article).where('ord', '=', ord).execute();
  for (const row of presences) shared.presence({ ...row, statements: -row.statements });
}

/** `Names.sayings` of the port. */
export async function sayings(db: Db, refs: readonly string[]): Promise<Told[]> {
  const rows: { article: number; ord: number; said: string }[] = [];
  for (const piece of inPowers([...new Set(refs.map(nameNumber))])) {
    const found = await db
      .selectFrom('mention')
      .innerJoin('statement', (join) => join.onRef('statement.article', '=', 'mention.article').onRef('statement.ord', '=', 'mention.ord'))
      .select(['mention.article', 'mention.ord', sql<string>`coalesce(statement.standing, statement.json)`.as('said')])
      .where('mention.name', 'in', piece)
      .execute();
    // a few names are in hundreds of thousands of statements: too many for one call of push
    for (const row of found) rows.push(row);
  }
  return toldOf(db, rows);
}

/** Rows of statements with their articles, each statement once. */
export async function toldOf(db: Db, rows: readonly { article: number; ord: number; said: string }[]): Promise<Told[]> {
  const unique = new Map(rows.map((row) => [`${row.article} ${row.ord}`, row]));
  const articles: ReadonlyMap<number, Article> = await articlesByNumber(db, [
    ...new Set([...unique.values()].map((row) => Number(row.article))),
  ]);
  return [...unique.values()].flatMap(({ article, said }) => {
    const of = articles.get(Number(article));
    return of ? [{ statement: JSON.parse(said) as Statement, article: of }] : [];
  });
}

/** `Names.presences` of the port. */
export async function presences(db: Db, refs: readonly string[]): Promise<Appearance[]> {
  const found: Appearance[] = [];
  for (const piece of inPowers([...new Set(refs.filter(isWide))])) {
    const rows = await sql<{ ref: string; first: string | null; last: string | null; statements: number }>`
      select ref, min(nullif(first, '')) as first, max(nullif(last, '')) as last, sum(statements) as statements
      from presence where ref in (${sql.join(piece)}) group by ref order by ref`.execute(db);
    for (const { ref, first, last, statements } of rows.rows) {
      const name = ref.slice(ref.indexOf('/') + 1);
      const type = ref.startsWith('state/') ? 'state' : 'group';
      const empty = { aliases: [], latin: [], offices: [], sightings: [] };
      found.push({ ref, type, name, countries: [name], ...empty, first, last, statements: Number(statements) });
    }
  }
  return found.sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
