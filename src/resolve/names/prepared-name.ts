import { hanUnits } from './han.js';
import { letterUnits, type Orthography } from './letters.js';
import { writesCharacters } from './readings.js';
import { type Sounds, soundsOf } from './sounds.js';
import { foldName, partsOf, type Script, scriptOf } from './spelling.js';

/** A part of a name: as it is written, in lower case, and as it sounds. */
export interface Part {
  text: string;
  sounds: Sounds;
  /** What it was held against before, and how alike they were. */
  heard: Map<Part, number>;
}

/** Parts that were sounded out before, by country and text: many names share them. */
export type PartsHeard = Map<string, Part>;

/** A name ready to be compared with many others. */
export interface PreparedName {
  folded: string;
  script: Script | undefined;
  /** The country whose spelling it follows, where known. */
  country: string | null;
  /** Written character by character, as Chinese, Vietnamese and Korean names are. */
  native: boolean;
  /** Its parts, with `Díaz-Canel` as two and, where that differs, as one. */
  divisions: readonly (readonly Part[])[];
  /** All parts as one word, for a name of several parts: 洪森 answers to `Hun Sen`. */
  whole: Part | undefined;
}

/**
 * Folds, divides and sounds out a name. `country` is an ISO code or `null` where it is not known. Names that are prepared with the
 * same `parts` remember what they were held against.
 */
export function prepareName(name: string, country: string | null = null, parts: PartsHeard = new Map()): PreparedName {
  const folded = foldName(name);
  const script = scriptOf(folded);
  const native = script === 'han' && writesCharacters(country) && !folded.includes('·') && Array.from(folded).length <= 4;
  const orthography: Orthography = script === 'cyrillic' ? 'cyrillic' : country === 'VN' ? 'vietnamese' : 'latin';
  const part = (text: string): Part => {
    const key = `${country ?? ''}/${text}`;
    const before = parts.get(key);
    if (before) return before;
    const { units, length } = script === 'han' ? hanUnits(text) : letterUnits(text, orthography, country);
    const made: Part = { text, sounds: soundsOf(units, length), heard: new Map() };
    parts.set(key, made);
    return made;
  };
  const split = partsOf(folded, 'split');
  const joined = partsOf(folded, 'joined');
  const divisions = split.length === joined.length ? [split.map(part)] : [split.map(part), joined.map(part)];
  const whole = split.length > 1 && split.length < 5 ? part(split.join('')) : undefined;
  return { folded, script, country, native, divisions, whole };
}
