import type { Article, Reading } from '../model/article.js';
import type { Finding, Severity } from '../model/finding.js';
import type { Statement, StatementType } from '../model/statement.js';
import type { Resolved } from '../record/entities.js';
import type { Subject, SubjectKind } from '../record/subjects.js';
import type { Told } from '../record/told.js';
import type { Appearance } from '../resolve/appearances.js';
import type { Decision } from '../resolve/decision.js';
import type { Refusal } from '../resolve/decisions.js';
import type { Disagreement, Entity, Question } from '../resolve/entities.js';
import type { Copying } from './copying.js';
import type { Jobs } from './jobs.js';
import type { DocumentState, Finished, LedgerRow, Started, Stored } from './ledger.js';
import type { ClaimRow, Imports, Listings, Page, Proposals, Watches } from './listings.js';
import type { Phrase } from './search-tokens.js';
import type { Edge, ResolvedPart, Upkeep } from './upkeep.js';

export type { DocumentState, Finished, LedgerRow, Started, Stored } from './ledger.js';
export type { ClaimRow, Coverage, Cut, Page, Part, Proposal, StoredImport, StoryFilter, ToldFilter } from './listings.js';

/**
 * The record as a place where it is kept. One contract (contract.test.ts, contract-decisions.test.ts) holds for every engine. Every method may throw a
 * `StoreError`; what was stored before it stays stored. Times (`at`) are ISO 8601 in UTC and come from the caller. Listings are
 * in a fixed order that does not depend on the order of writing.
 */
export interface Store extends Ledger, Jobs, Articles, Facts, Decisions, Names, Upkeep, Listings, Imports, Watches, Proposals, Copying {
  /** Where the record is kept, for messages: a path or a URL without its password. */
  readonly location: string;
  /** What is wrong in the engine's own files and in what it derives from the articles; nothing where all is well. */
  check(): AsyncIterable<Fault>;
  /** Everything as JSON lines in canonical order: the same record gives the same bytes, whatever the order of reading. Ledger rows, times, the log of decisions and what names come to are left out. */
  export(): AsyncIterable<string>;
  /** What has been written until now: two that are equal have nothing written between them. */
  written(): Promise<Written>;
  /** Makes anew all that is derived from the articles and decisions: what stands, filing, claims, counts, search index. */
  refile(): Promise<void>;
  /** After this, every method throws `closed`. */
  close(): Promise<void>;
}

/** A moment in what is written of a record. Lists that are kept (`keepList`) do not count as written by this store. */
export interface Written {
  /** Of this store: how many writes it has done. */
  own: number;
  /** Of all, others' too: another text after each write. */
  others: string;
}

// The ledger -------------------------------------------------------------------------------------------------------------------

/** A document that failed this often is quarantined. */
export const maxAttempts = 5;

export interface Ledger {
  /** The rows of those documents that are known. */
  documents(ids: readonly string[]): Promise<Map<string, LedgerRow>>;
  /**
   * Marks documents as `pending`. Of one alone the attempt is counted; of several nobody will know which was being read when the program stopped, so
   * none is. With another extractor than before, attempts count anew.
   */
  begin(documents: readonly Started[], extractor: string, at: string): Promise<void>;
  /** Stores documents that were read, all of them in one transaction. The order of the results is that of the documents. */
  put(documents: readonly Finished[], extractor: string, at: string): Promise<Stored[]>;
  /** Records that a document could not be read. After `maxAttempts` it is quarantined. What is stored of other bytes of its source stays. */
  fail(document: Started & { reason: string }, extractor: string, at: string): Promise<LedgerRow>;
  /** For each source that is known: the id of the article that it holds now. */
  held(sources: readonly string[]): Promise<Map<string, string>>;
  /** Records that a source could not be read at all (it vanished, it may not be read). The row goes when the source is read. */
  unread(source: string, reason: string, extractor: string, at: string): Promise<LedgerRow>;
  /** Rows in the given states, by source then id. */
  ledger(states: readonly DocumentState[], page: Page): Promise<LedgerRow[]>;
}

