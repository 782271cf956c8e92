import { sentence } from '../../model/sentence.js';
import { sameGivenName } from './given-names.js';
import { letterUnits } from './letters.js';
import { type Part, type PreparedName, prepareName } from './prepared-name.js';
import { charactersAlike, mandarinUnits, readAsPinyin, readAsVietnamese, vietnameseUnits, writesCharacters } from './readings.js';
import { likeness, type Sounds, skeletons, soundsOf } from './sounds.js';
import { partsOf, plainLetters, scriptOf } from './spelling.js';

/** At or above this, two names may be joined without asking, where country, office and time agree too. */
export const mergeAt = 0.85;
/** At or above this, a person is asked. */
export const askAt = 0.6;

/**
 * How the likeness was found: `equal` to the letter · `spelling` full names of the same sounds · `reading` one reads the other's
 * characters · `single` the same sounds, of names of one part · `short` one part answers to a part of the other · `different`.
 */
export type How = 'equal' | 'spelling' | 'reading' | 'single' | 'short' | 'different';

/** How sure it is that two names are one. `score` from 0 to 1; `why` says it in words. */
export interface Likeness {
  score: number;
  how: How;
  why: string;
}

/** Whether two spellings, in any of the three scripts, are one name. `country` helps where both belong to one. */
export function sameName(a: string, b: string, country: string | null = null): Likeness {
  return compareNames(prepareName(a, country), prepareName(b, country));
}

const different: Likeness = { score: 0, how: 'different', why: sentence`nothing in common` };

/** As `sameName`, for names that are ready. */
export function compareNames(a: PreparedName, b: PreparedName): Likeness {
  if (a.folded === b.folded) return { score: 1, how: 'equal', why: sentence`the same letters` };
  if (a.script === undefined || b.script === undefined) return different;
  if (a.script === 'han' && b.script === 'han') {
    if (a.native && b.native) return compareCharacters(a, b);
    const found = compareDivisions(a, b);
    const short = Array.from(a.folded + b.folded).length <= 8 && !a.folded.includes('·') && !b.folded.includes('·');
    const unsure = short && a.country === null && b.country === null;
    return unsure && found.score > 0.8 ? { ...found, score: 0.8, why: sentence`${found.why}; of no known country` } : found;
  }
  const letters = a.script === 'han' ? b : a;
  const han = a.script === 'han' ? a : b.script === 'han' ? b : undefined;
  if (han === undefined) return compareLetters(a, b);
  const read = compareReading(han, letters);
  if (read.score >= mergeAt || han.native) return read.score >= askAt || !fits(han) ? read : best(read, compareDivisions(han, letters));
  return best(read, compareDivisions(a, b));
}

/** Singapore's names of Malay or Tamil origin are written by their sound. */
const fits = (han: PreparedName): boolean => han.country !== 'VN' && han.country !== 'CN';

const best = (a: Likeness, b: Likeness): Likeness => (b.score > a.score ? b : a);

function compareLetters(a: PreparedName, b: PreparedName): Likeness {
  const [x, y] = [a, b].map((n) =>
    plainLetters(n.folded)
      .replace(/[^\p{L}]+/gu, ' ')
      .trim(),
  );
  if (x === y) {
    if (a.country === 'VN' && isMarked(a) && isMarked(b))
      return { score: 0.5, how: 'different', why: sentence`the same letters with other marks` };
    return { score: 0.98, how: 'equal', why: sentence`the same letters but for marks` };
  }
  return writesCharacters(a.country) && a.country === b.country ? compareSyllables(a, b) : compareDivisions(a, b);
}

/** Two names in characters: one may be misheard, not two. */
function compareCharacters(a: PreparedName, b: PreparedName): Likeness {
  const [x, y] = [Array.from(a.folded), Array.from(b.folded)];
  if (x.length !== y.length) return different;
  const alike = x.map((c, i) => charactersAlike(c, y[i]!, a.country ?? b.country));
  const worst = Math.min(...alike);
  const changed = alike.filter((s) => s < 1).length;
  if (worst === 0 || (changed > 1 && worst < 0.9)) return { ...different, why: sentence`characters that are not read alike` };
  return {
    score: changed > 1 ? worst - 0.1 : worst,
    how: 'reading',
    why: sentence`${changed} character(s) written otherwise and read alike`,
  };
}

