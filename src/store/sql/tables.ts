import type { Generated, Kysely, Transaction } from 'kysely';
import type { StatementType } from '../../model/statement.js';
import type { SubjectKind } from '../../record/subjects.js';
import type { DocumentState } from '../port.js';

/**
 * The tables, the same in every engine. `n` numbers are internal and never leave the store: they depend on the order of writing.
 * Days are integers `yyyymmdd`. JSON columns hold canonical JSON.
 */
export interface Tables {
  document: DocumentTable;
  article: ArticleTable;
  /** `seal`: hash of what of the article is as it was read (seal.ts). */
  article_text: { article: number; text: string; seal: string };
  revision: { source: string; article: number; number: number };
  statement: StatementTable;
  filing: FilingTable;
  outline: OutlineTable;
  /** How many claims of each type an outline has. */
  outline_size: { subject: number; type: StatementType; claims: number };
  subject: SubjectTable;
  claim: { n: number; type: StatementType; tellings: number };
  /** `articles`: how many there are, `current` and `all`; `agency` and `language`: current ones by name, `''` where none is known. */
  tally: { what: 'statements' | 'claims' | 'articles' | 'agency' | 'language'; type: string; amount: number };
  finding: FindingTable;
  decision: DecisionTable;
  entity: { id: string; json: string };
  naming: { ref: string; n: number; entity: string; json: string };
  form: { form: string; entity: string };
  block: { key: number; side: 0 | 1; name: number };
  edge: EdgeTable;
  question: { id: string; a: string; b: string; score: number; json: string };
  mention: { name: number; article: number; ord: number };
  presence: { ref: string; first: string; last: string; statements: number };
  dirty: { kind: 'name' | 'unit' | 'story'; key: string; version: number };
  wake: { day: string; unit: string };
  kept_list: KeptListTable;
  import: { id: string; at: string; json: string };
  watch: { id: string; at: string; json: string };
  /** What a model proposes of an article (its id), in the order in which it was asked. */
  proposal: { n: Generated<number>; article: string; model: string; at: string; json: string };
  /** Of which articles which model was asked. */
  asked: { article: string; model: string; at: string };
  job: JobTable;
  worker: { id: string; seen_at: string; json: string };
  /** In the order in which they came. */
  extractor: { n: Generated<number>; name: string; first_at: string };
  migration: { n: number; name: string };
  setting: { name: string; value: string };
}

/** The ledger. */
export interface DocumentTable {
  id: string;
  source: string;
  state: DocumentState;
  reason: string | null;
  attempts: number;
  extractor: string;
  first_at: string;
  last_at: string;
}

/** What is still to be read, and what failed too often to be. */
export interface JobTable {
  /** Order in which it was asked for. */
  n: Generated<number>;
  document: string;
  source: string;
  told: string;
  bytes: Uint8Array;
  /** The version that is to read it, or a newer one. */
  extractor: string;
  state: 'waiting' | 'quarantined';
  attempts: number;
  enqueued_at: string;
  /** When a queue was last told of it. */
  announced_at: string;
}

/** One row per document that was read, whatever its sources. */
export interface ArticleTable {
  n: Generated<number>;
  id: string;
  /** The first of its sources in the order of their names. */
  source: string;
  /** Publication. */
  since: number;
  until: number;
  /** 1 where a source holds these bytes now, else 0. */
  current: number;
  extractor: string;
  /** The article of the model without `source`. */
  json: string;
}

/**
 * What articles say, superseded ones too. `json` is as it was read; the other columns are made from it under the decisions of the
 * log.
 */
export interface StatementTable {
  article: number;
  /** Place in the reader's list, from 0; those that are kept stand behind. */
  ord: number;
  type: StatementType;
  modality: string;
  /** Number of its claim: `shortNumber` of the claim's key; `noClaim` where it is rejected. */
  claim: number;
  json: string;
  /** `kept`: decided once, and no longer read. */
  status: Generated<'open' | 'accepted' | 'edited' | 'rejected' | 'kept'>;
  /** What stands in its place, where that differs. */
  standing: Generated<string | null>;
}

/** The claim of a statement that does not count. */
export const noClaim = -1;

/** The log: rows are only added. */
export interface DecisionTable {
  /** Order of the log. */
  n: Generated<number>;
  id: string;
  /** The decision as a line of JSON. */
  json: string;
  /** Hash of the line. */
  seal: string;
}

/** Which statements of current articles are about which subject; made from the statements. */
export interface FilingTable {
  subject: number;
  type: StatementType;
  /** First day of its story's publication. */
  told: number;
  since: number;
  until: number;
  article: number;
  ord: number;
  claim: number;
}

/** The claims of a pair of countries, or about many of which one is this, of which pages are asked for in time order: made from the filings. */
export interface OutlineTable {
  subject: number;
  type: StatementType;
  claim: number;
  /** The earliest of its filings. */
  since: number;
  until: number;
  tellings: number;
}

