/** Whether two wordings tell of the same undertaking: by the pairs of neighbouring characters that they share. */

/** Words that undertakings are wrapped in and that say nothing of what is undertaken. */
const wrapping = /双方|两国|一致|同意|表示|将|愿|希望|应|尽快|尽早|继续|进一步|积极|共同|有关|方面|the|to|and|of|will/gi;

/** A text as its pairs of neighbouring characters; made once where it is compared often. */
export interface Wording {
  pairs: ReadonlyMap<string, number>;
  total: number;
}

export function wordingOf(text: string): Wording {
  const points = Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(wrapping, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < points.length; i++) {
    const pair = points[i]! + points[i + 1]!;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, total: Math.max(0, points.length - 1) };
}

function shared(a: Wording, b: Wording): number {
  let n = 0;
  for (const [pair, count] of a.pairs) n += Math.min(count, b.pairs.get(pair) ?? 0);
  return n;
}

/** 0 nothing shared, 1 the same: twice the shared pairs by all pairs (Dice). Texts of less than three pairs are like nothing. */
export function likeness(a: Wording, b: Wording): number {
  // a length more than four times the other's cannot reach 0.4
  if (a.total < 3 || b.total < 3 || a.total > 4 * b.total || b.total > 4 * a.total) return 0;
  return (2 * shared(a, b)) / (a.total + b.total);
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function containment(part: Wording, whole: Wording): number {
  return part.total < 3 ? 0 : shared(part, whole) / part.total;
}
