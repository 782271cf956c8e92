import Table from 'cli-table3';
import { visible, widthOf, wrap } from './width.js';

/** A column: its heading, and how many columns of the terminal it may take (its share of what is left where it is `0`). */
export interface Column {
  head: string;
  width?: number;
  right?: boolean;
}

/**
 * Rows under headings, wrapped to the terminal. Cells are texts from anywhere: they are made harmless here. A line end in a cell
 * starts a new line.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.split('\n').map(visible)));
  const widths = widthsFor(columns, cells);
  const filled = cells.map((row) => row.map((lines, i) => lines.flatMap((line) => wrap(line, widths[i]!)).join('\n')));
  const made = new Table({
    head: columns.map((c) => c.head),
    colAligns: columns.map((c) => (c.right ? 'right' : 'left')),
    // rules between rows only where a row has several lines
    style: { head: [], border: [], compact: !filled.some((row) => row.some((cell) => cell.includes('\n'))) },
  });
  for (const row of filled) made.push(row);
  return `${made.toString()}\n`;
}

/** Columns of the terminal; 120 where there is none. */
export function terminalWidth(): number {
  return Math.max(60, process.stdout.isTTY ? process.stdout.columns || 100 : 120);
}

/** Columns of a given width take at most that; the others share the rest, none more than its widest line. */
function widthsFor(columns: readonly Column[], cells: readonly (readonly (readonly string[])[])[]): number[] {
  const natural = columns.map((c, i) => Math.max(widthOf(c.head), 1, ...cells.map((row) => Math.max(0, ...(row[i] ?? []).map(widthOf)))));
  const widths = columns.map((c, i) => (c.width === undefined ? 0 : Math.min(c.width, natural[i]!)));
  let room = terminalWidth() - columns.length * 3 - 1 - widths.reduce((a, b) => a + b, 0);
  let open = columns.map((_, i) => i).filter((i) => columns[i]!.width === undefined);
  while (open.length > 0) {
    const share = Math.max(12, Math.floor(room / open.length));
    const small = open.filter((i) => natural[i]! <= share);
    const settled = small.length > 0 ? small : open;
    for (const i of settled) {
      widths[i] = small.length > 0 ? natural[i]! : share;
      room -= widths[i]!;
    }
    open = open.filter((i) => !settled.includes(i));
  }
  return widths;
}
