import { isA, type Token } from '../../grammar/token.js';
import type { Sentence } from './parse.js';
import { type Cast, partyOf } from './parties.js';
import { type Registers, speakerOf } from './registers.js';

/** What opens a turn of a talk, and one that asks. */
export const TURN = /^[^,。:!?“”《》]{1,16}:/;
const ASKS = /^(?:(?:《[^》]{2,16}》|[^,。:!?“”]){0,16}记者(?!会)[^,。:]{0,4}|问|追问|又问|再问|提问|主持人):|^有记者(?:问|提问|追问)/;

/** Whether the paragraph asks, answers what was asked, or neither. */
export function followInterview(registers: Registers, text: string): void {
  if (ASKS.test(text)) registers.interview = 'asked';
  else if (registers.interview === 'asked') registers.interview = TURN.test(text) ? 'answered' : 'none';
}

/** 答: and 武契奇: begin a turn of the one who is asked; 问: and 记者: are nobody's that counts. */
export function turn(cast: Cast, clause: readonly Token[], sentence: Sentence): void {
  const [token] = clause;
  if (!token || clause.length !== 1 || token.start !== sentence.span.start || sentence.chart.text[token.end] !== ':') return;
  const { registers } = cast;
  if (/^(?:问|追问|又问|再问|记者|主持人)$/.test(token.text)) {
    registers.speaker = null;
    return;
  }
  if (token.text === '答') {
    const { person, lastSpeaker } = registers;
    const { answerer } = registers;
    // Named by the office alone in the headline: whoever holds it in the text.
    const isUnnamed = answerer !== null && answerer.value.name === answerer.value.office;
    const named =
      isUnnamed && person?.office && person.country === answerer.value.country ? { value: speakerOf(person), span: person.span } : answerer;
    registers.answerer = named;
    registers.speaker = named ?? lastSpeaker ?? (person ? { value: speakerOf(person), span: person.span } : null);
    registers.lastSpeaker = registers.speaker;
    registers.answerer ??= registers.speaker;
    return;
  }
  const voice = isA(token, 'person', 'title') ? partyOf(token, cast) : undefined;
  if (!voice?.country) return;
  registers.speaker = { value: speakerOf(voice), span: voice.span };
  registers.lastSpeaker = registers.speaker;
  registers.answerer = registers.speaker;
}
