import { z } from 'zod';
import { storedArticle, storedClaim } from '../../app/query.js';
import { answerOf, rowOf, Unanswerable } from '../answer.js';
import { pageInput, tool } from '../tool.js';

/** Everything that makes a claim, or all that a story says. */
export const evidence = tool({
  name: 'evidence',
  title: 'Evidence',
  description:
    'Every sentence that makes a claim (by the claim of a row), or all statements of one story (by its id or source), each with its exact quote. Ask it before citing something that matters.',
  input: {
    claim: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional()
      .describe('key of a claim, from a row'),
    story: z.string().min(1).max(2000).optional().describe('id or source of a story, from a row'),
    statement: z.string().max(200).optional().describe('only this statement of the story'),
    ...pageInput,
  },
  more: {},
  async run(record, { claim, story, statement, limit, offset }) {
    if ((claim === undefined) === (story === undefined)) throw new Unanswerable('Name a claim or a story, one of them.');
    if (claim !== undefined) {
      const found = await storedClaim(record, claim, 5000);
      const rows = found?.claim.told.map((t) => rowOf(t.statement, t.article, claim, found.tellings)) ?? [];
      return answerOf(rows.slice(offset, offset + limit), found?.tellings ?? 0, 'statements');
    }
    const found = await storedArticle(record, story!);
    const said = found?.statements.filter((s) => statement === undefined || s.id === statement) ?? [];
    const rows = said.map((s) => rowOf(s, found!.article, null, null));
    return answerOf(rows.slice(offset, offset + limit), rows.length, 'statements');
  },
});
