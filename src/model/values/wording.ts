/** A text as its pairs of neighbouring letters and digits, with their number; made once where it is compared often. */
export interface Wording {
  pairs: ReadonlyMap<string, number>;
  total: number;
}

/** Makes a text ready for comparison: marks and blanks say nothing, nor does what `wrapping` (a pattern with the flag g) finds. */
export function wordingOf(text: string, wrapping: RegExp): Wording {
  const letters = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(wrapping, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const pair = letters[i]! + letters[i + 1]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, total: Math.max(0, letters.length - 1) };
}

function shared(a: Wording, b: Wording): number {
  let n = 0;
  for (const [pair, count] of a.pairs) n += Math.min(count, b.pairs.get(pair) ?? 0);
  return n;
}

/** 0 nothing shared, 1 the same: twice the shared pairs by all pairs (Dice). Texts of fewer than three pairs are like nothing. */
export function likeness(a: Wording, b: Wording): number {
  // a length more than four times the other's cannot reach 0.4
  if (a.total < 3 || b.total < 3 || a.total > 4 * b.total || b.total > 4 * a.total) return 0;
  return (2 * shared(a, b)) / (a.total + b.total);
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function containment(part: Wording, whole: Wording): number {
  return part.total < 3 ? 0 : shared(part, whole) / part.total;
}
