import type { Reading } from '../../src/model/article.js';
import type { Statement, StatementType } from '../../src/model/statement.js';
import { fields } from './fields.js';
import { agrees, disagreements, foldName, stands } from './match.js';
import type { Expectation, Line } from './notation.js';

/** A demanded line that was not read, with the statement that comes closest and the fields in which it differs. */
export interface Missed {
  line: Line;
  nearest: Statement | null;
  wrong: readonly string[];
}

/** How one type did in one story: demanded (known gaps included), said, and both. */
export interface Count {
  gold: number;
  said: number;
  hit: number;
}

export interface Diff {
  /** What is wrong with the article itself, one line each. */
  article: readonly string[];
  missed: readonly Missed[];
  /** Statements that no line allows. */
  unexpected: readonly Statement[];
  /** Lines marked `-` that are read now, and lines marked `!` that are read no longer: take the mark or the line away. */
  stale: readonly Line[];
  gaps: readonly Line[];
  alarms: readonly Line[];
  counts: ReadonlyMap<StatementType, Count>;
}

/** These must be read where the line's quote stands; the others may rest on another sentence of the story. */
const placed = new Set<string>(['event', 'commitment', 'position']);

/** Whether the story's reading is what the lines ask for. */
export function passes(d: Diff): boolean {
  return d.article.length + d.missed.length + d.unexpected.length + d.stale.length === 0;
}

/** Holds the reading of one story against its lines; `text` is the story as read. */
export function compare(expectation: Expectation, reading: Reading, text: string): Diff {
  const points = Array.from(text);
  const lines = expectation.lines.filter((l) => l.type !== 'article' && l.type !== 'caption');
  const near = (l: Line, s: Statement) => l.quote === null || stands(l.quote, s, points);
  const fits = (l: Line, s: Statement) => disagreements(l, s).length === 0 && (!placed.has(l.type) || near(l, s));
  const taken = assign(
    [...lines.filter((l) => l.mark === 'demanded'), ...lines.filter((l) => l.mark === 'gap'), ...lines.filter((l) => l.mark === 'alarm')],
    reading.statements,
    fits,
    near,
  );
  const lineOf = new Map([...taken].map(([line, s]) => [s, line] as const));
  const optional = lines.filter((l) => l.mark === 'optional');
  // The same fact told in a second sentence is no false alarm; commitments and positions have too few fields to tell, so they must stand on the line's quote.
  const repeats = (l: Line, s: Statement) =>
    disagreements(l, s).length === 0 && (near(l, s) || (l.type !== 'commitment' && l.type !== 'position'));
  const allowed = (s: Statement) => optional.some((l) => fits(l, s)) || lines.some((l) => l.mark !== 'optional' && repeats(l, s));
  const unexpected = reading.statements.filter((s) => !lineOf.has(s) && !allowed(s));
  const of = (mark: Line['mark'], read: boolean) => lines.filter((l) => l.mark === mark && taken.has(l) === read);
  return {
    article: articleFaults(expectation, reading, points),
    missed: of('demanded', false).map((line) => ({ line, ...nearest(line, reading.statements, near) })),
    unexpected,
    stale: [...of('gap', true), ...of('alarm', false)],
    gaps: of('gap', false),
    alarms: of('alarm', true),
    counts: countByType(lines, taken, unexpected),
  };
}

/** Pairs lines with statements so that as many lines as possible have one, earlier lines first; a statement goes to one line. */
function assign(
  lines: readonly Line[],
  statements: readonly Statement[],
  fits: (l: Line, s: Statement) => boolean,
  near: (l: Line, s: Statement) => boolean,
): Map<Line, Statement> {
  const byStatement = new Map<Statement, Line>();
  const choices = new Map(
    lines.map((l) => {
      const all = statements.filter((s) => fits(l, s));
      return [l, [...all.filter((s) => near(l, s)), ...all.filter((s) => !near(l, s))]] as const;
    }),
  );
  const place = (line: Line, tried: Set<Statement>): boolean => {
    for (const s of choices.get(line) ?? []) {
      if (tried.has(s)) continue;
      tried.add(s);
      const holder = byStatement.get(s);
      if (holder !== undefined && !place(holder, tried)) continue;
      byStatement.set(s, line);
      return true;
    }
    return false;
  };
  for (const line of lines) place(line, new Set());
  return new Map([...byStatement].map(([s, line]) => [line, s] as const));
}

function nearest(line: Line, statements: readonly Statement[], near: (l: Line, s: Statement) => boolean) {
  const found = statements
    .filter((s) => s.type === line.type && s.item === line.item && near(line, s))
    .map((s) => ({ nearest: s, wrong: disagreements(line, s) }))
    .sort((a, b) => a.wrong.length - b.wrong.length)[0];
  return found ?? { nearest: null, wrong: [] };
}

function countByType(lines: readonly Line[], taken: ReadonlyMap<Line, Statement>, unexpected: readonly Statement[]) {
  const counts = new Map<StatementType, Count>();
  const at = (type: string): Count => {
    const key = type as StatementType;
    const count = counts.get(key) ?? { gold: 0, said: 0, hit: 0 };
    counts.set(key, count);
    return count;
  };
  for (const line of lines) {
    if (line.mark === 'optional') continue;
    const count = at(line.type);
    const demanded = line.mark !== 'alarm';
    if (demanded) count.gold++;
    if (!taken.has(line)) continue;
    count.said++;
    if (demanded) count.hit++;
  }
  for (const s of unexpected) at(s.type).said++;
  return counts;
}

function articleFaults(expectation: Expectation, { article }: Reading, points: readonly string[]): string[] {
  const faults: string[] = [];
  const captions = article.passages.filter((p) => p.role === 'caption' && p.item === 0).map((p) => points.slice(p.start, p.end).join(''));
  const values: Readonly<Record<string, unknown>> = {
    ...article,
    published: article.published?.date,
    related: new Set(article.passages.filter((p) => p.item > 0).map((p) => p.item)).size,
    captions: captions.length,
  };
  for (const line of expectation.lines) {
    if (line.type === 'caption' && !captions.some((c) => foldName(c) === foldName(line.quote ?? ''))) {
      faults.push(`caption not read: ${line.quote}`);
    }
    if (line.type !== 'article') continue;
    for (const [name, readings] of line.fields) {
      if (readings.some((r) => agrees(fields.article[name]!, r, values[name]))) continue;
      faults.push(`${name}: want ${readings.join(' or ')}, read ${JSON.stringify(values[name] ?? null)}`);
    }
  }
  return faults;
}
