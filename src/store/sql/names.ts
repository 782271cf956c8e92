import { canonicalJson, digest, shortNumber } from '../../record/canonical.js';
import type { Resolved } from '../../record/entities.js';
import { filingsOf, subjectNumber } from '../../record/subjects.js';
import type { Appearance } from '../../resolve/appearances.js';
import { blockKeys } from '../../resolve/candidates.js';
import type { Disagreement, Entity, Question } from '../../resolve/entities.js';
import { formKey } from '../../resolve/names/spelling.js';
import { pairKey } from '../../resolve/ties.js';
import type { EntityFilter, Page } from '../port.js';
import type { Edge, ResolvedPart } from '../upkeep.js';
import { inPowers, insertRows } from './insert-rows.js';
import { nameNumber, sayings } from './mentions.js';
import type { Db, Tx } from './tables.js';
import { type Touched, touchUnits } from './touched.js';

/** A setting of the record. */
export async function setting(db: Db, name: string): Promise<string | null> {
  return (await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value ?? null;
}

/** Changes a setting. */
export async function set(tx: Tx, name: string, value: string): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((c) => c.column('name').doUpdateSet({ value }))
    .execute();
}

/** `Names.state` of the port. */
export async function state(db: Db): Promise<string> {
  return (await setting(db, 'changes')) ?? '0';
}

/** To be called whenever what articles say, or what is decided, has changed. */
export async function noteChange(tx: Tx): Promise<void> {
  await set(tx, 'changes', String(Number(await state(tx)) + 1));
}

/** `Names.resolvedFor` of the port. */
export async function resolvedFor(db: Db): Promise<string | null> {
  return setting(db, 'resolved');
}

/** Of which state of the record something was resolved, under which mark it is kept, and whether it is all or a part. */
interface Kept {
  of: string;
  as: string;
  part: ResolvedPart | undefined;
}

/** `Names.keepResolved` of the port. */
export async function keepResolved(tx: Tx, resolved: Resolved, { of, as, part }: Kept, touched: Touched): Promise<boolean> {
  if ((await state(tx)) !== of) return false;
  const before = await takeOut(tx, part);
  const { appearances, entities, questions } = resolved;
  const entityOf = new Map(entities.flatMap((e) => e.refs.map((ref) => [ref, e.id] as const)));
  const changed = part === undefined ? undefined : new Set(part.changed);
  const written = changed === undefined ? appearances : appearances.filter((a) => changed.has(a.ref));
  await insertRows(
    tx,
    'entity',
    entities.map((e) => ({ id: e.id, json: canonicalJson(e) })),
  );
  await insertRows(
    tx,
    'form',
    entities.flatMap((e) => [...new Set(e.forms.map(formKey))].map((form) => ({ form, entity: e.id }))),
  );
  await insertRows(
    tx,
    'naming',
    written.map((a) => ({ ref: a.ref, n: nameNumber(a.ref), entity: entityOf.get(a.ref) ?? a.ref, json: canonicalJson(a) })),
  );
  await insertRows(tx, 'block', written.flatMap(blocksOf));
  const links = resolved.pairs.filter((p) => changed === undefined || changed.has(p.a.ref) || changed.has(p.b.ref));
  await insertRows(
    tx,
    'edge',
    links.map((p) => ({ a: p.a.ref, b: p.b.ref, json: canonicalJson(p.judgement) })),
  );
  await insertRows(
    tx,
    'question',
    questions.map((q) => ({ id: q.id, a: q.a.ref, b: q.b.ref, score: q.score, json: canonicalJson(q) })),
  );
  if (part === undefined) {
    await tx.deleteFrom('dirty').where('kind', '=', 'name').execute();
    await touchUnits(tx, Number(of), ['post']);
    await tx
      .updateTable('subject')
      .set({ version: Number(of) })
      .where('kind', '=', 'country')
      .execute();
  } else {
    for (const piece of inPowers(part.changed)) await tx.deleteFrom('dirty').where('kind', '=', 'name').where('key', 'in', piece).execute();
    await moveEntities(tx, before, entities, changed!, touched);
  }
  await set(tx, 'disagreements', canonicalJson(resolved.disagreements));
  await set(tx, 'resolved', as);
  return true;
}