// Articles ---------------------------------------------------------------------------------------------------------------------

/** An article with everything that was read out of it. */
export interface StoredArticle extends Reading {
  text: string;
  /** The statements as decided: without the rejected ones, edited ones as edited, with those that were decided and are no longer read. */
  standing: readonly Statement[];
  /** Whether any source still holds these bytes; statements of superseded articles feed no claim, pair or search. */
  current: boolean;
  /** Version of the extractor that read it. */
  extractor: string;
}

/** One of the successive contents of a source. */
export interface Revision {
  /** The article's id. */
  id: string;
  /** Whether this is what the source holds now. */
  current: boolean;
}

/** Which articles: all current ones, or those that have statements about a subject, or those with given ids (superseded ones too). */
export interface ArticleFilter {
  subject?: Subject;
  ids?: readonly string[];
  superseded?: boolean;
}

/** Stories and their revisions. */
export interface Articles {
  article(id: string): Promise<StoredArticle | null>;
  /** Articles by publication (unknown last), then id. */
  articles(filter: ArticleFilter, page: Page): Promise<Article[]>;
  /** Whole articles, by publication then id, a few at a time: memory stays flat however many there are. */
  readings(filter: ArticleFilter): AsyncIterable<StoredArticle>;
  /** Texts as read, by article id; an id that is not known is left out. */
  texts(ids: readonly string[]): Promise<Map<string, string>>;
  /** What a source has held, oldest first. */
  revisions(source: string): Promise<Revision[]>;
  /** The sources under which an article was found, sorted. */
  sources(id: string): Promise<string[]>;
  /** Takes an article out with all that was made of it; the revision before it becomes current again. Decisions about it stay. False where there is none. */
  remove(id: string): Promise<boolean>;
}

// What the articles say --------------------------------------------------------------------------------------------------------

/** How many there are; of current articles unless it says otherwise. */
export interface Counts {
  articles: number;
  superseded: number;
  statements: Record<StatementType, number>;
  claims: Record<StatementType, number>;
  findings: Record<Severity, number>;
  documents: Record<DocumentState, number>;
}

/** A subject with the number of statements (of current articles) filed under it. */
export interface SubjectRow {
  subject: Subject;
  statements: number;
}

/** Part of a listing of claims. */
export interface ClaimPage extends Page {
  /** How many tellings of each claim to bring along, oldest first. Default 20. */
  tellings?: number;
  /** Newest first; default oldest first. Undated claims come last in both. */
  newestFirst?: boolean;
}

/** Findings of this scope answer equal findings within stories: what was decided since has taken away what they rest on. */
export const answeredScope = 'answered';

/** `scope` is `story` for what was found within a story, else what the finder named when it stored its findings. */
export interface FindingRow {
  scope: string;
  finding: Finding;
}

/** All that is given must hold. */
export interface FindingFilter {
  severity?: Severity;
  rule?: string;
  scope?: string;
  /** Findings whose first place is in this article. */
  article?: string;
  /** Findings whose first place is in the words of a statement about this pair. */
  pair?: Subject;
}

/** Phrases of which one must be found. */
export interface AnyOf {
  anyOf: readonly Phrase[];
}

/** A page of articles found. */
export interface SearchHits {
  total: number;
  /** There are more than `total`: nobody counts them all. */
  more: boolean;
  /** Best first; where very many are found, newest first (undated ones last). */
  articles: Article[];
}

/** One thing that is wrong in the store itself. */
export interface Fault {
  check: string;
  /** What it concerns: an article's id, a table, a file. */
  subject: string;
  message: string;
}

