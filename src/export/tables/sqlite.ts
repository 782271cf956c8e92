import { schemaVersion } from '../../model/article.js';
import { contacts } from '../../model/kinds/event.js';
import { kinds } from '../../model/kinds/registry.js';
import type { StatementType } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';
import type { ExportedFinding, ExportedStory, Stories, World } from '../source.js';
import type { Cell } from './cells.js';
import { columnsOf, columnTablesOf, rowsOf, type Shape, tableTypes } from './columns.js';

type Declared = readonly [name: string, declaration: string, meaning: string];

const declarations: Readonly<Record<Shape, string>> = { text: 'text', list: 'text', number: 'real', 'whole number': 'integer' };
const story = 'text references stories (id)';

/** What stands with the statements. */
const others: Readonly<Record<string, readonly Declared[]>> = {
  stories: [
    ['id', 'text primary key', 'id of the story'],
    ['title', 'text', 'as printed, without the line break'],
    ['agency', 'text', 'the agency that wrote it'],
    ['language', 'text', 'BCP 47'],
    ['place', 'text', 'place of the dateline'],
    ['published', 'text', 'day of publication (EDTF)'],
    ['source', 'text', 'path or URL'],
    ['url', 'text', 'canonical address, where it is known'],
    ['statements', 'integer', 'how many it makes'],
  ],
  findings: [
    ['id', 'text primary key', 'the finding: a hash of all that it says'],
    ['rule', 'text', 'the rule that found it'],
    ['severity', 'text', '`error`, `warning` or `note`'],
    ['message', 'text', 'what does not add up, in one sentence'],
    ['suggestion', 'text', 'what was probably meant'],
    ['quote', 'text', 'the words of its first place'],
    ['places', 'integer', 'how many places it rests on'],
    ['source', 'text', 'path or URL of the story of the first place'],
    ['title', 'text', 'title of that story'],
    ['published', 'text', 'day of its publication (EDTF)'],
    ['article', story, 'id of that story'],
  ],
  finding_places: [
    ['finding', 'text references findings (id)', 'id of the finding'],
    ['number', 'integer', '0 the place itself; 1, 2, … what it is held against'],
    ['quote', 'text', 'the words there'],
    ['start', 'integer', 'where they begin in the text as read, in code points from 0'],
    ['end', 'integer', 'the code point after them'],
    ['article', 'text', 'id of the story, which may be one that is not in the file'],
  ],
};

const declared = (type: StatementType): readonly (readonly [name: string, declaration: string])[] =>
  columnsOf(type).map(({ name, shape }) => [name, name === 'key' ? 'text primary key' : name === 'article' ? story : declarations[shape]]);
const made = (table: string, columns: readonly (readonly [name: string, declaration: string, ...unknown[]])[]): string =>
  `create table ${table} (${columns.map(([name, declaration]) => `"${name}" ${declaration}`).join(', ')})`;
const inserted = (table: string, columns: number): string => `insert into ${table} values (${Array(columns).fill('?').join(', ')})`;

const about = 'create table about (name text primary key, value text)';
const meetings =
  'create view meetings as select key, claim, date, kind, format, place, actors, recipients, participants, countries, quote, title, agency, source, published, article ' +
  `from events where modality = 'actual' and kind in (${contacts.map((kind) => `'${kind}'`).join(', ')})`;

type Row = readonly [insert: string, values: readonly Cell[]];

function* rowsOfStory(one: ExportedStory, types: readonly StatementType[]): Generator<Row> {
  const { article, facts, findings } = one;
  const { id, title, agency, language, place, source, published, url } = article;
  const values = [id, title, agency, language, place, published?.date ?? null, source, url ?? null, facts.length];
  yield [inserted('stories', values.length), values];
  for (const type of types) {
    const insert = inserted(kinds[type].table, columnsOf(type).length);
    for (const cells of rowsOf(type, one)) yield [insert, cells];
  }
  for (const found of findings) yield* rowsOfFinding(found, one);
}

function* rowsOfFinding({ id, finding }: ExportedFinding, { article }: ExportedStory): Generator<Row> {
  const { rule, severity, message, suggestion, evidence } = finding;
  const where = [article.source, article.title, article.published?.date ?? null, article.id];
  const values = [id, rule, severity, message, suggestion, evidence[0]!.quote, evidence.length, ...where];
  yield [inserted('findings', values.length), values];
  for (const [number, { quote, start, end, article: at }] of evidence.entries())
    yield [inserted('finding_places', 6), [id, number, quote, start, end, at]];
}

async function* rowsIn(stories: Stories, types: readonly StatementType[]): AsyncGenerator<Row> {
  yield [inserted('about', 2), ['schemaVersion', schemaVersion]];
  for await (const one of stories) yield* rowsOfStory(one, types);
}

/** One SQLite file with a table for each of the types, the stories and what does not add up. It is made on the disk: memory stays flat. */
export function sqliteFile(stories: Stories, world: World, types: readonly StatementType[] = tableTypes): AsyncIterable<Uint8Array> {
  const tables = types.map((type) => kinds[type].table);
  return world.database(
    [
      about,
      ...Object.entries(others).map(([name, columns]) => made(name, columns)),
      ...types.map((type) => made(kinds[type].table, declared(type))),
    ],
    rowsIn(stories, types),
    [
      ...[...tables, 'findings', 'finding_places'].map((table) => `create index ${table}_article on ${table} (article)`),
      ...(types.includes('event') ? [meetings] : []),
    ],
  );
}

/** The page of the format. */
export const sqliteDictionary: Dictionary = {
  format: 'sqlite',
  title: 'SQLite: one file to share, without the texts of the stories',
  about: [
    'A file for Datasette, DB Browser, Python, R and whatever else reads SQLite 3.8 or later: one row for each statement of each story, in a table for each type; `--type` names one of them. ' +
      'Lists are one text, divided by `; `; what is not known is null; texts are as the story has them. `article` points at `stories`.',
    'The view `meetings` has the events that happened and at which people meet or talk. The table `about` has the version of [the schema](../schema.md#versions) under the name `schemaVersion`.',
    "```sql\nselect published, person, office, country, quote from people_and_offices where country = 'VN' order by published;\n" +
      'select f.severity, f.message, p.number, p.quote, s.title from findings f join finding_places p on p.finding = f.id join stories s on s.id = p.article;\n```',
    'The file of the record itself has views of the same names and columns: [reading the record with other programs](../record.md#reading-the-record-with-other-programs).',
  ],
  tables: [
    ...columnTablesOf((type) => `\`${kinds[type].table}\``),
    ...Object.entries(others).map(([name, columns]) => ({
      heading: `\`${name}\``,
      of: 'column',
      rows: columns.map(([column, , meaning]) => [column, meaning] as const),
    })),
  ],
};
