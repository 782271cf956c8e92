import { z } from 'zod';
import { measures } from '../../model/statement.js';
import { pairAnswer } from '../claims.js';
import { codesOf, pageInput, pairInput, tool } from '../tool.js';

/** Trade, investment, tourists and other figures of a pair. */
export const figures = tool({
  name: 'figures',
  title: 'Figures',
  description:
    'Figures between two countries or groups (trade, investment, tourists, students and others) as stories state them, newest first. Stories that differ stand side by side: cite each with its source.',
  input: { ...pairInput, measure: z.enum(measures).optional().describe('only this measure'), ...pageInput },
  more: {},
  run: (record, { a, b, measure, limit, offset }) =>
    pairAnswer(record, codesOf({ a, b }), {
      section: 'figures',
      of: 'figures',
      keep: (s) => s.type === 'figure' && (measure === undefined || s.measure === measure),
      limit,
      offset,
    }),
});
