import type { Position, Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * A text with its places counted both ways: code points from 0, as the reader counts, and lines with UTF-16 units, as the protocol
 * does (`\n`, `\r\n` and `\r` end a line). Characters beyond the basic plane are one code point and two units.
 */
export class Sheet {
  /** Where the characters of two units stand, in units, in order. */
  private readonly wide: readonly number[];

  constructor(readonly document: TextDocument) {
    this.wide = Array.from(document.getText().matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), (m) => m.index);
  }

  /** The UTF-16 offset of a code point. */
  unitOf(point: number): number {
    return point + this.wideBefore((unit, i) => unit - i < point);
  }

  /** The code point at a UTF-16 offset; within a character, that character. */
  pointOf(unit: number): number {
    return unit - this.wideBefore((at) => at < unit);
  }

  /** The range of the code points from `start` up to but not including `end`. */
  range(start: number, end: number): Range {
    return { start: this.document.positionAt(this.unitOf(start)), end: this.document.positionAt(this.unitOf(end)) };
  }

  /** The code point at a position. A position beyond a line's end stands at its end. */
  pointAt(position: Position): number {
    return this.pointOf(this.document.offsetAt(position));
  }

  /** How many wide characters fulfil what holds for the first ones only. */
  private wideBefore(holds: (unit: number, index: number) => boolean): number {
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.wide[middle]!, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
