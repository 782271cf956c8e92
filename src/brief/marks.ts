import type { Line, Mark, Note, Piece, Row, Section } from './document.js';

const textOf = (pieces: readonly Piece[]): string => pieces.map((p) => p.text).join('');
const rowText = (row: Row): string => row.cells.map(textOf).join('|');
const everyLine = (lines: readonly Line[]): Line[] => lines.flatMap((l) => [l, ...everyLine(l.under)]);

/**
 * Sections with what has come since marked: a line or row whose sources are all new is `new`; one that also rests on stories of before
 * is `updated` where its text is not in the same section of before. A doubt that was not there before is `new`. Lines without a source
 * of their own (headings) have no mark.
 */
export function marked(sections: readonly Section[], before: readonly Section[], notes: readonly Note[]): Section[] {
  const newNotes = new Set(notes.filter((n) => n.isNew).map((n) => n.number));
  const old = new Map(
    before.map(({ name, table, lines }) => [
      name,
      new Set([...(table?.rows.map(rowText) ?? []), ...everyLine(lines).map((l) => textOf(l.pieces))]),
    ]),
  );
  return sections.map((section): Section => {
    const mark = (pieces: readonly Piece[], text: string): Mark | null => {
      const numbers = pieces.flatMap((p) => p.notes);
      if (numbers.length === 0) return null;
      if (numbers.every((n) => newNotes.has(n))) return 'new';
      if (old.get(section.name)!.has(text)) return null;
      return section.name === 'doubts' ? 'new' : 'updated';
    };
    const line = (l: Line): Line => ({ ...l, mark: mark(l.pieces, textOf(l.pieces)), under: l.under.map(line) });
    const { table, lines } = section;
    const rows = table?.rows.map((row): Row => ({ ...row, mark: mark(row.cells.flat(), rowText(row)) }));
    return { ...section, table: table && { ...table, rows: rows! }, lines: lines.map(line) };
  });
}
