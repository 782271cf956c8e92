import { z } from 'zod';
import { statement } from '../model/statement.js';

/** What somebody decided, as one line of the log. Lines are only ever added; a later line may undo an earlier one. */

const text = z.string().min(1);

/** Who decides. A machine's suggestion never stands against a person. */
export const author = z.object({ kind: z.enum(['person', 'machine']), name: text });

/** A place that was looked at before deciding. */
export const seenPlace = z.object({
  article: text,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
});

/** What a decision speaks of, the most special first. `source` is a path, a URL or the name of an agency. */
export const scopeLevels = ['statement', 'claim', 'article', 'source', 'rule'] as const;
export const scope = z.object({ level: z.enum(scopeLevels), id: text });
export type Scope = z.infer<typeof scope>;

const base = {
  id: text.describe('unique in the log; the writer chooses it'),
  at: z.iso.datetime().describe('when, in UTC'),
  by: author,
  why: z.string(),
  evidence: z.array(seenPlace).describe('what was seen'),
  batch: text.optional().describe('the import that it came with'),
};

/** Two names, by their refs, are one or two. A ref may be that of a single statement (`…#<statement>`). */
export const identityDecision = z.object({
  ...base,
  kind: z.literal('identity'),
  a: text,
  b: text,
  is: z.enum(['same', 'different', 'unsure']),
});

/** Fields that say how a statement was read and not what it says: no decision changes them. */
export const readingFields: ReadonlySet<string> = new Set([
  ...['id', 'type', 'item', 'quote', 'start', 'end', 'confidence', 'rule', 'roles'],
]);

/** Whether a statement is what a language model proposes, and no rule has read it. */
export function isProposed({ rule }: { rule: string }): boolean {
  return rule.startsWith('model/');
}

/** One statement, as it was read when it was judged: it is right, it is right with other fields, or it is not said there. */
export const statementDecision = z.object({
  ...base,
  kind: z.literal('statement'),
  article: text,
  read: statement,
  is: z.enum(['accept', 'edit', 'reject']),
  fields: z.record(z.string(), z.unknown()).optional().describe('for `edit`: what is to stand instead'),
});

/** All statements of a claim, an article, a source or an extractor's rule at once. */
export const broadDecision = z.object({ ...base, kind: z.literal('broad'), scope, is: z.enum(['accept', 'reject']) });

/** Of the values of one claim, the one of this statement is to be shown first. */
export const preferenceDecision = z.object({ ...base, kind: z.literal('preference'), claim: text, statement: text });

/** What is said there is said, and is wrong. */
export const wrongDecision = z.object({ ...base, kind: z.literal('wrong'), scope, reason: text });

/** An earlier decision no longer holds. Undoing an undo brings it back. */
export const undoDecision = z.object({ ...base, kind: z.literal('undo'), of: text });

export const decision = z.discriminatedUnion('kind', [
  identityDecision,
  statementDecision,
  broadDecision,
  preferenceDecision,
  wrongDecision,
  undoDecision,
]);
export type Decision = z.infer<typeof decision>;
export type DecisionOf<K extends Decision['kind']> = Extract<Decision, { kind: K }>;

/** How special the subject of a decision is: 0 the most. */
export function rankOf(d: Decision): number {
  if (d.kind === 'broad' || d.kind === 'wrong') return scopeLevels.indexOf(d.scope.level);
  return d.kind === 'preference' ? 1 : 0;
}

/**
 * The decision that holds, of several about one thing that stand in the order of the log: a person's before a machine's, the more
 * special before the more general, the newer before the older, the later in the log.
 */
export function strongest<D extends Decision>(inOrder: readonly D[]): D | undefined {
  const person = (d: D): number => (d.by.kind === 'person' ? 0 : 1);
  return inOrder
    .map((d, i) => ({ d, i }))
    .sort((p, q) => person(p.d) - person(q.d) || rankOf(p.d) - rankOf(q.d) || (p.d.at > q.d.at ? -1 : p.d.at < q.d.at ? 1 : q.i - p.i))[0]
    ?.d;
}

/** One line of the log: JSON with sorted keys, the same for the same decision. */
export function lineOf(d: Decision): string {
  return JSON.stringify(d, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** Reads one line. Throws an `Error` that says what is wrong with it. */
export function decisionIn(line: string): Decision {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error('not JSON');
  }
  const parsed = decision.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue!.path.join('.') || 'decision'}: ${issue!.message}`);
}
