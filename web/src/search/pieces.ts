import type { SearchHit } from '../api/types.js';

/** A snippet in pieces, each found or not; `start` in code points of the text. */
export function pieces({ text, start, marks }: SearchHit['snippet']): { text: string; start: number; marked: boolean }[] {
  const points = Array.from(text);
  const found: { text: string; start: number; marked: boolean }[] = [];
  let at = 0;
  const take = (to: number, marked: boolean): void => {
    const end = Math.min(Math.max(to, at), points.length);
    if (end > at) found.push({ text: points.slice(at, end).join(''), start: start + at, marked });
    at = end;
  };
  for (const mark of marks) {
    take(mark.start - start, false);
    take(mark.end - start, true);
  }
  take(points.length, false);
  return found;
}
