import { below, rangeOf } from '../../compare.js';
import { places } from '../../evidence.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { byYear, comparable, figurePeriod, figuresBySeries, shown, where } from '../../series.js';

export const recordHighThatIsNone: Rule = {
  id: 'figures/record-high-that-is-none',
  severity: 'warning',
  title: 'A record high that an earlier year beats',
  description: `A yearly value is called the highest ever (创历史新高, 历史最高), and the story or the record gives an earlier year of the same
measure, pair, unit and side a higher one. Only whole years are held against each other; values of other sides are not.`,
  tolerance: 'One unit of the last digit shown of both values; bounds as far as they reach.',
  source: 'Order of the values of a series.',
  scope: 'any',
  over: 'series',
  examples: [
    {
      name: 'beaten three years before',
      record: `story a  published=2019-02-01
        figure  measure=trade.total  from=AR  to=CN  value=164亿  unit=USD  period=2018  source=中国海关  «据中国海关,2018年中阿贸易额为164亿美元»
        story b  published=2022-02-01
        figure  measure=trade.total  from=CN  to=AR  value=139亿  unit=USD  period=2021  source=中国海关  «据中国海关,2021年为139亿美元,创历史新高»`,
      finds: [{ at: '创历史新高', says: ['16,400,000,000 USD', '2018'] }],
    },
    {
      name: 'near miss: another side counted more, a later year is higher, and a high of ten years',
      record: `story a  published=2019-02-01
        figure  measure=trade.total  from=AR  to=CN  value=164亿  unit=USD  period=2018  source=阿根廷统计局  «据阿根廷统计局,2018年为164亿美元»
        figure  measure=trade.total  from=AR  to=CL  value=64亿  unit=USD  period=2008  «2008年为64亿美元»
        figure  measure=trade.total  from=AR  to=CL  value=54亿  unit=USD  period=2018  «2018年为54亿美元,创近10年新高»
        story b  published=2022-02-01
        figure  measure=trade.total  from=CN  to=AR  value=139亿  unit=USD  period=2021  source=中国海关  «据中国海关,2021年为139亿美元,创历史新高»
        figure  measure=trade.total  from=CN  to=AR  value=213亿  unit=USD  period=2022  source=中国海关  «据中国海关,2022年为213亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return [...figuresBySeries(view).values()].flatMap((series) => {
      const years = byYear(series);
      return [...years].flatMap(([year, told]) =>
        told
          .filter((t) => claim.test(t.statement.quote))
          .flatMap((t) => {
            const earlier = [...years].filter(([y]) => y < year).flatMap(([, list]) => list);
            const higher = earlier.find((e) => comparable(e, t) && below(rangeOf(t.statement)!, rangeOf(e.statement)!));
            if (!higher || !figurePeriod(higher)) return [];
            const message = say`${shown(t)} ${where(t)} is called the highest ever, but it was ${shown(higher)} ${where(higher)}`;
            return [{ message, evidence: places(t, higher) }];
          }),
      );
    });
  },
};

const claim =
  /(?:创|达到?|刷新)[^,，。\d]{0,4}历史(?:新高|最高|纪录)|历史最高|有史以来最高|史上最高|record high|highest ever|cao nhất (?:từ trước đến nay|trong lịch sử)|исторический максимум/i;
