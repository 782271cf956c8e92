import { z } from 'zod';
import { placeCode } from '../app/places.js';
import type { Store } from '../app/record.js';
import { type Answer, Unanswerable } from './answer.js';

/** A question that an agent can put to the record. None changes anything. */
export interface Tool<Input extends z.ZodRawShape = z.ZodRawShape> {
  name: string;
  title: string;
  /** What it answers and when to ask it, for the agent. */
  description: string;
  input: Input;
  /** Fields of the answer beyond those that every answer has. */
  more: z.ZodRawShape;
  /** Throws `Unanswerable` over a question that makes no sense. */
  run(record: Store, input: z.infer<z.ZodObject<Input>>): Promise<Answer & Record<string, unknown>>;
}

/** Keeps the types of a tool's input. */
export function tool<Input extends z.ZodRawShape>(made: Tool<Input>): Tool {
  return made as unknown as Tool;
}

const place = z.string().min(1).max(80);
/** The two ends of a question about a pair. */
export const pairInput = {
  a: place.describe('a country or group: a code (VN, EAEU) or a name in English or Chinese (Vietnam, 越南)'),
  b: place.describe('the other one'),
};
/** Which part of a long answer. */
export const pageInput = {
  limit: z.number().int().min(1).max(100).default(20).describe('rows to give'),
  offset: z.number().int().min(0).max(1_000_000).default(0).describe('rows to leave out first'),
};

/** The code of a country or group as somebody names it. */
export function codeOf(said: string): string {
  const code = placeCode(said);
  if (code === undefined)
    throw new Unanswerable('No country or group is called that: use a code such as VN or EAEU, or a name in English or Chinese.');
  return code;
}

/** The codes of two different ones. */
export function codesOf({ a, b }: { a: string; b: string }): [string, string] {
  const codes: [string, string] = [codeOf(a), codeOf(b)];
  if (codes[0] === codes[1]) throw new Unanswerable('These are the same: name two different countries or groups.');
  return codes;
}
