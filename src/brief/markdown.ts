import type { Brief, Line, Note, Piece, Section, Table } from './document.js';
import { seen } from './unseen.js';

/** What Markdown reads anywhere, and what opens a list, a heading, a quote or an underline where a line begins. */
const special = /[\\`*_[\]<|~$@&]/g;
const opening = /^ *(?:[-+=#>]|\d+(?=[.)](?: |$)))/;

/** A text that Markdown (CommonMark, with GitHub's tables and links) shows as it is. */
export function markdownText(text: string): string {
  return seen(text)
    .replace(special, (ch) => (ch === '<' ? '&lt;' : ch === '&' ? '&amp;' : `\\${ch}`))
    .replace(opening, (start) => (/\d$/.test(start) ? `${start}\\` : `${start.slice(0, -1)}\\${start.at(-1)!}`))
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`);
}

/** The brief in Markdown with footnotes. */
export function briefMarkdown(brief: Brief): string {
  const parts = [`# ${markdownText(brief.title)}`, markdownText(brief.intro), ...brief.sections.map(section)];
  if (brief.notes.length > 0) parts.push(`## ${markdownText(brief.notesTitle)}`, brief.notes.map(note).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function section({ title, table, lines, empty }: Section): string {
  const parts = [`## ${markdownText(title)}`];
  if (table) parts.push(rows(table));
  if (lines.length > 0) parts.push(lines.map((l) => line(l, 0)).join('\n'));
  if (!table && lines.length === 0) parts.push(markdownText(empty));
  return parts.join('\n\n');
}

const piece = ({ text, notes }: Piece): string => `${markdownText(text)}${notes.map((n) => `[^${n}]`).join('')}`;
const pieces = (list: readonly Piece[]): string => list.map(piece).join('');

function line({ pieces: list, under }: Line, depth: number): string {
  return [`${'  '.repeat(depth)}- ${pieces(list)}`, ...under.map((l) => line(l, depth + 1))].join('\n');
}

function rows({ head, rows: list }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head.map(markdownText)), row(head.map(() => '---')), ...list.map((cells) => row(cells.map(pieces)))].join('\n');
}

function note({ number, title, agency, source, date, quote }: Note): string {
  const from = [title, agency, date, source].filter((x) => x !== null).map(markdownText);
  return `[^${number}]: “${markdownText(quote)}” — ${from.join(' · ')}`;
}
