import { getAllHanvietsOfChar, hanvietData } from 'hanviet-pinyin-words';
import { fromReading, mandarin } from './han.js';
import { letterUnits } from './letters.js';
import { foldName, plainLetters } from './spelling.js';

/** Names of the countries that write, or wrote, their names in Chinese characters: every character has its reading there. */

const native = new Set(['CN', 'TW', 'HK', 'MO', 'VN', 'KR', 'KP', 'JP', 'SG']);

/** A country whose own names are written in characters one by one, not by their sound. */
export function writesCharacters(country: string | null | undefined): boolean {
  return country !== null && country !== undefined && native.has(country);
}

/** Readings that the tables lack, and forms of the south beside those of the north. */
const more: Readonly<Record<string, readonly string[]>> = {
  ...{
    武: ['vũ', 'võ'],
    黄: ['huỳnh'],
    福: ['phước', 'phớc'],
    张: ['trương'],
    潘: ['phan'],
    担: ['đam'],
    创: ['sang'],
    赏: ['thưởng'],
    氏: ['thị'],
  },
  ...{
    仁: ['nhơn'],
    义: ['ngãi'],
    政: ['chánh', 'chính'],
    明: ['minh'],
    宝: ['bửu'],
    光: ['quang'],
    山: ['sơn'],
    平: ['bình'],
    阮: ['nguyễn'],
  },
};

let simplified: ReadonlyMap<string, readonly string[]> | undefined;

/** The tables list traditional characters; names come in simplified ones, of which one may stand for several. */
function bySimplified(): ReadonlyMap<string, readonly string[]> {
  if (simplified) return simplified;
  const found = new Map<string, string[]>();
  const characters = Object.keys(hanvietData);
  // folding them together takes a sixth of the time
  const forms = foldName(characters.join('|')).split('|');
  for (const [i, character] of characters.entries()) {
    const readings = getAllHanvietsOfChar(character).map((r) => r.toLowerCase().normalize('NFC'));
    for (const form of new Set([character, forms[i]!])) {
      const list = found.get(form) ?? [];
      found.set(form, list);
      for (const r of readings) if (!list.includes(r)) list.push(r);
    }
  }
  for (const [character, readings] of Object.entries(more))
    found.set(character, [...new Set([...readings, ...(found.get(character) ?? [])])]);
  simplified = found;
  return found;
}

/** The Hán-Việt readings of a simplified character, in lower case with their marks; none where it is not known. */
export function hanViet(character: string): readonly string[] {
  return bySimplified().get(character) ?? [];
}

/** How well Vietnamese syllables read characters: 1 each with all marks, 0.9 where the name is written without marks, 0 otherwise. */
export function readAsVietnamese(characters: string, letters: string): number[] | undefined {
  const points = Array.from(characters);
  const words = letters
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s-]+/);
  if (points.length !== words.length) return undefined;
  const marked = plainLetters(letters) !== letters.toLowerCase();
  return points.map((c, i) => {
    const readings = hanViet(c);
    if (readings.includes(words[i]!)) return 1;
    const plain = plainLetters(words[i]!);
    return readings.some((r) => plainLetters(r) === plain) ? (marked ? 0.5 : 0.9) : 0;
  });
}

/** Whether letters are the pinyin of the characters, surname first or last: 习近平 and `Xi Jinping`. */
export function readAsPinyin(characters: string, letters: string): boolean {
  const points = Array.from(characters);
  const words = plainLetters(letters.replace(/ü/g, 'v')).replace(/['-]/g, '').split(/\s+/);
  if (points.length < 2 || points.length > 4 || words.length < 2) return false;
  const wanted = new Set([words.join(''), [...words.slice(1), words[0]!].join(''), [words.at(-1)!, ...words.slice(0, -1)].join('')]);
  let spelled = [''];
  for (const c of points) {
    const readings = mandarin(c);
    spelled = spelled.flatMap((s) => readings.flatMap((r) => [s + r, s + r.replace('v', 'u'), s + r.replace('v', 'yu')]));
    spelled = [...new Set(spelled)].filter((s) => [...wanted].some((w) => w.startsWith(s)));
  }
  return spelled.some((s) => wanted.has(s));
}

/** What a character may sound like as it is read in Vietnamese. */
export function vietnameseUnits(character: string): readonly string[] {
  return hanViet(character).flatMap((reading) => spellOut(letterUnits(reading, 'vietnamese').units.map((u) => u.sounds)));
}

/** What a character may sound like as it is read in Mandarin. */
export function mandarinUnits(character: string): readonly string[] {
  return [...new Set(mandarin(character).flatMap(fromReading))];
}

/** Every way to choose one sound a unit, at most 16. */
function spellOut(choices: readonly (readonly string[])[]): string[] {
  return choices.reduce<string[]>((all, sounds) => all.flatMap((a) => sounds.map((s) => a + s)).slice(0, 16), ['']);
}

/** How alike two characters are in a name: 1 the same, 0.9 read alike in Vietnamese, 0.7 read alike in Mandarin, else 0. */
export function charactersAlike(a: string, b: string, country: string | null | undefined): number {
  if (a === b) return 1;
  const [x, y] = country === 'VN' ? [hanViet(a), hanViet(b)] : [[], []];
  if (x.length > 0 && y.length > 0) return x.some((r) => y.includes(r)) ? 0.9 : 0;
  const other = mandarin(b);
  return mandarin(a).some((r) => other.includes(r)) ? 0.7 : 0;
}
