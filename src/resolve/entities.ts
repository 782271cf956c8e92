import { sentence } from '../model/sentence.js';
import { type Appearance, type EntityType, type Held, refOf, type Sighting } from './appearances.js';
import { candidatePairs, type Pair } from './candidates.js';
import { Clusters } from './clusters.js';
import { type PreparedName, prepareName } from './names/prepared-name.js';
import { compareNames } from './names/same-name.js';
import { hasOneHolder, officeKey } from './offices.js';
import { Ties } from './ties.js';

/** Somebody or something, under all its names. */
export interface Entity {
  /** The first of its refs. Every ref of an entity leads to it (`Resolution.entityOf`), so an id that was given out stays valid. */
  id: string;
  type: EntityType;
  /** The name that the record uses most, in full. */
  name: string;
  countries: readonly string[];
  /** The refs of the names that are joined in it, sorted. */
  refs: readonly string[];
  /** Every form that stories use, Latin ones included, sorted. */
  forms: readonly string[];
  offices: readonly Held[];
  first: string | null;
  last: string | null;
  statements: number;
}

/** Why two names of an entity stand together: a decision, or what the machine found. */
export interface Join {
  a: string;
  b: string;
  score: number;
  why: readonly string[];
}

/** One side of a question. */
export interface Side {
  ref: string;
  name: string;
  offices: readonly Held[];
  statements: number;
  sightings: readonly Sighting[];
}

/** Something that only a person can say. */
export interface Question {
  /** Made of both refs, so that a question stays the same question. */
  id: string;
  type: EntityType;
  a: Side;
  b: Side;
  score: number;
  why: readonly string[];
  /** What a yes would do. */
  consequences: readonly string[];
}

/** Where a person's decision stands against what the machine would now do. */
export interface Disagreement {
  a: string;
  b: string;
  decided: 'same' | 'different';
  by: string;
  score: number;
  why: readonly string[];
}

export interface Resolution {
  entities: readonly Entity[];
  questions: readonly Question[];
  joins: readonly Join[];
  disagreements: readonly Disagreement[];
  /** The id of the entity that a ref belongs to. */
  entityOf(ref: string): string | undefined;
}

/**
 * From names to entities. Decided pairs come first and are never overturned; then the machine joins what is beyond doubt, the
 * surest first; whatever is likely but not sure becomes a question. The same appearances and ties give the same result in every
 * order. Nothing is kept between calls. Names between which no chain of pairs and ties leads say nothing of each other: they may be
 * resolved apart. `pairs`: where they are known already.
 */
