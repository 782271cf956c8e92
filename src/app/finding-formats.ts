import { findingsGithub } from '../export/findings/github.js';
import { findingsJson } from '../export/findings/json.js';
import { findingsSarif, type SarifProblem } from '../export/findings/sarif.js';
import type { Checked, Reported } from './check.js';
import { checkRules } from './rule-page.js';

/** Formats for programs. */
export type FindingFormat = 'json' | 'sarif' | 'github';

/** Writes the drafts of a check, one by one. */
export interface FindingWriter {
  /** What to print for a draft, read or refused. */
  draft(checked: Checked): string;
  /** What to print after the last. */
  end(): string;
}

/** The writer of a format. `version` is Rapporteur's. A SARIF log is one document: it is printed at the end. */
export function findingWriter(format: FindingFormat, version: string): FindingWriter {
  if (format === 'json') return { draft: ({ reading, reported }) => (reading ? findingsJson(reading, reported) : ''), end: () => '' };
  if (format === 'github') return { draft: ({ reported }) => findingsGithub(reported), end: () => '' };
  const all: Reported[] = [];
  const problems: SarifProblem[] = [];
  return {
    draft({ source, reported, problem }) {
      for (const one of reported) all.push(one);
      if (problem) problems.push({ source, message: problem.message, fatal: problem.fatal });
      return '';
    },
    end: () => findingsSarif({ version, rules: checkRules, reported: all, problems }),
  };
}
