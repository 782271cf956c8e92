import type { Brief, Line, Mark, Note, Piece, Section, Table } from './document.js';
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
  const parts = [`# ${markdownText(brief.title)}`, markdownText(brief.intro), ...brief.sections.map((one) => section(one, brief.marks))];
  if (brief.notes.length > 0)
    parts.push(`## ${markdownText(brief.notesTitle)}`, brief.notes.map((one) => note(one, brief.marks)).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

type Marks = Brief['marks'];

function section({ title, table, lines, empty }: Section, marks: Marks): string {
  const parts = [`## ${markdownText(title)}`];
  if (table) parts.push(rows(table, marks));
  if (lines.length > 0) parts.push(lines.map((l) => line(l, 0, marks)).join('\n'));
  if (!table && lines.length === 0) parts.push(markdownText(empty));
  return parts.join('\n\n');
}

const piece = ({ text, notes }: Piece): string => `${markdownText(text)}${notes.map((n) => `[^${n}]`).join('')}`;
const pieces = (list: readonly Piece[]): string => list.map(piece).join('');

function marked(mark: Mark | null, marks: Marks): string {
  return mark === null ? '' : `**${markdownText(marks[mark])}** `;
}

function line({ pieces: list, under, mark }: Line, depth: number, marks: Marks): string {
  return [`${'  '.repeat(depth)}- ${marked(mark, marks)}${pieces(list)}`, ...under.map((l) => line(l, depth + 1, marks))].join('\n');
}

function rows({ head, rows: list }: Table, marks: Marks): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = list.map(({ cells, mark }) => row(cells.map((c, at) => `${at === 0 ? marked(mark, marks) : ''}${pieces(c)}`)));
  return [row(head.map(markdownText)), row(head.map(() => '---')), ...body].join('\n');
}

function note({ number, title, agency, source, date, quote, isNew }: Note, marks: Marks): string {
  const from = [title, agency, date, source].filter((x) => x !== null).map(markdownText);
  return `[^${number}]: ${marked(isNew ? 'new' : null, marks)}“${markdownText(quote)}” — ${from.join(' · ')}`;
}
