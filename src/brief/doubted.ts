import type { Finding } from '../model/finding.js';
import type { FigureValueLine } from './dossier.js';

/** Whether a rule about figures names a telling of the value as the place that is wrong (the first of its places). */
export function isDoubted(v: FigureValueLine, findings: readonly Finding[]): boolean {
  return findings.some(({ rule, severity, evidence: [place] }) => {
    if (!rule.startsWith('figures/') || severity === 'note' || place === undefined) return false;
    return v.told.some(({ article, statement: s }) => article.id === place.article && s.start === place.start && s.end === place.end);
  });
}
