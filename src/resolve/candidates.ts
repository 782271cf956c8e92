import type { Appearance } from './appearances.js';
import { careerOf } from './career.js';
import { askTitlesAt, type Candidate, type Judgement, judgePersons, judgeTitles } from './judge.js';
import { type NameKeys, nameKeys } from './names/keys.js';
import { type PartsHeard, type PreparedName, prepareName } from './names/prepared-name.js';
import { plainLetters } from './names/spelling.js';
import { pairsIn } from './titles.js';

/** Two names that may be one. `a` sorts before `b`. */
export interface Pair {
  a: Appearance;
  b: Appearance;
  judgement: Judgement;
}

/**
 * Pairs worth judging, judged: only names of one type that share a key within one country (or the same parties) meet, so the cost
 * grows with the names that are alike and not with the square of all. Pairs come sorted by their refs; with `about`, only those of
 * which one side is among these refs. A pair is judged by its two names alone, whatever else is given.
 */
export function candidatePairs(given: readonly Appearance[], about?: ReadonlySet<string>): Pair[] {
  const appearances = [...given].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const persons = appearances.filter((a) => a.type === 'person');
  const titled = appearances.filter(isTitled);
  return [...personPairs(persons, about), ...titlePairs(titled, about)].sort((p, q) => (p.a.ref + p.b.ref < q.a.ref + q.b.ref ? -1 : 1));
}

const isTitled = ({ type }: Appearance): boolean => type !== 'person' && type !== 'state' && type !== 'group';

/**
 * The keys by which an appearance meets others: a store keeps what each is filed under, and brings in for a changed name what it
 * seeks. Of two names the one whose ref sorts first seeks what the other is filed under.
 */
export function blockKeys(appearance: Appearance): NameKeys {
  if (appearance.type === 'person') return personKeys(candidate(appearance));
  if (!isTitled(appearance)) return { filed: [], sought: [] };
  const keys = [...pairsIn(appearance.name)].map((pair) => `${appearance.type}/${appearance.countries.join('+')}/${pair}`);
  const forms = [appearance.name, ...appearance.aliases].map((form) => `${appearance.type}/=/${plainLetters(form)}`);
  const all = [...new Set([...keys, ...forms, lettersKey(appearance)])].sort();
  return { filed: all, sought: all };
}

/** Titles that differ in the order of their characters only. */
const lettersKey = ({ type, countries, name }: Appearance): string => `${type}/${countries.join('+')}/~${Array.from(name).sort().join('')}`;

function candidate(appearance: Appearance, parts: PartsHeard = new Map()): Candidate {
  const country = appearance.countries[0] ?? null;
  const prepare = (name: string): PreparedName => prepareName(name, country, parts);
  return { appearance, career: careerOf(appearance), name: prepare(appearance.name), latin: appearance.latin.map(prepare) };
}

function personKeys(c: Candidate): NameKeys {
  const { countries, aliases } = c.appearance;
  const where = countries.join('+');
  const names = where === '' ? [] : [c.name, ...c.latin].map(nameKeys);
  const forms = [c.name.folded, ...aliases].map((form) => `=/${plainLetters(form)}`);
  const side = (of: 'filed' | 'sought'): string[] => {
    const keys = names.flatMap((n) => n[of].map((key) => `${where}/${key}`));
    return [...new Set([...keys, ...forms])].sort();
  };
  return { filed: side('filed'), sought: side('sought') };
}

type About = ReadonlySet<string> | undefined;
const concerns = (about: About, a: Appearance, b: Appearance): boolean => about === undefined || about.has(a.ref) || about.has(b.ref);

function personPairs(appearances: readonly Appearance[], about: About): Pair[] {
  const parts: PartsHeard = new Map();
  const candidates = appearances.map((a) => candidate(a, parts));
  const pairs: Pair[] = [];
  for (const [i, j] of meetings(candidates.map(personKeys))) {
    if (!concerns(about, appearances[i]!, appearances[j]!)) continue;
    const judgement = judgePersons(candidates[i]!, candidates[j]!);
    if (judgement.verdict !== 'none') pairs.push(ordered(candidates[i]!.appearance, candidates[j]!.appearance, judgement));
  }
  return pairs;
}

/**
 * Titles meet under the rarest of their pairs of characters: two that have four fifths in common share at least one of the
 * rarest two fifths of either.
 */
function titlePairs(appearances: readonly Appearance[], about: About): Pair[] {
  const pairsOf = appearances.map((a) => [...pairsIn(a.name)].map((pair) => `${a.type}/${a.countries.join('+')}/${pair}`));
  const often = new Map<string, number>();
  for (const keys of pairsOf) for (const key of keys) often.set(key, (often.get(key) ?? 0) + 1);
  const common = askTitlesAt / (2 - askTitlesAt);
  const rare = pairsOf.map((keys, i) => {
    const sorted = [...keys].sort((x, y) => often.get(x)! - often.get(y)! || (x < y ? -1 : 1));
    const aliases = appearances[i]!.aliases.map((alias) => `${appearances[i]!.type}/=/${plainLetters(alias)}`);
    const own = `${appearances[i]!.type}/=/${plainLetters(appearances[i]!.name)}`;
    return [...sorted.slice(0, keys.length - Math.ceil(common * keys.length) + 1), ...aliases, own, lettersKey(appearances[i]!)];
  });
  const pairs: Pair[] = [];
  for (const [i, j] of meetings(rare.map((keys) => ({ filed: keys, sought: keys })))) {
    const [a, b] = [appearances[i]!, appearances[j]!];
    if (a.type !== b.type || !concerns(about, a, b)) continue;
    const judgement = judgeTitles(a, b);
    if (judgement.verdict !== 'none') pairs.push(ordered(a, b, judgement));
  }
  return pairs;
}

function ordered(a: Appearance, b: Appearance, judgement: Judgement): Pair {
  if (a.ref < b.ref) return { a, b, judgement };
  const { short, ...rest } = judgement;
  return { a: b, b: a, judgement: short === undefined ? rest : { ...rest, short: short === 'a' ? 'b' : 'a' } };
}

/** Every two indices of which one seeks what the other is filed under, each pair once. */
function* meetings(keys: readonly NameKeys[]): Generator<readonly [number, number]> {
  const blocks = new Map<string, number[]>();
  keys.forEach(({ filed }, i) => {
    for (const key of filed) {
      const block = blocks.get(key);
      if (block) block.push(i);
      else blocks.set(key, [i]);
    }
  });
  for (const [i, { sought }] of keys.entries()) {
    const met = new Set<number>();
    for (const key of sought) for (const j of blocks.get(key) ?? []) if (j > i) met.add(j);
    for (const j of met) yield [i, j];
  }
}
