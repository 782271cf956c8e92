import { z } from 'zod';
import { finding } from './finding.js';
import { edtfDate, statement } from './statement.js';

export const passageRoles = ['title', 'lead', 'caption', 'credit', 'dateline', 'body', 'endmark', 'related'] as const;

/** A stretch of the text with one role; offsets in code points of the text as read. */
export const passage = z.object({
  role: z.enum(passageRoles),
  item: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Passage = z.infer<typeof passage>;

export const published = z.object({
  date: edtfDate,
  basis: z.enum(['stated', 'metadata', 'inferred']),
  quote: z.string().nullable(),
});
export type Published = z.infer<typeof published>;

export const article = z.object({
  id: z.string().describe('sha256: of the bytes as read'),
  source: z.string().describe('path or URL'),
  language: z.string().nullable(),
  title: z.string().nullable(),
  agency: z.string().nullable(),
  place: z.string().nullable(),
  published: published.nullable(),
  passages: z.array(passage),
  url: z.string().optional().describe('canonical address, where the page, feed or archive gives one'),
});
export type Article = z.infer<typeof article>;

/** The version of the fields and their meaning, `major.minor`; docs/schema.md says what may change in which. */
export const schemaVersion = '1.0';

/** What reading one article gives. */
export const reading = z.object({
  article,
  statements: z.array(statement),
  findings: z.array(finding),
});
export type Reading = z.infer<typeof reading>;

/** One line of `read --format jsonl`. */
export const line = z.object({ schemaVersion: z.string().describe('version of this schema, `major.minor`'), ...reading.shape });
export type Line = z.infer<typeof line>;

/** What reading gave, as it is printed. */
export function lineOf(given: Reading): Line {
  return { schemaVersion, ...given };
}
