import { z } from 'zod';

/** A place that a finding rests on. `article` is the article's id. */
export const place = z.object({
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
});
export type Place = z.infer<typeof place>;

export const severity = z.enum(['error', 'warning', 'note']);
export type Severity = z.infer<typeof severity>;

/** What does not add up: the place itself first, then what it is held against. */
export const finding = z.object({
  rule: z.string(),
  severity,
  message: z.string(),
  evidence: z.array(place).min(1),
  suggestion: z.string().nullable(),
});
export type Finding = z.infer<typeof finding>;
