import { sceneOf } from '../chart/layout.js';
import type { Brief, Line, Mark, Note, Piece, Section, Table } from '../document.js';
import { seen } from '../unseen.js';
import { linesOf } from './lines.js';
import { drawScene, heightOf } from './picture.js';
import { type Fonts, type Look, link, Sheets, type Styled, soft, stretchesOf } from './sheet.js';

const plain: Look = { size: 10.5 };
const small: Look = { size: 9 };
const leading = 16;
const smallLeading = 13.5;
/** Widths of the columns of figures, as shares. */
const columns = [0.155, 0.195, 0.17, 0.12, 0.15, 0.21];

/** The brief as PDF, with links from each note to its source. It has no time but the day of the newest story: the same brief gives the same bytes. */
export function briefPdf(brief: Brief, fonts: Fonts): Promise<Uint8Array> {
  const created = new Date(`${brief.asOf ?? '2000-01-01'}T00:00:00Z`);
  const sheets = new Sheets(fonts, { title: brief.title, lang: brief.lang, created });
  const writer = new Writer(brief, sheets);
  writer.write();
  return sheets.finish();
}

/** Every character that the PDF of a brief may need. */
export function charactersOf(brief: Brief): Set<string> {
  return new Set(`${JSON.stringify(brief)}0123456789[]•–·/“”—□U+ABCDEF`.normalize('NFC'));
}

class Writer {
  constructor(
    private readonly brief: Brief,
    private readonly sheets: Sheets,
  ) {}

  write(): void {
    const { brief, sheets } = this;
    this.paragraph(this.runs(brief.title, { size: 18, isBold: true }), 0, 26);
    sheets.y += 4;
    this.paragraph(this.runs(brief.intro, { ...plain, colour: soft }), 0, leading);
    for (const section of brief.sections) this.section(section);
    if (brief.notes.length === 0) return;
    this.heading(brief.notesTitle);
    for (const note of brief.notes) this.note(note);
  }

  runs(text: string, look: Look, isGlued = false): Styled[] {
    return this.sheets.runs(seen(text).normalize('NFC'), look, isGlued);
  }

  paragraph(runs: readonly Styled[], indent: number, height: number, first?: (y: number) => void): void {
    this.sheets.paragraph(runs, this.sheets.left + indent, this.sheets.width - indent, height, first);
  }

  /** `follows`: the height of what may not be parted from it. */
  heading(title: string, follows = 30): void {
    const { sheets } = this;
    sheets.need(40 + follows);
    sheets.y += 14;
    sheets.entry(title);
    this.paragraph(this.runs(title, { size: 13, isBold: true }), 0, 19);
    sheets.ruleAt(sheets.y);
    sheets.y += 6;
  }

  section({ title, charts, table, lines, empty }: Section): void {
    const scenes = charts.map(sceneOf);
    this.heading(title, scenes[0] && heightOf(scenes[0], this.sheets));
    for (const scene of scenes) drawScene(scene, this.sheets);
    if (table) this.table(table);
    for (const line of lines) this.line(line, 0);
    if (!table && lines.length === 0) this.paragraph(this.runs(empty, { ...plain, colour: soft }), 0, leading);
  }

  mark(mark: Mark | null, look: Look): Styled[] {
    if (mark === null) return [];
    return [...this.runs(this.brief.marks[mark], { ...look, size: look.size - 1, under: '#fff3c4' }), ...this.runs('   ', look, true)];
  }

  pieces(all: readonly Piece[], look: Look): Styled[] {
    const raised = { size: look.size * 0.68, raised: look.size * 0.36, colour: link };
    return all.flatMap(({ text, notes }) => [
      ...this.runs(text, look),
      ...notes.flatMap((n) => this.runs(`[${n}]`, { ...raised, to: `note-${n}` }, true)),
    ]);
  }

  line({ pieces, under, mark }: Line, depth: number): void {
    const { sheets } = this;
    const indent = 14 * (depth + 1);
    const bullet = stretchesOf(this.runs('•–•'[Math.min(depth, 2)]!, { ...plain, colour: soft }));
    this.paragraph([...this.mark(mark, plain), ...this.pieces(pieces, plain)], indent, leading, (y) =>
      sheets.line(bullet, sheets.left + indent - 12, y + leading * 0.76),
    );
    for (const l of under) this.line(l, depth + 1);
  }

  /** A row stands on one sheet; the head comes again on every sheet. */
  table({ head, rows }: Table): void {
    const { sheets } = this;
    const widths = columns.map((share) => share * sheets.width);
    const lefts = widths.map((_, at) => sheets.left + widths.slice(0, at).reduce((sum, w) => sum + w, 0));
    const set = (cells: readonly (readonly Styled[])[]) => cells.map((runs, at) => linesOf(runs, widths[at]! - 6));
    const draw = (cells: ReturnType<typeof set>): void => {
      for (const [at, lines] of cells.entries())
        for (const [k, line] of lines.entries()) sheets.line(line, lefts[at]!, sheets.y + 3 + smallLeading * (k + 0.76));
      sheets.y += rowHeight(cells);
      sheets.ruleAt(sheets.y);
    };
    const rowHeight = (cells: ReturnType<typeof set>): number => smallLeading * Math.max(1, ...cells.map((lines) => lines.length)) + 6;
    const titles = set(head.map((h) => this.runs(h, { ...small, colour: soft })));
    sheets.need(rowHeight(titles) + 40);
    draw(titles);
    for (const { cells, mark } of rows) {
      const content = set(cells.map((c, at) => [...(at === 0 ? this.mark(mark, small) : []), ...this.pieces(c, small)]));
      const before = sheets.y;
      sheets.need(rowHeight(content));
      if (sheets.y < before) draw(titles);
      draw(content);
    }
    sheets.y += 8;
  }

  /** A source, with its number as the place to which notes lead. */
  note({ number, title, agency, source, date, quote, isNew }: Note): void {
    const { sheets } = this;
    const from = [title, agency, date, source].filter((x) => x !== null).join(' · ');
    const label = stretchesOf(this.runs(`[${number}]`, small));
    const runs = [
      ...this.mark(isNew ? 'new' : null, small),
      ...this.runs(`“${quote}”`, small),
      ...this.runs(` — ${from}`, { ...small, colour: soft }),
    ];
    this.paragraph(runs, 28, smallLeading, (y) => {
      sheets.place(`note-${number}`, y);
      sheets.line(label, sheets.left, y + smallLeading * 0.76);
    });
    sheets.y += 1.5;
  }
}
