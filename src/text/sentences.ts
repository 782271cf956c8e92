import type { Span } from './span.js';

const ENDS = new Set(['。', '!', '?', '\n']);
const CLOSERS = new Set(['”', '’', '"', ')', '》']);

/** No sentence of newswire is longer (UTF-16 units); a longer run without an end is cut at its last comma, so that time stays linear. */
const LONGEST = 1200;

/** Sentences of a stretch of folded text: up to 。!? (with the closing quotes and brackets after it) or a line end. */
export function sentences(text: string, within: Span): Span[] {
  const out: Span[] = [];
  let from = within.start;
  let comma = -1;
  for (let i = within.start; i < within.end; i++) {
    const ch = text[i]!;
    if (ch === ',' || ch === ';') comma = i + 1;
    if (i - from >= LONGEST) {
      const cut = comma > from ? comma : i;
      push(text, out, from, cut);
      from = cut;
    }
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
