import type { Article } from '../../model/article.js';
import type { Statement } from '../../model/statement.js';
import { pairOf } from '../../record/pair.js';
import { filingsOf, pairSubject, subjectNumber } from '../../record/subjects.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import type { Proposal, Store } from '../../store/port.js';
import { logOf } from '../entities.js';
import { type Claims, claimsOf, isAmong } from '../model-reader/agreement.js';
import { describe } from '../wording.js';
import { type StoryRef, storyRef } from './evidence.js';
import type { List, Slice } from './list.js';

/** What a language model says of a story and the rules do not: a person accepts, edits or rejects it. */
export interface ProposalRow {
  statement: Statement;
  /** One line of English. */
  text: string;
  model: string;
  /** When the model was asked. */
  at: string;
  /** What stands in the record of the same type and the same words. */
  beside: { statement: Statement; text: string }[];
  story: StoryRef;
}

/** So many are looked through for one part; it may then be short, and leads on. */
const mostLooked = 2000;
const atOnce = 100;

/** Proposals of which nobody has decided and which say what the record does not, in the order in which they were asked for. */
export async function openProposals(
  store: Store,
  pair: readonly [string, string] | undefined,
  { limit, after }: Slice,
): Promise<List<ProposalRow>> {
  const log = await logOf(store);
  const subject = pair && subjectNumber(pairSubject(...pairOf(...pair)));
  const isAbout = (s: Statement): boolean =>
    subject === undefined || filingsOf([s]).some((filing) => subjectNumber(filing.subject) === subject);
  const items: ProposalRow[] = [];
  let from = after;
  for (let looked = 0; looked < mostLooked; ) {
    const { rows, next } = await store.proposals({ limit: atOnce, after: from });
    const stories = await storiesOf(store, rows);
    for (const [n, row] of rows.entries()) {
      const story = stories.get(row.article);
      if (story && isAbout(row.statement) && !isDecided(log, row) && !isAmong(story.claims, row.statement, story.article))
        items.push(shown(row, story));
      if (items.length === limit) {
        const isLast = n === rows.length - 1 && next === null;
        return listOf(items, isLast ? null : row.place, after);
      }
    }
    if (next === null) return listOf(items, null, after);
    from = next;
    looked += rows.length;
  }
  return listOf(items, from ?? null, after);
}

const listOf = (items: ProposalRow[], next: string | null, after: string | undefined): List<ProposalRow> => ({
  ...{ items, next },
  total: after === undefined && next === null ? items.length : null,
});

interface Story {
  article: Article;
  standing: readonly Statement[];
  claims: Claims;
}

async function storiesOf(store: Store, rows: readonly Proposal[]): Promise<Map<string, Story>> {
  const stories = new Map<string, Story>();
  const ids = [...new Set(rows.map(({ article }) => article))];
  if (ids.length > 0)
    for await (const { article, standing } of store.readings({ ids }))
      stories.set(article.id, { article, standing, claims: claimsOf(standing, article) });
  return stories;
}

const isDecided = (log: DecisionLog, { article, statement }: Proposal): boolean =>
  log.ofArticle(article).some((d) => d.read.id === statement.id);

function shown({ statement, model, at }: Proposal, { article, standing }: Story): ProposalRow {
  const beside = standing.filter(
    (s) => s.type === statement.type && s.item === statement.item && s.start < statement.end && statement.start < s.end,
  );
  return {
    ...{ statement, text: describe(statement), model, at, story: storyRef(article) },
    beside: beside.map((s) => ({ statement: s, text: describe(s) })),
  };
}
