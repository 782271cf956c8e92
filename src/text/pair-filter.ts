/** A small filter of pairs of characters: it may let a pair through that was not added, and keeps none back that was. */
export class PairFilter {
  private readonly bits: Uint32Array;
  private readonly shift: number;

  /** `size`: how many bits it has, as a power of two, from 5 up. */
  constructor(size: number) {
    this.bits = new Uint32Array(2 ** (size - 5));
    this.shift = 32 - size;
  }

  add(first: number, second: number): void {
    const bit = this.bitOf(first, second);
    this.bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  /** Whether the pair may have been added. */
  has(first: number, second: number): boolean {
    const bit = this.bitOf(first, second);
    return (this.bits[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }

  private bitOf(first: number, second: number): number {
    return Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> this.shift;
  }
}
