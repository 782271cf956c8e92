/**
 * Some characters of the first plane, a bit each, to ask of a place in a text whether one of them stands there. `text[i]` makes a string of
 * each Han character, whose hash or letters are then compared; this does neither.
 */
export class Characters {
  private readonly bits = new Uint32Array(2048);

  constructor(...all: Iterable<string>[]) {
    for (const characters of all)
      for (const ch of characters) {
        const unit = ch.charCodeAt(0);
        this.bits[unit >>> 5]! |= 1 << (unit & 31);
      }
  }

  /** Whether one of them stands at `i`; before and behind the text none does. */
  at(text: string, i: number): boolean {
    if (i < 0 || i >= text.length) return false;
    const unit = text.charCodeAt(i);
    return (this.bits[unit >>> 5]! & (1 << (unit & 31))) !== 0;
  }
}
