import fs from 'node:fs';
import path from 'node:path';
import { readRows } from '../../src/knowledge/table.js';
import type { Statement } from '../../src/model/statement.js';
import { type Appearance, gather } from '../../src/resolve/appearances.js';
import { personRef, type Resolution, resolve } from '../../src/resolve/entities.js';

/** One spelling of a leader's name, in one script. */
export interface Spelling {
  person: number;
  script: 'zh' | 'Latin' | 'Cyrillic' | 'Vietnamese';
  name: string;
  country: string;
  office: string;
  /** Days of the stories that have it. */
  dates: readonly string[];
}

type Column = 'name' | 'variants' | 'latin' | 'cyrillic' | 'vietnamese' | 'country' | 'office' | 'from' | 'until' | 'set' | 'source';
const file = path.join(import.meta.dirname, 'leaders.tsv');

/** The list as it stands: real office holders with the spellings of their names. */
export const leaders = readRows<Column>(fs.readFileSync(file, 'utf8'));

const offices: Readonly<Record<string, readonly [english: string, russian: string]>> = {
  ...{ 总统: ['president', 'президент'], 总理: ['prime minister', 'премьер-министр'], 首相: ['prime minister', 'премьер-министр'] },
  ...{ 外长: ['foreign minister', 'министр иностранных дел'], 副总理: ['deputy prime minister', 'вице-премьер'] },
  ...{ 国防部长: ['defence minister', 'министр обороны'], 国家主席: ['president', 'президент'] },
};
const lastYear = 2025;

/**
 * Every spelling of the people whose row numbers pass: by turns in the first and the last year in office, so that it touches those
 * before and after, and in one year between.
 */
export function spellings(pick: (row: number) => boolean = () => true): Spelling[] {
  return leaders.flatMap((row, person) => {
    if (!pick(person)) return [];
    const [from, until] = [Number(row.from), row.until === '' ? lastYear : Number(row.until)];
    const list = (cell: string): string[] => (cell === '' ? [] : cell.split(';'));
    const named = [
      ...[row.name, ...list(row.variants)].map((name) => ({ script: 'zh', name, office: row.office }) as const),
      ...list(row.latin).map((name) => ({ script: 'Latin', name, office: offices[row.office]?.[0] ?? row.office }) as const),
      ...list(row.cyrillic).map((name) => ({ script: 'Cyrillic', name, office: offices[row.office]?.[1] ?? row.office }) as const),
      ...list(row.vietnamese).map((name) => ({ script: 'Vietnamese', name, office: row.office }) as const),
    ];
    return named.map((n, i) => ({
      person,
      country: row.country,
      dates: (i % 2 === 0 ? [from, until] : [from + (i % (until - from + 1))]).map((year) => `${year}-06-15`),
      ...n,
    }));
  });
}

/** What the record holds of these spellings: a sentence for each, and no name in brackets. */
export function appearancesOf(all: readonly Spelling[]): Appearance[] {
  const gathering = gather();
  all.forEach((s, i) => {
    const statement: Statement = {
      ...{ type: 'office', id: `s${i}`, item: 0, quote: s.name, start: 0, end: 1, speaker: null, modality: 'actual', confidence: 1 },
      ...{ rule: 'test', roles: {}, person: s.name, aliases: [], latin: null, office: s.office, organisation: null, country: s.country },
    };
    for (const date of s.dates) gathering.add({ statement, article: { id: `a${i}/${date}`, published: { date } } });
  });
  return gathering.appearances();
}

/** How many pairs of spellings were joined, asked about or neither, by whether they are one person's. */
export interface Tally {
  pairs: string;
  same: number;
  joined: number;
  asked: number;
  wronglyJoined: number;
  wronglyAsked: number;
  others: number;
}

export const precision = (t: Tally): number => (t.joined + t.wronglyJoined === 0 ? 1 : t.joined / (t.joined + t.wronglyJoined));
export const recall = (t: Tally): number => (t.same === 0 ? 1 : (t.joined + t.asked) / t.same);

/** Resolves the spellings and counts, by pair of scripts, all pairs of spellings within one country. */
export function measure(all: readonly Spelling[]): {
  tallies: Tally[];
  resolution: Resolution;
  wrong: [Spelling, Spelling][];
  missed: [Spelling, Spelling][];
} {
  const resolution = resolve(appearancesOf(all));
  const entity = (s: Spelling): string => resolution.entityOf(personRef(s.name, s.country, s.office))!;
  const asked = new Set(resolution.questions.flatMap((q) => pairsOf(resolution.entityOf(q.a.ref)!, resolution.entityOf(q.b.ref)!)));
  const tallies = new Map<string, Tally>();
  const wrong: [Spelling, Spelling][] = [];
  const missed: [Spelling, Spelling][] = [];
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      if (a.country !== b.country || (a.name === b.name && a.person !== b.person)) continue;
      const pairs = [a.script, b.script].sort().reverse().join('–');
      const t = tallies.get(pairs) ?? { pairs, same: 0, joined: 0, asked: 0, wronglyJoined: 0, wronglyAsked: 0, others: 0 };
      tallies.set(pairs, t);
      const [x, y] = [entity(a), entity(b)];
      const [joined, ask] = [x === y, asked.has(`${x}\n${y}`)];
      if (a.person === b.person) {
        t.same++;
        if (joined) t.joined++;
        else if (ask) t.asked++;
        else missed.push([a, b]);
      } else {
        t.others++;
        if (joined) t.wronglyJoined++;
        else if (ask) t.wronglyAsked++;
        if (joined) wrong.push([a, b]);
      }
    }
  });
  return { tallies: [...tallies.values()].sort((p, q) => q.same - p.same), resolution, wrong, missed };
}

const pairsOf = (a: string, b: string): string[] => [`${a}\n${b}`, `${b}\n${a}`];
