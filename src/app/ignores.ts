import type { Finding, Severity } from '../model/finding.js';

/**
 * A line of a draft of its own that lets findings of one rule in the paragraph after it pass:
 * `<!-- rapporteur-ignore figures/parts-do-not-sum: the ministry's own total -->`. Without a reason it lets nothing pass.
 */
export interface Ignore {
  rule: string;
  reason: string;
  /** The line, in code points. */
  start: number;
  end: number;
  quote: string;
  /** The paragraph that it speaks of: the next line that is neither blank nor such a line. */
  from: number;
  to: number;
}

/** A draft with its ignore lines taken out of what is read: blanks in their place, so that every offset stays. */
export interface Silenced {
  text: string;
  ignores: Ignore[];
}

/** The rule under which lines that do not do what they should are reported; the audit has no part in it. */
export const ignoreRule = {
  id: 'check/ignore',
  severity: 'warning' as Severity,
  title: 'An ignore without a reason, of no rule, or of nothing',
  description: `A line of a draft of the form \`<!-- rapporteur-ignore RULE: reason -->\` lets findings of that rule pass whose first place in the draft is in the
paragraph after it. It needs a rule that there is and a reason; where one is missing it lets nothing pass and is a warning. A line that no
finding answers to is a note: what it excused is mended, and it can go.

Take such lines out before the story is published.`,
};

const opening = /^\s*<!--\s*rapporteur-ignore(?![\w-])/;

/** Finds the ignore lines of a draft. Pure. */
export function silence(text: string): Silenced {
  if (!text.includes('rapporteur-ignore')) return { text, ignores: [] };
  const ignores: Ignore[] = [];
  const lines: string[] = [];
  let waiting: Ignore[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const end = at + Array.from(line).length;
    if (opening.test(line)) {
      const found = ignoreOf(line, at);
      waiting.push(found);
      ignores.push(found);
      lines.push(' '.repeat(end - at));
    } else {
      lines.push(line);
      if (line.trim() !== '') {
        for (const ignore of waiting) [ignore.from, ignore.to] = [at, end];
        waiting = [];
      }
    }
    at = end + 1;
  }
  return { text: lines.join('\n'), ignores };
}

/** The line that lets findings of a rule in the paragraph after it pass; an empty reason is for a person to fill in. */
export function ignoreLine(rule: string, reason: string): string {
  return `<!-- rapporteur-ignore ${rule}: ${reason} -->`;
}

function ignoreOf(line: string, at: number): Ignore {
  const inside = line.replace(opening, '').trim();
  const said = inside.endsWith('-->') ? inside.slice(0, -3).trim() : '';
  const colon = said.search(/[:：]/);
  const quote = line.trim();
  const start = at + Array.from(line.slice(0, line.indexOf('<'))).length;
  return {
    rule: (colon < 0 ? said : said.slice(0, colon)).trim(),
    reason: colon < 0 ? '' : said.slice(colon + 1).trim(),
    start,
    end: start + Array.from(quote).length,
    quote,
    from: 0,
    to: 0,
  };
}

/** Findings let pass, each with the reason given, and what is wrong with the ignore lines themselves. */
export interface Ignored {
  reasons: Map<Finding, string>;
  findings: Finding[];
}

/** Holds the findings about a draft against its ignore lines. `rules` are the ids that there are. Pure. */
export function heed(article: string, ignores: readonly Ignore[], findings: readonly Finding[], rules: ReadonlySet<string>): Ignored {
  const ignored: Ignored = { reasons: new Map(), findings: [] };
  for (const ignore of ignores) {
    const fault = faultOf(ignore, rules);
    const met = fault === null ? findings.filter((f) => f.rule === ignore.rule && within(f, article, ignore)) : [];
    for (const finding of met) if (!ignored.reasons.has(finding)) ignored.reasons.set(finding, ignore.reason);
    if (fault === null && met.length > 0) continue;
    const { start, end, quote } = ignore;
    ignored.findings.push({
      rule: ignoreRule.id,
      severity: fault === null ? 'note' : ignoreRule.severity,
      message: fault ?? `Nothing in the next paragraph is reported by ${ignore.rule}: the line can go`,
      evidence: [{ article, start, end, quote }],
      suggestion: null,
    });
  }
  return ignored;
}

function faultOf({ rule, reason }: Ignore, rules: ReadonlySet<string>): string | null {
  if (rule === '') return 'An ignore names a rule and a reason: <!-- rapporteur-ignore RULE: reason -->';
  if (!rules.has(rule)) return `There is no rule ${rule}: nothing is ignored`;
  return reason === '' ? `An ignore needs a reason: nothing of ${rule} is ignored` : null;
}

function within(finding: Finding, article: string, { from, to }: Ignore): boolean {
  const place = finding.evidence.find((p) => p.article === article);
  return place !== undefined && place.start >= from && place.start < to;
}
