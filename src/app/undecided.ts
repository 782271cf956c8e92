/** Why something was not decided, in plain words: a name that is not known, a decision that stands against it. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}
