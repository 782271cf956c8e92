import { decimal } from '../../../model/values/decimal.js';
import { rangeOf } from '../../compare.js';
import { firstAndLast, places, storyOf } from '../../evidence.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { byYear, figuresBySeries, isPlaced, shown, type ToldFigure, where } from '../../series.js';

export const implausibleJump: Rule = {
  id: 'figures/implausible-jump',
  severity: 'warning',
  title: 'Ten times as much, or a tenth, from one year to the next',
  description: `The values of one measure for two calendar years in a row differ by more than ten times, and every value that the story or the
record has for the one year does so against every value for the other. Such a jump is more often a slip of units (万 for 亿) than news.

Only trade of a hundred million or more in the larger year: small trade does jump. A sentence that says itself how many times it grew is
left alone.`,
  tolerance: 'More than ten times even between the ends of rounding and bounds that are nearest to each other.',
  source: 'Ratio edits of statistical data editing.',
  scope: 'any',
  over: 'series',
  examples: [
    {
      name: 'a slip of units between two years',
      record: `story a  published=2022-02-01
        figure  measure=trade.total  from=UA  to=VN  value=4.8亿  unit=USD  period=2020  «2020年乌越贸易额为4.8亿美元»
        figure  measure=trade.total  from=UA  to=VN  value=72亿  unit=USD  period=2021  «2021年乌越贸易额为72亿美元»`,
      finds: [{ at: '72亿', says: ['480,000,000 USD'] }],
    },
    {
      name: 'near miss: fourfold, and a second value that makes it plausible',
      record: `story a  published=2022-02-01
        figure  measure=trade.total  from=UA  to=VN  value=4.8亿  unit=USD  period=2020  «2020年为4.8亿美元»
        figure  measure=trade.total  from=UA  to=VN  value=19亿  unit=USD  period=2021  «2021年为19亿美元»
        figure  measure=trade.total  from=UA  to=MY  value=0.3亿  unit=USD  period=2020  «2020年为0.3亿美元»
        figure  measure=trade.total  from=UA  to=MY  value=5.1亿  unit=USD  period=2021  «2021年为5.1亿美元»
        story b  published=2022-03-01
        figure  measure=trade.total  from=UA  to=MY  value=3.3亿  unit=USD  period=2020  «2020年为3.3亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: the sentence says so itself',
      record: `story a  published=2022-02-01
        figure  measure=trade.flow  from=UA  to=VN  value=0.2亿  unit=USD  period=2020  «2020年出口0.2亿美元»
        figure  measure=trade.flow  from=UA  to=VN  value=3.6亿  unit=USD  period=2021  growth=1700%  «2021年出口3.6亿美元,是上年的18倍»`,
      finds: [],
    },
  ],
  run(view) {
    return [...figuresBySeries(view).values()].flatMap((series) => {
      if (!series[0]!.statement.measure.startsWith('trade.') || series[0]!.statement.measure === 'trade.balance') return [];
      const years = byYear(series);
      return [...years.keys()].sort().flatMap((year) => judge(years.get(year)!, years.get(year + 1) ?? []) ?? []);
    });
  },
};

function judge(before: readonly ToldFigure[], after: readonly ToldFigure[]): Found | undefined {
  const ranges = (list: readonly ToldFigure[]) => list.map((t) => rangeOf(t.statement)!);
  const times = (small: readonly ToldFigure[], large: readonly ToldFigure[]): boolean => {
    const most = ranges(small)
      .map((s) => s.max)
      .reduce((a, b) => (b.gt(a) ? b : a))
      .times(10);
    return ranges(large).every((l) => l.max.gte('1e8') && l.min.gt(most));
  };
  if (after.length === 0 || !(times(before, after) || times(after, before))) return undefined;
  const [x, y] = [before[0]!, after[0]!];
  if (![...before, ...after].every((t) => isPlaced(t) || storyOf(t) === storyOf(y))) return undefined;
  if ([x, y].some((t) => /倍|翻|times|раз|gấp/.test(t.statement.quote) || Math.abs(t.statement.growth ?? 0) > 4)) return undefined;
  const factor = decimal(y.statement.value!).div(decimal(x.statement.value!)).round(2);
  const message = say`${shown(y)} ${where(y)} is ${factor.toFixed()} times the value of the year before, ${shown(x)}`;
  return { message, evidence: places(y, x, ...firstAndLast(before.slice(1)), ...firstAndLast(after.slice(1))) };
}
