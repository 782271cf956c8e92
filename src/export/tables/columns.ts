import { kinds } from '../../model/kinds/registry.js';
import type { Actor, Statement, StatementOf, StatementType } from '../../model/statement.js';
import type { Dictionary } from '../dictionary.js';
import { type ExportedStory, type Fact, keyOf } from '../source.js';
import type { Cell } from './cells.js';

/** What the values of a column are; any may be unknown. */
export type Shape = 'text' | 'number' | 'whole number' | 'list';
/** What stands in a column: a cell, or texts one beside the other. */
export type Value = Cell | readonly string[];

/** A column of a table of statements. */
export interface Column<S extends Statement = Statement> {
  name: string;
  meaning: string;
  shape: Shape;
  /** The field of the statement that it shows, or `null` for what the story or the record says of it. */
  field: string | null;
  value(fact: Fact<S>, story: ExportedStory): Value;
}

/** Every type of statement, in the order in which tables stand in a workbook. */
export const tableTypes = Object.keys(kinds) as readonly StatementType[];

/** `name (office, country)`, with what is known. */
function person({ name, office, country }: Pick<Actor, 'name' | 'office' | 'country'>): string {
  const who = name ?? office ?? '';
  const more = [name === null ? null : office, country].filter((s) => s !== null && s !== '');
  return who === '' ? (country ?? '') : more.length === 0 ? who : `${who} (${more.join(', ')})`;
}

/** A column whose shape follows from its field. */
type Plain = Omit<Column, 'shape'>;

const before: readonly Plain[] = [
  {
    name: 'key',
    meaning: 'names the row: `id of the story:id of the statement`',
    field: null,
    value: (f, story) => keyOf(story, f.statement),
  },
  {
    name: 'id',
    meaning: 'the statement: a hash of what is said and of its quote; the same sentence in another story has the same',
    field: 'id',
    value: (f) => f.statement.id,
  },
  { name: 'claim', meaning: 'the claim: statements that say the same have the same key', field: null, value: (f) => f.claim },
];

const after: readonly Plain[] = [
  {
    name: 'modality',
    meaning: '`actual`, `planned`, `possible` or `denied`',
    field: 'modality',
    value: (f) => f.statement.modality,
  },
  { name: 'quote', meaning: 'the words that say so, exactly', field: 'quote', value: (f) => f.statement.quote },
  {
    name: 'speaker_name',
    meaning: 'whom the text makes responsible; empty for the reporter',
    field: 'speaker',
    value: (f) => f.statement.speaker?.name ?? null,
  },
  { name: 'speaker_office', meaning: 'the office of the speaker', field: 'speaker', value: (f) => f.statement.speaker?.office ?? null },
  { name: 'speaker_country', meaning: 'the country of the speaker', field: 'speaker', value: (f) => f.statement.speaker?.country ?? null },
  { name: 'source', meaning: 'path or URL of the story', field: null, value: (_, s) => s.article.source },
  { name: 'title', meaning: 'title of the story', field: null, value: (_, s) => s.article.title },
  { name: 'agency', meaning: 'the agency that wrote it', field: null, value: (_, s) => s.article.agency },
  { name: 'published', meaning: 'day of publication (EDTF)', field: null, value: (_, s) => s.article.published?.date ?? null },
  { name: 'article', meaning: 'id of the story', field: null, value: (_, s) => s.article.id },
  { name: 'item', meaning: '0 the main story; 1, 2, … the briefs listed under it', field: 'item', value: (f) => f.statement.item },
  {
    name: 'start',
    meaning: 'where the quote begins in the text as read, in code points from 0',
    field: 'start',
    value: (f) => f.statement.start,
  },
  { name: 'end', meaning: 'the code point after the quote', field: 'end', value: (f) => f.statement.end },
  { name: 'confidence', meaning: '0 to 1', field: 'confidence', value: (f) => f.statement.confidence },
  { name: 'rule', meaning: 'the rule that read it', field: 'rule', value: (f) => f.statement.rule },
  {
    name: 'not_stated',
    meaning: 'parts that the sentence does not state itself: `part inherited` or `part assumed`',
    field: 'roles',
    value: (f) =>
      Object.entries(f.statement.roles)
        .filter(([, origin]) => origin.basis !== 'stated')
        .map(([part, origin]) => `${part} ${origin.basis}`)
        .sort(),
  },
];

