import { kinds } from '../../model/kinds/registry.js';
import type { StatementType } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';
import type { Stories } from '../source.js';
import { line } from './cells.js';
import { columnsOf, columnTablesOf, rowsOf, tableTypes } from './columns.js';

/** A piece of one of several files. */
export interface FilePiece {
  /** Name of the file in its folder. */
  file: string;
  content: string | Uint8Array;
}

/** Lets Excel see that a file is UTF-8. */
const mark = '\ufeff';

/** A CSV file for each of the types, heads first; memory stays flat. */
export async function* csvFiles(stories: Stories, types: readonly StatementType[] = tableTypes): AsyncGenerator<FilePiece> {
  const names = (type: StatementType): string[] => columnsOf(type).map((c) => c.name);
  for (const type of types) yield { file: `${type}.csv`, content: mark + line(names(type), ',', '\r\n') };
  for await (const story of stories)
    for (const type of types) {
      const content = rowsOf(type, story)
        .map((cells) => line(cells, ',', '\r\n'))
        .join('');
      if (content !== '') yield { file: `${type}.csv`, content };
    }
}

/** What stands in the columns, by type. */
const columnTables = columnTablesOf((type) => kinds[type].label.en);

/** The page of the format. */
export const csvDictionary: Dictionary = {
  format: 'csv',
  title: 'CSV: a table of statements for each type',
  about: [
    'One file for each type of statement (`event.csv`, `figure.csv`, …), one row for each statement of each story; `--type` names one of them. UTF-8 with a byte ' +
      'order mark, commas, lines that end in CR LF, quotes as in RFC 4180. What is not known is an empty cell.',
    'A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, `|`, `%`, their full-width forms, a tab or a line end) has an apostrophe before it. ' +
      'Numbers have none. For texts without that, take [JSON Lines](jsonl.md).',
    'What fields mean in full stands in [the schema](../schema.md).',
  ],
  tables: columnTables,
};
