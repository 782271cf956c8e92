import { z } from 'zod';
import { severity } from '../../../model/finding.js';
import { sentence } from '../../../model/sentence.js';
import { statement } from '../../../model/statement.js';
import { edtf, evidences, findingPlace, findingRow, meantAmount, said, statementRow, storyRef } from './facts.js';
import { named } from './registry.js';

export const doubtfulRow = named(
  'DoubtfulStatement',
  z.object({
    ...statementRow.shape,
    unsure: z
      .array(z.object({ part: z.string(), basis: z.enum(['inherited', 'assumed']) }))
      .describe('parts that its own words do not say'),
  }),
);

export const proposalRow = named(
  'Proposal',
  z.object({
    statement,
    text: z.string().describe('one line of English'),
    model: z.string(),
    at: z.string().describe('when the model was asked'),
    beside: z.array(z.object({ statement, text: z.string() })).describe('what stands in the record of the same type and words'),
    story: storyRef,
  }),
);

const side = named(
  'IdentitySide',
  z.object({
    ref: z.string(),
    name: z.string(),
    offices: z.array(
      z.object({
        office: z.string(),
        organisation: z.string().nullable(),
        first: z.string().nullable(),
        last: z.string().nullable(),
        statements: z.int(),
      }),
    ),
    statements: z.int(),
    sightings: z.array(z.object({ statement: z.string(), quote: z.string(), start: z.int(), end: z.int(), story: storyRef.nullable() })),
  }),
);
export const questionRow = named(
  'IdentityQuestion',
  z.object({
    id: z.string().describe('decisions take it in place of both names'),
    type: z.enum(['state', 'group', 'organisation', 'body', 'person', 'agreement', 'project']),
    a: side,
    b: side,
    score: z.number(),
    why: z.array(z.string()),
    consequences: z.array(z.string()).describe('what a yes would do'),
  }),
);

export const contradictionRow = named(
  'Contradiction',
  z.object({
    ...findingRow.shape,
    statements: z.array(statementRow).describe('the first dozen statements in whose words its places stand'),
  }),
);

const decisionKind = z.enum(['identity', 'statement', 'broad', 'preference', 'wrong', 'undo']);
const decisionState = z.enum(['in force', 'overruled', 'undone']);
export const decisionRow = named(
  'Decision',
  z.object({
    id: z.string(),
    at: z.string(),
    by: z.object({ kind: z.enum(['person', 'machine']), name: z.string() }),
    why: z.string(),
    kind: decisionKind,
    verdict: z.enum(['same', 'different', 'unsure', 'accept', 'reject', 'edit', 'prefer', 'wrong', 'undo']),
    text: z.string().describe('one line of English'),
    state: decisionState.describe('overruled: it holds, and another about the same thing is stronger'),
    disagreement: z.array(z.string()).describe('what the joining of names would now say instead'),
    statement: z.string().nullable(),
    read: statement.nullable().describe('as it was read, where it was accepted, edited or rejected'),
    names: z.tuple([z.string(), z.string()]).nullable(),
    undoes: z.string().nullable(),
    batch: z.string().nullable(),
    places: z.array(findingPlace),
  }),
);

const why = z.string().trim().min(1).max(2000).describe('the reason, in your own words');

export const decisionWanted = named(
  'DecisionWanted',
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('statement'),
      statement: z.string().min(4).max(100).describe('id of the statement'),
      story: z.string().max(100).optional().describe('id of the story that makes it: several may, in the same words'),
      verdict: z.enum(['accept', 'reject', 'edit', 'prefer', 'wrong']),
      fields: z.record(z.string(), z.unknown()).optional().describe('with edit: what is to stand instead'),
      all: z
        .enum(['claim', 'article', 'source', 'rule'])
        .optional()
        .describe('with accept, reject and wrong: of all statements that share it'),
      why,
    }),
    z.strictObject({
      kind: z.literal('proposal'),
      statement: z.string().min(4).max(100).describe('id of the statement that a model proposes'),
      story: z.string().max(100).describe('id of the story'),
      verdict: z.enum(['accept', 'reject', 'edit']),
      fields: z.record(z.string(), z.unknown()).optional().describe('with edit: what is to stand instead'),
      why,
    }),
    z.strictObject({
      kind: z.literal('names'),
      is: z.enum(['same', 'different', 'unsure']),
      names: z
        .union([z.tuple([z.string().max(500), z.string().max(500)]), z.tuple([z.string().max(500)])])
        .describe('two names or refs, or the id of a question'),
      why,
    }),
  ]),
);
export const undoWanted = named('UndoWanted', z.strictObject({ why }));
export const decisionTaken = named(
  'DecisionTaken',
  z.object({ decisions: z.array(decisionRow), notes: z.array(z.string()).describe('what a person should know of it') }),
);