/** What there are filings about. */
export interface SubjectTable {
  /** `subjectNumber`. */
  n: number;
  kind: SubjectKind;
  name: string;
  /** Codes joined by `|`. */
  countries: string;
  /** How many filings it has. */
  statements: number;
  /** Of a pair, the version of the record in which something about it changed last; of a country, in which a name in it came to something else. */
  version: Generated<number>;
}

/** Lists about a pair of countries that take long to make. */
export interface KeptListTable {
  pair: number;
  name: string;
  /** What it was made of: it holds as long as that is so. */
  made_of: string;
  /** It holds while the newest story is of a day behind `after` and not behind `until`; `null` without a bound. */
  after: string | null;
  until: string | null;
  json: string;
}

/** What does not add up. */
export interface FindingTable {
  n: Generated<number>;
  scope: string;
  /** The article in which a `story` finding was found. */
  article: number | null;
  /** 0 error, 1 warning, 2 note. */
  rank: number;
  rule: string;
  /** Article id and start of the first place: the order within a rule. */
  place: string;
  json: string;
  /** What it was found in, where its scope is kept up unit by unit. */
  unit: Generated<string | null>;
  /** Equal for findings that say the same of the same places. */
  print: Generated<number>;
  /** 1 where it is listed: it is of a current article or of the record, not answered, and not said by another row already. */
  shown: Generated<0 | 1>;
}

/** Two names that were judged; `json` is the judgement, `null` where a decision set one apart from the other. */
export interface EdgeTable {
  a: string;
  b: string;
  json: string;
}

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>;
/** A transaction: what writes takes one, so that it cannot be called without. */
export type Tx = Transaction<Tables>;

/** In a query: that the server is to plan it with its numbers each time. Others are planned a few times only (postgres/connection.ts). */
export const plannedAnew = '/* planned anew */';

/** The key that is held by whatever may change anything: alone, or together with others by what stores documents. */
export const wholeRecord = 'record';

/** The key of whoever adds to the list of jobs. */
export const jobList = 'jobs';

/** The key that is held while what documents share is written. */
export const sharedRows = 'shared';

/** What an engine brings beside the tables: its search index, and words that differ. */
export interface Engine {
  /** Column type of numbers up to 2^53. */
  bigint: 'integer' | 'bigint';
  /** Column type of bytes. */
  bytes: 'blob' | 'bytea';
  /** Column type and clause of a primary key that counts up by itself. */
  serial: 'integer' | 'bigserial';
  /** Column type of fractions. */
  double: 'real' | 'double precision';
  /** What follows the columns of a table, and of a table that is its primary key. */
  tableEnd: string;
  keyedTableEnd: string;
  search: SearchIndex;
  /** Names of the tables that the database has. */
  tables(db: Db): Promise<string[]>;
  /** The columns of a table's primary key. */
  keyOf(db: Db, table: string): Promise<string[]>;
  /** What is to be done after rows were written with numbers of their own: the next ones go on behind them. */
  filled(tx: Tx): Promise<void>;
  /** What must be there before the first table is made. */
  prepare(tx: Db): Promise<void>;
  /** Makes the views by which other programs see the record, in the place of those that are there. */
  makeViews(tx: Db): Promise<void>;
  /** What is left to do when the tables have their newest shape. */
  migrated(tx: Db): Promise<void>;
  /**
   * Waits until no other transaction holds one of these keys (`together`: holds it alone), and holds them to the end of this one. An engine with one
   * writer at a time has nothing to do.
   */
  lock(tx: Tx, keys: readonly string[], together?: boolean): Promise<void>;
  /** Another text after every write by another connection, and perhaps after others. */
  written(db: Db): Promise<string>;
  /** How often a transaction is tried that another one stands in the way of, and whether that is why it failed. */
  attempts: number;
  isPassing(error: unknown): boolean;
  /** One line for each thing that is wrong with the files of the engine. */
  integrity(db: Db): Promise<string[]>;
}

/** So many hits of a search are counted: to count them all would take longer than to find the first. */
export const mostCounted = 10_000;

/** The full-text index; it works on tokens (see search-tokens.ts), never on text. Articles are known to it by their number. */
export interface SearchIndex {
  create(db: Db): Promise<void>;
  add(tx: Tx, articles: ReadonlyMap<number, { title: string; text: string }>): Promise<void>;
  remove(tx: Tx, article: number): Promise<void>;
  clear(tx: Tx): Promise<void>;
  /** Articles in which of each part a phrase is found, best first, equals by number of the article's row in publication order. */
  find(
    db: Db,
    parts: readonly (readonly { tokens: string[]; prefix: boolean }[])[],
    page: { limit: number; offset: number },
  ): Promise<{ total: number; more: boolean; articles: number[] }>;
  /** Number of indexed articles. */
  count(db: Db): Promise<number>;
  /** One line for each thing that is wrong with the index itself. */
  check(db: Db): Promise<string[]>;
}
