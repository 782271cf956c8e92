import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { Reported } from '../app/check.js';
import { packageRoot } from '../app/record.js';
import type { Speaker } from '../app/speaker.js';
import type { Severity } from '../model/finding.js';
import type { Checkup } from './drafts.js';
import type { Locations } from './locations.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};
const ranks: readonly Severity[] = ['error', 'warning', 'note'];

/** How findings are to be shown. */
export interface Showing {
  /** Findings less grave than this are left out. */
  least: Severity;
  /** Whether the editor shows related places beside the message. */
  related: boolean;
  /** In the language of the editor. */
  speaker: Speaker;
}

/** What an editor shows of a draft: the findings that count, and why it was not read, or not as a whole. */
export function diagnosticsOf(checkup: Checkup, locations: Locations, showing: Showing): Diagnostic[] {
  const { checked, sheet } = checkup;
  const found = checked.reported
    .filter((r) => r.suppression === null && shown(r.finding.severity, showing))
    .map((reported) => diagnosticOf(reported, checkup, locations, showing));
  const { problem } = checked;
  if (!problem || problem.code === 'empty') return found;
  const severity = problem.fatal ? 'warning' : 'note';
  if (!shown(severity, showing)) return found;
  const start = { line: 0, character: 0 };
  const end = sheet.document.positionAt(sheet.document.getText().search(/$/m));
  const message = `This text ${problem.message}`;
  return [{ range: { start, end }, severity: severities[severity], source: 'rapporteur', code: `read/${problem.code}`, message }, ...found];
}

/** One finding. Its places in earlier stories are in the message where the editor shows no related ones. */
export function diagnosticOf(
  { finding, at, against }: Reported,
  { sheet }: Checkup,
  locations: Locations,
  { related, speaker }: Showing,
): Diagnostic {
  const page = pageUri(finding.rule);
  const suggestion = speaker.suggestion(finding);
  const [suggested, heldAgainst] = [capital(speaker.suggested), capital(speaker.heldAgainst)];
  const lines = [
    speaker.finding(finding),
    ...(suggestion === null ? [] : [`${suggested}${speaker.colon}${suggestion}`]),
    ...(related ? [] : against.map((spot) => `${heldAgainst} ${spot.source}:${spot.line}:${spot.column} “${spot.quote}”`)),
  ];
  const information = related
    ? against.map((spot) => ({ location: locations.of(spot), message: `${heldAgainst} “${spot.quote}” (${spot.source})` }))
    : [];
  return {
    range: sheet.range(at.start, at.end),
    severity: severities[finding.severity],
    source: 'rapporteur',
    code: finding.rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    message: lines.join('\n'),
    ...(information.length > 0 ? { relatedInformation: information } : {}),
  };
}

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1);
const shown = (severity: Severity, { least }: Showing): boolean => ranks.indexOf(severity) <= ranks.indexOf(least);

/** The page of a rule in the package's own folder, as an address. */
function pageUri(rule: string): string | undefined {
  const file = path.join(packageRoot, 'docs', rule === 'check/ignore' ? 'cli.md' : `rules/${rule}.md`);
  return existsSync(file) ? pathToFileURL(file).href : undefined;
}
