/**
 * Reads one string table (tab-separated, first line the head) into records keyed by the head's names.
 * Cells a row leaves out are empty strings. Lines without text are skipped.
 */
export function readRows<Column extends string>(table: string): readonly Readonly<Record<Column, string>>[] {
  const [head = '', ...lines] = table.split('\n');
  const columns = head.split('\t') as Column[];
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as Record<Column, string>;
    });
}
