import type { passageRoles } from '../model/article.js';
import type { Span } from './span.js';

export type PassageRole = (typeof passageRoles)[number];

/** What a language's pages look like. Every pattern is anchored and bounded, and is tried on one line at a time. */
export interface ZoneTable {
  /** Lines that open the list of other stories. */
  relatedHead: RegExp;
  /** A repeated headline with a picture number; what follows it is the caption. */
  pictureMark: RegExp;
  /** A line that is a caption as a whole. */
  caption: RegExp;
  /** What opens the body: agency, place, date. Named groups `agency`, `place`, `date` where they are there. */
  dateline: readonly RegExp[];
  /** What closes the body, at the end of a line. */
  endMark: RegExp;
  /** A line that names the agency or an editor only. */
  credit: RegExp;
  /** A line of page furniture that is no part of any story. */
  furniture: RegExp;
  /** A line that is only the name of the page's section, as it stands over headlines. */
  section: RegExp;
  /** A line end that a headline does not have. */
  sentenceEnd: RegExp;
}

export interface Zone extends Span {
  role: PassageRole;
  /** 0 the main story; 1, 2, … the briefs listed under it. */
  item: number;
}

export interface Dateline {
  agency: string | null;
  place: string | null;
  date: string | null;
}

export interface Zones {
  zones: Zone[];
  dateline: Dateline;
  credit: string | null;
}

/** Cuts a folded text into passages. Nothing of a line is lost: what is no mark is headline, lead, caption or body. */
export function zonesOf(text: string, table: ZoneTable): Zones {
  const lines = linesOf(text);
  const cut = lines.findIndex((l, i) => i > 0 && table.relatedHead.test(text.slice(l.start, l.end)));
  const main = cut < 0 ? lines : lines.slice(0, cut);
  const result: Zones = { zones: [], dateline: { agency: null, place: null, date: null }, credit: null };
  readMain(text, main, table, result);
  if (cut >= 0) readRelated(text, lines.slice(cut + 1), table, result);
  return result;
}

function linesOf(text: string): Span[] {
  const out: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    const to = text.indexOf('\n', from);
    let a = from;
    let b = to < 0 ? text.length : to;
    const next = b + 1;
    while (a < b && text[a] === ' ') a++;
    while (b > a && text[b - 1] === ' ') b--;
    if (b > a) out.push({ start: a, end: b });
    from = next;
  }
  return out;
}

/** Beginnings of lines are enough for marks; a 50 MB line is never given whole to a pattern. */
const HEAD = 400;

function readMain(text: string, lines: readonly Span[], table: ZoneTable, result: Zones): void {
  const { zones } = result;
  let bodyBegun = false;
  const own = lines.filter((l) => l.end - l.start > 40 || !table.furniture.test(text.slice(l.start, l.end)));
  const [section, under] = own;
  if (section && under && isSection(text, section, table) && isHeadline(text, under, table) && under.end - under.start >= 10) {
    zones.push({ ...section, role: 'credit', item: 0 });
    own.shift();
  }
  let rest = own;
  const first = own[0];
  const picture = first ? table.pictureMark.exec(text.slice(first.start, Math.min(first.end, first.start + HEAD))) : null;
  if (first && picture?.groups?.headline) {
    zones.push({ start: first.start, end: first.start + picture.groups.headline.trimEnd().length, role: 'title', item: 0 });
    zones.push({ start: first.start + picture[0].length, end: first.end, role: 'caption', item: 0 });
    rest = own.slice(1);
  } else if (first && isHeadline(text, first, table)) {
    const crumb = text.slice(first.start, first.end).lastIndexOf('>');
    const start = crumb < 0 ? first.start : first.start + crumb + 1;
    zones.push({ start: text[start] === ' ' ? start + 1 : start, end: first.end, role: 'title', item: 0 });
    rest = own.slice(1);
  }
  const hasDateline = rest.some((l) => dateline(text, l, table) !== undefined);
  for (const line of rest) {
    const head = text.slice(line.start, Math.min(line.end, line.start + HEAD));
    const mark = table.pictureMark.exec(head);
    if (mark) {
      zones.push({ start: line.start + mark[0].length, end: line.end, role: 'caption', item: 0 });
      continue;
    }
    if (line.end - line.start < HEAD && table.credit.test(head)) {
      result.credit ??= head;
      zones.push({ ...line, role: 'credit', item: 0 });
      continue;
    }
    if (line.end - line.start < HEAD && table.caption.test(head)) {
      zones.push({ ...line, role: 'caption', item: 0 });
      continue;
    }
    const opened = dateline(text, line, table);
    let body: Span = line;
    if (opened) {
      if (!bodyBegun) result.dateline = opened.value;
      zones.push({ start: line.start, end: line.start + opened.length, role: 'dateline', item: 0 });
      body = { start: line.start + opened.length, end: line.end };
    }
    const isLead = !opened && !bodyBegun && hasDateline;
    if (!isLead) bodyBegun = true;
    pushBody(text, body, table, zones, isLead ? 'lead' : 'body', 0);
  }
}

function pushBody(text: string, line: Span, table: ZoneTable, zones: Zone[], role: PassageRole, item: number): void {
  const tail = text.slice(Math.max(line.start, line.end - 60), line.end);
  const mark = table.endMark.exec(tail);
  const end = mark ? line.end - mark[0].length : line.end;
  if (end > line.start) zones.push({ start: line.start, end, role, item });
  if (mark) zones.push({ start: end, end: line.end, role: 'endmark', item });
}

function dateline(text: string, line: Span, table: ZoneTable): { value: Dateline; length: number } | undefined {
  const head = text.slice(line.start, Math.min(line.end, line.start + 120));
  for (const pattern of table.dateline) {
    const m = pattern.exec(head);
    if (m) {
      const g = m.groups ?? {};
      return { value: { agency: g.agency ?? null, place: g.place?.trim() || null, date: g.date ?? null }, length: m[0].length };
    }
  }
  return undefined;
}

function isHeadline(text: string, line: Span, table: ZoneTable): boolean {
  const length = line.end - line.start;
  const last = text.slice(line.end - 1, line.end);
  return length <= 160 && (last === '”' || !table.sentenceEnd.test(last)) && dateline(text, line, table) === undefined;
}

/** The name of the page's section, over the headline: 国际, 华东要闻. */
function isSection(text: string, line: Span, table: ZoneTable): boolean {
  return table.section.test(text.slice(line.start, Math.min(line.end, line.start + 20)));
}

/**
 * The list of other stories: each has one or more lines that are no sentences (a caption, then the headline) and then its text.
 * A brief's caption has the role `related`, its headline and text are `title` and `body`.
 */
function readRelated(text: string, lines: readonly Span[], table: ZoneTable, result: Zones): void {
  let item = 0;
  let heads: Span[] = [];
  let open = false;
  for (const line of lines) {
    const isText = table.sentenceEnd.test(text.slice(line.end - 1, line.end)) && line.end - line.start > 24;
    if (!isText) {
      if (open) heads = [];
      open = false;
      heads.push(line);
      continue;
    }
    if (!open) {
      item++;
      heads.forEach((h, i) => {
        const last = i === heads.length - 1;
        result.zones.push({ ...h, role: last && !table.caption.test(text.slice(h.start, h.end)) ? 'title' : 'related', item });
      });
      open = true;
    }
    pushBody(text, line, table, result.zones, 'body', item);
  }
}
