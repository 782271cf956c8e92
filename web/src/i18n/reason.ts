import type { Sentence } from '../api/types.js';
import type { Language } from './load.js';

type Words = Readonly<Record<string, string>>;

/** A sentence as it is told: its words in English with `{0}`, `{1}`, … in the place of its values, and what finds it. */
interface Known {
  pattern: RegExp;
  slots: readonly string[];
  own: string;
}

const slot = /\{(\d+)\}/g;

/** Says sentences of the server (`src/model/sentence.ts`), which come in English, in the words of another language; what it does not know stays as it is. */
export function translator(words: Words, place: (code: string) => string): (told: string) => string {
  const literal = (text: string): number => text.replace(slot, '').length;
  // what says more in its own words comes first: of two that fit it is the one that was meant
  const known = Object.entries(words)
    .sort(([a], [b]) => literal(b) - literal(a))
    .map(([text, own]): Known => {
      const source = text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(slot, '(.+?)');
      return { pattern: new RegExp(`^${source}$`, 's'), slots: [...text.matchAll(slot)].map(([, n]) => n!), own };
    });
  const say = (told: string): string => {
    if (/^[A-Z]{2}(?:[+-][A-Z]{2})*$/.test(told)) return told.split('+').map(place).join(' + ');
    for (const { pattern, slots, own } of known) {
      const found = pattern.exec(told);
      if (!found) continue;
      const values = new Map(slots.map((n, i) => [n, found[i + 1]!]));
      return own.replace(slot, (_, n: string) => say(values.get(n) ?? ''));
    }
    return told;
  };
  return say;
}

/** A sentence with its values apart, of which those that are texts may be sentences themselves; null where its words are not known. `say`: of a translator. */
export function saidIn(words: Words, { text, values }: Sentence, say: (told: string) => string): string | null {
  const own = text === '{0}' ? text : words[text];
  if (own === undefined) return null;
  return own.replace(slot, (_, n: string) => {
    const value = values[Number(n)] ?? '';
    return typeof value === 'number' ? String(value) : say(value);
  });
}

type Parts = readonly [{ reasons: Words }, { refusals: Words }];
const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Parts>>> = {
  zh: () => Promise.all([import('./reasons/zh.js'), import('./refusals/zh.js')]),
  vi: () => Promise.all([import('./reasons/vi.js'), import('./refusals/vi.js')]),
  ru: () => Promise.all([import('./reasons/ru.js'), import('./refusals/ru.js')]),
};

const loaded = new Map<Language, Promise<Words>>();

/** The sentences of the server in a language other than English, fetched once and only where one is shown. */
export function loadReasons(language: Exclude<Language, 'en'>): Promise<Words> {
  const coming = loaded.get(language) ?? loaders[language]().then(([{ reasons }, { refusals }]) => ({ ...reasons, ...refusals }));
  loaded.set(language, coming);
  return coming;
}
