import type { Article } from '../model/article.js';
import type { Statement } from '../model/statement.js';
import { dateKey } from '../model/values/edtf.js';

/** The date that the fact itself has, where its kind has one: EDTF, or `null` where it has none or it is not known. */
export function ownDate(statement: Statement): string | null {
  switch (statement.type) {
    case 'figure':
      return statement.period;
    case 'event':
    case 'agreement':
    case 'relation':
      return statement.date;
    default:
      return null;
  }
}

/**
 * Where a statement stands in time, as a sort key `first day/last day`: the fact's own date; else the day on which the story
 * said it (for targets, commitments and positions always). The briefs listed under a story are of other days, so without a date
 * of their own they stand last, with all that has none.
 */
export function timeOf(statement: Statement, article: Article): string {
  const own = ownDate(statement);
  if (own !== null) return dateKey(own);
  return dateKey(statement.item === 0 ? (article.published?.date ?? null) : null);
}
