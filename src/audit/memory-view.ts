import type { Article } from '../model/article.js';
import { kinds } from '../model/kinds/registry.js';
import type { Statement, StatementOf, StatementType } from '../model/statement.js';
import type { Claim, RecordView, Told } from '../record/view.js';
import type { Noted } from './notation.js';

/** One story as read. */
export interface Story {
  article: Article;
  text: string;
  statements: readonly Statement[];
}

/** A view of stories in memory, in the fixed order of the record: publication, article id, position. */
export function viewOfStories(stories: readonly Story[]): RecordView {
  const key = (s: Story): string => `${s.article.published?.date ?? '9999'} ${s.article.id}`;
  const sorted = [...stories].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  const texts = new Map(sorted.map((s) => [s.article.id, s.text]));
  const byType = new Map<StatementType, Told[]>();
  for (const s of sorted)
    for (const statement of [...s.statements].sort((a, b) => a.start - b.start || a.end - b.end)) {
      const list = byType.get(statement.type) ?? [];
      list.push({ statement, article: s.article });
      byType.set(statement.type, list);
    }
  return {
    articles: () => sorted.map((s) => s.article),
    text: (id) => texts.get(id) ?? '',
    told: <T extends StatementType>(type: T) => (byType.get(type) ?? []) as unknown as readonly Told<StatementOf<T>>[],
    claims: <T extends StatementType>(type: T) => {
      const claims = new Map<string, Told[]>();
      for (const told of byType.get(type) ?? []) {
        const fields = told.statement as unknown as Record<string, unknown>;
        const id = JSON.stringify(kinds[type].identity.map((f) => fields[f] ?? null));
        claims.set(id, [...(claims.get(id) ?? []), told]);
      }
      return [...claims].map(([id, told]) => ({ key: id, type, told })) as unknown as readonly Claim<StatementOf<T>>[];
    },
  };
}

/** The view of a record in the notation. */
export function viewOfNoted(noted: Noted): RecordView {
  return viewOfStories(
    noted.articles.map((article) => ({
      article,
      text: noted.texts.get(article.id)!,
      statements: noted.statements.get(article.id)!,
    })),
  );
}
