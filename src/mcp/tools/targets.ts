import { pairAnswer } from '../claims.js';
import { codesOf, pageInput, pairInput, tool } from '../tool.js';

/** Targets of a pair. */
export const targets = tool({
  name: 'targets',
  title: 'Targets',
  description:
    'Targets that two countries or groups set themselves (such as a trade volume by a year), newest first. The tool brief says where they stand.',
  input: { ...pairInput, ...pageInput },
  more: {},
  run: (record, { a, b, limit, offset }) =>
    pairAnswer(record, codesOf({ a, b }), { section: 'targets', of: 'targets', keep: () => true, limit, offset }),
});
