import type { Severity } from '../../model/finding.js';
import type { Reported, Spot } from './report.js';

/** What SARIF says of a rule. */
export interface RuleNote {
  id: string;
  severity: Severity;
  title: string;
  /** Markdown paragraphs. */
  description: string;
}

/** A draft that could not be read, or only in part. */
export interface SarifProblem {
  source: string;
  message: string;
  fatal: boolean;
}

/** Everything that a log holds. */
export interface SarifInput {
  /** The version of Rapporteur. */
  version: string;
  /** Every rule; those that found nothing are left out of the log. */
  rules: readonly RuleNote[];
  reported: readonly Reported[];
  problems: readonly SarifProblem[];
}

/**
 * A SARIF 2.1.0 log (OASIS standard) with one run, a newline at its end. Columns are code points; suppressed findings are in it with
 * their justification, and typographic ones with the replacement as a fix.
 */
export function findingsSarif({ version, rules, reported, problems }: SarifInput): string {
  const met = new Set(reported.map((r) => r.finding.rule));
  const named = rules.filter((rule) => met.has(rule.id));
  const index = new Map(named.map((rule, i) => [rule.id, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Rapporteur', version, semanticVersion: version, rules: named.map(descriptor) } },
        columnKind: 'unicodeCodePoints',
        invocations: [{ executionSuccessful: !problems.some((p) => p.fatal), toolExecutionNotifications: problems.map(notification) }],
        results: reported.map((r) => result(r, index.get(r.finding.rule) ?? -1)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ id, severity, title, description }: RuleNote): object {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: { text: description, markdown: description },
    defaultConfiguration: { level: severity },
  };
}

function result({ finding, at, against, fingerprint, suppression, mend }: Reported, ruleIndex: number): object {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity,
    message: { text: finding.suggestion ? `${finding.message}. Suggestion: ${finding.suggestion}` : finding.message },
    locations: [{ physicalLocation: physical(at) }],
    relatedLocations: against.map((spot, i) => ({
      id: i + 1,
      physicalLocation: physical(spot),
      message: { text: `Held against “${spot.quote}”` },
    })),
    partialFingerprints: { 'rapporteurFinding/v1': fingerprint },
    ...(suppression && {
      suppressions: [{ kind: suppression.by === 'ignore' ? 'inSource' : 'external', justification: suppression.reason }],
    }),
    ...(mend !== null && { fixes: [fix(at, mend)] }),
  };
}

function physical(spot: Spot): object {
  return { artifactLocation: { uri: uriOf(spot.source) }, region: { ...region(spot), snippet: { text: spot.quote } } };
}

function region({ line, column, endLine, endColumn }: Spot): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fix(at: Spot, text: string): object {
  return {
    description: { text: `“${text}” in place of “${at.quote}”` },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(at.source) },
        replacements: [{ deletedRegion: region(at), insertedContent: { text } }],
      },
    ],
  };
}

function notification({ source, message, fatal }: SarifProblem): object {
  return {
    level: fatal ? 'error' : 'warning',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(source) } } }],
  };
}

/** A path as a URI reference, relative where the path is; a URL stays as it is. */
export function uriOf(source: string): string {
  if (/^https?:\/\//.test(source)) return source.replace(/\s/g, encodeURIComponent);
  // half a surrogate pair has no percent form
  const steps = source
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent);
  const path = steps.map((step, i) => (i === 0 && /^[A-Za-z]%3A$/.test(step) ? `/${step[0]}:` : step)).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
