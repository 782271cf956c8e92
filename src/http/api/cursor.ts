import { createHash } from 'node:crypto';
import { apart } from '../../model/sentence.js';
import { Problem } from './problem.js';

const version = 1;

/** What a list is of, so that a cursor of one list is not taken for that of another. */
function listOf(path: string, query: Readonly<Record<string, unknown>>): string {
  const { limit: _, cursor: __, ...filters } = query;
  const named = Object.entries(filters).filter(([, value]) => value !== undefined);
  return createHash('sha256')
    .update(JSON.stringify([path, named.sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url')
    .slice(0, 8);
}

/** Where a list goes on, as text without meaning for others. */
export function cursorFor(path: string, query: Readonly<Record<string, unknown>>, next: string | null): string | null {
  return next === null ? null : Buffer.from(JSON.stringify([version, listOf(path, query), next])).toString('base64url');
}

/** What a cursor leads on from; `undefined` without one. Throws a `Problem` for one that this list never gave. */
export function afterOf(path: string, query: Readonly<Record<string, unknown>> & { cursor?: string | undefined }): string | undefined {
  if (query.cursor === undefined) return undefined;
  const bad = new Problem(400, 'bad-cursor', apart`This cursor is none of this list with these filters: begin without one.`);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(query.cursor, 'base64url').toString('utf8'));
  } catch {
    throw bad;
  }
  if (!Array.isArray(parts) || parts[0] !== version || parts[1] !== listOf(path, query) || typeof parts[2] !== 'string') throw bad;
  return parts[2];
}
