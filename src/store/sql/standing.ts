import type { Statement } from '../../model/statement.js';
import { canonicalJson } from '../../record/canonical.js';
import { claimKey } from '../../record/claims.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import { ruleOnArticle } from '../../resolve/rulings.js';
import { articleWithText, type FilingTools, file, loadFiled, unfile } from './filing.js';
import { insertRows } from './insert-rows.js';
import { claimNumber } from './rows.js';
import { type Db, noClaim, type StatementTable, type Tx } from './tables.js';

type Row = Omit<StatementTable, 'status' | 'standing'> & {
  status: 'open' | 'accepted' | 'edited' | 'rejected' | 'kept';
  standing: string | null;
};

/** The rows of an article's statements as they are, and as they should be under the log. Those that the extractor no longer reads are held to be quoted right. */
export async function standingRows(db: Db, n: number, log: DecisionLog): Promise<{ now: Row[]; wanted: Row[] }> {
  const stored = await db.selectFrom('statement').selectAll().where('article', '=', n).orderBy('ord').execute();
  const now = stored.map((row) => ({ ...row, article: Number(row.article), ord: Number(row.ord), claim: Number(row.claim) }));
  const { article, text } = await articleWithText(db, n);
  const read = now.filter((row) => row.status !== 'kept');
  const revisions = await db.selectFrom('revision').select('source').where('article', '=', n).execute();
  const sources = [...revisions.map((row) => row.source), ...(article.agency === null ? [] : [article.agency])];
  const place = { article: article.id, sources, claimOf: (s: Statement) => claimKey(s, article) };
  const ruled = ruleOnArticle(
    log,
    place,
    read.map((row) => JSON.parse(row.json) as Statement),
  );
  let points: string[] | undefined;
  const isQuoted = ({ start, end, quote }: Statement): boolean => {
    points ??= Array.from(text);
    return points.slice(start, end).join('') === quote;
  };
  const wanted = ruled.flatMap(({ statement, status, ...rest }, i): Row[] => {
    const { type, modality } = statement;
    const lost = 'lost' in rest;
    if (lost && (status === 'rejected' || !isQuoted(statement))) return [];
    const said = canonicalJson(statement);
    const json = read[i]?.json ?? said;
    const claim = status === 'rejected' ? noClaim : claimNumber(statement, article);
    const standing = said === json ? null : said;
    return [{ article: n, ord: i, type, modality, claim, json, status: lost ? 'kept' : status, standing }];
  });
  return { now, wanted };
}

/** Whether two lists of rows are the same, whatever the order of their columns. */
export function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** Brings the rows of an article's statements into line with the log; what is filed stays. */
export async function writeStanding(tx: Tx, n: number, log: DecisionLog): Promise<void> {
  const { now, wanted } = await standingRows(tx, n, log);
  if (!sameRows(now, wanted)) await replaceRows(tx, n, wanted);
}

/** The same, and files the article anew where that changes anything. */
export async function restand(tx: Tx, n: number, tools: FilingTools): Promise<void> {
  const { now, wanted } = await standingRows(tx, n, tools.log);
  if (sameRows(now, wanted)) return;
  const { current } = await tx.selectFrom('article').select('current').where('n', '=', n).executeTakeFirstOrThrow();
  if (Number(current) === 1) await unfile(tx, await loadFiled(tx, n), tools);
  await replaceRows(tx, n, wanted);
  if (Number(current) === 1) await file(tx, [await loadFiled(tx, n)], tools);
}

async function replaceRows(tx: Tx, n: number, rows: readonly Row[]): Promise<void> {
  await tx.deleteFrom('statement').where('article', '=', n).execute();
  await insertRows(tx, 'statement', rows);
}
