import type { StatementType } from '../model/statement.js';
import { atomDictionary, atomFeed } from './atom.js';
import type { Dictionary } from './dictionary.js';
import { icewsDictionary, icewsRows } from './events/icews.js';
import { polecatDictionary, polecatRows } from './events/polecat.js';
import { ftmDictionary, ftmEntities } from './ftm.js';
import { graphml, graphmlDictionary } from './graphml.js';
import { calendar, icsDictionary } from './ics.js';
import { jsonLines, jsonlDictionary } from './jsonl.js';
import { jsonLd, jsonldDictionary } from './jsonld.js';
import type { Stories, World } from './source.js';
import { csvDictionary, csvFiles, type FilePiece } from './tables/csv.js';
import { parquetDictionary, parquetFiles } from './tables/parquet.js';
import { sqliteDictionary, sqliteFile } from './tables/sqlite.js';
import { workbook, xlsxDictionary } from './tables/xlsx.js';

/** A format in which the record can be had. */
export interface Format {
  dictionary: Dictionary;
  /** Bytes that a terminal does not show. */
  binary: boolean;
  /** Without a type there are several files, each piece of one of them. */
  files: boolean;
  write(stories: Stories, world: World, type: StatementType | null): AsyncIterable<string | Uint8Array | FilePiece>;
}

const text = (dictionary: Dictionary, write: (stories: Stories, world: World) => AsyncIterable<string>): Format => ({
  dictionary,
  write,
  binary: false,
  files: false,
});
const typesOf = (type: StatementType | null): [StatementType[]] | [] => (type === null ? [] : [[type]]);

/** Every format by its name, in the order in which pages list them. */
export const formats = {
  csv: { dictionary: csvDictionary, binary: false, files: true, write: (stories, _, type) => csvFiles(stories, ...typesOf(type)) },
  xlsx: { dictionary: xlsxDictionary, binary: true, files: false, write: (stories, _, type) => workbook(stories, ...typesOf(type)) },
  parquet: {
    dictionary: parquetDictionary,
    binary: true,
    files: true,
    write: (stories, _, type) => parquetFiles(stories, ...typesOf(type)),
  },
  sqlite: {
    dictionary: sqliteDictionary,
    binary: true,
    files: false,
    write: (stories, world, type) => sqliteFile(stories, world, ...typesOf(type)),
  },
  jsonl: text(jsonlDictionary, jsonLines),
  ftm: text(ftmDictionary, ftmEntities),
  jsonld: text(jsonldDictionary, jsonLd),
  plover: text(polecatDictionary, polecatRows),
  cameo: text(icewsDictionary, icewsRows),
  graphml: text(graphmlDictionary, graphml),
  ics: text(icsDictionary, calendar),
  atom: text(atomDictionary, atomFeed),
} as const satisfies Readonly<Record<string, Format>>;
export type FormatName = keyof typeof formats;
