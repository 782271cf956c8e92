import { growthRange, type Range, rangeOf } from '../../compare.js';
import { places, storyOf } from '../../evidence.js';
import { yearOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { byYear, comparable, figurePeriod, figuresBySeries, shown, type ToldFigure, where } from '../../series.js';
import { percent } from '../../wording.js';

export const averageGrowth: Rule = {
  id: 'figures/average-growth',
  severity: 'warning',
  title: 'A yearly average growth does not lead from the first value to the last',
  description: `A story gives an average growth per year over several years (年均增长) and the values at both ends. Compounded over the years it
must lead from the one to the other.

Texts count years differently: the first year may be the base or the first year of growth, and the average may be the plain mean. Every
reading (base the first year or the year before it, one year of growth more or less) is tried, and one that fits is enough.`,
  tolerance: 'One unit of the last digit shown of both values and of the growth; one year more or less.',
  source: 'Compound growth, with exact decimal arithmetic.',
  scope: 'story',
  examples: [
    {
      name: 'twenty per cent a year do not lead from 10 to 13',
      record: `story a
        figure  measure=trade.total  from=CL  to=PE  value=10.4亿  unit=USD  period=2015  «2015年为10.4亿美元»
        figure  measure=trade.total  from=CL  to=PE  value=13.1亿  unit=USD  period=2020  «2020年为13.1亿美元»
        figure  measure=trade.total  from=CL  to=PE  growth=20%  period=2015/2020  «2015年至2020年年均增长20%»`,
      finds: [{ at: '年均增长20%', says: ['20%', '1,040,000,000 USD', '1,310,000,000 USD'] }],
    },
    {
      name: 'near miss: the year before the first is the base',
      record: `story a
        figure  measure=trade.total  from=CL  to=PE  value=10.4亿  unit=USD  period=2015  «2015年为10.4亿美元»
        figure  measure=trade.total  from=CL  to=PE  value=13.1亿  unit=USD  period=2020  «2020年为13.1亿美元»
        figure  measure=trade.total  from=CL  to=PE  growth=4.7%  period=2016/2020  «2016年至2020年年均增长4.7%»`,
      finds: [],
    },
    {
      name: 'near miss: growth of one year, not an average',
      record: `story a
        figure  measure=trade.total  from=CL  to=PE  value=10.4亿  unit=USD  period=2015  «2015年为10.4亿美元»
        figure  measure=trade.total  from=CL  to=PE  value=13.1亿  unit=USD  period=2020  growth=20%  «2020年为13.1亿美元,同比增长20%»`,
      finds: [],
    },
  ],
  run(view) {
    const series = figuresBySeries(view);
    const all = [...series.values()];
    return view.told('figure').flatMap((t) => {
      if (t.statement.growth === null || !average.test(t.statement.quote)) return [];
      const same = all.find((list) => sameMeasure(list[0]!, t));
      return same ? (judge(t, same) ?? []) : [];
    });
  },
};

const average = /年均|平均每年|每年平均|平均年增|average annual|annual average|per year on average|bình quân (?:hằng|mỗi) năm|в среднем/;

function sameMeasure(a: ToldFigure, b: ToldFigure): boolean {
  const pair = (t: ToldFigure): string => {
    const ends = [t.statement.from, t.statement.to];
    return (t.statement.measure === 'trade.total' ? ends.sort() : ends).join('>');
  };
  return a.statement.measure === b.statement.measure && a.statement.label === b.statement.label && pair(a) === pair(b);
}

function judge(t: ToldFigure, series: readonly ToldFigure[]): Found | undefined {
  const period = figurePeriod(t);
  const years = byYear(series.filter((f) => f !== t && storyOf(f) === storyOf(t) && comparable(f, t)));
  if (!period || yearOf(period.max) - yearOf(period.min) < 2) return undefined;
  const ends = years.get(yearOf(period.max)) ?? [];
  const starts = [...(years.get(yearOf(period.min)) ?? []), ...(years.get(yearOf(period.min) - 1) ?? [])];
  if (ends.length === 0 || starts.length === 0) return undefined;
  const rate = growthRange(t.statement.growth!, '');
  for (const start of starts)
    for (const end of ends) {
      const span = yearOf(figurePeriod(end)!.max) - yearOf(figurePeriod(start)!.max);
      for (const n of [span, span - 1, span + 1]) if (n > 0 && leads(start, rate, n, end)) return undefined;
    }
  const [start, end] = [starts[0]!, ends[0]!];
  const message = say`An average growth of ${percent(t.statement.growth!)} a year does not lead from ${shown(start)} ${where(start)} to ${shown(end)} ${where(end)}, counted as compound or plain and with a year more or less`;
  return { message, evidence: places(t, start, end) };
}

function leads(start: ToldFigure, rate: Range, years: number, end: ToldFigure): boolean {
  const [from, to] = [rangeOf(start.statement)!, rangeOf(end.statement)!];
  const compound = { min: from.min.times(rate.min.plus(1).pow(years)), max: from.max.times(rate.max.plus(1).pow(years)) };
  const plain = { min: from.min.times(rate.min.times(years).plus(1)), max: from.max.times(rate.max.times(years).plus(1)) };
  const least = compound.min.lt(plain.min) ? compound.min : plain.min;
  const most = compound.max.gt(plain.max) ? compound.max : plain.max;
  return least.lte(to.max) && most.gte(to.min);
}
