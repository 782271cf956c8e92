import {
  agreementStatus,
  bound,
  eventKinds,
  measures,
  modality,
  projectStatus,
  relation,
  type StatementType,
  stance,
  strength,
} from '../../src/model/statement.js';

/** What a line of a `.expect` file may be about: the article, a caption, or a statement type. */
export type LineType = 'article' | 'caption' | StatementType;
export const lineTypes: readonly LineType[] = [
  ...(['article', 'caption', 'figure', 'target', 'event', 'office'] as const),
  ...(['agreement', 'body', 'project', 'relation', 'commitment', 'position'] as const),
];

/**
 * How a field is written and compared: `name` (one contains the other, spelling folded) · `names` (each is found among those read) ·
 * `whole` (the same text, spelling folded) · `country` · `countries` (the same set) · `date` (the same days) · `number` (within half a percent) ·
 * `text` (the same word) · or one word of a list.
 */
export type Shape = 'name' | 'names' | 'whole' | 'country' | 'countries' | 'date' | 'number' | 'text' | readonly string[];

const said = { speaker: 'name', modality: modality.options } as const;
const amount = {
  measure: measures,
  label: 'name',
  from: 'country',
  to: 'country',
  value: 'number',
  upper: 'number',
  unit: 'text',
  bound: bound.options,
} as const;

/** The fields that a line of each type may name, beside `item`. */
export const fields: Readonly<Record<LineType, Readonly<Record<string, Shape>>>> = {
  article: { title: 'whole', language: 'text', agency: 'text', place: 'whole', published: 'date', related: 'number', captions: 'number' },
  caption: {},
  figure: { ...amount, period: 'date', growth: 'number', source: 'name', ...said },
  target: { ...amount, due: 'date', ...said },
  event: {
    kind: eventKinds,
    date: 'date',
    countries: 'countries',
    actors: 'names',
    who: 'countries',
    whom: 'countries',
    format: ['in-person', 'video', 'phone', 'written'],
    place: 'name',
    object: 'name',
    quantity: 'number',
    ...said,
  },
  office: { person: 'name', aliases: 'names', latin: 'name', office: 'name', organisation: 'name', country: 'country', ...said },
  agreement: { name: 'name', parties: 'countries', status: agreementStatus.options, date: 'date', ...said },
  body: { name: 'name', parties: 'countries', parts: 'names', session: 'number', chairs: 'names', ...said },
  project: { name: 'name', parties: 'countries', status: projectStatus.options, place: 'name', ...said },
  relation: { kind: relation.shape.kind.options, parties: 'countries', level: 'name', date: 'date', ...said },
  commitment: { by: 'countries', to: 'countries', strength: strength.options, action: 'name', due: 'date', ...said },
  position: { by: 'countries', about: 'countries', stance: stance.options, topic: 'name', ...said },
};
