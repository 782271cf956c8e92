import { sql } from 'kysely';
import type { Statement } from '../../model/statement.js';
import { canonicalJson } from '../../record/canonical.js';
import { type Subject, subjectNumber } from '../../record/subjects.js';
import type { Cut, Part, Proposal } from '../listings.js';
import { insertRows } from './insert-rows.js';
import type { Db, Tx } from './tables.js';

/** `Proposals.keepProposals` of the port. */
export async function keepProposals(tx: Tx, article: string, model: string, said: readonly Statement[], at: string): Promise<void> {
  await forget(tx, 'proposal', article, model);
  await forget(tx, 'asked', article, model);
  await insertRows(
    tx,
    'proposal',
    said.map((statement) => ({ article, model, at, json: canonicalJson(statement) })),
  );
  await tx.insertInto('asked').values({ article, model, at }).execute();
}

async function forget(tx: Tx, table: 'proposal' | 'asked', article: string, model: string): Promise<void> {
  await tx.deleteFrom(table).where('article', '=', article).where('model', '=', model).execute();
}

/** Takes out all that was proposed about an article. */
export async function removeProposals(tx: Tx, article: string): Promise<void> {
  for (const table of ['proposal', 'asked'] as const) await tx.deleteFrom(table).where('article', '=', article).execute();
}

/** `Proposals.proposals` of the port. */
export async function proposals(db: Db, { limit, after }: Cut): Promise<Part<Proposal>> {
  const from = /^\d{1,15}$/.test(after ?? '') ? Number(after) : 0;
  const found = await db
    .selectFrom('proposal')
    .innerJoin('article', 'article.id', 'proposal.article')
    .select(['proposal.n', 'proposal.article', 'proposal.model', 'proposal.at', 'proposal.json'])
    .where('article.current', '=', 1)
    .where('proposal.n', '>', from)
    .orderBy('proposal.n')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  return {
    rows: rows.map(({ n, article, model, at, json }) => ({
      place: String(n),
      article,
      model,
      at,
      statement: JSON.parse(json) as Statement,
    })),
    total: null,
    next: found.length > limit ? String(rows.at(-1)!.n) : null,
  };
}

/** `Proposals.proposal` of the port. */
export async function proposalOf(db: Db, article: string, id: string): Promise<Proposal | null> {
  const found = await db.selectFrom('proposal').selectAll().where('article', '=', article).orderBy('n').execute();
  for (const { n, model, at, json } of found) {
    const statement = JSON.parse(json) as Statement;
    if (statement.id === id) return { place: String(n), article, model, at, statement };
  }
  return null;
}

/** `Proposals.unasked` of the port. */
export async function unasked(db: Db, model: string, subject: Subject | null, limit: number): Promise<string[]> {
  let query = db
    .selectFrom('article')
    .select('article.id')
    .where('article.current', '=', 1)
    .where(sql<boolean>`not exists (select 1 from asked where asked.article = article.id and asked.model = ${model})`);
  if (subject)
    query = query.where(
      sql<boolean>`exists (select 1 from filing where filing.article = article.n and filing.subject = ${subjectNumber(subject)})`,
    );
  const rows = await query.orderBy('article.since', 'desc').orderBy('article.id').limit(limit).execute();
  return rows.map(({ id }) => id);
}
