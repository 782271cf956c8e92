import { z } from 'zod';
import { passage, published } from '../../../model/article.js';
import { meant, severity } from '../../../model/finding.js';
import {
  actor,
  agreement,
  body,
  bound,
  commitment,
  countryCode,
  event,
  figure,
  measure,
  modality,
  office,
  origin,
  position,
  project,
  relation,
  speaker,
  statement,
  target,
} from '../../../model/statement.js';
import { named } from './registry.js';

named('Speaker', speaker);
named('Actor', actor);
named('Origin', origin);
named('Modality', modality);
named('Measure', measure);
named('Bound', bound);
named('Severity', severity);
named('Passage', passage);
named('Published', published);
named('FigureStatement', figure);
named('TargetStatement', target);
named('EventStatement', event);
named('OfficeStatement', office);
named('AgreementStatement', agreement);
named('BodyStatement', body);
named('ProjectStatement', project);
named('RelationStatement', relation);
named('CommitmentStatement', commitment);
named('PositionStatement', position);
named('Statement', statement);

export const code = countryCode;
/** EDTF, as exact as it is told. */
export const edtf = z.string().describe('EDTF: 2020, 2020-11, 2020-11-11, or an interval');
export const day = z.string().describe('YYYY-MM-DD');

export const statementType = named(
  'StatementType',
  z.enum(['figure', 'target', 'event', 'office', 'agreement', 'body', 'project', 'relation', 'commitment', 'position']),
);
export const pairCodes = named('PairCodes', z.tuple([code, code]));

export const storyRef = named(
  'StoryRef',
  z.object({
    id: z.string().describe('sha256: of the bytes as read'),
    title: z.string().nullable(),
    date: edtf.nullable().describe('day of publication, EDTF'),
    agency: z.string().nullable(),
    language: z.string().nullable(),
    source: z.string().describe('path or URL where it was read'),
    link: z.string().nullable().describe('where it can be opened on the web; null where it was read from a file'),
  }),
);

export const evidence = named(
  'Evidence',
  z.object({
    statement: z.string().describe('id of the statement: the same where stories say the same in the same words, so name the story too'),
    type: statementType,
    quote: z.string().describe('exactly as in the text'),
    start: z.int().describe('in code points of the text as read'),
    end: z.int(),
    item: z.int().describe('0 the main story; 1, 2, … the briefs listed under it, whose day is not that of the story'),
    speaker: speaker.nullable(),
    modality,
    story: storyRef,
  }),
);
export const evidences = z.array(evidence);
/** How often something is told, and the first and last places. */
export const tellings = {
  tellings: z.int().describe('in how many places it is told'),
  evidence: evidences.describe('oldest first; of more than twelve places the first and the last six'),
};

export const days = z.object({ first: day.nullable(), last: day.nullable() });

export const place = named('Place', z.object({ code: z.string(), en: z.string(), zh: z.string() }));

export const eventRow = named(
  'Event',
  z.object({
    id: z.string().describe('key of the claim: the same event has the same key'),
    kind: event.shape.kind,
    date: edtf.nullable(),
    days: days.nullable().describe('first and last day that the date may mean'),
    modality,
    format: event.shape.format,
    place: z.string().nullable(),
    countries: z.array(code),
    actors: z.array(actor).describe('people under the names that the record uses most'),
    object: event.shape.object,
    text: z.string().describe('one line of English'),
    wrong: z.string().nullable().describe('why it is known to be wrong, where somebody said so'),
    tellings: z.int().describe('in how many places it is told; evidence has the first of them'),
    evidence: evidences,
  }),
);
named('EventKind', event.shape.kind);

export const findingPlace = named(
  'FindingPlace',
  z.object({ quote: z.string(), start: z.int(), end: z.int(), story: storyRef.nullable() }),
);
/** A message with its values apart. */
export const said = named(
  'Said',
  z.object({
    text: z.string().describe('the message in English with {0}, {1}, … where its values go'),
    values: z
      .array(z.unknown())
      .describe('texts, numbers, amounts, percentages, dates, places, … each in a way that any language can write'),
  }),
).optional();

/** The amount of a suggestion. */
export const meantAmount = named('Meant', meant).optional();

export const findingRow = named(
  'Finding',
  z.object({
    id: z.string(),
    rule: z.string(),
    severity,
    message: z.string().describe('English'),
    said,
    suggestion: z.string().nullable(),
    meant: meantAmount,
    places: z.array(findingPlace).describe('the place that it is about, then what it is held against'),
    further: z.int().describe('how many more places it has, which an overview leaves out'),
  }),
);

export const statementRow = named(
  'StatementRow',
  z.object({
    statement,
    claim: z.string().describe('key of the claim: statements that say the same have the same key'),
    text: z.string().describe('one line of English'),
    decided: z.enum(['accepted', 'edited']).nullable().describe('what a person has said of it'),
    wrong: z.string().nullable().describe('why it is known to be wrong, where somebody said so'),
    story: storyRef,
  }),
);
