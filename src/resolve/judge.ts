import { sentence } from '../model/sentence.js';
import type { Appearance } from './appearances.js';
import { type Career, type Meeting, meet } from './career.js';
import type { PreparedName } from './names/prepared-name.js';
import { askAt, compareNames, type Likeness, mergeAt } from './names/same-name.js';
import { plainLetters } from './names/spelling.js';
import { numbersIn, pairsIn, shareOfPairs, turnedAround } from './titles.js';

/** What is thought of two names: to be joined without asking, to be asked about, or nothing. */
export interface Judgement {
  verdict: 'merge' | 'ask' | 'none';
  score: number;
  why: readonly string[];
  /** Set where one name is a part of the other: which side the short one is. */
  short?: 'a' | 'b';
}

const none: Judgement = { verdict: 'none', score: 0, why: [] };

/** A person's appearance with its names ready to be compared. */
export interface Candidate {
  appearance: Appearance;
  career: Career;
  name: PreparedName;
  latin: readonly PreparedName[];
}

/** How many years may lie between two sightings. */
const years = { sameName: 30, spelling: 6, single: 3, short: 1.5, ask: 12 } as const;
/** What names must reach where less else speaks for them: offices that are two steps of one career, names of one part. */
const surerAt = 0.92;

/** Judges two persons' names. Only a name that is as good as the same, in one country, in offices and a time that agree, is joined. */
export function judgePersons(a: Candidate, b: Candidate): Judgement {
  const [x, y] = [a.appearance, b.appearance];
  const known = x.countries.length > 0 && y.countries.length > 0;
  const country = x.countries.join('+') === y.countries.join('+');
  if (known && !country) return none;
  const offices = meet(a.career, b.career);
  const far = offices.gap !== null && offices.gap > years.ask;
  if ((far || offices.relation === 'apart') && !sameLetters(a, b)) return none;
  const latin = compareLatin(a, b);
  const names = compareNames(a.name, b.name);
  const twoLatin = a.latin.length > 0 && b.latin.length > 0;
  if (twoLatin && latin.score < 0.5) return none;
  const sameLatin = latin.how === 'equal' && likelyWithLatin(a, b, names);
  const likeness = latin.score > names.score && (latin.how !== 'equal' || sameLatin) ? latin : names;
  const why = [
    sentence`names: ${likeness.score.toFixed(2)}, ${likeness.why}`,
    country && known ? sentence`country: ${x.countries.join('+')}` : sentence`country: not known of one of them`,
    officesLine(offices),
    offices.gap === null
      ? sentence`time: not known`
      : offices.gap === 0
        ? sentence`time: overlapping`
        : sentence`time: ${offices.gap.toFixed(1)} years apart`,
  ];
  const short = likeness.how === 'short' ? { short: sideOfShort(a, b) } : {};
  const found = { score: likeness.score, why, ...short };
  if (likeness.score < askAt) {
    const shared = sharedAlias(x, y);
    const together = offices.relation === 'same' && (offices.gap ?? 99) <= years.short;
    if (shared === undefined || !together) return none;
    return { ...found, verdict: 'ask', score: askAt, why: [sentence`both are also called ${shared}`, ...why] };
  }
  if (country && known && allowed(likeness, offices, sameLatin)) return { ...found, verdict: 'merge' };
  return offices.gap !== null && offices.gap > years.sameName ? none : { ...found, verdict: 'ask' };
}

function officesLine({ pair, relation }: Meeting): string {
  if (pair === undefined) return sentence`offices: not said (${relationWords[relation]})`;
  return sentence`offices: ${pair[0].office} and ${pair[1].office} (${relationWords[relation]})`;
}

const relationWords: Readonly<Record<Meeting['relation'], string>> = {
  same: sentence`same`,
  compatible: sentence`compatible`,
  unknown: sentence`unknown`,
  apart: sentence`apart`,
};

/** Names, or names in Latin letters, that are written alike: only those are asked about over many years and other walks of life. */
function sameLetters(a: Candidate, b: Candidate): boolean {
  const letters = (c: Candidate): string[] => [c.name, ...c.latin].map((n) => plainLetters(n.folded));
  const other = letters(b);
  return letters(a).some((form) => other.includes(form));
}

/** Equal names in Latin letters prove nothing where the characters say otherwise: `Li Qiang` is many, and a bracket may stand behind the wrong name. */
function likelyWithLatin(a: Candidate, b: Candidate, names: Likeness): boolean {
  const several = [a, b].every((c) => [c.name, ...c.latin].some((n) => n.script === 'latin' && /[\s-]/.test(n.folded)));
  const characters = a.name.script === 'han' && b.name.script === 'han';
  return several && (!characters || names.score >= (a.name.native || b.name.native ? askAt : 0.4));
}

/** Whether names, offices and time together are beyond doubt. */
function allowed(likeness: Likeness, offices: Meeting, sameLatin: boolean): boolean {
  const { relation, gap } = offices;
  if (likeness.score < mergeAt || gap === null) return false;
  if (relation !== 'same' && relation !== 'compatible') return false;
  if (sameLatin) return gap <= years.sameName;
  if (likeness.how === 'short') return relation === 'same' && gap <= years.short;
  if (likeness.how === 'single') return relation === 'same' && gap <= years.single && likeness.score >= surerAt;
  return gap <= years.spelling && (relation === 'same' || likeness.score >= surerAt);
}

/** The best agreement between names in Latin letters: those in brackets, and a name that is itself in Latin letters. */
function compareLatin(a: Candidate, b: Candidate): Likeness {
  let found: Likeness = { score: 0, how: 'different', why: '' };
  const forms = (c: Candidate): readonly PreparedName[] => (c.name.script === 'latin' ? [c.name, ...c.latin] : c.latin);
  for (const p of forms(a))
    for (const q of forms(b)) {
      const likeness = compareNames(p, q);
      if (likeness.score > found.score) found = { ...likeness, why: sentence`in Latin letters ${likeness.why}` };
    }
  return found;
}

function sideOfShort(a: Candidate, b: Candidate): 'a' | 'b' {
  const parts = (c: Candidate): number => c.name.divisions[0]?.length ?? 0;
  return parts(a) < parts(b) ? 'a' : 'b';
}

function sharedAlias(a: Appearance, b: Appearance): string | undefined {
  const other = new Set([b.name, ...b.aliases].map(plainLetters));
  return [a.name, ...a.aliases].find((form) => other.has(plainLetters(form)));
}

/** At or above this share of common pairs, two titles are asked about. */
export const askTitlesAt = 0.8;

/** Judges two titles of one type between the same parties: joined where only the order of the parties differs. */
export function judgeTitles(a: Appearance, b: Appearance): Judgement {
  if (a.countries.length > 0 && b.countries.length > 0 && a.countries.join('+') !== b.countries.join('+')) return none;
  if (numbersIn(a.name) !== numbersIn(b.name)) return none;
  if (turnedAround(a.name, b.name) && a.countries.length > 1)
    return { verdict: 'merge', score: 0.95, why: [sentence`titles: the same but for the order of the parties`] };
  const shared = sharedAlias(a, b);
  const share = shareOfPairs(pairsIn(a.name), pairsIn(b.name));
  if (share >= askTitlesAt)
    return {
      verdict: 'ask',
      score: Math.min(0.8, share),
      why: [sentence`titles: ${share.toFixed(2)} of their pairs of characters in common`],
    };
  return shared === undefined ? none : { verdict: 'ask', score: askAt, why: [sentence`both are also called ${shared}`] };
}
