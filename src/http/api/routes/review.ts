import { z } from 'zod';
import { decideNames, decideProposal, decideStatement, type Taken, undoDecision } from '../../../app/decide.js';
import { logOf } from '../../../app/entities.js';
import { checkText } from '../../../app/facts/check.js';
import { decisionLog, decisionRows } from '../../../app/facts/decisions.js';
import { openProposals } from '../../../app/facts/proposals.js';
import { doubtfulStatements, openConflicts, openIdentities } from '../../../app/facts/review.js';
import type { Store } from '../../../app/record.js';
import { Undecided } from '../../../app/undecided.js';
import { apart } from '../../../model/sentence.js';
import { isEdtf } from '../../../model/values/edtf.js';
import { joined, storyColumns } from '../columns.js';
import { listed, listOf, none, operation, paging, type Registered, sliceIn } from '../endpoint.js';
import { findingColumns } from '../pair-columns.js';
import { pairFilter, pairOfFilter } from '../pair-in.js';
import { Problem } from '../problem.js';
import { named } from '../schemas/registry.js';
import {
  checkWanted,
  contradictionRow,
  decisionRow,
  decisionTaken,
  decisionWanted,
  doubtfulRow,
  draftCheck,
  proposalRow,
  questionRow,
  undoWanted,
} from '../schemas/review.js';

const doubtful = named('DoubtfulStatementList', listOf(doubtfulRow));
const questions = named('IdentityQuestionList', listOf(questionRow));
const proposals = named('ProposalList', listOf(proposalRow));
const contradictions = named('ContradictionList', listOf(contradictionRow));
const decisions = named('DecisionList', listOf(decisionRow));
const counts = named(
  'ReviewQueue',
  z
    .object({ statements: doubtful, proposals, questions, conflicts: contradictions })
    .describe('the first of each kind, and how many there are'),
);

const base = { method: 'get' as const, role: 'read' as const, params: none, body: null, tag: 'Review' };
const ofPair = z.strictObject({ ...paging, pair: pairFilter });
const firstOfEach = 20;
/** A check that takes longer is given up. */
const longestCheck = 20_000;

