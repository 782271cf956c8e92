import type { z } from 'zod';
import type { StatementType } from '../statement.js';

/** A kind of fact as data: the record, the exports and the pages derive from this. */
export interface Kind {
  type: StatementType;
  label: { en: string; zh: string; vi: string; ru: string };
  /** Name of its table where others query it. */
  table: string;
  schema: z.ZodObject;
  /** The fields that say which fact it is: statements that agree on them are one claim. */
  identity: readonly string[];
  /** The fields on which two statements of one claim group can contradict each other. */
  conflict: readonly string[];
  /** Fields whose order says nothing. */
  unordered: readonly string[];
}
