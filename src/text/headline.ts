const LONGEST = 4000;

/** Fewer pairs than this say nothing about whether a text takes a line up; so many more do. */
const FEW = 3;
const MANY = 6;

/**
 * Which of several lines is the headline of a text: the one whose pairs of characters the text takes up most; of equals the first.
 * `below` are lines that are none where one of `above` can be. Takes folded lines and the lines of the text; gives an index into
 * `above` and then `below`, -1 where there is no line to choose from.
 */
export function chooseHeadline(above: readonly string[], below: readonly string[], body: readonly string[]): number {
  if (above.length + below.length < 2) return above.length + below.length - 1;
  const told = new Set<string>();
  let length = 0;
  for (const line of body) {
    if (length > LONGEST) break;
    length += line.length;
    for (const pair of pairsOf(line)) told.add(pair);
  }
  const over = mostShared(above, told);
  const under = mostShared(below, told);
  return over.at >= 0 && (under.shared < MANY || over.shared >= FEW) ? over.at : under.at < 0 ? over.at : above.length + under.at;
}

function mostShared(lines: readonly string[], told: ReadonlySet<string>): { at: number; shared: number } {
  let best = { at: -1, shared: -1 };
  lines.forEach((line, at) => {
    let shared = 0;
    for (const pair of new Set(pairsOf(line))) if (told.has(pair)) shared++;
    if (shared > best.shared) best = { at, shared };
  });
  return best;
}

function pairsOf(line: string): string[] {
  const letters = line.replace(/[\s\p{P}\p{S}]/gu, '');
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2));
}