/** What current articles say, as decided, and what does not add up in it. */
export interface Facts {
  counts(): Promise<Counts>;
  /** Subjects of a kind, those with the most statements first, then by name. */
  subjects(kind: SubjectKind, page: Page): Promise<SubjectRow[]>;
  /** Claims of one type filed under a subject, in time order. Only tellings filed under that subject count. */
  claims(subject: Subject, type: StatementType, page: ClaimPage): Promise<ClaimRow[]>;
  /** The same of each of these types about a pair. */
  claimsOfEach(pair: Subject, types: readonly StatementType[], page: ClaimPage): Promise<Map<StatementType, ClaimRow[]>>;
  /** How many claims each type has under a subject. */
  claimCounts(subject: Subject): Promise<Record<StatementType, number>>;
  /** All that current articles say of one claim (at most `limit` tellings), or null. */
  claim(key: string, limit?: number): Promise<ClaimRow | null>;
  /** The last dated contact (an event that happened) of each of these pairs, as its first day `YYYY-MM-DD`, or null. */
  newestContacts(pairs: readonly Subject[]): Promise<(string | null)[]>;
  /** Findings in current articles and of the record: errors first, then by rule, article, place. Answered ones only where their scope is asked for. */
  findings(filter: FindingFilter, page: Page): Promise<FindingRow[]>;
  /** Replaces all findings of a scope other than `story`. */
  replaceFindings(scope: string, findings: readonly Finding[]): Promise<void>;
  /** Current articles in which all parts are found: each phrase, and one at least of those of `anyOf`. */
  search(parts: readonly (Phrase | AnyOf)[], page: Page): Promise<SearchHits>;
  /** Statements of current articles whose id begins so, as decided, rejected ones too; in the order of the record. */
  statements(idPrefix: string, limit: number): Promise<Told[]>;
}

// Decisions --------------------------------------------------------------------------------------------------------------------

/** The log of decisions, apart from what is extracted: lines are only added. */
export interface Decisions {
  /** In the order in which they were taken. */
  decisions(): Promise<Decision[]>;
  /**
   * Takes decisions into the log in one transaction, in their order, and makes anew what they change. Gives for each why it was not
   * taken, or null. `whole`: where one is refused, none is taken.
   */
  decide(decisions: readonly Decision[], whole?: boolean): Promise<(Refusal | null)[]>;
}

// What names come to -----------------------------------------------------------------------------------------------------------

/** Which entities. All that is given must hold. */
export interface EntityFilter {
  /** Those of which one of these names is a part. */
  refs?: readonly string[];
  /** Those that stories call so, letter by letter but for case, marks, width and variants of a character. */
  form?: string;
}

/**
 * What names come to, kept until something else is kept: nothing is resolved when a story is read. Whoever needs it looks for
 * changed names (`changes('name', …)`), and keeps what was resolved anew.
 */
export interface Names {
  /** Another text after every change of what articles say or of what is decided. */
  state(): Promise<string>;
  /** What `keepResolved` was told last, or null. */
  resolvedFor(): Promise<string | null>;
  /**
   * Replaces what is kept, or the part of it that was resolved (disagreements always whole); only while the record is in that state. False where it has
   * changed. `as` is what `resolvedFor` gives then.
   */
  keepResolved(resolved: Resolved, state: string, as: string, part?: ResolvedPart): Promise<boolean>;
  /** Statements of current articles, as decided, that name one of these; no states or groups. */
  sayings(refs: readonly string[]): Promise<Told[]>;
  /** How often and when states and groups are named, by ref; a ref that is not named is left out. */
  presences(refs: readonly string[]): Promise<Appearance[]>;
  /** Kept names that share a key with one of these. */
  neighbours(appearances: readonly Appearance[]): Promise<string[]>;
  /** Kept names that decisions set apart from these (`<ref>#<statement>`). */
  variants(refs: readonly string[]): Promise<string[]>;
  /** Kept pairs of which one side is among these. */
  edges(refs: readonly string[]): Promise<Edge[]>;
  /** By id. */
  entities(filter: EntityFilter, page: Page): Promise<Entity[]>;
  /** What is said under single names, by ref; a ref that is not known is left out. */
  names(refs: readonly string[]): Promise<Appearance[]>;
  /** What only a person can say, the likeliest first. */
  questions(page: Page): Promise<Question[]>;
  /** Decided pairs of names that the machine would now judge otherwise. */
  disagreements(): Promise<Disagreement[]>;
}
