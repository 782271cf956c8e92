import { digest } from '../../record/canonical.js';
import { type DocumentState, type LedgerRow, maxAttempts, type Page, type Started } from '../port.js';
import { inPowers } from './insert-rows.js';
import type { Db, DocumentTable, Tx } from './tables.js';

/** Which version of the extractor, and when. */
export interface Circumstances {
  extractor: string;
  at: string;
}

/** The ledger's id for a source of which there are no bytes. */
function unreadId(source: string): string {
  return `unread:${digest(source)}`;
}

function rowOf(row: DocumentTable): LedgerRow {
  const { first_at, last_at, ...rest } = row;
  return { ...rest, attempts: Number(row.attempts), firstAt: first_at, lastAt: last_at };
}

/** `Ledger.documents` of the port. */
export async function documents(db: Db, ids: readonly string[]): Promise<Map<string, LedgerRow>> {
  const found = new Map<string, LedgerRow>();
  for (const piece of inPowers(ids)) {
    const rows = await db.selectFrom('document').selectAll().where('id', 'in', piece).execute();
    for (const row of rows) found.set(row.id, rowOf(row));
  }
  return found;
}

/** `Ledger.held` of the port. */
export async function held(db: Db, sources: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const piece of inPowers(sources)) {
    const rows = await db
      .selectFrom('revision')
      .innerJoin('article', 'article.n', 'revision.article')
      .select(['revision.source', 'article.id'])
      .where('revision.source', 'in', piece)
      .orderBy('revision.number')
      .execute();
    for (const row of rows) found.set(row.source, row.id);
  }
  return found;
}

/** `Ledger.begin` of the port. A document that is named twice is one. */
export async function begin(tx: Tx, started: readonly Started[], { extractor, at }: Circumstances): Promise<void> {
  const unique = [...new Map(started.map((document) => [document.id, document])).values()];
  const counted = unique.length === 1 ? 1 : 0;
  const rows = unique.map(({ id, source }) => ({
    ...{ id, source, state: 'pending' as const, reason: null, attempts: counted, extractor, first_at: at, last_at: at },
  }));
  for (const piece of inPowers(rows)) {
    await tx
      .insertInto('document')
      .values(piece)
      .onConflict((c) =>
        c.column('id').doUpdateSet((e) => ({
          source: e.ref('excluded.source'),
          state: 'pending',
          attempts: e
            .case()
            .when(e.and([e('document.state', '<>', 'done'), e('document.extractor', '=', extractor)]))
            .then(e('document.attempts', '+', counted))
            .else(counted)
            .end(),
          extractor,
          last_at: at,
        })),
      )
      .execute();
  }
}

/** Marks documents as done, each once, and forgets that their sources could once not be read. */
export async function settle(
  tx: Tx,
  done: readonly (Started & { warning: string | null })[],
  { extractor, at }: Circumstances,
): Promise<void> {
  const rows = done.map(({ id, source, warning }) => ({
    ...{ id, source, state: 'done' as const, reason: warning, attempts: 1, extractor, first_at: at, last_at: at },
  }));
  for (const piece of inPowers(rows)) {
    await tx
      .insertInto('document')
      .values(piece)
      .onConflict((c) =>
        c.column('id').doUpdateSet((e) => ({
          source: e.ref('excluded.source'),
          reason: e.ref('excluded.reason'),
          ...{ state: 'done' as const, extractor, last_at: at },
          attempts: e.case().when('document.attempts', '<', 1).then(1).else(e.ref('document.attempts')).end(),
        })),
      )
      .execute();
    const unreads = piece.map(({ source }) => unreadId(source));
    await tx.deleteFrom('document').where('id', 'in', unreads).execute();
  }
}

/** A row that says why a document could not be read. */
export async function upsertFailure(
  tx: Tx,
  row: Pick<DocumentTable, 'id' | 'source' | 'state' | 'reason' | 'attempts'>,
  { extractor, at }: Circumstances,
): Promise<LedgerRow> {
  const { id, source, state, reason, attempts } = row;
  const stored = await tx
    .insertInto('document')
    .values({ ...row, extractor, first_at: at, last_at: at })
    .onConflict((c) => c.column('id').doUpdateSet({ source, state, reason, attempts, extractor, last_at: at }))
    .returningAll()
    .executeTakeFirstOrThrow();
  return rowOf({ ...stored, id });
}

/** A document that `begin` has counted keeps its number of attempts; any other has had one more. */
export async function fail(tx: Tx, failed: Started & { reason: string }, at: Circumstances): Promise<LedgerRow> {
  const { id, source, reason } = failed;
  const known = await tx.selectFrom('document').select(['state', 'attempts']).where('id', '=', id).executeTakeFirst();
  const attempts = Math.max(1, Number(known?.attempts ?? 0) + (known?.state === 'pending' ? 0 : 1));
  return upsertFailure(tx, { id, source, reason, attempts, state: attempts >= maxAttempts ? 'quarantined' : 'failed' }, at);
}

/** `Ledger.unread` of the port. */
export async function unread(tx: Tx, source: string, reason: string, at: Circumstances): Promise<LedgerRow> {
  const id = unreadId(source);
  const known = await tx.selectFrom('document').select('attempts').where('id', '=', id).executeTakeFirst();
  return upsertFailure(tx, { id, source, reason, attempts: Number(known?.attempts ?? 0) + 1, state: 'failed' }, at);
}

/** `Ledger.ledger` of the port. */
export async function ledger(db: Db, states: readonly DocumentState[], page: Page): Promise<LedgerRow[]> {
  if (states.length === 0) return [];
  const rows = await db
    .selectFrom('document')
    .selectAll()
    .where('state', 'in', [...states])
    .orderBy('source')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map(rowOf);
}
