import type { Place } from '../model/finding.js';
import type { RecordView } from '../record/view.js';
import type { Mention } from './mentions.js';
import { nearness, segmentsOf, shareHalf } from './names.js';

/** A spelling near a known name, with its place. */
export interface Spelling {
  name: string;
  near: string;
  place: Place;
}

/** Names around a middle dot in the story's text that are near a known dotted name without being it. */
export function dottedIn(view: RecordView, mention: Mention, known: readonly string[]): Spelling[] {
  if (known.length === 0) return [];
  const { article, statement } = mention.told;
  const points = Array.from(view.text(article.id));
  const spans = article.passages.filter((p) => p.item === statement.item);
  const han = (i: number): boolean => /\p{Script=Han}/u.test(points[i] ?? '');
  const names = known.map((near) => {
    const segments = segmentsOf(near);
    return { near, first: segments[0]!, last: segments.at(-1)! };
  });
  const found: Spelling[] = [];
  for (const [i, c] of points.entries()) {
    if (!/[·•・‧⋅]/u.test(c) || !han(i - 1) || !han(i + 1) || !(spans.length === 0 || spans.some((s) => i >= s.start && i < s.end)))
      continue;
    const best = closest(points, i, names, han);
    if (best)
      found.push({ ...best, place: { article: article.id, ...best.span, quote: points.slice(best.span.start, best.span.end).join('') } });
  }
  return found;
}

interface Known {
  near: string;
  first: string;
  last: string;
}

function closest(points: readonly string[], dot: number, known: readonly Known[], han: (i: number) => boolean) {
  const most = known.reduce((n, { first, last }) => Math.max(n, first.length, last.length), 0) + 1;
  // How many Chinese characters stand before and after the dot, as far as any name goes.
  let [before, after] = [0, 0];
  while (before < most && han(dot - before - 1)) before++;
  while (after < most && han(dot + after + 1)) after++;
  const led = points.slice(dot - before, dot);
  const next = points.slice(dot + 1, dot + 1 + after);
  let best: { name: string; near: string; span: { start: number; end: number }; cost: number } | undefined;
  for (const { near, first, last } of known) {
    for (const left of [first.length, first.length - 1, first.length + 1])
      for (const right of [last.length, last.length - 1, last.length + 1]) {
        if (left < 1 || left > before || right < 0 || right > after) continue;
        const surname = next.slice(0, right).join('');
        if (surname !== last && !shareHalf(last, surname)) continue;
        const name = `${led.slice(before - left).join('')}·${surname}`;
        if (name === `${first}·${last}`) return undefined;
        const n = nearness(near, name);
        const cost = n ? n.surname + (n.first ?? 0) : 9;
        if (n && n.first !== null && (best === undefined || cost < best.cost))
          best = { name, near, span: { start: dot - left, end: dot + 1 + right }, cost };
      }
  }
  return best;
}
