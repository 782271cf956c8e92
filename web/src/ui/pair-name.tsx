import { useSpeech } from '../i18n/language.js';

/** Two countries or groups by name, in the order given. */
export function PairName({ a, b }: { a: string; b: string }) {
  const { place } = useSpeech();
  return (
    <>
      {place(a)} – {place(b)}
    </>
  );
}
