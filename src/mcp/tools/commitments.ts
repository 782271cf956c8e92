import { strength } from '../../model/statement.js';
import { pairAnswer } from '../claims.js';
import { codesOf, pageInput, pairInput, tool } from '../tool.js';

/** What a pair undertook. */
export const commitments = tool({
  name: 'commitments',
  title: 'Commitments',
  description:
    'What two countries or groups agreed, pledged, planned, hoped or asked for, newest first. The tool brief says which are still open.',
  input: { ...pairInput, strength: strength.optional().describe('only those as firm as this'), ...pageInput },
  more: {},
  run: (record, { a, b, strength: wanted, limit, offset }) =>
    pairAnswer(record, codesOf({ a, b }), {
      section: 'commitments',
      of: 'commitments',
      keep: (s) => s.type === 'commitment' && (wanted === undefined || s.strength === wanted),
      limit,
      offset,
    }),
});
