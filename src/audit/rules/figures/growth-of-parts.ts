import { apart, growthRange, plus, type Range, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf } from '../../evidence.js';
import { growthBasis } from '../../growth.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { comparable, shown, type ToldFigure, tradeFigures, tradeKey, where } from '../../series.js';
import { amountRange, percent } from '../../wording.js';

export const growthOfParts: Rule = {
  id: 'figures/growth-of-parts',
  severity: 'warning',
  title: 'The growth of a total does not go with the growth of its parts',
  description: `A story gives a total and both flows, each with its value and its growth over the same period a year before. Value and growth
give what each was a year before, and those must add up too: the parts' to the total's.

Since one wrong number of six is enough, and the rule cannot say which, there is no suggestion.`,
  tolerance: 'Every value and growth with one unit of the last digit shown, hedges and bounds as far as they reach; all taken together.',
  source: 'Accounting identity at both ends of the growth; interval arithmetic.',
  scope: 'story',
  examples: [
    {
      name: 'a total that grows less than both parts',
      record: `story a
        figure  measure=trade.total  from=MY  to=LK  value=6.4亿  unit=USD  period=2022  growth=5.2%  «贸易额6.4亿美元,增长5.2%»
        figure  measure=trade.flow  from=MY  to=LK  value=4.1亿  unit=USD  period=2022  growth=31.4%  «出口4.1亿美元,增长31.4%»
        figure  measure=trade.flow  from=LK  to=MY  value=2.3亿  unit=USD  period=2022  growth=22.8%  «进口2.3亿美元,增长22.8%»`,
      finds: [{ at: '5.2%', says: ['5.2%', '31.4%', '22.8%'] }],
    },
    {
      name: 'near miss: the years before add up as well',
      record: `story a
        figure  measure=trade.total  from=MY  to=LK  value=6.4亿  unit=USD  period=2022  growth=28.2%  «贸易额6.4亿美元,增长28.2%»
        figure  measure=trade.flow  from=MY  to=LK  value=4.1亿  unit=USD  period=2022  growth=31.4%  «出口4.1亿美元,增长31.4%»
        figure  measure=trade.flow  from=LK  to=MY  value=2.3亿  unit=USD  period=2022  growth=22.8%  «进口2.3亿美元,增长22.8%»`,
      finds: [],
    },
    {
      name: 'near miss: one growth is against another year',
      record: `story a
        figure  measure=trade.total  from=MY  to=LK  value=6.4亿  unit=USD  period=2022  growth=5.2%  «贸易额6.4亿美元,比2019年增长5.2%»
        figure  measure=trade.flow  from=MY  to=LK  value=4.1亿  unit=USD  period=2022  growth=31.4%  «出口4.1亿美元,同比增长31.4%»
        figure  measure=trade.flow  from=LK  to=MY  value=2.3亿  unit=USD  period=2022  growth=22.8%  «进口2.3亿美元,同比增长22.8%»`,
      finds: [],
    },
  ],
  run(view) {
    const flows = groupBy(tradeFigures(view, 'trade.flow'), tradeKey);
    return tradeFigures(view, 'trade.total').flatMap((total) => {
      const parts = (flows.get(tradeKey(total)) ?? []).filter((f) => storyOf(f) === storyOf(total) && comparable(f, total));
      const [a, b] = parts;
      if (!a || !b || parts.length !== 2 || a.statement.from === b.statement.from) return [];
      return judge(total, a, b) ?? [];
    });
  },
};

/** What it was before: value / (1 + growth); only for growth over the year before. */
function before(t: ToldFigure): Range | undefined {
  const { growth, quote } = t.statement;
  if (growth === null || growth <= -0.9 || growthBasis(quote, false).kind === 'other') return undefined;
  const [value, rate] = [rangeOf(t.statement)!, growthRange(growth, quote)];
  return { min: value.min.div(rate.max.plus(1)), max: value.max.div(rate.min.plus(1)) };
}

function judge(total: ToldFigure, a: ToldFigure, b: ToldFigure): Found | undefined {
  const bases = [total, a, b].map((t) => JSON.stringify(growthBasis(t.statement.quote, false)));
  const [whole, one, other] = [before(total), before(a), before(b)];
  // values that do not add up themselves are another rule's finding
  if (
    !whole ||
    !one ||
    !other ||
    new Set(bases).size > 1 ||
    apart(rangeOf(total.statement)!, plus(rangeOf(a.statement)!, rangeOf(b.statement)!))
  )
    return undefined;
  if (!apart(whole, plus(one, other))) return undefined;
  const unit = total.statement.unit;
  const each = [total, a, b].map((t) => say`${shown(t)} (${percent(t.statement.growth!)})`);
  const message = say`Growth does not go together ${where(total)}: ${each[0]!} gives ${amountRange(whole, unit)} for the year before, the parts ${each[1]!} and ${each[2]!} give ${amountRange(plus(one, other), unit)}`;
  return { message, evidence: places(total, a, b) };
}
