import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';

/** What of an article is as it was read, in the words in which it is stored. */
export interface Sealed {
  extractor: string;
  /** The article's own row. */
  json: string;
  text: string;
  /** In their order. */
  statements: readonly string[];
  findings: readonly string[];
}

/** A hash of what is stored, which says later whether it still is what was written. 128 bits of SHA-256 in hexadecimal. */
export function sealOf(what: Sealed | string): string {
  const hash = createHash('sha256');
  const parts = typeof what === 'string' ? [what] : [what.extractor, what.json, what.text, ...what.statements, '', ...what.findings];
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}

function byArticle(rows: readonly { article: number | string; json: string }[]): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const { article, json } of rows) {
    const known = lines.get(Number(article));
    if (known) known.push(json);
    else lines.set(Number(article), [json]);
  }
  return lines;
}

/** So many articles are in memory at a time. */
const atOnce = 50;

/** What is stored of every article, by number of its row, with its seal (`''` where it has none). */
// biome-ignore lint/suspicious/noExplicitAny: a step of the migrations reads the tables as they were then
export async function* sealedArticles(db: Kysely<any>): AsyncGenerator<{ n: number; id: string; seal: string; sealed: Sealed }> {
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom('article')
      .innerJoin('article_text', 'article_text.article', 'article.n')
      .select(['article.n', 'article.id', 'article.extractor', 'article.json', 'article_text.text', 'article_text.seal'])
      .where('article.n', '>', last)
      .orderBy('article.n')
      .limit(atOnce)
      .execute();
    if (rows.length === 0) return;
    const numbers = rows.map(({ n }) => n);
    last = Number(numbers.at(-1));
    const said = await db
      .selectFrom('statement')
      .select(['article', 'json'])
      .where('article', 'in', numbers)
      .where('status', '<>', 'kept')
      .orderBy('article')
      .orderBy('ord')
      .execute();
    const found = await db
      .selectFrom('finding')
      .select(['article', 'json'])
      .where('article', 'in', numbers)
      .where('scope', '=', 'story')
      .orderBy('n')
      .execute();
    const [statements, findings] = [byArticle(said), byArticle(found)];
    for (const { n, id, extractor, json, text, seal } of rows) {
      const number = Number(n);
      const of = (lines: ReadonlyMap<number, string[]>): string[] => lines.get(number) ?? [];
      yield { n: number, id, seal, sealed: { extractor, json, text, statements: of(statements), findings: of(findings) } };
    }
  }
}
