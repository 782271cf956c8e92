import { Suspense, use, useMemo } from 'react';
import { useSpeech } from '../i18n/language.js';
import type { Language } from '../i18n/load.js';
import { loadReasons, translator } from '../i18n/reason.js';
import { Said } from './said.js';

/** Why a document was not read, or two names may be one, in the language of the interface. Several are divided by points. */
export function Reason({ told }: { told: string | readonly string[] }) {
  const { language } = useSpeech();
  if (language === 'en') return <Said>{typeof told === 'string' ? told : told.join(' · ')}</Said>;
  return (
    <Suspense fallback={null}>
      <Translated language={language} told={typeof told === 'string' ? [told] : told} />
    </Suspense>
  );
}

function Translated({ told, language }: { told: readonly string[]; language: Exclude<Language, 'en'> }) {
  const { place } = useSpeech();
  const words = use(loadReasons(language));
  const say = useMemo(() => translator(words, place), [words, place]);
  return <Said>{told.map(say).join(' · ')}</Said>;
}
