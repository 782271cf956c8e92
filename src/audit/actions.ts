/** Whether two wordings tell of the same undertaking: by the pairs of neighbouring characters that they share. */

/** Words that undertakings are wrapped in and that say nothing of what is undertaken. */
const wrapping = /双方|两国|一致|同意|表示|将|愿|希望|应|尽快|尽早|继续|进一步|积极|共同|有关|方面|the|to|and|of|will/gi;

function pairsOf(text: string): Map<string, number> {
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
  return pairs;
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let n = 0;
  for (const [pair, count] of a) n += Math.min(count, b.get(pair) ?? 0);
  return n;
}

const total = (pairs: ReadonlyMap<string, number>): number => [...pairs.values()].reduce((s, n) => s + n, 0);

/** 0 nothing shared, 1 the same: twice the shared pairs by all pairs (Dice). Texts of less than three pairs are like nothing. */
export function likeness(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  const [n, m] = [total(x), total(y)];
  return n < 3 || m < 3 ? 0 : (2 * shared(x, y)) / (n + m);
}

/** How much of `part` stands in `whole`, 0 to 1. */
export function containment(part: string, whole: string): number {
  const [x, y] = [pairsOf(part), pairsOf(whole)];
  const n = total(x);
  return n < 3 ? 0 : shared(x, y) / n;
}
