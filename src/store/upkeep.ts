import type { Finding } from '../model/finding.js';
import type { StatementType } from '../model/statement.js';
import type { Subject } from '../record/subjects.js';
import type { Told } from '../record/told.js';
import type { Sieve } from '../record/view.js';
import type { Judgement } from '../resolve/judge.js';

/** Two names that were judged to be one perhaps. `a` sorts before `b`. */
export interface Edge {
  a: string;
  b: string;
  judgement: Judgement;
}

/** Which names were resolved, where it was not all. */
export interface ResolvedPart {
  /** Names of which stories say something else now, or of which something else was decided; sorted, with those that nobody says any more. */
  changed: readonly string[];
  /** These, and every name that a chain of edges or decisions leads to from them, now or before. */
  touched: readonly string[];
}

/**
 * What is made of statements and decisions later than these are written: `name` what stands behind a name (its ref), `unit` what does not add up in
 * statements that are judged together, `story` what a story showed and decisions have answered (an article's id). The keys of units are
 * `series:…`, `agreement:…`, `body:…`, `post:…` (numbers of subjects), `relation:…`, `plan:…`, `pledge:…` (of pairs) and `entity:…` (a person's id).
 */
export type ChangeKind = 'name' | 'unit' | 'story';

/** A key of which what is derived is out of date since a version of the record. */
export interface Change {
  key: string;
  version: number;
}

/** What was found in a unit. */
export interface UnitResult {
  change: Change;
  findings: readonly Finding[];
  /** Days (`YYYY-MM-DD`) on which, once the newest story is of that day or later, it may be judged otherwise. */
  wakes: readonly string[];
}

/** What a story showed by itself and does not show as decided. */
export interface StoryResult {
  change: Change;
  answered: readonly Finding[];
}

/** A list about a pair that takes long to make, as JSON. */
export interface KeptList {
  json: string;
  /** It holds while the newest story is of a day (`YYYY-MM-DD`) behind `after` and not behind `until`; `null` without a bound. */
  after: string | null;
  until: string | null;
}

/**
 * Every write notes what it puts out of date. Whoever makes that anew reads the statements of a key, and settles the key with the version
 * that it has read: where another write came between, nothing is written and the key stays on the list.
 */
export interface Upkeep {
  /** By key; only those behind `after` where it is given. */
  changes(kind: ChangeKind, limit: number, after?: string): Promise<Change[]>;
  /** What `touchAll` was told last, or null. */
  auditedBy(): Promise<string | null>;
  /** Notes that every unit is out of date, and every story with findings where anything was decided. */
  touchAll(as: string): Promise<void>;
  /** Last day of the newest current article that has a date, or null. */
  newestDay(): Promise<string | null>;
  /** Notes which units are out of date because the newest story is of another day than when this was called last. */
  advance(newestDay: string | null): Promise<void>;
  /**
   * What current articles say in a unit, as decided, of these types; in no order. Of a `body` also the sessions that its stories tell of. `pair:…`
   * has all that is said of two countries. With a sieve only what it keeps.
   */
  told(unit: string, types: readonly StatementType[], sieve?: Sieve): Promise<Told[]>;
  /** All that current articles say, as decided, story by story. */
  toldAll(): AsyncIterable<Told>;
  /** Replaces what was found in units. */
  settleUnits(results: readonly UnitResult[]): Promise<void>;
  /**
   * What lists about a pair are made of: `version` is another text after every change of what is told of the pair, of what is decided of that, and of
   * what names in its countries come to; `statements` are about both. `null` where none is.
   */
  madeOf(pair: Subject): Promise<{ version: string; statements: number } | null>;
  /** A list as it was kept, where it was made of the same. */
  keptList(pair: Subject, name: string, made: string): Promise<KeptList | null>;
  /** Keeps a list, in place of the one of that name. */
  keepList(pair: Subject, name: string, made: string, list: KeptList): Promise<void>;
  /** Replaces what is answered of stories. */
  settleStories(results: readonly StoryResult[]): Promise<void>;
}
