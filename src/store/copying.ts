/** Some rows of a table, as they are: texts, numbers, bytes and null by the names of their columns. */
export interface TableRows {
  table: string;
  rows: readonly Record<string, unknown>[];
}

/** A record as a whole, for moving it to another store of the same shape. */
export interface Copying {
  /** How many rows there are in all. */
  size(): Promise<number>;
  /** Every row of every table, of one state of the record, in a fixed order that is the same in every engine. */
  rows(): AsyncIterable<TableRows>;
  /**
   * Takes in the rows of another record, all in one transaction, in place of what is there. Throws a `RangeError` where anything is there, unless `replace` is
   * given.
   */
  fill(rows: AsyncIterable<TableRows>, replace?: boolean): Promise<void>;
}
