import type { Brief, Line, Note, Piece, Section, Table } from './document.js';
import { seen } from './unseen.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text that HTML shows as it is, in elements and in quoted attributes. */
export function htmlText(text: string): string {
  return seen(text).replace(/[&<>"']/g, (ch) => entities[ch]!);
}

const style = `
:root { color-scheme: light dark; --ink: #1c1f23; --soft: #5b636d; --paper: #fff; --line: #d9dde2; --link: #0b57a4; --wash: #f4f5f7; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a0a8b2; --paper: #15181c; --line: #353c45; --link: #7db7f0; --wash: #1e2329; } }
body { margin: 0 auto; padding: 1rem 1rem 4rem; max-width: 52rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
li { overflow-wrap: anywhere; } ul ul { color: var(--soft); } a { color: var(--link); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
.soft, th, .notes { color: var(--soft); } sup { font-size: .7rem; line-height: 0; } sup a { text-decoration: none; padding: 0 .1em; }
.notes { font-size: .85rem; } .notes q { color: var(--ink); quotes: "“" "”"; } :target { background: var(--wash); }
@media print { body { max-width: none; } a { color: inherit; } h2 { break-after: avoid; } li, tr { break-inside: avoid; } }
`.trim();

/** The brief as one page of HTML that loads nothing and runs nothing. */
export function briefHtml(brief: Brief): string {
  return `<!doctype html>
<html lang="${htmlText(brief.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(brief.title)}</title>
<style>
${style}
</style>
</head>
<body>
<h1>${htmlText(brief.title)}</h1>
<p class="soft">${htmlText(brief.intro)}</p>
${brief.sections.map(section).join('\n')}
${notes(brief)}</body>
</html>
`;
}

function section({ name, title, table, lines, empty }: Section): string {
  const nothing = !table && lines.length === 0 ? `<p class="soft">${htmlText(empty)}</p>\n` : '';
  return `<section id="${name}">\n<h2>${htmlText(title)}</h2>\n${table ? rows(table) : ''}${list(lines)}${nothing}</section>`;
}

function piece({ text, notes: numbers }: Piece): string {
  const marks = numbers.map((n) => `<sup><a href="#note-${n}">[${n}]</a></sup>`).join('');
  return `${htmlText(text)}${marks}`;
}
const pieces = (all: readonly Piece[]): string => all.map(piece).join('');

function list(lines: readonly Line[]): string {
  return lines.length === 0 ? '' : `<ul>\n${lines.map((l) => `<li>${pieces(l.pieces)}${list(l.under)}</li>\n`).join('')}</ul>\n`;
}

function rows({ head, rows: all }: Table): string {
  const body = all.map((cells) => `<tr>${cells.map((c) => `<td>${pieces(c)}</td>`).join('')}</tr>\n`).join('');
  return `<div class="scroll"><table>\n<thead><tr>${head.map((h) => `<th scope="col">${htmlText(h)}</th>`).join('')}</tr></thead>\n<tbody>\n${body}</tbody>\n</table></div>\n`;
}

function notes({ notes: all, notesTitle }: Brief): string {
  if (all.length === 0) return '';
  return `<section class="notes" id="notes">\n<h2>${htmlText(notesTitle)}</h2>\n<ol>\n${all.map(note).join('')}</ol>\n</section>\n`;
}

function note({ number, title, agency, source, date, quote, lang }: Note): string {
  const from = [title, agency, date, source].filter((x) => x !== null).map(htmlText);
  const language = lang === null ? '' : ` lang="${htmlText(lang)}"`;
  return `<li id="note-${number}"><q${language} dir="auto">${htmlText(quote)}</q> — ${from.join(' · ')}</li>\n`;
}
