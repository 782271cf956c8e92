import type { Article } from '../model/article.js';
import type { Statement } from '../model/statement.js';
import { dateKey } from '../model/values/edtf.js';

/** A statement together with the story that says it. */
export interface Told<S extends Statement = Statement> {
  statement: S;
  article: Article;
}

/** Statements that say the same thing; `key` is made of the identity fields of the kind. */
export interface Claim<S extends Statement = Statement> {
  key: string;
  type: S['type'];
  /** In order of publication, then article id, then position. Never empty. */
  told: readonly Told<S>[];
}

/** Order of UTF-16 units: the same on every machine, unlike a locale's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The fixed order of articles: publication (unknown last), then id. */
export function compareArticles(a: Article, b: Article): number {
  return compareText(dateKey(a.published?.date ?? null), dateKey(b.published?.date ?? null)) || compareText(a.id, b.id);
}

/** The order of statements within a story: where they stand, then id. */
export function comparePositions(a: Statement, b: Statement): number {
  return a.start - b.start || a.end - b.end || compareText(a.id, b.id);
}

/** The fixed order of every listing: publication, article id, position. */
export function compareTold(a: Told, b: Told): number {
  return compareArticles(a.article, b.article) || comparePositions(a.statement, b.statement);
}
