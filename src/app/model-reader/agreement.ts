import type { Article } from '../../model/article.js';
import { kinds } from '../../model/kinds/registry.js';
import type { Statement } from '../../model/statement.js';
import { canonicalJson } from '../../record/canonical.js';
import { claimKey } from '../../record/claims.js';

/** Claims by who makes them: `same`, both with the same values; `differ`, both with other values; else one of them alone. */
export interface Agreement {
  same: number;
  differ: number;
  rulesOnly: number;
  modelOnly: number;
}

/** How what a model reads in a story stands to what the rules read. */
export function agreementOf(rules: readonly Statement[], model: readonly Statement[], article: Article): Agreement {
  const [one, other] = [claimsOf(rules, article), claimsOf(model, article)];
  const both = [...one.keys()].filter((key) => other.has(key));
  const same = both.filter((key) => [...one.get(key)!].some((values) => other.get(key)!.has(values))).length;
  return { same, differ: both.length - same, rulesOnly: one.size - both.length, modelOnly: other.size - both.length };
}

/** The values with which each claim is made, by its key. */
export type Claims = ReadonlyMap<string, ReadonlySet<string>>;

/** The claims of a story's statements. */
export function claimsOf(statements: readonly Statement[], article: Article): Claims {
  const claims = new Map<string, Set<string>>();
  for (const statement of statements) {
    const key = claimKey(statement, article);
    claims.set(key, (claims.get(key) ?? new Set()).add(valuesOf(statement)));
  }
  return claims;
}

/** Whether a statement of the same story is among claims with the same values. */
export function isAmong(claims: Claims, statement: Statement, article: Article): boolean {
  return claims.get(claimKey(statement, article))?.has(valuesOf(statement)) ?? false;
}

function valuesOf(statement: Statement): string {
  const fields = statement as unknown as Record<string, unknown>;
  return canonicalJson(kinds[statement.type].conflict.map((field) => fields[field] ?? null));
}
