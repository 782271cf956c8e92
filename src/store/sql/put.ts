import type { Reading } from '../../model/article.js';
import { dateKey } from '../../model/values/edtf.js';
import { canonicalJson } from '../../record/canonical.js';
import type { Finished, Stored } from '../port.js';
import { type FilingTools, file, loadFiled, unfile } from './filing.js';
import { inPowers, insertRows } from './insert-rows.js';
import { type Circumstances, settle } from './ledger.js';
import { removeProposals } from './proposals.js';
import { articleJson, claimNumber, daysOf, findingRow, statementRows } from './rows.js';
import { sealOf } from './seal.js';
import { restand } from './standing.js';
import type { Tx } from './tables.js';

/** Stores documents that were read, inside a transaction that holds their keys. The order of the results is that of the documents. */
export async function putAll(tx: Tx, finished: readonly Finished[], at: Circumstances, tools: FilingTools): Promise<Stored[]> {
  for (const { text } of finished) if (text.includes('\0')) throw new RangeError('its text has a NUL character, which cannot be stored');
  const fresh = await freshOf(tx, finished);
  await putFresh(tx, [...fresh], at, tools);
  const results: Stored[] = [];
  for (const one of finished) results.push(fresh.has(one) ? 'new' : await putOne(tx, one, at, tools));
  return results;
}

/** What the transaction that stores documents has to hold. */
export function keysOf(finished: readonly Finished[]): string[] {
  return finished.flatMap(({ reading: { article } }) => [article.id, `source ${article.source}`]);
}

/** Documents of which nothing is known, and nothing of their source either: the order in which they are stored does not matter. */
async function freshOf(tx: Tx, finished: readonly Finished[]): Promise<Set<Finished>> {
  const often = new Map<string, number>();
  for (const key of keysOf(finished)) often.set(key, (often.get(key) ?? 0) + 1);
  const fresh = new Set(finished.filter((one) => keysOf([one]).every((key) => often.get(key) === 1)));
  for (const piece of inPowers([...fresh])) {
    const articles = piece.map(({ reading }) => reading.article);
    const ids = articles.map(({ id }) => id);
    const names = articles.map(({ source }) => source);
    const known = new Set([
      ...(await tx.selectFrom('article').select('id as key').where('id', 'in', ids).execute()).map(({ key }) => key),
      ...(await tx.selectFrom('revision').select('source as key').where('source', 'in', names).execute()).map(({ key }) => key),
    ]);
    for (const one of piece) if (known.has(one.reading.article.id) || known.has(one.reading.article.source)) fresh.delete(one);
  }
  return fresh;
}

async function putFresh(tx: Tx, fresh: readonly Finished[], at: Circumstances, tools: FilingTools): Promise<void> {
  const numbers = await insertArticles(tx, fresh, at.extractor, tools);
  const filed = fresh.map(({ reading: { article, statements }, text }) => ({
    ...{ n: numbers.get(article.id)!, article, text },
    standing: statements.map((statement, ord) => ({ ord, statement, claim: claimNumber(statement, article) })),
  }));
  await insertRows(
    tx,
    'statement',
    filed.flatMap(({ n, standing }) =>
      statementRows(
        n,
        standing.map((s) => s.statement),
        standing.map((s) => s.claim),
      ),
    ),
  );
  await insertRows(
    tx,
    'finding',
    fresh.flatMap(({ reading }) => findingRows(numbers.get(reading.article.id)!, reading)),
  );
  await insertRows(
    tx,
    'revision',
    filed.map(({ n, article }) => ({ source: article.source, article: n, number: 1 })),
  );
  await file(tx, filed, tools);
  if (tools.log.decisions.length > 0) for (const { n } of filed) await restand(tx, n, tools);
  await settle(
    tx,
    fresh.map(({ reading: { article }, warning }) => ({ id: article.id, source: article.source, warning: warning ?? null })),
    at,
  );
}

