import type { Article } from '../model/article.js';
import type { Statement, StatementOf, StatementType } from '../model/statement.js';
import { claimsOf } from './claims.js';
import { type Claim, compareArticles, compareTold, type Told } from './told.js';

export type { Claim, Told } from './told.js';

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

/** One story as read, with its text. */
export interface ReadStory {
  article: Article;
  text: string;
  statements: readonly Statement[];
}

/**
 * A view of stories held in memory. A story given twice (the same article id) counts once.
 * `text` throws a `RangeError` for an article that is not in the view.
 */
export function viewOf(stories: readonly ReadStory[]): RecordView {
  const byId = new Map<string, ReadStory>();
  for (const story of stories) if (!byId.has(story.article.id)) byId.set(story.article.id, story);
  const articles = [...byId.values()].map((story) => story.article).sort(compareArticles);
  const told = new Map<StatementType, Told[]>();
  for (const { article, statements } of byId.values()) {
    for (const statement of statements) {
      const list = told.get(statement.type);
      if (list) list.push({ statement, article });
      else told.set(statement.type, [{ statement, article }]);
    }
  }
  for (const list of told.values()) list.sort(compareTold);
  const claims = new Map<StatementType, Claim[]>();

  return {
    articles: () => articles,
    text(articleId) {
      const story = byId.get(articleId);
      if (!story) throw new RangeError(`no article ${articleId} in this view`);
      return story.text;
    },
    told: <T extends StatementType>(type: T) => (told.get(type) ?? []) as Told<StatementOf<T>>[],
    claims<T extends StatementType>(type: T) {
      let list = claims.get(type);
      if (!list) {
        list = claimsOf(told.get(type) ?? []);
        claims.set(type, list);
      }
      return list as unknown as Claim<StatementOf<T>>[];
    },
  };
}
