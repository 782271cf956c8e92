import type { Article } from '../model/article.js';
import type { Finding } from '../model/finding.js';
import type { Statement, StatementOf, StatementType } from '../model/statement.js';

/** A statement of a story with the key of the claim that it makes: statements of all stories that say the same have the same key. */
export interface Fact<S extends Statement = Statement> {
  statement: S;
  claim: string;
}

/** A finding whose first place is in the story. `id` is a hash of all that it says. */
export interface ExportedFinding {
  id: string;
  finding: Finding;
}

/** One story of the record with what it says and what does not add up in it. */
export interface ExportedStory {
  article: Article;
  /** The text as read. */
  text: string;
  facts: readonly Fact[];
  findings: readonly ExportedFinding[];
}

/** Stories in the fixed order of the record: by publication (unknown last), then id. */
export type Stories = AsyncIterable<ExportedStory>;

/** What a format must be told of the world, since a pure room owns no table of it. */
export interface World {
  /** ISO 3166-1 alpha-3 of a state; `null` for a group. */
  alpha3(code: string): string | null;
  /** The English name of a country or group; the code where it has none. */
  placeName(code: string): string;
  /** A key of 32 hexadecimal digits for who a name means: spellings of one person in one country have one key. */
  personKey(name: string, country: string | null): string;
  /** A key of 32 hexadecimal digits for a thing of a kind under its name. */
  thingKey(kind: string, name: string, countries: readonly string[]): string;
  /** What a statement says, in one line of English. */
  describe(statement: Statement): string;
  /** The bytes of an SQLite file: `before` and `after` are SQL that is run before and after the rows are inserted, each by the SQL that comes with it. */
  database(
    before: readonly string[],
    rows: AsyncIterable<readonly [insert: string, values: readonly (string | number | null)[]]>,
    after: readonly string[],
  ): AsyncIterable<Uint8Array>;
}

/**
 * The key of a statement as one story makes it: the hexadecimal digits of the story's id, a colon, and the statement's id. The same sentence in two stories
 * has one id and two keys.
 */
export function keyOf({ article }: Pick<ExportedStory, 'article'>, { id }: Pick<Statement, 'id'>): string {
  return `${article.id.replace(/^sha256:/, '')}:${id}`;
}

/** The facts of one type. */
export function factsOf<T extends StatementType>(story: ExportedStory, type: T): Fact<StatementOf<T>>[] {
  return story.facts.filter((fact): fact is Fact<StatementOf<T>> => fact.statement.type === type);
}

/** Where a story can be opened on the web; `null` for a path. */
export function webAddress(article: Article): string | null {
  return /^https?:\/\//.test(article.source) ? article.source : null;
}

/** Whole days only: `2024-06-19`; `null` for a month, a year, an interval or about a day. */
export function wholeDay(date: string | null): string | null {
  return date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
}