/** Stores one document that was read, inside a transaction. */
async function putOne(tx: Tx, finished: Finished, at: Circumstances, tools: FilingTools): Promise<Stored> {
  const { article, statements } = finished.reading;
  const standing = statements.map((statement, ord) => ({ ord, statement, claim: claimNumber(statement, article) }));
  const claims = standing.map((s) => s.claim);
  const known = await tx.selectFrom('article').select(['n', 'extractor', 'current']).where('id', '=', article.id).executeTakeFirst();
  let result: Stored = 'new';
  let n: number;
  if (known) {
    n = Number(known.n);
    result = known.extractor === at.extractor ? 'same' : 'reread';
    if (result === 'reread') await replaceReading(tx, n, Number(known.current) === 1, finished, claims, at.extractor, tools);
  } else {
    n = (await insertArticles(tx, [finished], at.extractor, tools)).get(article.id)!;
    await insertSaid(tx, n, finished.reading, claims);
  }
  const before = await noteSource(tx, article.source, n);
  if (!known) await file(tx, [{ n, article, text: finished.text, standing }], tools);
  if (tools.log.decisions.length > 0) await restand(tx, n, tools);
  if (known) await settleCurrent(tx, n, tools);
  if (before !== undefined) {
    await settleCurrent(tx, before, tools);
    if (result !== 'reread') result = 'revised';
  }
  await settle(tx, [{ id: article.id, source: article.source, warning: finished.warning ?? null }], at);
  return result;
}

/** Documents that were not known are what their sources hold now: they are current from the start. Gives the numbers of their rows by id. */
async function insertArticles(
  tx: Tx,
  finished: readonly Finished[],
  extractor: string,
  { shared }: FilingTools,
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  const rows = finished.map(({ reading: { article } }) => ({
    ...{ id: article.id, source: article.source, current: 1, extractor, json: articleJson(article) },
    ...daysOf(dateKey(article.published?.date ?? null)),
  }));
  for (const piece of inPowers(rows))
    for (const { id, n } of await tx.insertInto('article').values(piece).returning(['id', 'n']).execute()) numbers.set(id, Number(n));
  await insertRows(
    tx,
    'article_text',
    finished.map((one) => ({ article: numbers.get(one.reading.article.id)!, text: one.text, seal: sealOfReading(one, extractor) })),
  );
  shared.tally('articles', 'all', finished.length);
  return numbers;
}

function sealOfReading({ reading: { article, statements, findings }, text }: Finished, extractor: string): string {
  return sealOf({
    ...{ extractor, json: articleJson(article), text },
    ...{ statements: statements.map(canonicalJson), findings: findings.map(canonicalJson) },
  });
}

const findingRows = (n: number, { findings }: Reading) =>
  findings.map((finding) => ({ scope: 'story', article: n, ...findingRow(finding) }));

async function insertSaid(tx: Tx, n: number, reading: Reading, claims: readonly number[]): Promise<void> {
  await insertRows(tx, 'statement', statementRows(n, reading.statements, claims));
  await insertRows(tx, 'finding', findingRows(n, reading));
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
  await tx
    .updateTable('article_text')
    .set({ text, seal: sealOfReading({ reading, text }, extractor) })
    .where('article', '=', n)
    .execute();
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
  const { id } = await tx.selectFrom('article').select('id').where('n', '=', n).executeTakeFirstOrThrow();
  // another transaction may be taking away, or giving, another of its sources
  await tools.lock(tx, [id]);
  const row = await tx.selectFrom('article').select('current').where('n', '=', n).executeTakeFirstOrThrow();
  const sources = await tx.selectFrom('revision').select('source').where('article', '=', n).execute();
  let current = 0;
  for (const { source } of sources) if ((await newestOf(tx, source))?.article === n) current = 1;
  if (current === Number(row.current)) return;
  await tx.updateTable('article').set({ current }).where('n', '=', n).execute();
  const filed = await loadFiled(tx, n);
  if (current === 1) await file(tx, [filed], tools);
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
  tools.shared.tally('articles', 'all', -1);
  await tx.deleteFrom('document').where('id', '=', id).execute();
  await removeProposals(tx, id);
  for (const { source } of sources) {
    const before = await newestOf(tx, source);
    if (before) await settleCurrent(tx, before.article, tools);
  }
  return true;
}
