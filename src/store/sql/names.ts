import { canonicalJson } from '../../record/canonical.js';
import type { Resolved } from '../../record/entities.js';
import type { Appearance } from '../../resolve/appearances.js';
import type { Disagreement, Entity, Question } from '../../resolve/entities.js';
import { formKey } from '../../resolve/names/spelling.js';
import type { EntityFilter, Page } from '../port.js';
import { inPowers, insertRows } from './insert-rows.js';
import type { Db, Tx } from './tables.js';

async function setting(db: Db, name: string): Promise<string | null> {
  return (await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value ?? null;
}

async function set(tx: Tx, name: string, value: string): Promise<void> {
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

/** `Names.keepResolved` of the port. */
export async function keepResolved(tx: Tx, resolved: Resolved, of: string, as: string): Promise<boolean> {
  if ((await state(tx)) !== of) return false;
  for (const table of ['entity', 'naming', 'form', 'question'] as const) await tx.deleteFrom(table).execute();
  const { appearances, entities, questions } = resolved;
  const entityOf = new Map(entities.flatMap((e) => e.refs.map((ref) => [ref, e.id] as const)));
  const forms = entities.flatMap((e) => [...new Set(e.forms.map(formKey))].map((form) => ({ form, entity: e.id })));
  await insertRows(
    tx,
    'entity',
    entities.map((e) => ({ id: e.id, json: canonicalJson(e) })),
  );
  await insertRows(
    tx,
    'naming',
    appearances.map((a) => ({ ref: a.ref, entity: entityOf.get(a.ref) ?? a.ref, json: canonicalJson(a) })),
  );
  await insertRows(tx, 'form', forms);
  await insertRows(
    tx,
    'question',
    questions.map((q, place) => ({ place, json: canonicalJson(q) })),
  );
  await set(tx, 'disagreements', canonicalJson(resolved.disagreements));
  await set(tx, 'resolved', as);
  return true;
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
    .orderBy('place')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map((row) => JSON.parse(row.json) as Question);
}

/** `Names.disagreements` of the port. */
export async function disagreements(db: Db): Promise<Disagreement[]> {
  return JSON.parse((await setting(db, 'disagreements')) ?? '[]') as Disagreement[];
}
