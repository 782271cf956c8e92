import { tables } from '../generated/knowledge.js';
import { readRows } from './table.js';

/**
 * What the Chinese characters of foreign names stand for: `尔` → `l`, `r`, `le`, `er`. Letters as in English (`sh`, `zh`, `ch`, `j`, `ts`),
 * `y` a glide; a syllable without its vowel is a consonant alone. Keys are single characters and a few names written as one word
 * (约翰). Most come from the national standard for Russian names, the rest from how agencies write names of other languages.
 */
export const transliterations: ReadonlyMap<string, readonly string[]> = new Map(
  readRows<'form' | 'sounds'>(tables['ru-zh']).map((row) => [row.form, row.sounds.split(' ')]),
);
