import type { Span } from './span.js';

const ENDS = new Set(['。', '!', '?', '\n']);
const CLOSERS = new Set(['”', '’', '"', ')', '》']);

/** Sentences of a stretch of folded text: up to 。!? (with the closing quotes and brackets after it) or a line end. */
export function sentences(text: string, within: Span): Span[] {
  const out: Span[] = [];
  let from = within.start;
  for (let i = within.start; i < within.end; i++) {
    const ch = text[i]!;
    if (!ENDS.has(ch)) continue;
    let j = i + 1;
    if (ch !== '\n') while (j < within.end && CLOSERS.has(text[j]!)) j++;
    push(text, out, from, ch === '\n' ? i : j);
    from = j;
    i = j - 1;
  }
  push(text, out, from, within.end);
  return out;
}

function push(text: string, out: Span[], start: number, end: number): void {
  let a = start;
  let b = end;
  while (a < b && (text[a] === ' ' || text[a] === '\n')) a++;
  while (b > a && (text[b - 1] === ' ' || text[b - 1] === '\n')) b--;
  if (b > a) out.push({ start: a, end: b });
}
