import { type DataTypeNode, PostgresQueryCompiler, PrimitiveValueListNode, type ValuesNode } from 'kysely';

/** Fewer rows are sent as they are. */
const fewest = 4;

type Cell = string | number | null;

const isCell = (value: unknown): value is Cell => value === null || typeof value === 'string' || typeof value === 'number';

/** The type under which a column is sent; `null` where every cell is null. Numbers find their way from whole or broken ones to the column's own type. */
function typeOf(cells: readonly Cell[]): 'text' | 'bigint' | 'float8' | null {
  let type: 'bigint' | 'float8' | null = null;
  for (const cell of cells) {
    if (typeof cell === 'string') return 'text';
    if (typeof cell === 'number' && type !== 'float8') type = Number.isSafeInteger(cell) ? 'bigint' : 'float8';
  }
  return type;
}

/**
 * Writes queries for PostgreSQL. Texts are cast so that they are ordered by code point, as every engine does, whatever the collation of the database.
 * Many rows are sent as one list for each column and not as thousands of parameters: the server then reads and plans the same short query however many there are.
 */
export class RecordCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }

  protected override visitValues(node: ValuesNode): void {
    const columns = columnsOf(node);
    if (!columns) {
      super.visitValues(node);
      return;
    }
    const types = columns.map(typeOf);
    this.append(`select ${types.map((type, i) => (type === null ? 'null' : `c${i}`)).join(', ')} from unnest(`);
    let isFirst = true;
    for (const [i, type] of types.entries()) {
      if (type === null) continue;
      if (!isFirst) this.append(', ');
      isFirst = false;
      this.appendValue(columns[i]);
      this.append(`::${type}[]`);
    }
    this.append(`) as many (${types.flatMap((type, i) => (type === null ? [] : `c${i}`)).join(', ')})`);
  }
}

/** The columns of many plain rows; `null` for few rows, and for those with something else in them. */
function columnsOf({ values }: ValuesNode): Cell[][] | null {
  if (values.length < fewest) return null;
  const rows: (readonly unknown[])[] = [];
  for (const row of values) {
    if (!PrimitiveValueListNode.is(row) || !row.values.every(isCell)) return null;
    rows.push(row.values);
  }
  const columns = rows[0]!.map((_, i) => rows.map((row) => row[i] as Cell));
  return columns.some((cells) => typeOf(cells) !== null) ? columns : null;
}
