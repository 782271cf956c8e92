import { readFile } from 'node:fs/promises';
import { type Baseline, emptyBaseline, formatBaseline, parseBaseline } from '../audit/baseline.js';
import type { Reported } from '../export/findings/report.js';
import { replaceFile } from './replace-file.js';

export type { Baseline };

/** Reads a baseline file; an empty one where there is no such file and one may be made. Throws an Error in plain words. */
export async function readBaseline(file: string, mayBeMade: boolean): Promise<Baseline> {
  let json: string;
  try {
    json = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' && mayBeMade) return emptyBaseline;
    const reason = code === 'ENOENT' ? 'there is no baseline (--update-baseline makes one)' : `cannot be read: ${code} (check the file)`;
    throw new Error(reason);
  }
  return parseBaseline(json);
}

/** Writes a baseline file as a whole. Throws an Error in plain words. */
export async function writeBaseline(file: string, known: Baseline): Promise<void> {
  try {
    await replaceFile(file, formatBaseline(known));
  } catch (error) {
    throw new Error(`cannot be written: ${(error as { code?: string }).code ?? String(error)} (check the file and its folder)`);
  }
}

/** A baseline with what was accepted now beside what was, sorted by rule and fingerprint. What is known keeps its reason. */
export function withAccepted(known: Baseline, reported: readonly Reported[]): Baseline {
  const lines = new Map(known.accepted.map((line) => [line.fingerprint, line]));
  for (const { finding, fingerprint, suppression } of reported) {
    if (suppression?.by !== 'baseline' || lines.has(fingerprint)) continue;
    lines.set(fingerprint, { fingerprint, rule: finding.rule, reason: suppression.reason, quote: finding.evidence[0]!.quote });
  }
  const key = (line: { rule: string; fingerprint: string }): string => `${line.rule} ${line.fingerprint}`;
  return { version: 1, accepted: [...lines.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}
