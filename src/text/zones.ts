import type { passageRoles } from '../model/article.js';
import { chooseHeadline } from './headline.js';
import { endOf, findCaptions, isRunning, type Line, linesOf, listAt } from './lines.js';
import type { Dateline, ZoneTable } from './page-table.js';
import type { Span } from './span.js';

export type PassageRole = (typeof passageRoles)[number];

export interface Zone extends Span {
  role: PassageRole;
  /** 0 the main story; 1, 2, … the briefs listed under it. */
  item: number;
}

export interface Zones {
  zones: Zone[];
  dateline: Dateline;
  /** The day that the page prints, and where. */
  page: { date: string; span: Span } | null;
}

/** How far down the page the line with its day may stand under text, in lines. */
const NEAR = 6;
const LONGEST_HEADLINE = 120;
const LONGEST_LINK = 60;

/**
 * Cuts a folded text into passages. What stands in no zone is furniture of the page: menus, notices, lists of other stories without
 * text, and the headline where it is repeated.
 */
export function zonesOf(text: string, table: ZoneTable): Zones {
  const result: Zones = { zones: [], dateline: { agency: null, place: null, date: null }, page: null };
  const lines = linesOf(text, table);
  const cut = listAt(text, lines, table);
  const main = cut < 0 ? lines : lines.slice(0, cut);
  findCaptions(main, table);
  readMain(text, main, table, result);
  if (cut >= 0) readRelated(text, lines.slice(cut + 1), table, result);
  return result;
}

/** How many lines stand before the story: headline, date, captions. A text above the line with the page's day is only its summary. */
function headLength(lines: readonly Line[]): number {
  const first = lines.findIndex(isRunning);
  if (first < 0) return lines.length;
  const stamp = lines.findIndex((l, i) => i > first && l.kind === 'stamp');
  if (stamp < 0 || stamp > first + NEAR) return first;
  const between = lines.slice(first, stamp);
  if (
    between.filter(isRunning).length > 2 ||
    !between.some((l) => l.kind === 'short') ||
    lines.slice(0, first).some((l) => l.kind === 'short')
  )
    return first;
  const next = lines.findIndex((l, i) => i > stamp && isRunning(l));
  return next < 0 ? lines.length : next;
}

interface Found extends Span {
  /** The line that it stands in. */
  line: number;
}

function headlineOf(text: string, lines: readonly Line[], headEnd: number, table: ZoneTable): Found | null {
  const glued = lines.findIndex((l) => l.kind === 'glued');
  const stamp = lines.findIndex((l, i) => i < headEnd && (l.kind === 'stamp' || (l.kind === 'credit' && i > 0)));
  const candidates: Found[] = [];
  for (let i = 0; i < headEnd; i++) {
    const l = lines[i]!;
    if (l.kind !== 'short' || l.end - l.start > LONGEST_HEADLINE || table.headCaption(l.head)) continue;
    const span = trimmed(text, l, table);
    if (span.end > span.start) candidates.push({ ...span, line: i });
  }
  const choice = candidates.filter((c) => !table.section.test(text.slice(c.start, c.end)));
  if (choice.length === 0 && glued >= 0 && glued <= headEnd) {
    const l = lines[glued]!;
    const headline = table.pictureMark.exec(l.head)!.groups?.headline?.trimEnd() ?? '';
    return headline === '' ? null : { start: l.start, end: l.start + headline.length, line: glued };
  }
  const body = lines.filter(isRunning).map((l) => l.head);
  const above = choice.filter((c) => stamp < 0 || c.line < stamp).map((c) => text.slice(c.start, c.end));
  const below = choice.slice(above.length).map((c) => text.slice(c.start, c.end));
  const at = chooseHeadline(above, below, body);
  return choice[at] ?? null;
}

/** A headline without the crumbs before it and the name of the site after it. */
function trimmed(text: string, l: Line, table: ZoneTable): Span {
  const before = table.headlineEdges.before.exec(l.head);
  const start = l.start + (before?.[0].length ?? 0);
  const own = text.slice(start, l.end);
  const after = table.headlineEdges.after.exec(own);
  return { start, end: after && after.index >= 6 ? start + after.index : l.end };
}

