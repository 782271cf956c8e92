import { type Wording, wordingOf } from '../model/values/wording.js';

/** Words that undertakings are wrapped in and that say nothing of what is undertaken. */
const wrapping = /双方|两国|一致|同意|表示|将|愿|希望|应|尽快|尽早|继续|进一步|积极|共同|有关|方面|the|to|and|of|will/gi;

/** The words of an undertaking, for telling whether two wordings are of the same one. */
export const actionWording = (text: string): Wording => wordingOf(text, wrapping);
