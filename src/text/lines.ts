import type { Opening, Stamp, ZoneTable } from './page-table.js';
import type { Span } from './span.js';

/** What a line is, by itself or by its place. */
export type Kind = 'opening' | 'text' | 'short' | 'caption' | 'picture' | 'glued' | 'stamp' | 'credit' | 'list' | 'furniture';

export interface Line extends Span {
  kind: Kind;
  /** The beginning, up to HEAD characters. */
  head: string;
  opening?: Opening;
  stamp?: Stamp;
}

/** Beginnings of lines are enough for marks; a 50 MB line is never given whole to a pattern. */
const HEAD = 400;
/** No dateline is longer. */
const OPENING = 160;
/** A sentence under a picture is its caption if it is no longer. */
const SHORT_CAPTION = 40;
const LONGEST_CAPTION = 200;

/** The lines of a folded text that are not empty, each with what it is by itself. */
export function linesOf(text: string, table: ZoneTable): Line[] {
  const out: Line[] = [];
  let from = 0;
  while (from <= text.length) {
    const to = text.indexOf('\n', from);
    let a = from;
    let b = to < 0 ? text.length : to;
    const next = b + 1;
    while (a < b && text[a] === ' ') a++;
    while (b > a && text[b - 1] === ' ') b--;
    const prefix = out.length === 0 ? table.prefix.exec(text.slice(a, Math.min(b, a + OPENING))) : null;
    if (prefix) {
      const end = a + prefix[0].trimEnd().length;
      const date = prefix.groups!.day!;
      const stamp = { date: date.length === 10 ? date : null, start: 0, end: end - a, keyed: true };
      out.push({ start: a, end, kind: 'credit', head: prefix[0], stamp });
      a += prefix[0].length;
    }
    if (b > a) out.push(classified(text, a, b, table));
    from = next;
  }
  return out;
}

function classified(text: string, start: number, end: number, table: ZoneTable): Line {
  const head = text.slice(start, Math.min(end, start + HEAD));
  const line: Line = { start, end, head, kind: 'text' };
  const whole = end - start <= HEAD;
  const opening = table.opening(head.slice(0, OPENING));
  const stamp = whole ? table.stamp(head) : undefined;
  if (whole && table.picture.test(head)) line.kind = 'picture';
  else if (table.pictureMark.test(head)) line.kind = 'glued';
  else if (whole && table.relatedHead(head)) line.kind = 'list';
  else if (stamp) Object.assign(line, { kind: 'stamp', stamp });
  else if (opening) Object.assign(line, { kind: 'opening', opening });
  else if (whole && table.credit(head)) line.kind = 'credit';
  else if (whole && table.caption(head)) line.kind = 'caption';
  else if (whole && table.furniture(head)) line.kind = 'furniture';
  else if (whole && !table.isText(head)) line.kind = 'short';
  return line;
}

/** Captions that only their place tells: under a picture, twice in a row, above the story. */
export function findCaptions(lines: readonly Line[], table: ZoneTable): void {
  let titled = false;
  lines.forEach((l, i) => {
    const before = lines[i - 1];
    const size = l.end - l.start;
    const under = before?.kind === 'picture' && titled;
    if (
      under &&
      (l.kind === 'short' || (l.kind === 'text' && size <= SHORT_CAPTION) || (l.kind !== 'opening' && table.headCaption(l.head)))
    )
      l.kind = 'caption';
    if (l.kind === 'text' && size <= LONGEST_CAPTION && lines[i + 1]?.kind === 'text' && lines[i + 1]!.head === l.head) {
      l.kind = 'caption';
      lines[i + 1]!.kind = 'caption';
    }
    titled ||= l.kind === 'short' || isRunning(l);
  });
  let above: Line | undefined;
  for (const l of lines) {
    if (!isRunning(l)) continue;
    if (above) above.kind = 'caption';
    if (l.kind === 'opening' || l.end - l.start > LONGEST_CAPTION || !table.headCaption(l.head)) return;
    above = l;
  }
}

/** Where the list of other stories begins: after the story. A list that its text goes on under, up to an end mark, is a box within it. */
export function listAt(text: string, lines: readonly Line[], table: ZoneTable): number {
  let lastEnd = -1;
  lines.forEach((l, i) => {
    if (isRunning(l) && endOf(text, l, table) < l.end) lastEnd = i;
  });
  let begun = false;
  let ended = false;
  for (let i = 0; i < lines.length; i++) {
    const l = lines[i]!;
    if (isRunning(l)) {
      begun = true;
      ended ||= endOf(text, l, table) < l.end;
    } else if (l.kind === 'list' && begun && (ended || lastEnd < i)) return i;
  }
  return -1;
}

/** Whether a line is text of a story. */
export const isRunning = (l: Line): boolean => l.kind === 'text' || l.kind === 'opening';

/** Where the text of a line ends before its end mark; the end of the line without one. */
export function endOf(text: string, l: Span, table: ZoneTable): number {
  const mark = table.endMark.exec(text.slice(Math.max(l.start, l.end - 60), l.end));
  return mark ? l.end - mark[0].length : l.end;
}
