import { decimal } from '../../../model/values/decimal.js';
import { apart, powersOfTen, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf } from '../../evidence.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { comparable, figurePeriod, figuresBySeries, isStated, shown, type ToldFigure, where } from '../../series.js';

export const contradictingValues: Rule = {
  id: 'figures/contradicting-values',
  severity: 'warning',
  title: 'One story gives two values for the same thing',
  description: `Within one story the same measure, pair, unit and period has two values that no rounding brings together, and no second source
or speaker is named. Both sentences must name the period themselves, and neither may speak of a part (其中), of a change (从…至) or of
one kind of goods.

Values of two stories are not compared here: they may come from two sides, or be revised.`,
  tolerance: 'One unit of the last digit shown of both values; bounds as far as they reach. Powers of ten are another rule’s.',
  source: 'Consistency check within one document.',
  scope: 'story',
  examples: [
    {
      name: 'title and text differ',
      record: `story a
        figure  measure=tourists  from=KR  to=VN  value=430万  unit=人  period=2019  «2019年韩国游客达430万人次»
        figure  measure=tourists  from=KR  to=VN  value=340万  unit=人  period=2019  «2019年赴越韩国游客为340万人次»`,
      finds: [{ at: '340万', says: ['4,300,000', '3,400,000'] }],
    },
    {
      name: 'near miss: rounded the second time',
      record: `story a
        figure  measure=tourists  from=KR  to=VN  value=429.1万  unit=人  period=2019  «2019年韩国游客达429.1万人次»
        figure  measure=tourists  from=KR  to=VN  value=400万  unit=人  period=2019  bound=over  «2019年韩国游客超过400万人次»`,
      finds: [],
    },
    {
      name: 'near miss: two sources, and a part of the whole',
      record: `story a
        figure  measure=trade.total  from=KR  to=VN  value=690亿  unit=USD  period=2020  source=越南海关  «据越南海关,2020年贸易额为690亿美元»
        figure  measure=trade.total  from=KR  to=VN  value=650亿  unit=USD  period=2020  source=韩国贸协  «据韩国贸协,2020年贸易额为650亿美元»
        figure  measure=trade.flow  from=VN  to=KR  value=191亿  unit=USD  period=2020  «2020年越南对韩出口191亿美元»
        figure  measure=trade.flow  from=VN  to=KR  value=46亿  unit=USD  period=2020  «2020年对韩出口,其中手机46亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return [...figuresBySeries(view).values()].flatMap((series) => {
      const same = groupBy(series, (t) => {
        const p = figurePeriod(t);
        return p && rangeOf(t.statement) && isStated(t, 'period') && !ofAPart.test(t.statement.quote)
          ? `${storyOf(t)} ${p.min}/${p.max}`
          : undefined;
      });
      return [...same.values()].flatMap((told) => judge(told) ?? []);
    });
  },
};

const ofAPart = /其中|从.*(?:至|到|增)|分别|产品|商品|手机|农产|水产|石油|天然气|of which|trong đó|в том числе|from .* to /;

function judge(told: readonly ToldFigure[]): Found | undefined {
  for (const [i, later] of told.entries())
    for (const earlier of told.slice(0, i)) {
      const [x, y] = [earlier.statement, later.statement];
      if (y.start < x.end || !comparable(earlier, later) || !apart(rangeOf(x)!, rangeOf(y)!)) continue;
      if (powersOfTen(decimal(x.value!), decimal(y.value!)) !== 0) continue;
      return {
        message: say`The story says ${shown(later)} here and ${shown(earlier)} before ${where(later)}`,
        evidence: places(later, earlier),
      };
    }
  return undefined;
}
