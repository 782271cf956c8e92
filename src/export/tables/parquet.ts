import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { schemaVersion } from '../../model/article.js';
import type { StatementType } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';
import type { Stories } from '../source.js';
import { type Column, columnsOf, columnTablesOf, type Shape, tableTypes, type Value, valuesOf } from './columns.js';
import type { FilePiece } from './csv.js';

/** Rows that are held in memory before they are written as one row group. */
export const groupRows = 10_000;

const primitives = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  'whole number': { type: 'INT32' },
} as const;

/** A column in the schema of a file, or the three levels of a list of texts. */
function elements({ name, shape }: Column): SchemaElement[] {
  if (shape !== 'list') return [{ name, repetition_type: 'OPTIONAL', ...primitives[shape] }];
  return [
    { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'REQUIRED', ...primitives.text },
  ];
}

/** The file of one type: rows wait until a row group is full. */
class Table {
  private readonly bytes = new ByteWriter();
  private readonly columns: readonly Column[];
  private readonly writer: ParquetWriter;
  private rows: Value[][] = [];
  readonly file: string;

  constructor(private readonly type: StatementType) {
    this.file = `${type}.parquet`;
    this.columns = columnsOf(type);
    this.writer = new ParquetWriter({
      writer: this.bytes,
      schema: [{ name: 'root', num_children: this.columns.length }, ...this.columns.flatMap(elements)],
      kvMetadata: [
        { key: 'rapporteur.table', value: type },
        { key: 'rapporteur.schemaVersion', value: schemaVersion },
      ],
      createdBy: 'rapporteur',
    });
  }

  /** Takes the rows of a story; gives what is ready to be written. */
  *add(story: Parameters<typeof valuesOf>[1]): Generator<FilePiece> {
    for (const row of valuesOf(this.type, story)) {
      this.rows.push(row);
      if (this.rows.length === groupRows) yield this.group();
    }
  }

  /** What is left, and the end of the file. */
  *end(): Generator<FilePiece> {
    if (this.rows.length > 0) yield this.group();
    this.writer.finish();
    yield this.taken();
  }

  private group(): FilePiece {
    const columnData = this.columns.map(({ name }, i) => ({ name, data: this.rows.map((row) => row[i]) }));
    this.writer.write({ columnData, rowGroupSize: groupRows });
    this.rows = [];
    return this.taken();
  }

  /** What has been written since the last time: the writer goes on counting, its buffer begins anew. */
  private taken(): FilePiece {
    const content = this.bytes.getBytes().slice();
    this.bytes.index = 0;
    return { file: this.file, content };
  }
}

/** A Parquet file for each of the types; a row group of each is in memory. */
export async function* parquetFiles(stories: Stories, types: readonly StatementType[] = tableTypes): AsyncGenerator<FilePiece> {
  const tables = types.map((type) => new Table(type));
  for await (const story of stories) for (const table of tables) yield* table.add(story);
  for (const table of tables) yield* table.end();
}

const typeNames: Readonly<Record<Shape, string>> = {
  text: '',
  number: ' (`DOUBLE`)',
  'whole number': ' (`INTEGER`)',
  list: ' (`VARCHAR[]`)',
};

/** The page of the format. */
export const parquetDictionary: Dictionary = {
  format: 'parquet',
  title: 'Parquet: typed tables for notebooks and databases',
  about: [
    'One file for each type of statement (`event.parquet`, `figure.parquet`, …), one row for each statement of each story; `--type` names one of them. DuckDB, Polars, pandas, Arrow ' +
      'and Spark read them. Columns are texts where no other type stands behind them. What is not known is null, a list without members is empty; texts are as the story has them, without the ' +
      'apostrophes of [CSV](csv.md).',
    `Compressed with Snappy, in row groups of ${groupRows} rows. Each file says in its metadata which table it is (\`rapporteur.table\`) and the version of ` +
      '[the schema](../schema.md#versions) (`rapporteur.schemaVersion`). Dates are EDTF texts, since a month is not a day; amounts are the doubles of the JSON output.',
    '```sql\nselect published, "from", "to", value, unit, quote, title from \'tables/figure.parquet\' where measure = \'trade.total\' order by period;\n' +
      "select kind, date, participants, quote from 'tables/event.parquet' where list_contains(countries, 'VN') and modality = 'planned';\n```",
  ],
  tables: columnTablesOf(
    (type) => `${type}.parquet`,
    (shape) => typeNames[shape],
  ),
};
