import type { Article } from '../model/article.js';
import { kinds } from '../model/kinds/registry.js';
import type { Actor, Statement, StatementType } from '../model/statement.js';
import { canonicalJson, canonicalName, digest } from './canonical.js';
import type { Claim, Told } from './told.js';

/** Where this field is not known, two stories are not known to speak of the same fact. */
const needed: Partial<Record<StatementType, string>> = { figure: 'period', event: 'date', target: 'due' };

/** Who an actor is: the name says it, the office only where there is no name. */
function actorIdentity(actor: Actor): unknown {
  const who = actor.name ?? actor.office;
  return { who: who === null ? null : canonicalName(who), country: actor.country, role: actor.role };
}

function identityValue(value: unknown): unknown {
  if (typeof value === 'string') return canonicalName(value);
  if (Array.isArray(value)) return value.map(identityValue);
  if (value !== null && typeof value === 'object' && 'role' in value) return actorIdentity(value as Actor);
  return value ?? null;
}

const sorted = (values: readonly unknown[]): unknown[] =>
  values
    .map((v) => ({ v, at: canonicalJson(v) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ v }) => v);

/**
 * What a statement claims, without how it is worded: the identity fields of its kind, lists whose order says nothing sorted,
 * the two ends of `trade.total` too. A figure without a period, an event without a date and a target without a due date are
 * held to the day on which they were told (or to their story), because "not known" is not "the same".
 */
export function claimIdentity(statement: Statement, article: Article): Record<string, unknown> {
  const kind = kinds[statement.type];
  const fields = statement as unknown as Record<string, unknown>;
  const identity: Record<string, unknown> = { type: statement.type };
  for (const field of kind.identity) {
    const value = identityValue(fields[field]);
    identity[field] = Array.isArray(value) && kind.unordered.includes(field) ? sorted(value) : value;
  }
  if (identity.measure === 'trade.total') [identity.from, identity.to] = sorted([identity.from, identity.to]);
  const field = needed[statement.type];
  if (field !== undefined && identity[field] === null) {
    identity.told = statement.item === 0 ? (article.published?.date ?? article.id) : `${article.id}#${statement.item}`;
  }
  return identity;
}

/** A stable key of 32 hexadecimal digits: equal for statements that say the same thing. */
export function claimKey(statement: Statement, article: Article): string {
  return digest(canonicalJson(claimIdentity(statement, article)), 32);
}

/** Groups statements, given in the order in which they are to be listed, into claims; each claim stands where its first telling does. */
export function claimsOf<S extends Statement>(told: readonly Told<S>[]): Claim<S>[] {
  const claims = new Map<string, Claim<S> & { told: Told<S>[] }>();
  for (const one of told) {
    const said = canonicalJson(claimIdentity(one.statement, one.article));
    const claim = claims.get(said);
    if (claim) claim.told.push(one);
    else claims.set(said, { key: digest(said, 32), type: one.statement.type, told: [one] });
  }
  return [...claims.values()];
}
