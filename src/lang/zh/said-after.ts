import { isA, type Token } from '../../grammar/token.js';
import type { Sentence } from './parse.js';
import { type Cast, partyOf } from './parties.js';
import { setSpeaker } from './retell.js';

/** A quotation is looked through as far as this. Characters. */
const LONGEST = 400;
/** How far behind a quotation the word for saying may stand. Characters. */
const NEAR = 48;

/**
 * Before a sentence that opens with a quotation is read: whoever is named behind it speaks from its start (“A将继续支持B,”C说, “A不会退让。”C说。),
 * and nobody does where whoever is named there is not known. The end mark or comma at the quotation mark tells a quotation from a term in
 * quotation marks. `next` is the sentence behind, `undefined` at the paragraph's end.
 */
export function speakBehind(sentence: Sentence, next: Sentence | undefined, cast: Cast): void {
  const { text } = sentence.chart;
  const { start, end } = sentence.span;
  if (text[start] !== '“') return;
  const close = text.indexOf('”', start);
  if (close < 0 || close > start + LONGEST || !(/[,。!?]/.test(text[close - 1]!) || text[close + 1] === ',')) return;
  const rest = sentence.tokens.filter((t) => t.start > close && !/^[,”]$/.test(t.text));
  if (rest.length > 0) {
    tell(rest, close, text, cast);
    return;
  }
  // “…。”C说。: nothing else in that sentence, else C goes on to something else.
  if (close < end - 2 || !next || next.span.start > end + 2) return;
  const last = next.tokens.findLast((t) => /[^。”]/.test(t.text));
  if (last && isA(last, 'say')) tell(next.tokens, next.span.start, text, cast);
}

/** Sets as speaker the subject of the word for saying in the clause that follows. */
function tell(tokens: readonly Token[], from: number, text: string, cast: Cast): void {
  const say = tokens.findIndex((t) => isA(t, 'say') || t.text === ',' || t.text === '。');
  if (say < 1 || !isA(tokens[say], 'say') || tokens[say]!.start - from > NEAR) return;
  const token = tokens.slice(0, say).find((t) => isA(t, 'person', 'title', 'organisation', 'state', 'pron'));
  const voice = token && partyOf(token, cast);
  const isSubject = token !== undefined && /^[”,并还也则]*$/.test(text.slice(from, token.start));
  // “…,”受访者李某说: a bare name that the story gives no office is a private person's.
  const isPrivate = voice?.kind === 'person' && voice.office === null && voice.inherited;
  if (!token || !voice || voice.country === null || voice.kind === 'joint' || !isSubject || isPrivate) cast.registers.speaker = null;
  else setSpeaker(cast.registers, token, voice);
}
