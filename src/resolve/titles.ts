import { foldName } from './names/spelling.js';

/** Names of bodies, agreements, projects and organisations: they are translated, not sounded out, so their characters are held against each other. */

/** One spelling for a title: as names, without title marks, quotation marks and blanks beside Chinese. */
export function foldTitle(title: string): string {
  return foldName(title.replace(/[《》〈〉“”‘’"「」『』]/g, ''))
    .replace(/\s*([（(])\s*/g, '(')
    .replace(/\s*[）)]\s*/g, ')');
}

/** Pairs of neighbouring characters. */
export function pairsIn(title: string): Set<string> {
  const points = Array.from(title.toLowerCase());
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < points.length; i++) pairs.add(points[i]! + points[i + 1]!);
  return pairs;
}

/** Share of the pairs that two titles have in common, twice over the sum of both (Dice): 0 to 1. */
export function shareOfPairs(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}

/** 越俄政府间委员会 and 俄越政府间委员会: the same but for the order of what stands first, in at most eight characters. */
export function turnedAround(a: string, b: string): boolean {
  const [x, y] = [Array.from(a), Array.from(b)];
  if (x.length !== y.length || a === b) return false;
  let end = 0;
  while (end < x.length && x.at(-1 - end) === y.at(-1 - end)) end++;
  const [p, q] = [x.slice(0, x.length - end), y.slice(0, y.length - end)];
  return p.length <= 8 && end >= 3 && [...p].sort().join('') === [...q].sort().join('');
}

/** The numbers in a title: 第22次, 2030年, 二号. Titles with other numbers are other things. */
export function numbersIn(title: string): string {
  return (title.match(/\d+|[一二三四五六七八九十百]+(?=[号期次届线])/g) ?? []).join(',');
}