/** A name in characters against one in letters: as their readings in Vietnamese or Mandarin. */
function compareReading(han: PreparedName, letters: PreparedName): Likeness {
  const country = han.country ?? letters.country;
  if (han.folded.includes('·')) return different;
  const syllables = letters.script === 'latin' ? readAsVietnamese(han.folded, letters.folded) : undefined;
  if (syllables) {
    const [worst, sum] = [Math.min(...syllables), syllables.reduce((p, q) => p + q, 0)];
    const wrong = syllables.filter((s) => s < 0.9).length;
    if (worst >= 0.9) return { score: worst === 1 ? 1 : 0.92, how: 'reading', why: sentence`its Hán-Việt reading` };
    if (wrong === 1 && syllables.length > 2 && country === 'VN')
      return { score: 0.2 + (0.5 * sum) / syllables.length, how: 'reading', why: sentence`its Hán-Việt reading but for one syllable` };
  }
  if (country === 'VN')
    return letters.script === 'cyrillic' ? bySyllables(han, letters, vietnameseUnits, sentence`its Hán-Việt reading`) : different;
  if (letters.script === 'latin' && country !== 'VN' && readAsPinyin(han.folded, letters.folded))
    return { score: 0.97, how: 'reading', why: sentence`its pinyin` };
  if (!writesCharacters(country) || (letters.script === 'latin' && isMarked(letters))) return different;
  const found = bySyllables(han, letters, mandarinUnits, sentence`its reading in Mandarin`);
  return letters.script === 'latin' ? { ...found, score: Math.min(otherRomanisation, found.score) } : found;
}

/** What letters that are not pinyin can say at most of characters: they may follow another reading, or another language. */
const otherRomanisation = 0.8;

const isMarked = (name: PreparedName): boolean => plainLetters(name.folded) !== name.folded.toLowerCase();

/** Surname against surname, and the rest against the rest: syllable by syllable where their numbers agree. */
function bySyllables(han: PreparedName, letters: PreparedName, unitsOf: (text: string) => readonly string[], why: string): Likeness {
  const points = Array.from(han.folded);
  const words = partsOf(letters.folded, 'split');
  if (points.length < 2 || words.length < 2) return different;
  const whole: [string, string] = [points.slice(1).join(''), words.slice(1).join('')];
  const pieces: [string, string][] =
    words.length === points.length ? points.map((c, i) => [c, words[i]!]) : [[points[0]!, words[0]!], whole];
  return everySyllable(
    pieces.map(([characters, word]) => {
      const chain = Array.from(characters, (c, i) => ({ from: i, to: i + 1, sounds: unitsOf(c) }));
      return likeness(soundsOf(chain, chain.length), soundsOfWord(word, letters));
    }),
    why,
  );
}

/** Two names in letters of a country that writes characters: every syllable counts, since many names share all but one. */
function compareSyllables(a: PreparedName, b: PreparedName): Likeness {
  const [x, y] = [partsOf(a.folded, 'split'), partsOf(b.folded, 'split')];
  if (x.length < 2 || y.length < 2) return different;
  if ((a.country === 'VN' || a.country === 'CN') && a.script === b.script) return different;
  if (a.country === 'CN' && [a, b].some((n) => n.script === 'latin' && isMarked(n))) return different;
  const [p, q] = x.length === y.length ? [x, y] : [x, y].map((words) => [words[0]!, words.slice(1).join('')]);
  return everySyllable(
    p!.map((word, i) => likeness(soundsOfWord(word, a), soundsOfWord(q![i]!, b))),
    sentence`syllable by syllable`,
  );
}

function soundsOfWord(word: string, name: PreparedName): Sounds {
  const { units, length } = letterUnits(word, name.script === 'cyrillic' ? 'cyrillic' : name.country === 'VN' ? 'vietnamese' : 'latin');
  return soundsOf(units, length);
}

/** Hardly more than the syllable that is least alike. */
function everySyllable(scores: readonly number[], why: string): Likeness {
  const score = 0.8 * Math.min(...scores) + (0.2 * scores.reduce((p, q) => p + q, 0)) / scores.length;
  return { score: 0.95 * score, how: 'reading', why };
}

function compareDivisions(a: PreparedName, b: PreparedName): Likeness {
  let found = different;
  for (const x of a.divisions)
    for (const y of b.divisions) found = best(found, x.length <= y.length ? compareParts(x, y) : compareParts(y, x));
  for (const [one, other] of [[a, b] as const, [b, a] as const]) {
    const [only, ...rest] = one.divisions[0] ?? [];
    if (only && rest.length === 0 && other.whole) found = best(found, { ...single(only, other.whole), how: 'spelling' });
  }
  return found;
}

