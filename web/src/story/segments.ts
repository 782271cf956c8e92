/** A stretch of a text that something is said about; code points. */
export interface Span {
  id: string;
  start: number;
  end: number;
}

/** A piece of the text over which the same spans stand, shortest first. */
export interface Segment {
  /** In code points of the whole text. */
  start: number;
  text: string;
  ids: readonly string[];
}

/** One line of the text with its role; lines follow each other without a gap but for the line break. */
export interface Line {
  role: string;
  item: number;
  start: number;
  segments: Segment[];
}

export interface Passage {
  role: string;
  item: number;
  start: number;
  end: number;
}

/** Where each line of a text stands, in code points. */
function linesOf(points: readonly string[]): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= points.length; at++) {
    if (at < points.length && points[at] !== '\n') continue;
    lines.push({ start, end: at });
    start = at + 1;
  }
  return lines;
}

/**
 * A text cut into lines, and each line into pieces over which the same spans stand; spans may overlap. The pieces and line breaks put
 * together are the text. A line outside every passage belongs with the line before.
 */
export function cut(text: string, passages: readonly Passage[], spans: readonly Span[]): Line[] {
  const points = Array.from(text);
  const byStart = [...spans].filter((s) => s.end > s.start).sort((a, b) => a.start - b.start || a.end - b.end);
  const ordered = [...passages].sort((a, b) => a.start - b.start);
  const lines: Line[] = [];
  let nextSpan = 0;
  let nextPassage = 0;
  let open: Span[] = [];
  let item = 0;
  for (const { start, end } of linesOf(points)) {
    while (nextSpan < byStart.length && byStart[nextSpan]!.start < end) open.push(byStart[nextSpan++]!);
    open = open.filter((s) => s.end > start);
    while (nextPassage < ordered.length && ordered[nextPassage]!.end <= start) nextPassage++;
    const passage = ordered[nextPassage];
    const covered = passage !== undefined && passage.start < end;
    if (covered) item = passage.item;
    lines.push({ role: covered ? passage.role : 'none', item, start, segments: segmentsOf(points, start, end, open) });
  }
  return lines;
}

function segmentsOf(points: readonly string[], start: number, end: number, open: readonly Span[]): Segment[] {
  const bounds = [...new Set([start, end, ...open.flatMap((s) => [s.start, s.end])])].filter((at) => at >= start && at <= end);
  bounds.sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let n = 0; n + 1 < bounds.length; n++) {
    const [from, to] = [bounds[n]!, bounds[n + 1]!];
    const over = open.filter((s) => s.start <= from && s.end >= to);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    segments.push({ start: from, text: points.slice(from, to).join(''), ids: over.map((s) => s.id) });
  }
  return segments;
}
