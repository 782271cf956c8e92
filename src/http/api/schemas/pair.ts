import { z } from 'zod';
import { agreementStatus, bound, measure, projectStatus, relation, strength } from '../../../model/statement.js';
import { code, day, days, edtf, eventRow, evidence, evidences, pairCodes, place, tellings } from './facts.js';
import { named } from './registry.js';

named('AgreementStatus', agreementStatus);
named('ProjectStatus', projectStatus);
named('Strength', strength);

const measured = {
  measure,
  label: z.string().nullable().describe("the text's own words, where the measure is `other`"),
  from: code.nullable(),
  to: code.nullable(),
  unit: z.string().nullable().describe('ISO 4217 for money, count or the counted thing; null where only growth is told'),
};

export const figurePoint = named(
  'FigurePoint',
  z.object({
    id: z.string(),
    value: z.number(),
    upper: z.number().nullable().describe('upper end of a range'),
    bound: bound.nullable(),
    period: edtf,
    days: days.nullable(),
    year: z.string().describe('calendar year, or the period where that spans years'),
    isPartial: z.boolean().describe('of less than a calendar year, and no count of a moment'),
    growth: z.array(z.number()).describe('growth told with it, as fractions'),
    sources: z.array(z.string()).describe('who compiled or said it'),
    side: code.nullable().describe('the one of the pair whose statistics it is'),
    isHeadline: z.boolean().describe('the value that stands for its year'),
    difference: z
      .enum(['coverage', 'rounded', 'power-of-ten', 'mirror', 'revision', 'contradiction'])
      .nullable()
      .describe('against the headline value of its year; null for that itself'),
    conflict: z.string().nullable().describe('id of the conflict, where its year has several values'),
    wrong: z.string().nullable(),
    ...tellings,
  }),
);

export const headlineReason = named(
  'HeadlineReason',
  z.enum([
    ...(['only-value', 'preferred', 'not-known-wrong', 'widest-period', 'latest-moment', 'not-a-slip'] as const),
    ...(['named-source', 'most-exact', 'newest', 'most-stories', 'fixed-order'] as const),
  ]),
);

export const conflict = named(
  'Conflict',
  z.object({
    id: z.string(),
    ...measured,
    year: z.string(),
    headline: figurePoint,
    why: headlineReason,
    others: z.array(figurePoint),
  }),
);

const standing = z.enum(['met', 'missed', 'nearly', 'passed', 'replaced', 'open']);

export const goal = named(
  'Goal',
  z.object({
    value: z.number(),
    upper: z.number().nullable(),
    due: edtf.nullable(),
    standing,
    insteadOf: z.int().nullable().describe('index of the goal whose place it took'),
    steps: z.array(z.object({ kind: z.enum(['set', 'repeated', 're-set']), day: edtf.nullable(), ...tellings })),
    shownBy: evidence.nullable().describe('the figure that shows it met, missed or nearly met'),
  }),
);

export const figureSeries = named(
  'FigureSeries',
  z.object({
    id: z.string(),
    ...measured,
    points: z.array(figurePoint),
    growths: z.array(z.object({ id: z.string(), period: edtf.nullable(), growth: z.number(), evidence: evidences })),
    targets: z.array(goal).describe('in the order in which they were set; each re-setting is a goal of its own'),
  }),
);

export const promise = named(
  'Promise',
  z.object({
    id: z.string(),
    kind: z.enum(['target', 'commitment']),
    state: z.enum(['open', 'kept', 'overdue', 'dropped']).describe('the column of a board'),
    standing: z.enum([...standing.options, 'kept', 'overdue']).describe('the exact standing of its kind'),
    by: z.array(code),
    to: z.array(code),
    text: z.string().describe('the action as worded first; for a target one line of English'),
    due: edtf.nullable(),
    goal: z.object({ ...measured, value: z.number(), upper: z.number().nullable() }).nullable(),
    steps: z.array(
      z.object({
        kind: z.enum(['made', 'repeated', 'postponed', 'set', 're-set']),
        day: edtf.nullable(),
        due: edtf.nullable(),
        strength: strength.nullable(),
        ...tellings,
      }),
    ),
    shownBy: evidence.nullable(),
  }),
);

export const bodyRow = named(
  'Body',
  z.object({
    id: z.string(),
    name: z.string(),
    names: z.array(z.string()),
    parties: z.array(code),
    parts: z.array(z.string()),
    chairs: z.array(z.string()),
    sessions: z.array(
      z.object({ number: z.int().nullable(), date: edtf.nullable(), standing: z.enum(['held', 'planned', 'named']), ...tellings }),
    ),
    ...tellings,
  }),
);

function staged<S extends z.ZodType>(status: S) {
  const stage = z.object({ status: status.nullable(), date: edtf.nullable(), day: edtf.nullable(), ...tellings });
  return z.object({
    ...{ id: z.string(), name: z.string(), parties: z.array(code) },
    current: stage.nullable().describe('the stage told last'),
    stages: z.array(stage),
  });
}
export const agreementRow = named('Agreement', staged(agreementStatus));
export const projectRow = named('Project', staged(projectStatus));

export const holder = named(
  'Holder',
  z.object({
    person: z.string().describe('the name that the record uses most'),
    names: z.array(z.string()),
    latin: z.string().nullable(),
    first: day.nullable().describe('first and last day on which a story says so'),
    last: day.nullable(),
    ...tellings,
  }),
);
export const officeRow = named(
  'Office',
  z.object({ id: z.string(), country: code.nullable(), office: z.string(), holders: z.array(holder) }),
);

export const relationStep = named(
  'RelationStep',
  z.object({
    kind: relation.shape.kind,
    level: z.string().nullable().describe('in the words of the text'),
    date: edtf.nullable(),
    day: edtf.nullable().describe('the day on which it was first told'),
    ...tellings,
  }),
);
export const relations = named(
  'Relations',
  z.object({ current: relationStep.nullable(), established: relationStep.nullable(), steps: z.array(relationStep) }),
);

export const leader = named(
  'Leader',
  z.object({
    country: code,
    role: z.enum(['head-of-state', 'head-of-government', 'party-leader', 'foreign-minister', 'ambassador']),
    office: z.string(),
    holder,
  }),
);

const counts = [
  'contacts',
  'figures',
  'targets',
  'commitments',
  'bodies',
  'agreements',
  'projects',
  'relations',
  'offices',
  'positions',
] as const;

export const pairHeader = named(
  'PairHeader',
  z.object({
    pair: pairCodes,
    places: z.array(place),
    relations: z.object({ current: relationStep.nullable(), established: relationStep.nullable() }),
    leaders: z.array(leader),
    lastContacts: z.array(eventRow).describe('newest first'),
    nextContacts: z.array(eventRow).describe('announced for the time after the newest story, soonest first'),
    counts: z.record(z.enum(counts), z.int()).describe('claims of each section'),
    today: day.nullable().describe('day of the newest story of the record'),
  }),
);
