import { joined, type Sentence } from '../model/sentence.js';

/** Why something was not decided, in plain words: a name that is not known, a decision that stands against it. */
export class Undecided extends Error {
  override readonly name = 'Undecided';

  constructor(readonly said: Sentence) {
    super(joined(said));
  }
}
