import type { Article } from '../model/article.js';
import type { Statement, StatementOf, StatementType } from '../model/statement.js';
import { DecisionLog } from '../resolve/decisions.js';
import { claimsOf } from './claims.js';
import { type Decided, decidedBy } from './decided.js';
import { type Entities, entitiesBy, resolveNames } from './entities.js';
import { type Claim, compareArticles, compareTold, type Told } from './told.js';

export type { Decided } from './decided.js';
export type { Entities, Entity } from './entities.js';
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
  /** One story of this view by itself, with the entities and decisions of all. */
  only(articleId: string): RecordView;
  /** Who and what is named. Where the view was not given the record's entities, the names of its own stories are joined, at the first call. */
  entities(): Entities;
  readonly decided: Decided;
  /** The day of the newest story of a wider record, where the view is a part of one. */
  readonly today: string | undefined;
  /** The person (an entity's id) whom all statements name, where the view is of one. What it says of others is not all that is said. */
  readonly person: string | undefined;
}

/** What a view knows beside its stories. */
export interface Known {
  /** The entities of a wider record. */
  entities?: Entities | undefined;
  /** What was decided. The statements given are taken to be as decided. */
  log?: DecisionLog | undefined;
  today?: string | undefined;
  person?: string | undefined;
}

/** A statement as it is kept, not yet taken apart. */
export interface Line {
  /** First day on which its story was published, `yyyymmdd`; from `undatedLine` on where none is known. */
  told: number;
  /** First and last day of its fact; where it has no date of its own, of its story. */
  since: number;
  until: number;
  /** The statement as canonical JSON. */
  json: string;
}

/**
 * Says which of the lines that are judged together can matter: what is found in these alone is what is found in all. It reads as little of a line as it
 * can. Nothing is said of the order of the lines.
 */
export type Sieve = (lines: readonly Line[]) => ReadonlySet<Line>;

/** One story as read, with its text. */
export interface ReadStory {
  article: Article;
  text: string;
  statements: readonly Statement[];
}

/**
 * A view of stories held in memory. A story given twice (the same article id) counts once.
 * `text` and `only` throw a `RangeError` for an article that is not in the view.
 */
export function viewOf(stories: readonly ReadStory[], known: Known = {}): RecordView {
  const byId = new Map<string, ReadStory>();
  for (const story of stories) if (!byId.has(story.article.id)) byId.set(story.article.id, story);
  const log = known.log ?? new DecisionLog();
  let entities = known.entities;
  return view(byId, {
    decided: decidedBy(log),
    today: known.today,
    person: known.person,
    entities() {
      entities ??= entitiesBy(resolveNames(saidIn(byId), log).entities);
      return entities;
    },
  });
}

/** Statements as stories without texts. */
export function storiesOf(told: Iterable<Told>): ReadStory[] {
  const byId = new Map<string, ReadStory & { statements: Statement[] }>();
  for (const { statement, article } of told) {
    const story = byId.get(article.id);
    if (story) story.statements.push(statement);
    else byId.set(article.id, { article, text: '', statements: [statement] });
  }
  return [...byId.values()];
}

function* saidIn(stories: ReadonlyMap<string, ReadStory>): Generator<Told> {
  for (const { article, statements } of stories.values()) for (const statement of statements) yield { statement, article };
}

function view(byId: ReadonlyMap<string, ReadStory>, shared: Pick<RecordView, 'entities' | 'decided' | 'today' | 'person'>): RecordView {
  const articles = [...byId.values()].map((story) => story.article).sort(compareArticles);
  const told = new Map<StatementType, Told[]>();
  for (const one of saidIn(byId)) {
    const list = told.get(one.statement.type);
    if (list) list.push(one);
    else told.set(one.statement.type, [one]);
  }
  for (const list of told.values()) list.sort(compareTold);
  const claims = new Map<StatementType, Claim[]>();
  const storyOf = (articleId: string): ReadStory => {
    const story = byId.get(articleId);
    if (!story) throw new RangeError(`no article ${articleId} in this view`);
    return story;
  };

  return {
    ...shared,
    articles: () => articles,
    text: (articleId) => storyOf(articleId).text,
    only: (articleId) => view(new Map([[articleId, storyOf(articleId)]]), shared),
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
