import { placeOf } from '../../evidence.js';
import { growthBasis } from '../../growth.js';
import { yearOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { figurePeriod } from '../../series.js';
import { when } from '../../wording.js';

export const comparisonYearAfterPeriod: Rule = {
  id: 'figures/comparison-year-after-period',
  severity: 'error',
  title: 'Growth against a year that comes after the period',
  description: `A value for one period is said to have grown against a later year ("2020 … up 12% on 2021"). One of the two years is wrong.
Growth within one year (second half on first half) is possible and left alone.`,
  tolerance: 'None: calendar years.',
  source: 'Order of time.',
  scope: 'story',
  examples: [
    {
      name: 'the year before is a year after',
      record: `story a
        figure  measure=trade.total  from=NG  to=BR  value=12亿  unit=USD  period=2020-01/2020-09  growth=12%  «2020年前9个月贸易额为12亿美元,比2021年同期增长12%»`,
      finds: [{ at: '2021年同期', says: ['2020', '2021'] }],
    },
    {
      name: 'near miss: the year before, and halves of one year',
      record: `story a
        figure  measure=trade.total  from=NG  to=BR  value=12亿  unit=USD  period=2020-01/2020-09  growth=12%  «2020年前9个月为12亿美元,比2019年同期增长12%»
        figure  measure=trade.total  from=NG  to=BR  value=8亿  unit=USD  period=2020-07/2020-12  growth=12%  «下半年为8亿美元,比2020年上半年增长12%»
        figure  measure=trade.total  from=NG  to=BR  value=8亿  unit=USD  period=2020  «2020年为8亿美元,到2025年将有更大增长»`,
      finds: [],
    },
  ],
  run(view) {
    return view.told('figure').flatMap((t) => {
      const period = figurePeriod(t);
      const basis = growthBasis(t.statement.quote, false);
      if (!period || t.statement.growth === null || basis.kind !== 'year' || basis.year <= yearOf(period.max)) return [];
      const message = say`A value for ${when(t.statement.period)} is compared with ${basis.year}, which comes after it`;
      return [{ message, evidence: [placeOf(t)] }];
    });
  },
};
