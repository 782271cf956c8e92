import type { Kysely } from 'kysely';
import type { Engine } from './tables.js';

/** A step from one shape of the tables to the next. A step that was released is never edited: the next change is a new step. */
export interface Migration {
  n: number;
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a step sees the tables as they were then, not as `Tables` says now.
  up(db: Kysely<any>, engine: Engine): Promise<void>;
}
