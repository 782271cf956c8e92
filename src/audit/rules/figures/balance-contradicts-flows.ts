import { apart, minusRange, type Range, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf } from '../../evidence.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { comparable, shown, type ToldFigure, tradeFigures, tradeKey, where } from '../../series.js';
import { amountRange } from '../../wording.js';

export const balanceContradictsFlows: Rule = {
  id: 'figures/balance-contradicts-flows',
  severity: 'error',
  title: 'A trade balance is not the difference of the two flows',
  description: `A story gives what each side sells to the other and a surplus or deficit for the same period and currency. The balance must be
the difference, whichever side has it; a balance larger than the whole trade is impossible too.`,
  tolerance: 'One unit of the last digit shown of each value; bounds as far as they reach.',
  source: 'Accounting identity.',
  scope: 'story',
  examples: [
    {
      name: 'another difference',
      record: `story a
        figure  measure=trade.flow  from=VN  to=IN  value=61亿  unit=USD  period=2021  «越南对印度出口61亿美元»
        figure  measure=trade.flow  from=IN  to=VN  value=69亿  unit=USD  period=2021  «自印度进口69亿美元»
        figure  measure=trade.balance  from=VN  to=IN  value=18亿  unit=USD  period=2021  «逆差18亿美元»`,
      finds: [{ at: '18亿', says: ['6,100,000,000 USD', '6,900,000,000 USD'] }],
    },
    {
      name: 'a balance above all trade',
      record: `story a
        figure  measure=trade.total  from=VN  to=IN  value=11亿  unit=USD  period=2021  «贸易额11亿美元»
        figure  measure=trade.balance  from=VN  to=IN  value=18亿  unit=USD  period=2021  «逆差18亿美元»`,
      finds: [{ at: '18亿', says: ['all trade'] }],
    },
    {
      name: 'near miss: the difference, with a minus sign or without',
      record: `story a
        figure  measure=trade.flow  from=VN  to=IN  value=61亿  unit=USD  period=2021  «越南对印度出口61亿美元»
        figure  measure=trade.flow  from=IN  to=VN  value=69.2亿  unit=USD  period=2021  «自印度进口69.2亿美元»
        figure  measure=trade.balance  from=VN  to=IN  value=-8亿  unit=USD  period=2021  «逆差8亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: one flow is only "over"',
      record: `story a
        figure  measure=trade.flow  from=VN  to=IN  value=61亿  unit=USD  period=2021  «越南对印度出口61亿美元»
        figure  measure=trade.flow  from=IN  to=VN  value=69亿  unit=USD  period=2021  bound=over  «自印度进口超过69亿美元»
        figure  measure=trade.balance  from=VN  to=IN  value=9亿  unit=USD  period=2021  «逆差9亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    const flows = groupBy(tradeFigures(view, 'trade.flow'), tradeKey);
    const totals = groupBy(tradeFigures(view, 'trade.total'), tradeKey);
    const near = (t: ToldFigure, list: readonly ToldFigure[] | undefined): ToldFigure[] =>
      (list ?? []).filter((f) => storyOf(f) === storyOf(t) && comparable(f, t));
    return tradeFigures(view, 'trade.balance').flatMap((balance) => {
      const key = tradeKey(balance);
      return againstFlows(balance, near(balance, flows.get(key))) ?? againstTotal(balance, near(balance, totals.get(key))) ?? [];
    });
  },
};

/** A balance is stated with a sign or without. */
function size(t: ToldFigure): Range {
  const r = rangeOf(t.statement)!;
  return r.max.lt(0) ? { min: r.max.times(-1), max: r.min.times(-1) } : r;
}

function againstFlows(balance: ToldFigure, flows: readonly ToldFigure[]): Found | undefined {
  let found: Found | undefined;
  for (const a of flows)
    for (const b of flows) {
      if (a.statement.from !== balance.statement.from || b.statement.from === a.statement.from || !comparable(a, b)) continue;
      const [x, y] = [rangeOf(a.statement)!, rangeOf(b.statement)!];
      const stated = size(balance);
      const [one, other] = [minusRange(x, y), minusRange(y, x)];
      if (!apart(one, stated) || !apart(other, stated)) return undefined;
      const difference = one.max.gt(0) && one.max.gte(other.max) ? one : other;
      const message = say`The balance of ${shown(balance)} is not the difference of ${shown(a)} and ${shown(b)}, ${amountRange(difference, balance.statement.unit)} with rounding ${where(balance)}`;
      found ??= { message, evidence: places(balance, a, b) };
    }
  return found;
}

function againstTotal(balance: ToldFigure, totals: readonly ToldFigure[]): Found | undefined {
  const total = totals.find((t) => rangeOf(t.statement)!.max.lt(size(balance).min));
  if (!total) return undefined;
  return {
    message: say`The balance of ${shown(balance)} is more than all trade, ${shown(total)} ${where(total)}`,
    evidence: places(balance, total),
  };
}