type Own<T extends StatementType> = readonly [name: string, meaning: string, value: (s: StatementOf<T>) => Value, field?: string];

const amounts = [
  ['measure', 'what is counted', (s: StatementOf<'figure' | 'target'>) => s.measure],
  ['label', "the text's own words, where the measure is `other`", (s: StatementOf<'figure' | 'target'>) => s.label ?? null],
  ['from', 'whose goods, money or people', (s: StatementOf<'figure' | 'target'>) => s.from],
  ['to', 'where they go', (s: StatementOf<'figure' | 'target'>) => s.to],
  ['value', 'as stated, even where it is plainly wrong', (s: StatementOf<'figure' | 'target'>) => s.value],
  ['upper', 'upper end of a range', (s: StatementOf<'figure' | 'target'>) => s.upper ?? null],
  ['unit', 'ISO 4217 for money, `count` or the counted thing', (s: StatementOf<'figure' | 'target'>) => s.unit],
  ['bound', '`about`, `over`, `under`, `nearly`, `only` or `some`', (s: StatementOf<'figure' | 'target'>) => s.bound],
] as const;

const actorsIn = (role: Actor['role']) => (s: StatementOf<'event'>) => s.actors.filter((a) => a.role === role).map(person);

const own: { [T in StatementType]: readonly Own<T>[] } = {
  event: [
    ['kind', 'what happened', (s) => s.kind],
    ['date', 'when (EDTF)', (s) => s.date],
    ['actors', 'who did it: `name (office, country)`, divided by `; `', actorsIn('actor'), 'actors'],
    ['recipients', 'to whom', actorsIn('recipient'), 'actors'],
    ['participants', 'who took part together', actorsIn('participant'), 'actors'],
    ['countries', 'the states and groups of states that took part', (s) => s.countries],
    ['format', '`in-person`, `video`, `phone` or `written`', (s) => s.format],
    ['place', 'where, in the words of the text', (s) => s.place],
    ['object', 'what was given, bought or signed', (s) => s.object?.item ?? null],
    ['object_quantity', 'how much of it', (s) => s.object?.quantity ?? null, 'object'],
    ['object_unit', 'the unit of that', (s) => s.object?.unit ?? null, 'object'],
    ['plover_type', 'type of the PLOVER codebook', (s) => s.plover?.type ?? null, 'plover'],
    ['plover_mode', 'mode of the PLOVER codebook', (s) => s.plover?.mode ?? null, 'plover'],
    ['cameo', 'CAMEO code that stands closest', (s) => s.cameo],
  ],
  figure: [
    ...amounts,
    ['period', 'the time that it covers (EDTF)', (s) => s.period],
    ['growth', 'as a fraction: 13% is 0.13', (s) => s.growth],
    ['compiler', 'who compiled it', (s) => s.source, 'source'],
  ],
  target: [...amounts, ['due', 'by when (EDTF)', (s) => s.due]],
  commitment: [
    ['by', 'who undertakes it', (s) => s.by],
    ['to', 'towards whom', (s) => s.to],
    ['strength', 'how firmly, from `agreed` to `considering`', (s) => s.strength],
    ['action', 'what is to be done, in the words of the text', (s) => s.action],
    ['due', 'by when (EDTF)', (s) => s.due],
  ],
  agreement: [
    ['name', 'as the text writes it', (s) => s.name],
    ['parties', 'between whom', (s) => s.parties],
    ['status', 'how far it has come', (s) => s.status],
    ['date', 'when (EDTF)', (s) => s.date],
  ],
  body: [
    ['name', 'as the text writes it', (s) => s.name],
    ['aliases', 'other spellings and short forms', (s) => s.aliases],
    ['parties', 'between whom', (s) => s.parties],
    ['parts', 'sub-committees and working groups', (s) => s.parts],
    ['session', 'number of the session', (s) => s.session],
    ['chairs', 'who chairs it', (s) => s.chairs],
  ],
  project: [
    ['name', 'as the text writes it', (s) => s.name],
    ['parties', 'between whom', (s) => s.parties],
    ['status', 'how far it has come', (s) => s.status],
    ['place', 'where it is built', (s) => s.place],
  ],
  relation: [
    ['kind', 'what is said about the relation', (s) => s.kind],
    ['parties', 'between whom', (s) => s.parties],
    ['level', 'in the words of the text', (s) => s.level],
    ['date', 'when (EDTF)', (s) => s.date],
  ],
  office: [
    ['person', 'the name as first written in full', (s) => s.person],
    ['aliases', 'other spellings and short forms', (s) => s.aliases],
    ['latin', 'the name in Latin letters, where the text gives it', (s) => s.latin],
    ['office', "without the country's name", (s) => s.office],
    ['organisation', 'the body in which the office is held', (s) => s.organisation],
    ['country', 'of which country', (s) => s.country],
  ],
  position: [
    ['by', 'who says it', (s) => s.by],
    ['about', 'about whom', (s) => s.about],
    ['stance', 'for, against or neither', (s) => s.stance],
    ['topic', 'on what, in the words of the text', (s) => s.topic],
  ],
};

