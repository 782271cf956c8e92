import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding } from '../model/finding.js';

/**
 * Findings that somebody has looked at and accepted, each with a reason. A finding is known again by its fingerprint: the rule and the
 * words of its evidence with a little of what stands around them, never offsets, article ids or paths. A story that is edited
 * elsewhere, moved or read again keeps its accepted findings; a finding whose words change is open again.
 */
export interface Baseline {
  version: 1;
  accepted: Accepted[];
}

export interface Accepted {
  /** 16 hex digits, as `fingerprint` gives it. */
  fingerprint: string;
  rule: string;
  /** Why it is accepted; never empty. */
  reason: string;
  /** The words of the first place, for the reader of the file. */
  quote: string;
}

export const emptyBaseline: Baseline = { version: 1, accepted: [] };

/** Words as they are compared: width, spaces, radicals and case do not count. */
function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

const around = 16;

/**
 * 16 hex digits. `textOf` gives an article's text as read (offsets of the evidence count its code points). Two findings with the same
 * words in the same surroundings are told apart by `occurrence`, which counts from 0 in the order of the findings.
 */
export function fingerprint(finding: Finding, textOf: (article: string) => string, occurrence = 0): string {
  const parts = finding.evidence.map((place) => {
    if (Array.from(place.quote).length >= around) return fold(place.quote);
    const points = Array.from(textOf(place.article));
    const before = points.slice(Math.max(0, place.start - around), place.start).join('');
    return `${fold(before)}[${fold(place.quote)}]${fold(points.slice(place.end, place.end + around).join(''))}`;
  });
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([finding.rule, parts, occurrence])))).slice(0, 16);
}

/** The fingerprint of each finding, in their order; equal ones are counted. */
export function fingerprints(findings: readonly Finding[], textOf: (article: string) => string): string[] {
  const counts = new Map<string, number>();
  return findings.map((f) => {
    const plain = fingerprint(f, textOf);
    const n = counts.get(plain) ?? 0;
    counts.set(plain, n + 1);
    return n === 0 ? plain : fingerprint(f, textOf, n);
  });
}

export interface Held {
  /** Not accepted: to be looked at. */
  open: Finding[];
  /** Accepted, with the reason given. */
  accepted: { finding: Finding; reason: string }[];
  /** Lines of the baseline that no finding answers to any more: to be taken out. */
  stale: Accepted[];
}

/** Holds findings against a baseline. Pure; the order of the findings is kept. */
export function holdAgainst(findings: readonly Finding[], known: Baseline, textOf: (article: string) => string): Held {
  const byPrint = new Map(known.accepted.map((a) => [a.fingerprint, a]));
  const held: Held = { open: [], accepted: [], stale: [] };
  const met = new Set<string>();
  fingerprints(findings, textOf).forEach((print, i) => {
    const line = byPrint.get(print);
    if (!line) held.open.push(findings[i]!);
    else {
      met.add(print);
      held.accepted.push({ finding: findings[i]!, reason: line.reason });
    }
  });
  held.stale = known.accepted.filter((a) => !met.has(a.fingerprint));
  return held;
}

/** A baseline in which the findings are accepted too, sorted by rule and fingerprint; throws where the reason is empty. */
export function accept(known: Baseline, findings: readonly Finding[], reason: string, textOf: (article: string) => string): Baseline {
  if (reason.trim() === '') throw new Error('a finding is accepted with a reason');
  const lines = new Map(known.accepted.map((a) => [a.fingerprint, a]));
  fingerprints(findings, textOf).forEach((print, i) => {
    const f = findings[i]!;
    if (!lines.has(print)) lines.set(print, { fingerprint: print, rule: f.rule, reason: reason.trim(), quote: f.evidence[0]!.quote });
  });
  const key = (a: Accepted): string => `${a.rule} ${a.fingerprint}`;
  return { version: 1, accepted: [...lines.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** Reads a baseline file; throws an Error in plain words where it is none. */
export function parseBaseline(json: string): Baseline {
  let data: { version?: unknown; accepted?: unknown } | null;
  try {
    data = JSON.parse(json);
  } catch {
    throw new Error('the baseline is not JSON');
  }
  if (typeof data !== 'object' || data === null || data.version !== 1) throw new Error('the baseline: version is not 1');
  if (!Array.isArray(data.accepted)) throw new Error('the baseline: accepted is not a list');
  return { version: 1, accepted: data.accepted.map(readLine) };
}

function readLine(line: unknown, i: number): Accepted {
  const given = typeof line === 'object' && line !== null ? (line as Record<string, unknown>) : {};
  const text = (field: keyof Accepted): string => {
    const value = given[field];
    if (typeof value !== 'string' || value.trim() === '') throw new Error(`the baseline: accepted.${i}.${field} is missing or empty`);
    return value;
  };
  const read = { fingerprint: text('fingerprint'), rule: text('rule'), reason: text('reason').trim(), quote: text('quote') };
  if (!/^[0-9a-f]{16}$/.test(read.fingerprint)) throw new Error(`the baseline: accepted.${i}.fingerprint is not 16 hex digits`);
  return read;
}

/** As it is written to a file: readable in a diff, a newline at the end. */
export function formatBaseline(known: Baseline): string {
  return `${JSON.stringify(known, null, 2)}\n`;
}
