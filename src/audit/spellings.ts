import type { Place } from '../model/finding.js';
import type { RecordView } from '../record/view.js';
import type { Mention } from './mentions.js';
import { nearness, segmentsOf } from './names.js';

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
  const found: Spelling[] = [];
  for (const [i, c] of points.entries()) {
    if (!/[·•・‧⋅]/u.test(c) || !han(i - 1) || !han(i + 1) || !(spans.length === 0 || spans.some((s) => i >= s.start && i < s.end)))
      continue;
    const best = closest(points, i, known, han);
    if (best)
      found.push({ ...best, place: { article: article.id, ...best.span, quote: points.slice(best.span.start, best.span.end).join('') } });
  }
  return found;
}

function closest(points: readonly string[], dot: number, known: readonly string[], han: (i: number) => boolean) {
  let best: { name: string; near: string; span: { start: number; end: number }; cost: number } | undefined;
  for (const near of known) {
    const [first, last] = [segmentsOf(near)[0]!, segmentsOf(near).at(-1)!];
    for (const left of [first.length, first.length - 1, first.length + 1])
      for (const right of [last.length, last.length - 1, last.length + 1]) {
        const span = { start: dot - left, end: dot + 1 + right };
        if (left < 1 || span.start < 0 || span.end > points.length) continue;
        if (!Array.from({ length: left + right + 1 }, (_, k) => span.start + k).every((k) => k === dot || han(k))) continue;
        const name = `${points.slice(span.start, dot).join('')}·${points.slice(dot + 1, span.end).join('')}`;
        if (name === `${first}·${last}`) return undefined;
        const n = nearness(near, name);
        const cost = n ? n.surname + (n.first ?? 0) : 9;
        if (n && n.first !== null && (best === undefined || cost < best.cost)) best = { name, near, span, cost };
      }
  }
  return best;
}