/** Shapes that are not those of the field that the column shows. */
const otherShapes: Readonly<Record<string, Shape>> = { object_quantity: 'number', not_stated: 'list' };

const byType = new Map(tableTypes.map((type) => [type, madeOf(type)]));

/** The columns of the table of a type. */
export function columnsOf(type: StatementType): readonly Column[] {
  return byType.get(type)!;
}

interface FieldSchema {
  def: { type: string; innerType?: FieldSchema };
  isInt?: boolean;
}

function shapeOf(type: StatementType, { name, field }: Plain): Shape {
  let schema = field === null ? undefined : (kinds[type].schema.shape[field] as FieldSchema | undefined);
  while (schema?.def.innerType !== undefined) schema = schema.def.innerType;
  const ofField =
    schema?.def.type === 'array' ? 'list' : schema?.def.type === 'number' ? (schema.isInt ? 'whole number' : 'number') : 'text';
  return otherShapes[name] ?? ofField;
}

function madeOf(type: StatementType): readonly Column[] {
  const mine = (own[type] as readonly Own<StatementType>[]).map(
    ([name, meaning, value, field]): Plain => ({ name, meaning, field: field ?? name, value: (fact) => value(fact.statement) }),
  );
  return [...before, ...mine, ...after].map((column) => ({ ...column, shape: shapeOf(type, column) }));
}

/** The values of each statement of a type in a story, in the order of the columns. */
export function valuesOf(type: StatementType, story: ExportedStory): Value[][] {
  const columns = columnsOf(type);
  return story.facts.filter((f) => f.statement.type === type).map((fact) => columns.map((column) => column.value(fact, story)));
}

/** The same as cells: lists are one text, divided by `; `. */
export function rowsOf(type: StatementType, story: ExportedStory): Cell[][] {
  return valuesOf(type, story).map((values) =>
    values.map((value) => (value !== null && typeof value === 'object' ? value.join('; ') : value)),
  );
}

/** What stands in the columns, by type, under headings of the format's own; `more` is what it says of a shape. */
export function columnTablesOf(heading: (type: StatementType) => string, more: (shape: Shape) => string = () => ''): Dictionary['tables'] {
  return tableTypes.map((type) => ({
    heading: heading(type),
    of: 'column',
    rows: columnsOf(type).map(({ name, meaning, shape }) => [name, meaning + more(shape)] as const),
  }));
}
