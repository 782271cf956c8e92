import type { Article } from '../model/article.js';
import type { Modality, Statement, StatementType } from '../model/statement.js';
import type { Subject } from '../record/subjects.js';
import type { Claim, Told } from '../record/told.js';

/** Part of a listing. `offset` counts rows; both must be whole numbers from 0. */
export interface Page {
  limit: number;
  offset?: number;
}

/** A claim as far as its tellings were asked for. */
export interface ClaimRow {
  claim: Claim;
  /** How many tellings there are in all. */
  tellings: number;
}

/** Which stories to list; current ones. All that is given must hold. */
export interface StoryFilter {
  subject?: Subject;
  /** A path or URL, or the name of an agency. */
  source?: string;
  language?: string;
  /** Published on this day or later, on this day or before; `YYYY-MM-DD`. Stories without a day are then left out. */
  since?: string;
  until?: string;
}

/** Part of a long listing: `after` is the `next` of the part before. */
export interface Cut {
  limit: number;
  after?: string | undefined;
}

/**
 * Part of a listing, of how many (`null` where they are not counted); `next` leads on, `null` at the end. A part may be shorter than was asked for,
 * and lead on. A `next` that is none is taken for the beginning.
 */
export interface Part<T> {
  rows: T[];
  total: number | null;
  next: string | null;
}

/** How many current stories there are by each agency and in each language, most first, and the days of the first and the last. */
export interface Coverage {
  agencies: { name: string | null; articles: number }[];
  languages: { name: string | null; articles: number }[];
  first: string | null;
  last: string | null;
}

/** Which statements of current articles, as decided. All that is given must hold. */
export interface ToldFilter {
  /** Two countries, as `pairSubject` gives them. */
  pair?: Subject;
  /** One of these people takes part. */
  people?: readonly Subject[];
  types?: readonly StatementType[];
  /** `kind` of an event or of a relation. */
  kind?: string;
  modality?: readonly Modality[];
  /** Nobody has decided of it, and it was read with so much confidence or less. */
  undecidedUpTo?: number;
  /** A path or URL, or the name of an agency. */
  source?: string;
  /** The time of the fact (see `timeOf`) ends on this day or later, begins on this day or before; `YYYY-MM-DD`. */
  since?: string;
  until?: string;
  /** The same for the day of the story. */
  toldSince?: string;
  toldUntil?: string;
}

/** Long lists that are read part by part: what is added meanwhile moves nothing out of its place. */
export interface Listings {
  /** Stories, the newest first, those without a day last. */
  stories(filter: StoryFilter, cut: Cut): Promise<Part<Article>>;
  coverage(): Promise<Coverage>;
  /**
   * Single statements, those of the latest time first (with neither pair nor people the time is that of the story), undated ones last,
   * then by article and place.
   */
  toldWhere(filter: ToldFilter, cut: Cut): Promise<Part<Told>>;
  /** Claims of one type about a pair, of which one telling at least is as the filter says; the latest first, undated ones last. */
  claimsWhere(
    pair: Subject,
    type: StatementType,
    filter: Omit<ToldFilter, 'pair' | 'types'>,
    cut: Cut & { tellings?: number },
  ): Promise<Part<ClaimRow>>;
}

/** What came in together, so that it can be looked at and taken out together. */
export interface StoredImport {
  id: string;
  at: string;
  /** Whatever its maker wants to know of it, as JSON. */
  json: string;
}

/** A search that somebody keeps, or a pair that somebody watches. */
export interface StoredWatch {
  id: string;
  at: string;
  /** Whatever its maker wants to know of it, as JSON. */
  json: string;
}

export interface Watches {
  /** Keeps a watch; one that is there already stays as it is. */
  keepWatch(one: StoredWatch): Promise<void>;
  /** False where there is none with this id. */
  forgetWatch(id: string): Promise<boolean>;
  watch(id: string): Promise<StoredWatch | null>;
  /** The oldest first. */
  watches(): Promise<StoredWatch[]>;
}

/** What a language model says of a story: nobody and no rule has held it against the text beyond its quote. */
export interface Proposal {
  /** Where it stands in the list of all: `after` leads on from it. */
  place: string;
  /** Id of the article. */
  article: string;
  model: string;
  at: string;
  statement: Statement;
}

export interface Proposals {
  /** Keeps what a model says of an article, in place of what it said before; none, where it has nothing to say. It counts as asked. */
  keepProposals(article: string, model: string, said: readonly Statement[], at: string): Promise<void>;
  /** Of current articles, in the order in which they were asked for; decided ones too. */
  proposals(cut: Cut): Promise<Part<Proposal>>;
  /** One of an article, by the id of its statement. */
  proposal(article: string, statement: string): Promise<Proposal | null>;
  /** Ids of current articles of which a model was not asked yet, the newest first; those only that say something about a subject, where one is given. */
  unasked(model: string, subject: Subject | null, limit: number): Promise<string[]>;
}

export interface Imports {
  /** Keeps an import, in place of the one with its id. */
  keepImport(one: StoredImport): Promise<void>;
  import(id: string): Promise<StoredImport | null>;
  /** The newest first. */
  imports(page: Page): Promise<StoredImport[]>;
}
