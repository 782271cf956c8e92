import { createContext, type ReactNode, Suspense, use, useEffect, useMemo, useState, useTransition } from 'react';
import type { Words } from '../../../src/brief/words/words.js';
import { useGroups } from '../api/places.js';
import type { messages as english } from './en.js';
import { keepLanguage, type Language, loadLanguage, usualLanguage } from './load.js';

type Plural = '_one' | '_two' | '_few' | '_many' | '_other';
type Stem<K extends string> = K extends `${infer S}${Plural}` ? S : K;
/** What can be said; a message with a plural goes by its stem, with `count`. */
export type MessageKey = Stem<keyof typeof english & string>;
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Everything that depends on the language chosen. */
export interface Speech {
  language: Language;
  choose: (language: Language) => void;
  say: Say;
  /** What statements, figures and findings are called: the words of a brief. */
  words: Words;
  /** A country or a group of states. */
  place: (code: string) => string;
  /** A whole number. */
  count: (n: number) => string;
  /** A moment (ISO 8601) with its time. */
  moment: (iso: string) => string;
}

const Context = createContext<Speech | null>(null);

/** The language chosen, and how to say things in it. */
export function useSpeech(): Speech {
  return use(Context)!;
}

/** Names of states by Intl; of groups and states that are no more as the record gives them. */
function usePlaceNames(language: Language): (code: string) => string {
  const groups = useGroups();
  return useMemo(() => {
    const tag = language === 'zh' ? 'zh-Hans' : language;
    const regions = new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' });
    return (code) => {
      const group = groups.get(code);
      if (group) return (language !== 'en' && group[language]) || (code.length > 6 ? group.en : code);
      const whole = code.split('-')[0]!;
      const name = /^[A-Z]{2}$/.test(whole) ? regions.of(whole) : undefined;
      return name === undefined ? code : whole === code ? name : `${name} (${code})`;
    };
  }, [groups, language]);
}

function Provided({ language, choose, children }: { language: Language; choose: Speech['choose']; children: ReactNode }) {
  const { t, words } = use(loadLanguage(language));
  const place = usePlaceNames(language);
  const speech = useMemo((): Speech => {
    const number = new Intl.NumberFormat(language);
    const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    return {
      ...{ language, choose, place, words: words(place) },
      say: (key, values) => t(key, values ?? {}),
      count: (n) => number.format(n),
      moment: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : time.format(new Date(iso))),
    };
  }, [language, choose, place, t, words]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language;
  }, [language]);
  return <Context value={speech}>{children}</Context>;
}

/** Gives the interface its language; another one can be chosen at any time. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(usualLanguage);
  const [, start] = useTransition();
  const choose = useMemo(
    () => (next: Language) => {
      keepLanguage(next);
      start(() => setLanguage(next));
    },
    [],
  );
  return (
    <Suspense fallback={null}>
      <Provided language={language} choose={choose}>
        {children}
      </Provided>
    </Suspense>
  );
}
