import type { Insertable, InsertObject } from 'kysely';
import type { Tables, Tx } from './tables.js';

/** Rows per statement are powers of two up to this, so that few different queries have to be prepared. */
const largest = 512;

/** Cuts rows into pieces of 512, 256, … 1. */
export function* inPowers<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0, size = largest; at < rows.length; ) {
    while (size > rows.length - at) size /= 2;
    yield rows.slice(at, at + size);
    at += size;
  }
}

/** Inserts any number of rows, several to a query. */
export async function insertRows<T extends keyof Tables>(tx: Tx, table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void> {
  for (const piece of inPowers(rows))
    await tx
      .insertInto(table)
      .values(piece as unknown as InsertObject<Tables, T>[])
      .execute();
}
