import { Suspense, use, useMemo } from 'react';
import { Refused, Unreached } from '../api/client.js';
import type { Sentence } from '../api/types.js';
import { useSpeech } from '../i18n/language.js';
import type { Language } from '../i18n/load.js';
import { loadReasons, saidIn, translator } from '../i18n/reason.js';
import { Said } from './said.js';

/** Why a document was not read, or two names may be one, in the language of the interface. Several are divided by points. */
export function Reason({ told, said = null }: { told: string | readonly string[]; said?: Sentence | null }) {
  const { language } = useSpeech();
  const all = typeof told === 'string' ? [told] : told;
  if (language === 'en') return <Said>{all.join(' · ')}</Said>;
  return (
    <Suspense fallback={null}>
      <Translated {...{ language, said }} told={all} />
    </Suspense>
  );
}

interface TranslatedProps {
  told: readonly string[];
  said: Sentence | null;
  language: Exclude<Language, 'en'>;
}

function Translated({ told, said, language }: TranslatedProps) {
  const { place } = useSpeech();
  const words = use(loadReasons(language));
  const say = useMemo(() => translator(words, place), [words, place]);
  return <Said>{(said && saidIn(words, said, say)) ?? told.map(say).join(' · ')}</Said>;
}

/** The sentence of a refusal. Where it names a place in what was sent, people are told the number among several, or the field. */
function told({ message, said }: Refused): { told: string; said: Sentence | null } {
  const [place, fault] = said?.text === '{0}: {1}' ? said.values : [];
  if (typeof place !== 'string' || fault === undefined) return { told: message, said };
  const [, n] = /\.(\d+)$/.exec(place) ?? [];
  const where = n === undefined ? place.replace(/^(?:body|query|path)\./, '') : `#${Number(n) + 1}`;
  return { told: `${where}: ${fault}`, said: { text: '{0}: {1}', values: [where, fault] } };
}

/** Why something was not given or not done: the server's own reason, or that it cannot be reached. */
export function Refusal({ error }: { error: Error }) {
  const { say } = useSpeech();
  if (error instanceof Refused) return <Reason {...told(error)} />;
  if (error instanceof Unreached) return say('error.unreached');
  return <Said>{error.message}</Said>;
}
