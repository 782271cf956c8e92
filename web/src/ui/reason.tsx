import { Suspense, use, useMemo } from 'react';
import { useSpeech } from '../i18n/language.js';
import { loadReasons, translator } from '../i18n/reason.js';
import { Said } from './said.js';

/** Why a document was not read, or two names may be one, in the language of the interface. Several are divided by points. */
export function Reason({ told }: { told: string | readonly string[] }) {
  return (
    <Suspense fallback={null}>
      <Translated told={typeof told === 'string' ? [told] : told} />
    </Suspense>
  );
}

function Translated({ told }: { told: readonly string[] }) {
  const { language, place } = useSpeech();
  const words = use(loadReasons(language));
  const say = useMemo(() => translator(words, place), [words, place]);
  return <Said>{told.map(say).join(' · ')}</Said>;
}
