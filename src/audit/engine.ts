import type { Article } from '../model/article.js';
import type { Finding } from '../model/finding.js';
import type { Statement } from '../model/statement.js';
import type { Unit } from '../record/units.js';
import { type Known, type RecordView, viewOf } from '../record/view.js';
import type { Found, Rule } from './rule.js';
import { rules as allRules } from './rules.js';
import { inEnglish } from './say.js';
import { correctionText } from './wording.js';

/** A rule that could not judge what it was given; the other rules have gone on. */
export interface Failure {
  rule: string;
  /** The story it was looking at; `null` for a rule over the record. */
  article: string | null;
  reason: string;
}

export interface Audited {
  /** Each once; in the order of the view's articles, then of place, rule and message. */
  findings: Finding[];
  /** Faults of the audit itself, never of the stories. Empty unless a rule has a fault. */
  failures: Failure[];
}

/**
 * What does not add up within one story: every rule that needs no record. `statements` are the story's own, with offsets into `text`,
 * `log` what was decided of names. Pure; never throws.
 */
export function auditStory(
  article: Article,
  text: string,
  statements: readonly Statement[],
  rules: readonly Rule[] = allRules,
  log?: Known['log'],
): Audited {
  const view = viewOf([{ article, text, statements }], { log });
  return settle(
    view,
    rules.filter((r) => r.scope !== 'record').map((rule) => runOne(rule, view, rule.scope === 'story' ? article.id : null)),
  );
}

/**
 * What does not add up in the whole view: each story for itself, then the record. For a draft beside the record keep the findings
 * that have the draft among their evidence, and give its article as `only`: no other story is then looked at by itself. Pure; never throws.
 */
export function audit(view: RecordView, rules: readonly Rule[] = allRules, only?: string): Audited {
  const alone = rules.filter((r) => r.scope === 'story');
  const together = rules.filter((r) => r.scope !== 'story');
  const results = together.map((rule) => runOne(rule, view, null));
  if (alone.length > 0) {
    for (const article of view.articles()) {
      if (only !== undefined && article.id !== only) continue;
      const one = view.only(article.id);
      for (const rule of alone) {
        const result = runOne(rule, one, article.id);
        if (result.found.length > 0 || result.failure) results.push(result);
      }
    }
  }
  return settle(view, results);
}

/** What does not add up in one unit of a record, and when that may change by time alone. Pure; never throws. */
export function auditUnit(over: Unit, view: RecordView, rules: readonly Rule[] = allRules): Audited & { wakes: string[] } {
  const own = rules.filter((r) => r.scope !== 'story' && r.over === over);
  const results = own.map((rule) => runOne(rule, view, null));
  return { ...settle(view, results), wakes: [...new Set(own.flatMap((rule) => rule.wakes?.(view) ?? []))].sort() };
}

interface Result {
  rule: Rule;
  found: readonly Found[];
  failure?: Failure;
}

function runOne(rule: Rule, view: RecordView, article: string | null): Result {
  try {
    return { rule, found: rule.run(view) };
  } catch (e) {
    return { rule, found: [], failure: { rule: rule.id, article, reason: e instanceof Error ? e.message : String(e) } };
  }
}

function settle(view: RecordView, results: readonly Result[]): Audited {
  const order = new Map(view.articles().map((a, i) => [a.id, i]));
  const seen = new Set<string>();
  const keyed: { key: readonly (string | number)[]; finding: Finding }[] = [];
  for (const { rule, found } of results)
    for (const f of found) {
      const first = f.evidence[0];
      if (!first) continue;
      const finding: Finding = {
        rule: rule.id,
        severity: f.severity ?? rule.severity,
        message: inEnglish(f.message),
        said: f.message,
        evidence: [...f.evidence],
        ...suggested(f.suggestion),
      };
      const identity = JSON.stringify([finding.rule, finding.message, finding.evidence]);
      if (seen.has(identity)) continue;
      seen.add(identity);
      keyed.push({ key: [order.get(first.article) ?? -1, first.start, first.end, rule.id, finding.message], finding });
    }
  keyed.sort((a, b) => byKey(a.key, b.key));
  return { findings: keyed.map((k) => k.finding), failures: results.flatMap((r) => r.failure ?? []) };
}

function suggested(suggestion: Found['suggestion']): Pick<Finding, 'suggestion' | 'meant'> {
  return typeof suggestion === 'object'
    ? { suggestion: correctionText(suggestion), meant: suggestion }
    : { suggestion: suggestion ?? null };
}

function byKey(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i]!;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