const draftPlace = named(
  'DraftPlace',
  z.object({
    quote: z.string(),
    start: z.int(),
    end: z.int(),
    line: z.int(),
    column: z.int(),
    story: storyRef.nullable().describe('null: in the draft itself'),
  }),
);
export const checkWanted = named(
  'CheckWanted',
  z.strictObject({
    text: z.string().max(2_000_000),
    source: z.string().max(2000).optional().describe('stories under it are earlier versions of the draft'),
    published: z.string().max(40).optional().describe('day of publication, EDTF; inferred where absent'),
  }),
);
export const draftCheck = named(
  'DraftCheck',
  z.object({
    problem: z.object({ code: z.string(), message: z.string(), fatal: z.boolean() }).nullable(),
    title: z.string().nullable(),
    date: edtf.nullable(),
    language: z.string().nullable(),
    findings: z.array(
      named(
        'DraftFinding',
        z.object({
          id: z.string().describe('the same while the words are the same'),
          rule: z.string(),
          severity,
          message: z.string().describe('English'),
          said,
          suggestion: z.string().nullable(),
          meant: meantAmount,
          replacement: z.string().nullable().describe('what may stand in place of `at`, character for character'),
          at: draftPlace,
          against: z.array(draftPlace),
          ignored: z.string().nullable().describe('why it does not count'),
        }),
      ),
    ),
    statements: z.array(
      named(
        'DraftStatement',
        z.object({
          statement,
          text: z.string(),
          values: z
            .array(z.object({ text: z.string(), note: z.string().nullable(), evidence: evidences }))
            .describe('what the record says on the same matter'),
        }),
      ),
    ),
    corrected: z.string().nullable().describe('the text with every replacement in its place'),
  }),
);

const webAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/\S+$/i, sentence`an address begins with http:// or https:// and has no blanks`);

export const storiesWanted = named(
  'StoriesWanted',
  z.strictObject({
    stories: z
      .array(
        z.strictObject({
          text: z.string().min(1),
          name: z.string().max(300).optional().describe('of the file'),
          source: z
            .string()
            .min(1)
            .max(2000)
            .optional()
            .describe('path or URL under which it is kept; a changed story under the same source is a revision'),
        }),
      )
      .min(1)
      .max(1000)
      .optional(),
    addresses: z
      .array(webAddress)
      .min(1)
      .max(100)
      .optional()
      .describe('pages and documents on the web, which the server gets; private addresses are refused'),
    published: z.string().max(40).optional().describe('day of publication, EDTF; inferred where absent'),
  }),
);
export const retryWanted = named(
  'RetryWanted',
  z.strictObject({ sources: z.array(webAddress).min(1).max(100).describe('addresses of documents that failed') }),
);
export const importRow = named(
  'Import',
  z.object({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    state: z.enum(['waiting', 'reading', 'auditing', 'done', 'failed', 'undone', 'interrupted']),
    problem: z.string().nullable(),
    documents: z.array(
      named(
        'ImportedDocument',
        z.object({
          source: z.string(),
          id: z.string().nullable().describe('id of the story'),
          brought: z.boolean().describe('whether the import brought this text into the record: undoing takes it out'),
          state: z.enum(['waiting', 'reading', 'new', 'same', 'revised', 'reread', 'failed']),
          reason: z.string().nullable(),
          statements: z.int(),
          findings: z.int(),
        }),
      ),
    ),
  }),
);
