import { rulePage } from '../audit/page.js';
import { rules } from '../audit/rules.js';
import type { RuleNote } from '../export/findings/sarif.js';
import { ignoreRule } from './ignores.js';

/** Everything that `check` may report: the rules of the audit, and its own on ignore lines. */
export const checkRules: readonly RuleNote[] = [ignoreRule, ...rules];

/** The page of a rule, Markdown; `undefined` where there is no such rule. */
export function pageOf(id: string): string | undefined {
  if (id === ignoreRule.id) {
    return `# ${ignoreRule.id}\n\n**${ignoreRule.title}.** Severity: ${ignoreRule.severity}. Looks at: drafts.\n\n${ignoreRule.description}\n`;
  }
  const rule = rules.find((r) => r.id === id);
  return rule && rulePage(rule);
}

/** Rules whose id has a part of what was asked for, to name them where there is no such rule; at most five. */
export function rulesLike(said: string): string[] {
  const parts = said
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part.length > 3);
  const score = (id: string): number => parts.filter((part) => id.includes(part)).length;
  const near = checkRules.filter((rule) => score(rule.id) > 0).sort((a, b) => score(b.id) - score(a.id));
  return near.slice(0, 5).map((rule) => rule.id);
}