export function resolve(
  appearances: readonly Appearance[],
  ties: Ties = new Ties(),
  pairs: readonly Pair[] = candidatePairs(appearances),
): Resolution {
  const byRef = new Map(appearances.map((a) => [a.ref, a]));
  const clusters = new Clusters([...byRef.keys()].sort(), ties);
  const joins: Join[] = [];
  const asked: Pair[] = pairs.filter((p) => p.judgement.verdict === 'ask');
  const join = (a: string, b: string, score: number, why: readonly string[]): void => {
    clusters.join(a, b);
    joins.push({ a, b, score, why });
  };

  for (const ref of [...byRef.keys()].sort()) {
    const whole = ref.replace(/#.*$/s, '');
    if (whole !== ref && byRef.has(whole) && !clusters.heldApart(ref, whole)) join(whole, ref, 1, [sentence`the same name`]);
  }
  const merges = pairs.filter((p) => p.judgement.verdict === 'merge').sort(surestFirst);
  const attempt = (pair: Pair): void => {
    const { a, b, judgement } = pair;
    if (clusters.of(a.ref) === clusters.of(b.ref) || clusters.heldApart(a.ref, b.ref)) return;
    const odd = oddPair(clusters.members(a.ref), clusters.members(b.ref), byRef);
    if (odd === undefined) join(a.ref, b.ref, judgement.score, judgement.why);
    else asked.push({ ...pair, judgement: { ...judgement, verdict: 'ask', why: [...judgement.why, sentence`but ${odd}`] } });
  };
  for (const pair of merges) if (pair.judgement.short === undefined) attempt(pair);
  const shorts = merges.filter((p) => p.judgement.short !== undefined);
  const owners = ownersOf(shorts, clusters);
  for (const pair of shorts) {
    const short = shortOf(pair);
    if (owners.get(short)!.size === 1) attempt(pair);
    else
      asked.push({
        ...pair,
        judgement: { ...pair.judgement, verdict: 'ask', why: [...pair.judgement.why, sentence`but the short form fits others too`] },
      });
  }
  return {
    entities: entitiesOf(clusters, byRef),
    questions: questionsOf(asked, clusters, byRef),
    joins: joins.sort((p, q) => (p.a + p.b < q.a + q.b ? -1 : 1)),
    disagreements: disagreementsOf(pairs, ties, byRef),
    entityOf: (ref) => (byRef.has(ref) ? idOf(clusters.members(ref), byRef) : undefined),
  };
}

const surestFirst = (p: Pair, q: Pair): number => q.judgement.score - p.judgement.score || (p.a.ref + p.b.ref < q.a.ref + q.b.ref ? -1 : 1);

const shortOf = (pair: Pair): string => (pair.judgement.short === 'a' ? pair.a.ref : pair.b.ref);

/** For each short form, the clusters that it could belong to. */
function ownersOf(shorts: readonly Pair[], clusters: Clusters): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const pair of shorts) {
    const short = shortOf(pair);
    const full = short === pair.a.ref ? pair.b.ref : pair.a.ref;
    owners.set(short, (owners.get(short) ?? new Set()).add(clusters.of(full)));
  }
  return owners;
}

/** Below this, two full names within one person would be two persons. */
const oddBelow = 0.5;
/** So many names of a person are held against those of another. */
const mostHeld = 12;

/** Two full names in Chinese that a join would put under one person although they are not alike. */
function oddPair(a: readonly string[], b: readonly string[], byRef: ReadonlyMap<string, Appearance>): string | undefined {
  const names = (refs: readonly string[]): PreparedName[] =>
    refs
      .flatMap((ref) => byRef.get(ref) ?? [])
      .filter((x) => x.type === 'person')
      .map((x) => prepareName(x.name, x.countries[0] ?? null))
      .filter((n) => n.script === 'han' && (n.native || n.folded.includes('·')))
      .slice(0, mostHeld);
  for (const x of names(a))
    for (const y of names(b))
      if (x.native === y.native && compareNames(x, y).score < oddBelow) return sentence`${x.folded} and ${y.folded} are not alike`;
  return undefined;
}

function idOf(refs: readonly string[], byRef: ReadonlyMap<string, Appearance>): string {
  return refs.filter((ref) => byRef.has(ref)).sort()[0]!;
}

function entitiesOf(clusters: Clusters, byRef: ReadonlyMap<string, Appearance>): Entity[] {
  const entities: Entity[] = [];
  for (const refs of clusters.all()) {
    const all = refs.flatMap((ref) => byRef.get(ref) ?? []);
    const [first] = all;
    if (!first) continue;
    const days = (side: 'first' | 'last'): string[] => all.flatMap((a) => a[side] ?? []).sort();
    entities.push({
      id: first.ref,
      type: first.type,
      name: headline(all),
      countries: [...new Set(all.flatMap((a) => a.countries))].sort(),
      refs: all.map((a) => a.ref),
      forms: [...new Set(all.flatMap((a) => [a.name, ...a.aliases, ...a.latin]))].sort(),
      offices: all.flatMap((a) => a.offices).sort((p, q) => ((p.first ?? '') + p.office < (q.first ?? '') + q.office ? -1 : 1)),
      first: days('first')[0] ?? null,
      last: days('last').at(-1) ?? null,
      statements: all.reduce((sum, a) => sum + a.statements, 0),
    });
  }
  return entities;
}

