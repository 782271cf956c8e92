import { below, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf } from '../../evidence.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { comparable, shown, tradeFigures, tradeKey, where } from '../../series.js';

export const totalBelowPart: Rule = {
  id: 'figures/total-below-part',
  severity: 'error',
  title: 'A total is smaller than one of its parts',
  description: `In one story the trade of two countries, both ways, is less than what one of them alone is said to sell in the same period and
currency. Where the story gives both flows, figures/parts-do-not-sum has the more exact answer and this rule is silent.`,
  tolerance: 'One unit of the last digit shown of both values; bounds as far as they reach.',
  source: 'Accounting identity.',
  scope: 'story',
  examples: [
    {
      name: 'exports above all trade',
      record: `story a
        figure  measure=trade.total  from=MN  to=KR  value=3.2亿  unit=USD  period=2021  «2021年蒙韩贸易额为3.2亿美元»
        figure  measure=trade.flow  from=KR  to=MN  value=4.6亿  unit=USD  period=2021  «韩国对蒙出口4.6亿美元»`,
      finds: [{ at: '3.2亿', says: ['460,000,000 USD'] }],
    },
    {
      name: 'near miss: the part is of a longer period',
      record: `story a
        figure  measure=trade.total  from=MN  to=KR  value=3.2亿  unit=USD  period=2021-01/2021-06  «上半年贸易额为3.2亿美元»
        figure  measure=trade.flow  from=KR  to=MN  value=4.6亿  unit=USD  period=2020  «2020年韩国对蒙出口4.6亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: nearly all trade is one flow',
      record: `story a
        figure  measure=trade.total  from=MN  to=KR  value=4.6亿  unit=USD  period=2021  «2021年蒙韩贸易额为4.6亿美元»
        figure  measure=trade.flow  from=KR  to=MN  value=4.63亿  unit=USD  period=2021  «韩国对蒙出口4.63亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    const flows = groupBy(tradeFigures(view, 'trade.flow'), tradeKey);
    return tradeFigures(view, 'trade.total').flatMap((total) => {
      const parts = (flows.get(tradeKey(total)) ?? []).filter((f) => storyOf(f) === storyOf(total) && comparable(f, total));
      const larger = parts.find((f) => below(rangeOf(total.statement)!, rangeOf(f.statement)!));
      if (!larger || new Set(parts.map((f) => f.statement.from)).size > 1) return [];
      const message = say`The total of ${shown(total)} is less than its part of ${shown(larger)} ${where(larger)}`;
      return [{ message, evidence: places(total, larger) }];
    });
  },
};
