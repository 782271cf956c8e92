import { z } from 'zod';
import type { Bound } from './statement.js';

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

/**
 * What a message puts in. A text stands as it is (names, words of a story), a number too; all else each language writes in its own way: an amount
 * (decimal digits), a percentage, a date as told and a period (EDTF), a country or group, so many powers of ten, a day of the week (0: Sunday), a measure, two sides (`directed`: from the one to the
 * other) with their period, several of these, or another message.
 */
export type MessageValue =
  | string
  | number
  | { amount: string; upper?: string; unit: string | null; bound?: Bound | null }
  | { percent: string; upper?: string }
  | { date: string }
  | { period: string }
  | { place: string }
  | { powers: number }
  | { weekday: number }
  | { measure: string; label?: string }
  | { sides: string[]; directed: boolean; date?: string }
  | { all: MessageValue[] }
  | Said;

/** A message that can be said in any language: in English with `{0}`, `{1}`, … where its values go. */
export interface Said {
  text: string;
  values: MessageValue[];
}

const said: z.ZodType<Said> = z.object({
  text: z.string(),
  values: z.array(z.unknown() as z.ZodType<MessageValue>).describe('texts, numbers, amounts, percentages, dates, places, …'),
});

/** The amount that was probably meant. */
export const meant = z.object({
  amount: z.string().describe('decimal digits'),
  unit: z.string().nullable(),
  written: z.string().nullable().describe('as the story would write its number; null where the digits do'),
});
export type Meant = z.infer<typeof meant>;

/** What does not add up: the place itself first, then what it is held against. */
export const finding = z.object({
  rule: z.string(),
  severity,
  message: z.string(),
  said: said.optional().describe('the message with its values apart, to be said in other languages'),
  evidence: z.array(place).min(1),
  suggestion: z.string().nullable(),
  meant: meant.optional().describe('the amount of the suggestion, where it is one, to be written in other languages'),
});
export type Finding = z.infer<typeof finding>;
