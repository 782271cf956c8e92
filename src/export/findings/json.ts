import type { Reading } from '../../model/article.js';
import type { Reported, Spot } from './report.js';

/**
 * A draft as one line of JSON: what `read` prints, with the findings that count, and under `suppressed` those that do not. Beyond
 * the fields of a finding each has its `fingerprint`, and each place its story's `source` and its lines and columns.
 */
export function findingsJson(reading: Reading, reported: readonly Reported[]): string {
  const findings = reported.filter((r) => r.suppression === null).map(plain);
  const suppressed = reported.filter((r) => r.suppression !== null).map((r) => ({ ...plain(r), suppression: r.suppression }));
  return `${JSON.stringify({ ...reading, findings, suppressed })}\n`;
}

function plain({ finding, at, against, fingerprint }: Reported): object {
  const spots = new Map<string, Spot>([at, ...against].map((spot) => [keyOf(spot), spot]));
  return { ...finding, evidence: finding.evidence.map((place) => spots.get(keyOf(place)) ?? place), fingerprint };
}

const keyOf = ({ article, start, end }: { article: string; start: number; end: number }): string => `${article} ${start} ${end}`;
