import i18next, { type TFunction } from 'i18next';
import type { Words } from '../../../src/brief/words/words.js';
import type { messages as english } from './en.js';

/** The languages of the interface, each under its own name. */
export const languages = { zh: '中文', en: 'English', vi: 'Tiếng Việt', ru: 'Русский' } as const;
export type Language = keyof typeof languages;

/** All that the interface says, in one language. */
export type Messages = Readonly<Record<keyof typeof english, string>>;

export interface Loaded {
  language: Language;
  t: TFunction;
  words: (place: (code: string) => string) => Words;
}

type Parts = readonly [{ messages: object }, Loaded['words']];

const loaders: Readonly<Record<Language, () => Promise<Parts>>> = {
  zh: () => Promise.all([import('./zh.js'), import('../../../src/brief/words/zh.js').then((m) => m.chineseWords)]),
  en: () => Promise.all([import('./en.js'), import('../../../src/brief/words/en.js').then((m) => m.englishWords)]),
  vi: () => Promise.all([import('./vi.js'), import('../../../src/brief/words/vi.js').then((m) => m.vietnameseWords)]),
  ru: () => Promise.all([import('./ru.js'), import('../../../src/brief/words/ru.js').then((m) => m.russianWords)]),
};

const loaded = new Map<Language, Promise<Loaded>>();

/** The words of a language, fetched once. */
export function loadLanguage(language: Language): Promise<Loaded> {
  const known = loaded.get(language);
  if (known) return known;
  const coming = loaders[language]().then(async ([{ messages }, words]) => {
    if (!i18next.isInitialized)
      await i18next.init({
        lng: language,
        keySeparator: false,
        nsSeparator: false,
        interpolation: { escapeValue: false },
      });
    i18next.addResourceBundle(language, 'translation', messages);
    return { language, t: i18next.getFixedT(language), words };
  });
  loaded.set(language, coming);
  return coming;
}

const kept = 'rapporteur-language';
const isLanguage = (code: string | null | undefined): code is Language => code != null && Object.hasOwn(languages, code);

/** The language chosen last, else the first of the reader's own that there is, else English. */
export function usualLanguage(): Language {
  const stored = localStorage.getItem(kept);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(kept, language);
}
