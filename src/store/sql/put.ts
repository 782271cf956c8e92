import type { Reading } from '../../model/article.js';
import { dateKey } from '../../model/values/edtf.js';
import type { Finished, Stored } from '../port.js';
import { addToTally, type FilingTools, file, loadFiled, unfile } from './filing.js';
import { insertRows } from './insert-rows.js';
import { type Circumstances, settle } from './ledger.js';
import { articleJson, claimNumber, daysOf, findingRow, statementRows } from './rows.js';
import { restand } from './standing.js';
import type { Tx } from './tables.js';

/** Stores one document that was read, inside a transaction. */
export async function putOne(tx: Tx, finished: Finished, at: Circumstances, tools: FilingTools): Promise<Stored> {
  const { article, statements } = finished.reading;
  const standing = statements.map((statement, ord) => ({ ord, statement, claim: claimNumber(statement, article) }));
  const claims = standing.map((s) => s.claim);
  if (finished.text.includes('\0')) throw new RangeError('its text has a NUL character, which cannot be stored');
  const known = await tx.selectFrom('article').select(['n', 'extractor', 'current']).where('id', '=', article.id).executeTakeFirst();
  let result: Stored = 'new';
  let n: number;
  if (known) {
    n = Number(known.n);
    result = known.extractor === at.extractor ? 'same' : 'reread';
    if (result === 'reread') await replaceReading(tx, n, Number(known.current) === 1, finished, claims, at.extractor, tools);
  } else n = await insertArticle(tx, finished, claims, at.extractor);
  const before = await noteSource(tx, article.source, n);
  if (!known) await file(tx, { n, article, text: finished.text, standing }, tools);
  if (tools.log.decisions.length > 0) await restand(tx, n, tools);
  if (known) await settleCurrent(tx, n, tools);
  if (before !== undefined) {
    await settleCurrent(tx, before, tools);
    if (result !== 'reread') result = 'revised';
  }
  await settle(tx, { id: article.id, source: article.source, warning: finished.warning ?? null }, at);
  return result;
}

/** A document that was not known is what its source holds now: it is current from the start. */
async function insertArticle(tx: Tx, { reading, text }: Finished, claims: readonly number[], extractor: string): Promise<number> {
  const { article } = reading;
  const { n } = await tx
    .insertInto('article')
    .values({
      id: article.id,
      source: article.source,
      ...daysOf(dateKey(article.published?.date ?? null)),
      current: 1,
      extractor,
      json: articleJson(article),
    })
    .returning('n')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('article_text')
    .values({ article: Number(n), text })
    .execute();
  await insertSaid(tx, Number(n), reading, claims);
  await addToTally(tx, 'articles', new Map([['all', 1]]));
  return Number(n);
}

async function insertSaid(tx: Tx, n: number, { statements, findings }: Reading, claims: readonly number[]): Promise<void> {
  await insertRows(tx, 'statement', statementRows(n, statements, claims));
  const rows = findings.map((finding) => ({ scope: 'story', article: n, ...findingRow(finding) }));
  await insertRows(tx, 'finding', rows);
}

/** The same bytes, read by another version: the article stays, what it says is replaced. */
async function replaceReading(
  tx: Tx,
  n: number,
  current: boolean,
  { reading, text }: Finished,
  claims: readonly number[],
  extractor: string,
  tools: FilingTools,
): Promise<void> {
  if (current) await unfile(tx, await loadFiled(tx, n), tools);
  await tx.deleteFrom('statement').where('article', '=', n).execute();
  await tx.deleteFrom('finding').where('article', '=', n).execute();
  await tx
    .updateTable('article')
    .set({ ...daysOf(dateKey(reading.article.published?.date ?? null)), current: 0, extractor, json: articleJson(reading.article) })
    .where('n', '=', n)
    .execute();
  await tx.updateTable('article_text').set({ text }).where('article', '=', n).execute();
  await insertSaid(tx, n, reading, claims);
}

/** Makes the article the newest revision of the source. Gives the article that was so before, where it was another. */
async function noteSource(tx: Tx, source: string, n: number): Promise<number | undefined> {
  const last = await newestOf(tx, source);
  if (last?.article === n) return undefined;
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('revision')
    .values({ source, article: n, number })
    .onConflict((c) => c.columns(['source', 'article']).doUpdateSet({ number }))
    .execute();
  await tx.updateTable('article').set({ source }).where('n', '=', n).where('source', '>', source).execute();
  return last?.article;
}

async function newestOf(tx: Tx, source: string): Promise<{ article: number; number: number } | undefined> {
  const row = await tx
    .selectFrom('revision')
    .select(['article', 'number'])
    .where('source', '=', source)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { article: Number(row.article), number: Number(row.number) };
}

/** Files an article that a source holds now and was not filed, and the reverse. */
export async function settleCurrent(tx: Tx, n: number, tools: FilingTools): Promise<void> {
  const row = await tx.selectFrom('article').select('current').where('n', '=', n).executeTakeFirst();
  if (!row) return;
  const sources = await tx.selectFrom('revision').select('source').where('article', '=', n).execute();
  let current = 0;
  for (const { source } of sources) if ((await newestOf(tx, source))?.article === n) current = 1;
  if (current === Number(row.current)) return;
  await tx.updateTable('article').set({ current }).where('n', '=', n).execute();
  const filed = await loadFiled(tx, n);
  if (current === 1) await file(tx, filed, tools);
  else await unfile(tx, filed, tools);
}

/** Takes an article out with its ledger row. False where there is none. */
export async function removeOne(tx: Tx, id: string, tools: FilingTools): Promise<boolean> {
  const row = await tx.selectFrom('article').select(['n', 'current']).where('id', '=', id).executeTakeFirst();
  if (!row) return false;
  const n = Number(row.n);
  if (Number(row.current) === 1) await unfile(tx, await loadFiled(tx, n), tools);
  const sources = await tx.selectFrom('revision').select('source').where('article', '=', n).execute();
  await tx.deleteFrom('article').where('n', '=', n).execute();
  await addToTally(tx, 'articles', new Map([['all', -1]]));
  await tx.deleteFrom('document').where('id', '=', id).execute();
  for (const { source } of sources) {
    const before = await newestOf(tx, source);
    if (before) await settleCurrent(tx, before.article, tools);
  }
  return true;
}
