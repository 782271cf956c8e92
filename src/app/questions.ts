import { createHash } from 'node:crypto';
import type { Question } from '../resolve/entities.js';
import type { Store } from '../store/port.js';
import { logOf, resolveRecord } from './entities.js';

/** A question with a short id by which it can be answered. */
export interface OpenQuestion extends Question {
  short: string;
}

/** Open questions about who is who, the likeliest first, of how many. Brings what names come to up to date. */
export async function openQuestions(store: Store, limit: number): Promise<{ total: number; questions: OpenQuestion[] }> {
  const resolved = await resolveRecord(store, await logOf(store));
  const all = resolved?.questions ?? (await store.questions({ limit: Number.MAX_SAFE_INTEGER }));
  return { total: all.length, questions: all.slice(0, limit).map((q) => ({ ...q, short: shortOf(q) })) };
}

/** The open question with a short id; `undefined` where there is none. */
export async function questionOf(store: Store, short: string): Promise<Question | undefined> {
  return (await store.questions({ limit: Number.MAX_SAFE_INTEGER })).find((q) => shortOf(q) === short);
}

/** The short id of a question: `q` and eight hex digits, made of both names: the same question has the same id. */
export function shortOf({ id }: Question): string {
  return `q${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
}
