import { pinyin } from 'pinyin-pro';

/** How near two names written in Chinese characters are to each other by their sound, for transliterations of one foreign name. */

const dots = /[·•・‧⋅∙･.．\s]+/u;
const han = /^\p{Script=Han}+$/u;

/** `亚历山大·叶菲莫夫` → first name and surname; any of the dots in use, or a space, divides. */
export function segmentsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .split(dots)
    .filter((s) => s !== '');
}

/** Written wholly in Chinese characters (and dots). */
export function isHan(name: string): boolean {
  const segments = segmentsOf(name);
  return segments.length > 0 && segments.every((s) => han.test(s));
}

export interface Syllable {
  initial: string;
  final: string;
}

/** The readings of a run of characters, without tones. */
export function syllablesOf(text: string): Syllable[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true }).map((s) => {
    const m = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(s)!;
    return { initial: m[1]!, final: m[2]! };
  });
}

/** Initials and finals that stand for the same foreign sound with different translators. */
const initialClasses = [
  'bp',
  'mn',
  'nl',
  'fhw',
  'dt',
  'gkh',
  ['j', 'z', 'zh', 'q'],
  ['q', 'c', 'ch', 'j'],
  ['x', 's', 'sh'],
  ['r', 'l'],
  ['y', ''],
];
const finalClasses = [
  ['a', 'ao', 'an', 'ang', 'ai', 'ia', 'ua'],
  ['o', 'uo', 'ao', 'ou', 'u', 'ong'],
  ['e', 'ei', 'i', 'ai', 'ie', 'er', 'en', 'eng'],
  ['i', 'in', 'ing', 'ie', 'ei', 'ü', 'v'],
  ['an', 'ang', 'en', 'eng', 'in', 'ing', 'ian'],
  ['u', 'v', 'un', 'iu', 'ou'],
];
const shareClass = (classes: readonly (string | readonly string[])[], a: string, b: string): boolean =>
  classes.some((c) => c.includes(a) && c.includes(b) && (Array.isArray(c) || (a !== '' && b !== '')));

/** 0 the same sound, 0.25 a usual variation of one of its halves, 1 nothing in common. */
export function syllableDistance(a: Syllable, b: Syllable): number {
  const initial = a.initial === b.initial ? 0 : shareClass(initialClasses, a.initial, b.initial) ? 0.25 : 0.5;
  const final = a.final === b.final ? 0 : shareClass(finalClasses, a.final, b.final) ? 0.25 : 0.5;
  return initial + final;
}

/** Syllables that translators add or leave out for a consonant without a vowel (尔, 夫, 斯, 特, 德, 克, 姆, 赫, 恩). */
const weak = new Set(['er', 'fu', 'si', 'te', 'de', 'ke', 'mu', 'he', 'en', 'pu', 'bu']);

/** Edit distance over syllables: substitutions as `syllableDistance`, a syllable more or less 1, a weak one 0.5. */
export function soundDistance(a: readonly Syllable[], b: readonly Syllable[]): number {
  const gap = (s: Syllable): number => (weak.has(s.initial + s.final) ? 0.5 : 1);
  let row = [0];
  for (const s of b) row.push(row.at(-1)! + gap(s));
  for (const x of a) {
    const next = [row[0]! + gap(x)];
    for (const [j, y] of b.entries()) next.push(Math.min(row[j]! + syllableDistance(x, y), row[j + 1]! + gap(x), next[j]! + gap(y)));
    row = next;
  }
  return row.at(-1)!;
}

/** First names that translators may write for one: up to 0.35 of a syllable apart on the average. */
export function soundAlike(a: string, b: string): boolean {
  return soundDistance(syllablesOf(a), syllablesOf(b)) / Math.max(a.length, b.length) <= 0.35;
}

/** What sets two transliterated names apart. */
export interface Nearness {
  surname: number;
  /** `null` where one of them is a surname alone. */
  first: number | null;
}

/** Equal, or one is the other with characters missing at that side: names are read too short or too long at their ends. */
function isCut(a: string, b: string, side: 'beginning' | 'end'): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return side === 'end' ? long.startsWith(short) : long.endsWith(short);
}

/** Two spellings of one surname share half of the characters of the shorter one: a quick look before sounds are compared. */
export function shareHalf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.length - short.length <= 2 && 2 * Array.from(short).filter((c) => long.includes(c)).length >= short.length;
}

/**
 * How near two transliterations are, surname by surname and first name by first name; `undefined` where they cannot be one name:
 * surnames of less than three syllables or more than 0.5 apart, or first names more than 0.4 a syllable apart (0.2 where the
 * surnames are the same to the letter, as with husband and wife).
 * Nothing apart (a short form, other dots) is no second spelling and gives `undefined` too.
 */
export function nearness(a: string, b: string): Nearness | undefined {
  const [x, y] = [segmentsOf(a), segmentsOf(b)];
  const [lastX, lastY] = [x.at(-1)!, y.at(-1)!];
  if (!han.test(lastX) || !han.test(lastY) || Math.min(lastX.length, lastY.length) < 3) return undefined;
  if (isCut(lastX, lastY, 'end') && (x.length < 2 || y.length < 2 || isCut(x[0]!, y[0]!, 'beginning'))) return undefined;
  if (lastX !== lastY && !shareHalf(lastX, lastY)) return undefined;
  const surname = lastX === lastY ? 0 : soundDistance(syllablesOf(lastX), syllablesOf(lastY));
  if (surname > 0.5) return undefined;
  if (x.length < 2 || y.length < 2) return lastX === lastY ? undefined : { surname, first: null };
  const [firstX, firstY] = [x[0]!, y[0]!];
  if (firstX === firstY && lastX === lastY) return undefined;
  const first = firstX === firstY ? 0 : soundDistance(syllablesOf(firstX), syllablesOf(firstY));
  return first / Math.max(firstX.length, firstY.length) > (lastX === lastY ? 0.2 : 0.4) ? undefined : { surname, first };
}
