import type { Passage, Published } from '../../model/article.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import type { Store, StoryFilter } from '../../store/port.js';
import { logOf } from '../entities.js';
import { storedArticle } from '../query.js';
import { type FindingRow, findingRows, type StoryRef, storyRef } from './evidence.js';
import type { List, Slice } from './list.js';
import { type StatementRow, statementRow } from './statements.js';

/** Which stories. All that is given must hold. */
export interface StoriesFilter {
  pair?: readonly [string, string] | undefined;
  /** An agency, a path or a URL. */
  source?: string | undefined;
  language?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Current stories, the newest first. */
export async function listStories(store: Store, filter: StoriesFilter, slice: Slice): Promise<List<StoryRef>> {
  const { pair, source, language, from, to } = filter;
  const wanted: StoryFilter = {
    ...(pair === undefined ? {} : { subject: pairSubject(...pairOf(...pair)) }),
    ...(source === undefined ? {} : { source }),
    ...(language === undefined ? {} : { language }),
    ...(from === undefined ? {} : { since: from }),
    ...(to === undefined ? {} : { until: to }),
  };
  const { rows, total, next } = await store.stories(wanted, slice);
  return { items: rows.map(storyRef), total, next };
}

/** A story with everything that was read out of it. */
export interface Story {
  story: StoryRef;
  place: string | null;
  published: Published | null;
  /** Exactly as read. Every offset counts its code points. */
  text: string;
  /** What each stretch of the text is; `item` 0 is the main story, 1, 2, … the briefs listed under it. */
  passages: Passage[];
  /** What stands, in the order of the text. */
  statements: StatementRow[];
  findings: FindingRow[];
  /** Whether its source still holds this text. */
  isCurrent: boolean;
  /** What its source has held, oldest first. */
  revisions: { story: StoryRef; isCurrent: boolean }[];
  /** Every place where it was found. */
  sources: string[];
}

const mostFindings = 500;

/** A story by its id or by the source that holds it now; `null` where there is none. */
export async function oneStory(store: Store, idOrSource: string): Promise<Story | null> {
  const found = await storedArticle(store, idOrSource);
  if (!found) return null;
  const { article, text, standing, current, revisions, sources } = found;
  const log = await logOf(store);
  const rows = await store.findings({ article: article.id }, { limit: mostFindings });
  const ids = revisions.map((r) => r.id);
  const refs = new Map((await store.articles({ ids, superseded: true }, { limit: ids.length })).map((a) => [a.id, storyRef(a)]));
  const { published, place, passages } = article;
  return {
    ...{ story: storyRef(article), place, published, text, passages: [...passages] },
    statements: standing
      .map((statement) => statementRow({ statement, article }, log))
      .sort((p, q) => p.statement.start - q.statement.start),
    findings: await findingRows(store, current ? rows.map((row) => row.finding) : found.findings),
    isCurrent: current,
    revisions: revisions.flatMap(({ id, current: isCurrent }) => {
      const story = refs.get(id);
      return story ? [{ story, isCurrent }] : [];
    }),
    sources: [...sources],
  };
}
