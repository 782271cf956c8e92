import { placeOf } from '../../evidence.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { amount } from '../../wording.js';

export const currencyMissing: Rule = {
  id: 'figures/currency-missing',
  severity: 'warning',
  title: 'An amount of money without a currency',
  description: `Trade, investment capital and loans are told with a number but no currency ("trade reached 8.5 billion"). The reader has to
guess, and dollars, yuan and the country's own money differ by powers of ten. Growth without a value, and aid in goods, need no currency.`,
  tolerance: 'None.',
  source: 'Newsroom style: every amount with its currency.',
  scope: 'story',
  examples: [
    {
      name: 'trade of 85亿 of what',
      record: `story a
        figure  measure=trade.total  from=SG  to=LA  value=85亿  unit=null  period=2022  «2022年新老贸易额达85亿»
        target  measure=trade.total  from=SG  to=LA  value=100亿  unit=null  due=2025  «力争达到100亿»`,
      finds: [
        { at: '85亿', says: ['8,500,000,000'] },
        { at: '100亿', says: ['10,000,000,000'] },
      ],
    },
    {
      name: 'near miss: a currency, growth alone, counted things',
      record: `story a
        figure  measure=trade.total  from=SG  to=LA  value=85亿  unit=USD  period=2022  «贸易额达85亿美元»
        figure  measure=trade.total  from=SG  to=LA  period=2022  growth=12%  «贸易额增长12%»
        figure  measure=investment.projects  from=SG  to=LA  value=85  unit=count  «投资项目85个»
        figure  measure=aid  from=SG  to=LA  value=500  unit=null  «援助大米500»`,
      finds: [],
    },
  ],
  run(view) {
    return [...view.told('figure'), ...view.told('target')].flatMap((t) => {
      const { measure, value, unit, bound, label } = t.statement;
      const money = measure.startsWith('trade.') || measure === 'investment.capital' || measure === 'loan';
      if (!money || value === null || bound === 'some' || (unit !== null && unit !== 'count')) return [];
      return [
        {
          message: say`${amount(value, null)} of which currency? (${{ measure, ...(label === undefined ? {} : { label }) }})`,
          evidence: [placeOf(t)],
        },
      ];
    });
  },
};