/** What waits for a person, what was decided, and drafts. */
export function reviewRoutes(store: Store): Registered[] {
  const taken = async ({ decisions: made, notes }: Taken) => ({
    decisions: await decisionRows(store, await logOf(store), made),
    notes: [...notes],
  });
  return [
    operation(
      {
        ...base,
        id: 'reviewQueue',
        path: '/review',
        summary: 'What waits for a person: the first of each kind.',
        query: z.strictObject({ pair: pairFilter }),
        answer: counts,
      },
      async ({ query }) => {
        const pair = pairOfFilter(query.pair);
        const part = { limit: firstOfEach };
        const first = <T>(list: T & { next: string | null }) => ({ ...list, next: null });
        return {
          statements: first(await doubtfulStatements(store, pair, part)),
          proposals: first(await openProposals(store, pair, part)),
          questions: first(await openIdentities(store, part)),
          conflicts: first(await openConflicts(store, pair, part)),
        };
      },
    ),
    operation(
      {
        ...base,
        id: 'reviewStatements',
        path: '/review/statements',
        summary: 'Doubtful statements of which nobody has decided, the newest first.',
        query: ofPair,
        answer: doubtful,
        csv: [
          ['id', (s) => s.statement.id],
          ['type', (s) => s.statement.type],
          ['text', (s) => s.text],
          ['confidence', (s) => s.statement.confidence],
          ['unsure', (s) => joined(s.unsure.map(({ part, basis }) => `${part} ${basis}`))],
          ['quote', (s) => s.statement.quote],
          ...storyColumns<z.infer<typeof doubtfulRow>>((s) => s.story),
        ],
      },
      async ({ query, c }) => listed(c, query, await doubtfulStatements(store, pairOfFilter(query.pair), sliceIn(c, query))),
    ),
    operation(
      {
        ...base,
        id: 'reviewProposals',
        path: '/review/proposals',
        summary: 'What language models propose and the record does not say, of which nobody has decided.',
        query: ofPair,
        answer: proposals,
        csv: [
          ['id', (p) => p.statement.id],
          ['type', (p) => p.statement.type],
          ['text', (p) => p.text],
          ['model', (p) => p.model],
          ['quote', (p) => p.statement.quote],
          ...storyColumns<z.infer<typeof proposalRow>>((p) => p.story),
        ],
      },
      async ({ query, c }) => listed(c, query, await openProposals(store, pairOfFilter(query.pair), sliceIn(c, query))),
    ),
    operation(
      {
        ...base,
        id: 'reviewQuestions',
        path: '/review/questions',
        summary: 'Whether two names are one, the likeliest first, with what a yes would do.',
        query: z.strictObject(paging),
        answer: questions,
        csv: [
          ['id', (q) => q.id],
          ['type', (q) => q.type],
          ['a', (q) => q.a.name],
          ['b', (q) => q.b.name],
          ['score', (q) => q.score],
          ['why', (q) => joined(q.why)],
          ['consequences', (q) => joined(q.consequences)],
        ],
      },
      async ({ query, c }) => listed(c, query, await openIdentities(store, sliceIn(c, query))),
    ),
    operation(
      {
        ...base,
        id: 'reviewConflicts',
        path: '/review/conflicts',
        summary: 'Where stories contradict each other, with the statements that do.',
        query: ofPair,
        answer: contradictions,
        csv: findingColumns,
      },
      async ({ query, c }) => listed(c, query, await openConflicts(store, pairOfFilter(query.pair), sliceIn(c, query))),
    ),
    operation(
      {
        ...base,
        id: 'listDecisions',
        path: '/decisions',
        tag: 'Decisions',
        summary: 'What was decided, the newest first; what was undone stays in the list.',
        query: z.strictObject({
          ...paging,
          kind: decisionRow.shape.kind.optional(),
          state: decisionRow.shape.state.optional(),
          statement: z.string().max(100).optional().describe('decisions about this statement'),
        }),
        answer: decisions,
        csv: [
          ['id', (d) => d.id],
          ['at', (d) => d.at],
          ['by', (d) => d.by.name],
          ['kind', (d) => d.kind],
          ['text', (d) => d.text],
          ['why', (d) => d.why],
          ['state', (d) => d.state],
          ['statement', (d) => d.statement],
          ['undoes', (d) => d.undoes],
        ],
      },
      async ({ query, c }) => listed(c, query, await decisionLog(store, query, sliceIn(c, query))),
    ),
    operation(
      {
        id: 'decide',
        method: 'post',
        path: '/decisions',
        tag: 'Decisions',
        summary: 'Decides of a statement, of what a model proposes, or of whether two names are one.',
        role: 'review',
        params: none,
        query: none,
        body: decisionWanted,
        answer: decisionTaken,
        status: 201,
        refusals: [409],
        ids: (answer) => answer.decisions.map((d) => d.id),
      },
      async ({ body, caller }) => {
        const author = { by: caller.name, why: body.why, at: new Date().toISOString() };
        return taken(
          await orRefusal(() =>
            body.kind === 'names'
              ? decideNames(store, body.is, body.names, author)
              : body.kind === 'proposal'
                ? decideProposal(store, body.verdict, body, editOnly(body), author)
                : decideStatement(
                    store,
                    body.verdict,
                    body.statement,
                    { fields: editOnly(body), all: body.all, story: body.story },
                    author,
                  ),
          ),
        );
      },
    ),
    operation(
      {
        id: 'undoDecision',
        method: 'post',
        path: '/decisions/{id}/undo',
        tag: 'Decisions',
        summary: 'Undoes a decision, or all that came with an import of decisions. Undoing an undo brings it back.',
        role: 'review',
        params: z.strictObject({ id: z.string().max(200) }),
        query: none,
        body: undoWanted,
        answer: decisionTaken,
        status: 201,
        refusals: [409],
        ids: (answer) => answer.decisions.map((d) => d.id),
      },
      async ({ params, body, caller }) =>
        taken(await orRefusal(() => undoDecision(store, params.id, { by: caller.name, why: body.why, at: new Date().toISOString() }))),
    ),
    operation(
      {
        id: 'check',
        method: 'post',
        path: '/check',
        tag: 'Check',
        summary: 'Holds a draft against itself and the record; nothing of it is kept.',
        role: 'read',
        cost: 'heavy',
        params: none,
        query: none,
        body: checkWanted,
        most: 8_000_000,
        answer: draftCheck,
      },
      async ({ body: { text, source, published } }) => {
        if (published !== undefined && !isEdtf(published))
          throw new Problem(422, 'bad-body', apart`body.published: a date is written 2020-11-11, 2020-11 or 2020.`);
        const signal = AbortSignal.timeout(longestCheck);
        return checkText(store, text, { source, published, signal }).catch((error: Error) => {
          if (error.name === 'TimeoutError')
            throw new Problem(
              503,
              'too-long',
              apart`The record says too much of what the draft speaks of: check it with rapporteur check.`,
            );
          throw error;
        });
      },
    ),
  ];
}

function editOnly({ verdict, fields }: { verdict: string; fields?: Record<string, unknown> | undefined }): Record<string, unknown> {
  if (verdict === 'edit' && (fields === undefined || Object.keys(fields).length === 0))
    throw new Problem(422, 'bad-body', apart`body.fields: say what is to stand instead.`);
  if (verdict !== 'edit' && fields !== undefined) throw new Problem(422, 'bad-body', apart`body.fields: only an edit has fields.`);
  return fields ?? {};
}

async function orRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Undecided) throw new Problem(409, 'undecided', error.said);
    throw error;
  }
}
