import { pinyin } from 'pinyin-pro';
import { transliterations } from '../../knowledge/transliteration.js';
import type { Unit } from './sounds.js';

/** What the initials and finals of Mandarin stand for in foreign names, for characters that no table lists. */
const initials: Readonly<Record<string, readonly string[]>> = {
  ...{ b: ['b'], p: ['p'], m: ['m'], f: ['f'], d: ['d'], t: ['t'], n: ['n'], l: ['l'], g: ['g'], k: ['k'], h: ['h'] },
  ...{ j: ['J', 'g'], q: ['C'], x: ['S', 's', 'h'], zh: ['J', 'z'], ch: ['C'], sh: ['S'], r: ['Z', 'r'], z: ['z'], c: ['c'], s: ['s'] },
  ...{ y: ['j', ''], w: ['w'], '': [''] },
};
const finals: Readonly<Record<string, readonly string[]>> = {
  ...{ a: ['a'], o: ['o'], e: ['e', ''], er: ['r', 'l', 'er'], ai: ['ai', 'e'], ei: ['ei', 'e'], ao: ['au', 'o'], ou: ['o', 'u'] },
  ...{ an: ['an'], en: ['en'], ang: ['an'], eng: ['en', 'on'], ong: ['on', 'un'], i: ['i', ''], ia: ['ia', 'a'], ie: ['e', 'ie'] },
  ...{ iao: ['iau', 'io'], iu: ['iu', 'u'], ian: ['ian', 'en'], in: ['in'], iang: ['ian', 'an'], ing: ['in'], iong: ['ion', 'un'] },
  ...{
    u: ['u', ''],
    ua: ['ua', 'a'],
    uo: ['o'],
    uai: ['uai'],
    ui: ['ui', 'ei'],
    uan: ['uan', 'an'],
    un: ['un', 'on', 'en'],
    uang: ['uan'],
  },
  ...{ v: ['iu', 'i'], ü: ['iu', 'i'], ue: ['ue', 'e'], üe: ['ue', 'e'], ve: ['ue', 'e'], üan: ['uan'], ün: ['un'] },
};

const written: readonly (readonly [RegExp, string])[] = [
  [/sh/g, 'S'],
  [/zh/g, 'Z'],
  [/ch/g, 'C'],
  [/ts/g, 'c'],
  [/j/g, 'J'],
  [/y/g, 'j'],
];
const parse = (notation: string): string => written.reduce((text, [form, sound]) => text.replace(form, sound), notation);

const table = new Map([...transliterations].map(([form, sounds]) => [form, sounds.map(parse)] as const));
const longest = Math.max(...[...table.keys()].map((form) => form.length));
const guessed = new Map<string, readonly string[]>();

/** Every reading of a character in Mandarin, without tones; `ü` as `v`. A character without a reading gives none. */
export function mandarin(character: string): readonly string[] {
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
  return [...new Set(all)].filter((s) => /^[a-zü]+$/.test(s));
}

/** What a reading (`zhong`) may sound like to somebody who writes it in letters. */
export function fromReading(reading: string): string[] {
  const [, initial, final] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$/.exec(reading)!;
  return (initials[initial!] ?? ['']).flatMap((i) => (finals[final!] ?? [final!]).map((f) => i + f));
}

/** What one character may sound like in a foreign name. */
function soundsOfCharacter(character: string): readonly string[] {
  const listed = table.get(character);
  if (listed) return listed;
  let sounds = guessed.get(character);
  if (!sounds) {
    sounds = [...new Set(mandarin(character).flatMap(fromReading))].filter((s) => s !== '' && /^[a-zA-Z]+$/.test(s));
    if (sounds.length === 0) sounds = [''];
    guessed.set(character, sounds);
  }
  return sounds;
}

/** The units of a transliterated name: its characters, and words that stand for a name as a whole (约翰). */
export function hanUnits(text: string): { units: Unit[]; length: number } {
  const points = Array.from(text);
  const units: Unit[] = points.map((c, i) => ({ from: i, to: i + 1, sounds: soundsOfCharacter(c) }));
  for (let i = 0; i < points.length; i++)
    for (let n = 2; n <= longest && i + n <= points.length; n++) {
      const sounds = table.get(points.slice(i, i + n).join(''));
      if (sounds) units.push({ from: i, to: i + n, sounds });
    }
  return { units, length: points.length };
}
