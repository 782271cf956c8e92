import { givenNameGroups } from './given-names.js';
import type { Part, PreparedName } from './prepared-name.js';
import { mandarinUnits, vietnameseUnits, writesCharacters } from './readings.js';
import { joinSkeletons, skeletons, soundsOf } from './sounds.js';
import { plainLetters } from './spelling.js';

/**
 * Keys by which names that may be one find each other without all being held against all: two names meet where one seeks what the
 * other is filed under. It does not matter which of the two seeks.
 */
export interface NameKeys {
  filed: readonly string[];
  sought: readonly string[];
}

/**
 * The keys of a name: the consonants of its surname, for names of several parts also with the order turned around; the parts of a
 * full name for those who are called by one of them; for names written character by character, their readings.
 */
export function nameKeys(name: PreparedName): NameKeys {
  const [filed, sought] = [new Set<string>(), new Set<string>()];
  const both = (key: string): void => {
    filed.add(key);
    sought.add(key);
  };
  const bySyllable = name.country === 'VN' || name.country === 'CN';
  if (!bySyllable) for (const parts of name.divisions) bySound(name, parts, { filed, sought });
  if (name.native) for (const key of readingKeys(Array.from(name.folded))) both(key);
  else if (name.script !== 'han' && writesCharacters(name.country)) for (const key of orderKeys(name)) both(key);
  if (name.script === 'latin') both(`=${plainLetters(name.folded)}`);
  return { filed: [...filed].sort(), sought: [...sought].sort() };
}

type Side = 'filed' | 'sought';
const sides: readonly Side[] = ['filed', 'sought'];

function bySound(name: PreparedName, parts: readonly Part[], keys: Readonly<Record<Side, Set<string>>>): void {
  const add = (side: Side, role: string, part: Part, more = ['']): void => {
    for (const key of nearKeys(skeletons(part.sounds), side)) for (const m of more) keys[side].add(`${role}${key}${m}`);
  };
  const last = parts.at(-1);
  if (last === undefined) return;
  if (parts.length === 1) {
    for (const side of sides) add(side, 'single', last);
    add('filed', 'called', last);
    add('sought', 'part', last);
    return;
  }
  for (const part of [...parts, ...(name.whole ? [name.whole] : [])]) {
    add('filed', 'part', part);
    add('sought', 'called', part);
  }
  const first = firstSounds(parts[0]!);
  for (const side of sides) for (const surname of parts.slice(parts.length > 2 ? -2 : -1)) add(side, 'full', surname, first);
  if (parts.length > 2 || (name.script === 'han' && name.country !== 'HU')) return;
  add('sought', 'full', parts[0]!, firstSounds(last));
  add('filed', 'turned', parts[0]!, firstSounds(last));
  add('sought', 'turned', last, first);
}

/** The keys of a part, and those by which it meets a part with one consonant more or less. */
function nearKeys(skeletonsOfPart: readonly string[], side: Side): string[] {
  const [longer, shorter] = side === 'filed' ? ['<', '>'] : ['>', '<'];
  return skeletonsOfPart.flatMap((key) => [`:${key}`, shorter + key, ...(key.length > 1 ? [longer + key.slice(0, -1)] : [])]);
}

/** How a given name begins: by its first consonant, and as a form of a listed name, whose forms may begin otherwise. */
function firstSounds(given: Part): string[] {
  const listed = givenNameGroups(plainLetters(given.text)).map((group) => `/#${group}`);
  return [...new Set([...skeletons(given.sounds).map((key) => `/${key.slice(0, 1)}`), ...listed])];
}

/** Characters: surname and what follows it, as they are read in Vietnamese and in Mandarin. */
function readingKeys(characters: readonly string[]): string[] {
  return [vietnameseUnits, mandarinUnits].flatMap((unitsOf) => {
    const chain = (text: readonly string[], inside: boolean): string[] => {
      const units = text.map((c, i) => ({ from: i, to: i + 1, sounds: unitsOf(c) }));
      return units.some((u) => u.sounds.length === 0) ? [] : skeletons(soundsOf(units, units.length), inside);
    };
    const surname = chain(characters.slice(0, 1), false);
    return chain(characters.slice(1), true).flatMap((rest) => surname.map((s) => `${s}+${rest}`));
  });
}

/** Letters: the first word and all that follow it. */
function orderKeys(name: PreparedName): string[] {
  const [parts] = name.divisions;
  if (!parts || parts.length < 2 || parts.length > 4) return [];
  const rest = parts.slice(1).map((part) => skeletons(part.sounds, true));
  const together = rest.reduce((a, b) => [...new Set(a.flatMap((x) => b.map((y) => joinSkeletons(x, y))))]);
  return skeletons(parts[0]!.sounds).flatMap((first) => together.map((r) => `${first}+${r}`));
}