/** The fullest name among those that the record uses at least a third as often as the most used one. */
function headline(all: readonly Appearance[]): string {
  const most = Math.max(...all.map((a) => a.statements));
  const parts = (a: Appearance): number => a.name.split(/[·\s]/).length;
  const [best] = all
    .filter((a) => a.statements * 3 >= most)
    .sort((p, q) => parts(q) - parts(p) || q.statements - p.statements || (p.ref < q.ref ? -1 : 1));
  return best!.name;
}

function questionsOf(asked: readonly Pair[], clusters: Clusters, byRef: ReadonlyMap<string, Appearance>): Question[] {
  const found = new Map<string, Question>();
  for (const { a, b, judgement } of [...asked].sort(surestFirst)) {
    const [x, y] = [clusters.of(a.ref), clusters.of(b.ref)];
    if (x === y || clusters.heldApart(a.ref, b.ref)) continue;
    const key = x < y ? `${x}\n${y}` : `${y}\n${x}`;
    if (found.has(key)) continue;
    const consequences = consequencesOf(membersOf(a.ref, clusters, byRef), membersOf(b.ref, clusters, byRef));
    const { score, why } = judgement;
    found.set(key, { id: `${a.ref} = ${b.ref}`, type: a.type, a: sideOf(a), b: sideOf(b), score, why, consequences });
  }
  return [...found.values()].sort((p, q) => q.score - p.score || (p.id < q.id ? -1 : 1));
}

function membersOf(ref: string, clusters: Clusters, byRef: ReadonlyMap<string, Appearance>): Appearance[] {
  return [...clusters.members(ref)].sort().flatMap((r) => byRef.get(r) ?? []);
}

const sideOf = ({ ref, name, offices, statements, sightings }: Appearance): Side => ({ ref, name, offices, statements, sightings });

function consequencesOf(a: readonly Appearance[], b: readonly Appearance[]): string[] {
  const count = (all: readonly Appearance[]): number => all.reduce((sum, x) => sum + x.statements, 0);
  const names = (all: readonly Appearance[]): string => all.map((x) => x.name).join(', ');
  const said = [sentence`${count(a)} statement(s) under ${names(a)} and ${count(b)} under ${names(b)} become one`];
  const held = (all: readonly Appearance[]): Set<string> =>
    new Set(all.flatMap((x) => x.offices.map((o) => officeKey(o.office))).filter(hasOneHolder));
  const [p, q] = [held(a), held(b)];
  const both = [...p].filter((o) => q.has(o)).sort();
  if (both.length > 0) said.push(sentence`${both.join(', ')}: one holder instead of two`);
  const added = [...q].filter((o) => !p.has(o)).sort();
  if (p.size > 0 && added.length > 0) said.push(sentence`one person holds ${[...p].sort().join(', ')} and ${added.join(', ')}`);
  return said;
}

/** The machine's present view where a person has said otherwise. */
function disagreementsOf(pairs: readonly Pair[], ties: Ties, byRef: ReadonlyMap<string, Appearance>): Disagreement[] {
  const judged = new Map(pairs.map((p) => [`${p.a.ref}\n${p.b.ref}`, p.judgement]));
  return ties.all().flatMap((tie): Disagreement[] => {
    if (tie.is === 'unsure' || !byRef.has(tie.a) || !byRef.has(tie.b)) return [];
    const { a, b, by } = tie.a < tie.b ? tie : { ...tie, a: tie.b, b: tie.a };
    const judgement = judged.get(`${a}\n${b}`);
    if (tie.is === 'different' && judgement?.verdict === 'merge')
      return [{ a, b, decided: 'different', by, score: judgement.score, why: judgement.why }];
    if (tie.is === 'same' && judgement === undefined)
      return [{ a, b, decided: 'same', by, score: 0, why: [sentence`nothing joins the two names`] }];
    return [];
  });
}

/** The ref under which a person named in a statement is kept, to look up their entity. */
export function personRef(name: string, country: string | null, office: string | null = null): string {
  return refOf('person', name, country === null ? [] : [country], office);
}
