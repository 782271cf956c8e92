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

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ reasons: Words }>>> = {
  zh: () => import('./reasons/zh.js'),
  vi: () => import('./reasons/vi.js'),
  ru: () => import('./reasons/ru.js'),
};

const loaded = new Map<Language, Promise<Words>>();

/** The sentences of the server in a language other than English, fetched once and only where one is shown. */
export function loadReasons(language: Exclude<Language, 'en'>): Promise<Words> {
  const coming = loaded.get(language) ?? loaders[language]().then(({ reasons }) => reasons);
  loaded.set(language, coming);
  return coming;
}
