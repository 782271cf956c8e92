import type { Severity } from '../../model/finding.js';
import type { Reported, Spot } from './report.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** Findings as workflow commands of GitHub Actions, one line each: they show beside the line of the draft. Suppressed ones are left out. */
export function findingsGithub(reported: readonly Reported[]): string {
  return reported
    .filter((r) => r.suppression === null)
    .map(command)
    .join('');
}

function command({ finding, at, against }: Reported): string {
  // columns of a place that goes over a line's end are refused
  const reach = at.endLine === at.line ? { col: at.column, endColumn: at.endColumn } : { endLine: at.endLine };
  const properties = Object.entries({ file: at.source, line: at.line, ...reach, title: finding.rule })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(',');
  const lines = [
    finding.message,
    ...against.map((spot) => `against ${placeOf(spot)} “${spot.quote}”`),
    ...(finding.suggestion === null ? [] : [`suggestion: ${finding.suggestion}`]),
  ];
  return `::${commands[finding.severity]} ${properties}::${escaped(lines.join('\n'))}\n`;
}

const placeOf = (spot: Spot): string => `${spot.source}:${spot.line}:${spot.column}`;

/** As the runner reads it back: no line ends, no percent sign. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
