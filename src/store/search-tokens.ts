/**
 * Search without a dictionary: Han text is indexed as overlapping pairs of characters, everything else by word. Both the index
 * and the queries are made here, so every engine finds the same.
 */

/** One Han character or one word of a folded text. `start` and `end` count its UTF-16 units. */
export interface Unit {
  norm: string;
  start: number;
  end: number;
  han: boolean;
  /** It directly continues the Han characters before it. */
  joined: boolean;
}

/** Units that must follow each other; nothing but punctuation and blanks may stand between them. */
export type Phrase = readonly Unit[];

// Han first: a word pattern that admits Han letters would swallow the Han characters behind a number.
const unit = /(\p{Script=Han})|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const marks = /[\u0300-\u036f]/g;

/** Case and diacritics folded, for words of every script but Han. */
function foldWord(word: string): string {
  return word.normalize('NFKD').replace(marks, '').toLowerCase().replace(/đ/g, 'd').normalize('NFC');
}

/** Takes a folded text. Linear in its length. */
export function unitsOf(folded: string): Unit[] {
  const units: Unit[] = [];
  for (const match of folded.matchAll(unit)) {
    const start = match.index;
    const end = start + match[0].length;
    const han = match[1] !== undefined;
    const before = units.at(-1);
    const joined = han && before?.han === true && before.end === start;
    const norm = han ? match[0] : foldWord(match[0]);
    if (norm !== '') units.push({ norm, start, end, han, joined });
  }
  return units;
}

/** The tokens of units: pairs of Han characters, and the last of each run by itself; words as they are. `open`: more text may follow the last unit. */
function tokens(units: readonly Unit[], open: boolean): string[] {
  const found: string[] = [];
  units.forEach((u, i) => {
    const next = units[i + 1];
    if (!u.han) found.push(u.norm);
    else if (next?.joined) found.push(u.norm + next.norm);
    else if (next || !open || !u.joined) found.push(u.norm);
  });
  return found;
}

/** What is indexed of a folded text: tokens joined by blanks. */
export function indexTokens(folded: string): string {
  return tokens(unitsOf(folded), false).join(' ');
}

/**
 * The phrases of a query, all of which must be found. Each part of the query between blanks is one phrase; nothing in it is
 * syntax. Empty where the query has no letter, digit or Han character.
 */
export function phrasesOf(query: string, fold: (raw: string) => string): Phrase[] {
  return query
    .split(/\s+/)
    .map((part) => phraseOf(part, fold))
    .filter((units) => units.length > 0);
}

/** A text as one phrase, blanks and all; empty where it has no letter, digit or Han character. */
export function phraseOf(text: string, fold: (raw: string) => string): Phrase {
  return unitsOf(fold(text));
}

/** A phrase as tokens to be found one after the other; with `prefix`, the last of them need only be the beginning of a token. */
export function phraseTokens(phrase: Phrase): { tokens: string[]; prefix: boolean } {
  const last = phrase.at(-1);
  return { tokens: tokens(phrase, true), prefix: last?.han === true && !last.joined };
}

/** The stretches of a text where a phrase stands, in order; at most `limit`. `units` are those of the folded text. */
export function findPhrase(units: readonly Unit[], phrase: Phrase, limit: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const [first] = phrase;
  if (!first) return found;
  for (let i = 0; i + phrase.length <= units.length && found.length < limit; i++) {
    if (units[i]!.norm !== first.norm) continue;
    const fits = phrase.every((p, k) => {
      const u = units[i + k]!;
      return u.norm === p.norm && u.han === p.han && (k === 0 || u.joined === p.joined);
    });
    if (fits) found.push({ start: units[i]!.start, end: units[i + phrase.length - 1]!.end });
  }
  return found;
}