function blocksOf(appearance: Appearance): { key: number; side: 0 | 1; name: number }[] {
  const { filed, sought } = blockKeys(appearance);
  const name = nameNumber(appearance.ref);
  const side = (keys: readonly string[], of: 0 | 1) => keys.map((key) => ({ key: shortNumber(digest(key, 13)), side: of, name }));
  return [...side(filed, 0), ...side(sought, 1)];
}

/** Takes out what is kept of some names, or of all. Gives the entities that they were in: id to the JSON of the entity. */
async function takeOut(tx: Tx, part: ResolvedPart | undefined): Promise<Map<string, string>> {
  if (part === undefined) {
    for (const table of ['entity', 'naming', 'form', 'block', 'edge', 'question'] as const) await tx.deleteFrom(table).execute();
    return new Map();
  }
  const before = new Map<string, string>();
  for (const piece of inPowers(part.touched)) {
    const ids = await tx.selectFrom('naming').select('entity').distinct().where('ref', 'in', piece).execute();
    for (const gone of inPowers(ids.map((row) => row.entity))) {
      const rows = await tx.deleteFrom('entity').where('id', 'in', gone).returning(['id', 'json']).execute();
      for (const { id, json } of rows) before.set(id, json);
      await tx.deleteFrom('form').where('entity', 'in', gone).execute();
    }
    await tx
      .deleteFrom('question')
      .where((e) => e.or([e('a', 'in', piece), e('b', 'in', piece)]))
      .execute();
  }
  for (const piece of inPowers(part.changed)) {
    const gone = await tx.deleteFrom('naming').where('ref', 'in', piece).returning('json').execute();
    for (const { json } of gone)
      for (const rows of inPowers(blocksOf(JSON.parse(json) as Appearance)))
        for (const { key, side, name } of rows)
          await tx.deleteFrom('block').where('key', '=', key).where('side', '=', side).where('name', '=', name).execute();
    await tx.deleteFrom('edge').where('a', 'in', piece).execute();
    await tx.deleteFrom('edge').where('b', 'in', piece).execute();
  }
  return before;
}

/** What lists show of an entity. */
const shown = ({ name, refs, forms }: Entity): string => canonicalJson([name, refs, forms]);

/** Says of each name its entity anew, and which units are out of date: of entities that have changed, and the posts of names that have moved. */
async function moveEntities(
  tx: Tx,
  before: ReadonlyMap<string, string>,
  entities: readonly Entity[],
  changed: ReadonlySet<string>,
  touched: Touched,
): Promise<void> {
  const old = new Map([...before].map(([id, json]) => [id, (JSON.parse(json) as Entity).refs.join('\n')]));
  const moved = new Set<string>();
  const shownBefore = new Map([...before].map(([id, json]) => [id, shown(JSON.parse(json) as Entity)]));
  const now = new Map(entities.map((e) => [e.id, e]));
  for (const [id, json] of before) if (!now.has(id)) touched.addNamesIn((JSON.parse(json) as Entity).countries);
  for (const entity of entities) if (shownBefore.get(entity.id) !== shown(entity)) touched.addNamesIn(entity.countries);
  for (const id of before.keys()) if (id.startsWith('person/')) touched.add('unit', `entity:${id}`);
  for (const { id, refs, type } of entities) {
    if (type !== 'person') continue;
    touched.add('unit', `entity:${id}`);
    if (old.get(id) !== refs.join('\n')) for (const ref of refs) moved.add(ref);
    for (const ref of refs)
      if (!changed.has(ref)) await tx.updateTable('naming').set({ entity: id }).where('ref', '=', ref).where('entity', '<>', id).execute();
  }
  for (const [id, refs] of old)
    if (id.startsWith('person/') && !entities.some((e) => e.id === id)) for (const ref of refs.split('\n')) moved.add(ref);
  if (moved.size > 0) await touchPosts(tx, [...moved], touched);
}

