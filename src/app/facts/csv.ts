import { type Cell, line } from '../../export/tables/cells.js';

export type { Cell } from '../../export/tables/cells.js';

/** A table as CSV (RFC 4180, UTF-8 with its mark): no spreadsheet runs what stands in a cell. */
export function csvTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[head, ...rows].map((cells) => line(cells, ',', '\r\n')).join('')}`;
}
