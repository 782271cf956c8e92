import type { Statement, StatementType } from '../../src/model/statement.js';
import type { Count, Diff } from './compare.js';
import type { Line } from './notation.js';

/** A line of a `.expect` file as it is written there. */
export function showLine(line: Line): string {
  const parts = [...line.fields].map(([name, readings]) => `${name}=${readings.join('|')}`);
  if (line.item > 0) parts.push(`item=${line.item}`);
  return [line.type, ...parts, line.quote === null ? '' : `«${line.quote}»`].filter((p) => p !== '').join('  ');
}

const hidden = new Set([
  'id',
  'type',
  'quote',
  'start',
  'end',
  'confidence',
  'rule',
  'roles',
  'plover',
  'cameo',
  'speaker',
  'actors',
  'object',
]);

/** A statement in the notation, ready to be pasted into a `.expect` file (where it is right). */
export function showStatement(s: Statement): string {
  const parts: string[] = [];
  const add = (name: string, value: unknown) => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return;
    parts.push(`${name}=${Array.isArray(value) ? value.join(',') : String(value)}`);
  };
  for (const [name, value] of Object.entries(s)) {
    if (hidden.has(name) || (name === 'modality' && value === 'actual') || (name === 'item' && value === 0)) continue;
    add(name, value);
  }
  if (s.type === 'event') {
    add(
      'actors',
      s.actors.flatMap((a) => a.name ?? []),
    );
    for (const [name, role] of [
      ['who', 'actor'],
      ['whom', 'recipient'],
    ] as const) {
      add(name, [...new Set(s.actors.filter((a) => a.role === role).flatMap((a) => a.country ?? []))]);
    }
    add('object', s.object?.item);
    add('quantity', s.object?.quantity);
  }
  add('speaker', s.speaker?.name);
  return `${s.type}  ${parts.join('  ')}  «${s.quote}»`;
}

/** The diff of one story, one indented line per fault; empty where there is none. With `gaps`, known gaps and false alarms too. */
export function showDiff(d: Diff, gaps = false): string[] {
  const out = d.article.map((fault) => `  article   ${fault}`);
  for (const m of d.missed) {
    out.push(`  missed    ${showLine(m.line)}  (line ${m.line.number})`);
    if (m.nearest !== null)
      out.push(`    nearest ${showStatement(m.nearest)}  (differs in ${m.wrong.join(', ') || 'nothing: taken by another line'})`);
  }
  out.push(...d.unexpected.map((s) => `  not asked ${showStatement(s)}  [${s.rule}]`));
  for (const line of d.stale) {
    out.push(
      `  stale     line ${line.number} is ${line.mark === 'gap' ? 'read now: take its "-" away' : 'read no longer: remove it'}: ${showLine(line)}`,
    );
  }
  if (gaps) {
    out.push(...d.gaps.map((l) => `  gap       ${showLine(l)}`));
    out.push(...d.alarms.map((l) => `  alarm     ${showLine(l)}`));
  }
  return out;
}

/** Sums the counts of several stories. */
export function total(diffs: readonly Diff[]): Map<StatementType | 'core' | 'all', Count> {
  const sums = new Map<StatementType | 'core' | 'all', Count>();
  const add = (key: StatementType | 'core' | 'all', c: Count) => {
    const sum = sums.get(key) ?? { gold: 0, said: 0, hit: 0 };
    sums.set(key, { gold: sum.gold + c.gold, said: sum.said + c.said, hit: sum.hit + c.hit });
  };
  for (const d of diffs) {
    for (const [type, c] of d.counts) {
      add(type, c);
      if (type !== 'commitment' && type !== 'position') add('core', c);
      add('all', c);
    }
  }
  return sums;
}

/** The rows that sum up others stand last. */
const sums: readonly string[] = ['core', 'all'];

/** Precision, recall and F1 by type as a table; a known gap counts as missed and a known false alarm as said. */
export function showTotals(diffs: readonly Diff[]): string[] {
  const percent = (a: number, b: number) => `${b === 0 ? '  -' : Math.round((100 * a) / b)}`.padStart(4);
  return [...total(diffs)]
    .sort(([a], [b]) => sums.indexOf(a) - sums.indexOf(b) || a.localeCompare(b))
    .map(([type, c]) => {
      const counted = `gold ${String(c.gold).padStart(5)}  said ${String(c.said).padStart(5)}  hit ${String(c.hit).padStart(5)}`;
      return `${type.padEnd(11)} ${counted}  P ${percent(c.hit, c.said)}  R ${percent(c.hit, c.gold)}  F1 ${percent(2 * c.hit, c.said + c.gold)}`;
    });
}
