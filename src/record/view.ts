import type { Article } from '../model/article.js';
import type { Statement, StatementOf, StatementType } from '../model/statement.js';

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

/**
 * The read-only record that audit rules, briefs and pages see: one story, a draft beside the record, or everything stored.
 * Every listing is in a fixed order (publication date, article id, position), whatever the order of reading was.
 */
export interface RecordView {
  articles(): readonly Article[];
  /** The text as read of an article in this view. */
  text(articleId: string): string;
  told<T extends StatementType>(type: T): readonly Told<StatementOf<T>>[];
  claims<T extends StatementType>(type: T): readonly Claim<StatementOf<T>>[];
}