/** What is lost where the parts that answer each other do not stand in the same place. */
const displaced = 0.04;
/** What is lost where one puts the surname first. */
const turned = 0.02;
/** What a part of a name can say at most. */
const shortForm = 0.9;

/** Two names in parts, the one with fewer parts first. */
function compareParts(x: readonly Part[], y: readonly Part[]): Likeness {
  if (x.length === 0) return different;
  if (x.length === 1) {
    if (y.length === 1) return single(x[0]!, y[0]!);
    const scores = y.map((part) => heard(x[0]!, part));
    const top = Math.max(...scores);
    const lost = scores.lastIndexOf(top) === y.length - 1 ? 0 : displaced;
    return { score: shortForm * top - lost, how: 'short', why: sentence`one part of the name, ${shown(top)} by sound` };
  }
  let found = different;
  const ends = (parts: readonly Part[]): number[] => (parts.length > 2 ? [parts.length - 1, parts.length - 2] : [parts.length - 1]);
  for (const i of ends(x))
    for (const j of ends(y)) {
      const lost = (i === x.length - 1 ? 0 : displaced) + (j === y.length - 1 ? 0 : displaced);
      found = best(found, together(x[i]!, y[j]!, x.slice(0, i), y.slice(0, j), lost));
    }
  if (x.length === 2 && y.length === 2)
    for (const i of [0, 1]) found = best(found, together(x[i]!, y[1 - i]!, [x[1 - i]!], [y[i]!], turned));
  return found;
}

/** What two names of one part can say at most where they are written in Chinese and share no character. */
const unlikeCharacters = 0.8;

function single(p: Part, q: Part): Likeness {
  const score = 0.97 * heard(p, q);
  const characters = scriptOf(p.text) === 'han' && scriptOf(q.text) === 'han';
  const shared = Array.from(p.text).some((c) => q.text.includes(c));
  return {
    score: characters && !shared ? Math.min(unlikeCharacters, score) : score,
    how: 'single',
    why: sentence`${shown(score)} by sound`,
  };
}

/** Below this, given names are two, whatever the surnames are. */
const otherGivenName = 0.5;

/** Surname and given names: both count by their length, but a given name that is another decides. */
function together(surnameX: Part, surnameY: Part, x: readonly Part[], y: readonly Part[], lost: number): Likeness {
  const surname = heard(surnameX, surnameY);
  if (surname < 0.4) return different;
  const first = given(x, y);
  const weight = (parts: readonly Part[]): number => Math.max(0.5, ...parts.map((p) => p.sounds.weight));
  const [ws, wf] = [weight([surnameX, surnameY]), weight([...x, ...y])];
  const score = first < otherGivenName ? surname * (0.35 + 0.5 * first) : (surname * ws + first * wf) / (ws + wf);
  const why = sentence`surname ${shown(surname)}, given name ${shown(first)} by sound`;
  return { score: Math.max(0, score - lost), how: 'spelling', why };
}

/** The best agreement of a first given name with any given name of the other side. */
function given(x: readonly Part[], y: readonly Part[]): number {
  let top = 0;
  x.forEach((p, i) => {
    y.forEach((q, j) => {
      if (i > 0 && j > 0) return;
      const initial = p.text.length === 1 || q.text.length === 1;
      const score = initial
        ? sameInitial(p, q)
          ? 0.85
          : 0.3
        : sameGivenName(plainLetters(p.text), plainLetters(q.text))
          ? 1
          : heard(p, q);
      top = Math.max(top, score - (i === 0 && j === 0 ? 0 : displaced));
    });
  });
  return top;
}

function sameInitial(p: Part, q: Part): boolean {
  const first = (part: Part): string[] => skeletons(part.sounds).map((k) => k[0] ?? '');
  return first(p).some((c) => first(q).includes(c));
}

/** So many comparisons a part remembers. */
const mostRemembered = 2000;

function heard(p: Part, q: Part): number {
  if (p.text === q.text) return 1;
  const before = p.heard.get(q) ?? q.heard.get(p);
  if (before !== undefined) return before;
  const score = likeness(p.sounds, q.sounds);
  if (p.heard.size < mostRemembered) p.heard.set(q, score);
  return score;
}

const shown = (score: number): string => score.toFixed(2);