/** Marks the posts that these names are told to hold. */
export async function touchPosts(db: Db, refs: readonly string[], touched: Touched): Promise<void> {
  for (const { statement } of await sayings(db, refs))
    if (statement.type === 'office')
      for (const { subject } of filingsOf([statement]))
        if (subject.kind === 'post') touched.addFiling(subject, subjectNumber(subject), 'office');
}

/** `Names.edges` of the port. */
export async function edges(db: Db, refs: readonly string[]): Promise<Edge[]> {
  const found = new Map<string, Edge>();
  for (const piece of inPowers([...new Set(refs)]))
    for (const side of ['a', 'b'] as const)
      for (const { a, b, json } of await db.selectFrom('edge').selectAll().where(side, 'in', piece).execute())
        found.set(pairKey(a, b), { a, b, judgement: JSON.parse(json) as Edge['judgement'] });
  return [...found.values()];
}

/** `Names.neighbours` of the port. */
export async function neighbours(db: Db, appearances: readonly Appearance[]): Promise<string[]> {
  const numbers = new Set<number>();
  const blocks = appearances.flatMap(blocksOf);
  for (const [mine, other] of [
    [0, 1],
    [1, 0],
  ] as const)
    for (const piece of inPowers([...new Set(blocks.filter((b) => b.side === mine).map((b) => b.key))]))
      for (const { name } of await db
        .selectFrom('block')
        .select('name')
        .distinct()
        .where('key', 'in', piece)
        .where('side', '=', other)
        .execute())
        numbers.add(Number(name));
  const refs: string[] = [];
  for (const piece of inPowers([...numbers]))
    for (const { ref } of await db.selectFrom('naming').select('ref').where('n', 'in', piece).execute()) refs.push(ref);
  return refs.sort();
}

/** `Names.variants` of the port. */
export async function variants(db: Db, refs: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const ref of new Set(refs))
    for (const row of await db.selectFrom('naming').select('ref').where('ref', '>=', `${ref}#`).where('ref', '<', `${ref}$`).execute())
      found.push(row.ref);
  return found;
}

/** `Names.entities` of the port. */
export async function entities(db: Db, { refs, form }: EntityFilter, page: Page): Promise<Entity[]> {
  const ids = refs === undefined ? undefined : await entitiesOf(db, refs);
  let query = db.selectFrom('entity').select('json').orderBy('id');
  if (ids !== undefined) query = query.where('id', 'in', ids.size > 0 ? [...ids] : ['']);
  if (form !== undefined)
    query = query.where('id', 'in', (e) => e.selectFrom('form').select('form.entity').where('form.form', '=', formKey(form)));
  const rows = await query
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map((row) => JSON.parse(row.json) as Entity);
}

async function entitiesOf(db: Db, refs: readonly string[]): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const piece of inPowers([...new Set(refs)])) {
    const rows = await db.selectFrom('naming').select('entity').where('ref', 'in', piece).execute();
    for (const row of rows) ids.add(row.entity);
  }
  return ids;
}

/** `Names.names` of the port. */
export async function names(db: Db, refs: readonly string[]): Promise<Appearance[]> {
  const found: { ref: string; json: string }[] = [];
  for (const piece of inPowers([...new Set(refs)]))
    found.push(...(await db.selectFrom('naming').select(['ref', 'json']).where('ref', 'in', piece).execute()));
  return found.sort((a, b) => (a.ref < b.ref ? -1 : 1)).map((row) => JSON.parse(row.json) as Appearance);
}

/** `Names.questions` of the port. */
export async function questions(db: Db, page: Page): Promise<Question[]> {
  const rows = await db
    .selectFrom('question')
    .select('json')
    .orderBy('score', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map((row) => JSON.parse(row.json) as Question);
}

/** `Names.disagreements` of the port. */
export async function disagreements(db: Db): Promise<Disagreement[]> {
  return JSON.parse((await setting(db, 'disagreements')) ?? '[]') as Disagreement[];
}
