/** Words that undertakings are wrapped in and that say nothing of what is undertaken. */
const wrapping = /双方|两国|一致|同意|表示|将|愿|希望|应|尽快|尽早|继续|进一步|积极|共同|有关|方面|\b(?:the|to|and|of|will)\b/gi;

/** A text as its pairs of neighbouring letters and digits, with their number. */
export interface LetterPairs {
  pairs: ReadonlyMap<string, number>;
  total: number;
}

/** Makes a text ready for comparison: courtesies, blanks and marks say nothing. */
export function letterPairs(text: string): LetterPairs {
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

function shared(a: LetterPairs, b: LetterPairs): number {
  let n = 0;
  for (const [pair, count] of a.pairs) n += Math.min(count, b.pairs.get(pair) ?? 0);
  return n;
}

/** 0 nothing shared, 1 the same: twice the shared pairs by all pairs (Dice). Texts of fewer than three pairs are like nothing. */
export function likeness(a: LetterPairs, b: LetterPairs): number {
  if (a.total < 3 || b.total < 3) return 0;
  return (2 * shared(a, b)) / (a.total + b.total);
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function containment(part: LetterPairs, whole: LetterPairs): number {
  return part.total < 3 ? 0 : shared(part, whole) / part.total;
}