function readMain(text: string, lines: readonly Line[], table: ZoneTable, result: Zones): void {
  const { zones } = result;
  const headEnd = headLength(lines);
  const title = headlineOf(text, lines, headEnd, table);
  const headline = title ? bare(text.slice(title.start, title.end)) : '';
  const lastText = lines.findLastIndex(isRunning);
  const push = (span: Span, role: PassageRole): void => {
    if (span.end > span.start) zones.push({ start: span.start, end: span.end, role, item: 0 });
  };
  let bodyBegun = false;
  let boxed = false;
  let opened = false;
  let closed = false;
  const hasOpening = lines.some((l) => l.kind === 'opening');
  for (const [i, line] of lines.entries()) {
    if (isRunning(line)) boxed = false;
    if (line.stamp?.date && !result.page && (i <= headEnd || line.stamp.keyed))
      result.page = { date: line.stamp.date, span: { start: line.start + line.stamp.start, end: line.start + line.stamp.end } };
    if (line.kind === 'list') boxed = true;
    if (title?.line === i) push(title, 'title');
    if (line.kind === 'glued') {
      push({ start: line.start + table.pictureMark.exec(line.head)![0].length, end: line.end }, 'caption');
      continue;
    }
    if (title?.line === i || line.kind === 'picture' || line.kind === 'furniture' || line.kind === 'list') continue;
    if (line.kind === 'stamp' || line.kind === 'credit') {
      closed ||= i >= headEnd && table.closing.test(line.head);
      push(line, 'credit');
      continue;
    }
    const inHead = i < headEnd;
    if (line.kind === 'caption' || (inHead && title && i > title.line && table.headCaption(line.head))) {
      push(line, 'caption');
      continue;
    }
    if (line.kind === 'short') {
      if (inHead && !title) {
        push(line, table.headCaption(line.head) ? 'caption' : table.section.test(line.head) ? 'credit' : 'body');
        continue;
      }
      if (inHead && i < title!.line) {
        push(line, 'credit');
        continue;
      }
      if (bare(line.head) === headline || boxed || table.link(line.head)) continue;
      // Under the last sentence stand the headlines of other stories.
      if (lastText >= 0 && i > lastText && line.end - line.start <= LONGEST_LINK) continue;
    }
    if (closed && !line.opening) continue;
    let body: Span = line;
    if (line.opening) {
      closed = false;
      if (!opened) result.dateline = line.opening.value;
      opened = true;
      push({ start: line.start, end: line.start + line.opening.length }, 'dateline');
      body = { start: line.start + line.opening.length, end: line.end };
      bodyBegun = true;
      if (body.end === body.start) continue;
    }
    const isLead = !line.opening && !bodyBegun && hasOpening;
    if (!isLead) bodyBegun = true;
    pushBody(text, body, table, zones, isLead ? 'lead' : 'body', 0);
  }
}

const bare = (headline: string): string => headline.replace(/[\s,、:·|]/g, '');

function pushBody(text: string, line: Span, table: ZoneTable, zones: Zone[], role: PassageRole, item: number): void {
  const end = endOf(text, line, table);
  if (end > line.start) zones.push({ start: line.start, end, role, item });
  if (end < line.end) zones.push({ start: end, end: line.end, role: 'endmark', item });
}

/**
 * The list of other stories: each has one or more lines that are no sentences (a caption, then the headline) and then its text.
 * A brief's caption has the role `related`, its headline and text are `title` and `body`. Headlines without a text are no stories.
 */
function readRelated(text: string, lines: readonly Line[], table: ZoneTable, result: Zones): void {
  let item = 0;
  let heads: Line[] = [];
  let open = false;
  for (const line of lines) {
    if (line.kind === 'furniture' || line.kind === 'stamp' || line.kind === 'list') continue;
    if (!isRunning(line) || line.end - line.start <= 24) {
      if (open) heads = [];
      open = false;
      heads.push(line);
      continue;
    }
    if (!open) {
      item++;
      heads.forEach((h, i) => {
        const last = i === heads.length - 1;
        result.zones.push({ start: h.start, end: h.end, role: last && h.kind !== 'caption' ? 'title' : 'related', item });
      });
      open = true;
    }
    pushBody(text, line, table, result.zones, 'body', item);
  }
}
