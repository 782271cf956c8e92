import { sceneOf } from './chart/layout.js';
import { sceneSvg } from './chart/svg.js';
import type { Brief, Line, Mark, Note, Piece, Section, Table } from './document.js';
import { htmlText } from './escape.js';

const style = `
:root { color-scheme: light dark; --ink: #1c1f23; --soft: #5b636d; --paper: #fff; --line: #d9dde2; --link: #0b57a4; --wash: #f4f5f7;
  --chart-first: #0b57a4; --chart-second: #b3480a; --chart-none: #5b636d; --chart-target: #7a2e8e; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #a0a8b2; --paper: #15181c; --line: #353c45; --link: #7db7f0; --wash: #1e2329;
  --chart-first: #7db7f0; --chart-second: #f0a36b; --chart-none: #a0a8b2; --chart-target: #d39be3; --mark: #4d4211; } }
body { margin: 0 auto; padding: 1rem 1rem 4rem; max-width: 52rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Noto Sans SC Variable", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
li { overflow-wrap: anywhere; } ul ul { color: var(--soft); } a { color: var(--link); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; min-width: 34rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); }
.soft, th, .notes { color: var(--soft); } sup { font-size: .7rem; line-height: 0; } sup a { text-decoration: none; padding: 0 .1em; }
.notes { font-size: .85rem; } .notes q { color: var(--ink); quotes: "“" "”"; } :target { background: var(--wash); }
mark { background: var(--mark); color: inherit; font-size: .8rem; padding: .05em .35em; border-radius: .3em; margin-inline-end: .35em; }
.chart { display: block; width: 100%; min-width: 34rem; height: auto; margin: .5rem 0 1rem; font-family: inherit; } .chart text { fill: var(--ink); } .chart text.soft { fill: var(--soft); }
.chart a { fill: var(--link); } .chart .grid { stroke: var(--line); } .chart .soft { stroke: var(--soft); }
${(['first', 'second', 'none', 'target'] as const)
  .map(
    (tone) =>
      `.chart .${tone} { stroke: var(--chart-${tone}); } .chart .${tone}.filled { fill: var(--chart-${tone}); } .chart text.${tone} { fill: var(--chart-${tone}); }`,
  )
  .join('\n')}
.chart .grid, .chart .hollow, .chart line { fill: none; } .chart text, .chart .filled { stroke: none; }
.chart text.soft, .chart text.first, .chart text.second, .chart text.none, .chart text.target { stroke: none; }
.chart text.backed { stroke: var(--paper); stroke-width: 3; paint-order: stroke; } .chart text.backed a { stroke: var(--paper); }
.chart .hollow { fill: var(--paper); stroke-width: 1.6; }
@media print { body { max-width: none; } .chart, table { min-width: 0; } a { color: inherit; } h2 { break-after: avoid; } li, tr { break-inside: avoid; } }
`.trim();

/**
 * The brief as one page of HTML that runs nothing. It loads nothing either, but where the address of a stylesheet is given, which may bring fonts from the
 * same place.
 */
export function briefHtml(brief: Brief, stylesheet?: string): string {
  const own = stylesheet === undefined ? '' : " 'self'; font-src 'self'";
  return `<!doctype html>
<html lang="${htmlText(brief.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${own}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlText(brief.title)}</title>
${stylesheet === undefined ? '' : `<link rel="stylesheet" href="${htmlText(stylesheet)}">\n`}<style>
${style}
</style>
</head>
<body>
<h1>${htmlText(brief.title)}</h1>
<p class="soft">${htmlText(brief.intro)}</p>
${brief.sections.map((one) => section(one, brief.marks)).join('\n')}
${notes(brief)}</body>
</html>
`;
}

type Marks = Brief['marks'];

function section({ name, title, charts, table, lines, empty }: Section, marks: Marks): string {
  const nothing = !table && lines.length === 0 ? `<p class="soft">${htmlText(empty)}</p>\n` : '';
  const pictures = charts.map((chart) => `<div class="scroll">${sceneSvg(sceneOf(chart))}</div>\n`).join('');
  return `<section id="${name}">\n<h2>${htmlText(title)}</h2>\n${pictures}${table ? rows(table, marks) : ''}${list(lines, marks)}${nothing}</section>`;
}

function marked(mark: Mark | null, marks: Marks): string {
  return mark === null ? '' : `<mark>${htmlText(marks[mark])}</mark>`;
}

function piece({ text, notes: numbers }: Piece): string {
  const marks = numbers.map((n) => `<sup><a href="#note-${n}">[${n}]</a></sup>`).join('');
  return `${htmlText(text)}${marks}`;
}
const pieces = (all: readonly Piece[]): string => all.map(piece).join('');

function list(lines: readonly Line[], marks: Marks): string {
  const item = (l: Line): string => `<li>${marked(l.mark, marks)}${pieces(l.pieces)}${list(l.under, marks)}</li>\n`;
  return lines.length === 0 ? '' : `<ul>\n${lines.map(item).join('')}</ul>\n`;
}

function rows({ head, rows: all }: Table, marks: Marks): string {
  const body = all
    .map(({ cells, mark }) => `<tr>${cells.map((c, at) => `<td>${at === 0 ? marked(mark, marks) : ''}${pieces(c)}</td>`).join('')}</tr>\n`)
    .join('');
  return `<div class="scroll"><table>\n<thead><tr>${head.map((h) => `<th scope="col">${htmlText(h)}</th>`).join('')}</tr></thead>\n<tbody>\n${body}</tbody>\n</table></div>\n`;
}

function notes({ notes: all, notesTitle, marks }: Brief): string {
  if (all.length === 0) return '';
  return `<section class="notes" id="notes">\n<h2>${htmlText(notesTitle)}</h2>\n<ol>\n${all.map((one) => note(one, marks)).join('')}</ol>\n</section>\n`;
}

function note({ number, title, agency, source, date, quote, lang, isNew }: Note, marks: Marks): string {
  const from = [title, agency, date, source].filter((x) => x !== null).map(htmlText);
  const language = lang === null ? '' : ` lang="${htmlText(lang)}"`;
  return `<li id="note-${number}">${marked(isNew ? 'new' : null, marks)}<q${language} dir="auto">${htmlText(quote)}</q> — ${from.join(' · ')}</li>\n`;
}
