import type { Article } from '../model/article.js';
import { apart } from '../model/sentence.js';
import type { Statement } from '../model/statement.js';
import type { Appearance } from '../resolve/appearances.js';
import { formKey } from '../resolve/names/spelling.js';
import type { Store, StoredArticle } from '../store/port.js';
import { locationOf } from './location.js';
import { questionOf } from './questions.js';
import { Undecided } from './undecided.js';
import { describe } from './wording.js';

/** One side of a decision about names. `ref` may be that of a single statement. */
export type NamedSide = Pick<Appearance, 'ref' | 'name' | 'sightings'>;

/** Two names out of what somebody typed: the id of a question, or two names or refs. Throws `Undecided`. */
export async function namePair(
  store: Store,
  said: readonly string[],
): Promise<{ sides: [NamedSide, NamedSide]; consequences: readonly string[] }> {
  const [one, other, ...more] = said;
  if (one === undefined || more.length > 0)
    throw new Undecided(apart`takes the id of a question, or two names (rapporteur questions lists them)`);
  if (other === undefined) {
    const question = await questionOf(store, one);
    if (!question) throw new Undecided(apart`${one}: there is no such open question (rapporteur questions lists them; or give two names)`);
    return { sides: [question.a, question.b], consequences: question.consequences };
  }
  return { sides: [await nameIn(store, one), await nameIn(store, other)], consequences: [] };
}

/** A name by its ref, or by any form that is one name's only. */
async function nameIn(store: Store, said: string): Promise<NamedSide> {
  const [byRef] = await store.names([said]);
  if (byRef) return byRef;
  const [, ref, statement] = /^(.+)#([0-9a-f]{8,})$/.exec(said) ?? [];
  if (ref !== undefined && statement !== undefined) return oneOf(store, ref, statement);
  const found = await store.entities({ form: said }, { limit: 50 });
  const names = await store.names(found.flatMap((entity) => entity.refs));
  const written = names.filter((n) => formKey(n.name) === formKey(said));
  const called = names.filter((n) => [n.name, ...n.aliases, ...n.latin].some((form) => formKey(form) === formKey(said)));
  const fitting = written.length > 0 ? written : called;
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length === 0) throw new Undecided(apart`${said}: nobody and nothing in the record is called that`);
  throw new Undecided(apart`${said}: that is several names; give one of ${fitting.map((n) => n.ref).join(', ')}`);
}

/** A name as one statement uses it. */
async function oneOf(store: Store, ref: string, id: string): Promise<NamedSide> {
  const [whole] = await store.names([ref]);
  const [told] = whole ? await store.statements(id, 1) : [];
  if (!whole || !told) throw new Undecided(apart`${ref}#${id}: there is no such name, or no such statement`);
  const { statement, article } = told;
  const { start, end, quote } = statement;
  const sighting = { article: article.id, date: article.published?.date ?? null, statement: statement.id, start, end, quote };
  return { ref: `${ref}#${statement.id}`, name: whole.name, sightings: [sighting] };
}

/** A statement that somebody means: as it stands, and as it was read. */
export interface NamedStatement {
  article: Article;
  statement: Statement;
  read: Statement;
}

/**
 * The statement with an id (or the only one whose id begins so), or the only one at `SOURCE:LINE` or `SOURCE:LINE:COLUMN`. `story`: the id of the
 * article that makes it, where several do in the same words. Throws `Undecided`.
 */
export async function oneStatement(store: Store, said: string, story?: string): Promise<NamedStatement> {
  const isId = /^[0-9a-f]{4,}$/i.test(said);
  const byId = !isId ? [] : story === undefined ? await store.statements(said.toLowerCase(), 20) : await statementsIn(store, said, story);
  const found = byId.length > 0 ? byId : await statementsAt(store, said);
  if (found.length === 0) throw new Undecided(apart`${said}: there is no such statement (give its id, or SOURCE:LINE as findings do)`);
  if (found.length > 1) {
    const list = found.map(({ statement }) => `${statement.id.slice(0, 12)} ${describe(statement)}`);
    throw new Undecided(apart`${said}: that is several statements; give the id of one: ${list.join('; ')}`);
  }
  const { article, statement } = found[0]!;
  const stored = (await store.article(article.id))!;
  return { article, statement, read: stored.statements.find((s) => s.id === statement.id) ?? statement };
}

/** The statement of an article with an id; the first, where it says the same twice. */
async function statementsIn(store: Store, id: string, story: string): Promise<{ article: Article; statement: Statement }[]> {
  const stored = await store.article(story);
  const found = stored?.current ? everyStatement(stored).find((s) => s.id === id.toLowerCase()) : undefined;
  return stored && found ? [{ article: stored.article, statement: found }] : [];
}

async function statementsAt(store: Store, said: string): Promise<{ article: Article; statement: Statement }[]> {
  const [, source, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(said) ?? [];
  const id = source === undefined ? undefined : (await store.held([source])).get(source);
  const stored = id === undefined ? null : await store.article(id);
  if (!stored) return [];
  return everyStatement(stored)
    .filter((s) => {
      const at = locationOf(stored.text, s.start);
      return at.line === Number(line) && (column === undefined || at.column === Number(column));
    })
    .map((statement) => ({ article: stored.article, statement }));
}

/** Those that stand, and those that were rejected: read, and nothing of their type stands in the same words. */
function everyStatement({ statements, standing }: StoredArticle): Statement[] {
  const placeOf = (s: Statement): string => `${s.type} ${s.item} ${s.start} ${s.end}`;
  const taken = new Set(standing.flatMap((s) => [s.id, placeOf(s)]));
  const rejected = statements.filter((s) => !taken.has(s.id) && !taken.has(placeOf(s)));
  return [...standing, ...rejected].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}
