import { placeOf } from '../../evidence.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import type { ToldFigure, ToldTarget } from '../../series.js';
import { amount } from '../../wording.js';

export const rangeReversed: Rule = {
  id: 'figures/range-reversed',
  severity: 'error',
  title: 'A range that ends below its beginning',
  description:
    'A value is given as a range whose upper end is less than its lower end ("150 to 120 million"). One of the ends is wrong, or a unit is missing at the first (8 to 10 billion told as 8 to 10 million).',
  tolerance: 'None.',
  source: 'Order of numbers.',
  scope: 'story',
  examples: [
    {
      name: 'the ends are in the wrong order',
      record: `story a
        target  measure=trade.total  from=EG  to=JO  value=15亿  upper=12亿  unit=USD  due=2026  «将贸易额提高到15亿至12亿美元»`,
      finds: [{ at: '15亿至12亿', says: ['1,500,000,000', '1,200,000,000 USD'] }],
    },
    {
      name: 'near miss: a range in order, and a single value',
      record: `story a
        target  measure=trade.total  from=EG  to=JO  value=12亿  upper=15亿  unit=USD  due=2026  «将贸易额提高到12亿至15亿美元»
        figure  measure=trade.total  from=EG  to=JO  value=9亿  upper=9亿  unit=USD  period=2022  «贸易额为9亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return [...view.told('figure'), ...view.told('target')].flatMap((t: ToldFigure | ToldTarget) => {
      const { value, upper, unit } = t.statement;
      if (value === null || upper === undefined || upper >= value) return [];
      return [
        { message: say`The range from ${amount(value, null)} to ${amount(upper, unit)} ends below its beginning`, evidence: [placeOf(t)] },
      ];
    });
  },
};
