import { rangeOf } from '../../compare.js';
import { groupBy, places } from '../../evidence.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { figurePeriod, figuresBySeries, isPlaced, shown, sideOf, type ToldFigure, where } from '../../series.js';
import { whose } from '../../wording.js';

export const mirrorFlows: Rule = {
  id: 'figures/mirror-flows',
  severity: 'note',
  title: 'Two sides count the same trade very differently',
  description: `What one side counts as exports the other counts as imports. The two never agree (freight, re-exports, time), and that is no
fault; but a reader who is given one of them should know where the other side counts twice as much or more. The note names both sides
with their values. Sides are known by a source or by the country of the speaker; values without a side are not compared.`,
  tolerance: 'Twice as much or more, rounding and bounds allowed for.',
  source: 'Mirror statistics (bilateral asymmetries) as in IMF and UN trade statistics practice.',
  scope: 'record',
  over: 'series',
  examples: [
    {
      name: 'two customs services',
      record: `story a  published=2022-02-01
        figure  measure=trade.total  from=RU  to=TH  value=27亿  unit=USD  period=2021  source=泰国海关  «据泰国海关,2021年为27亿美元»
        story b  published=2022-03-01
        figure  measure=trade.total  from=RU  to=TH  value=71亿  unit=USD  period=2021  source=俄罗斯海关  «据俄罗斯海关,2021年为71亿美元»`,
      finds: [{ at: '71亿', severity: 'note', says: ['泰国海关', '俄罗斯海关'] }],
    },
    {
      name: 'near miss: the usual gap, one side twice, no side named',
      record: `story a  published=2022-02-01
        figure  measure=trade.total  from=RU  to=TH  value=27亿  unit=USD  period=2021  source=泰国海关  «据泰国海关,2021年为27亿美元»
        figure  measure=trade.total  from=RU  to=LA  value=1亿  unit=USD  period=2021  «2021年为1亿美元»
        story b  published=2022-03-01
        figure  measure=trade.total  from=RU  to=TH  value=35亿  unit=USD  period=2021  source=俄罗斯海关  «据俄罗斯海关,2021年为35亿美元»
        figure  measure=trade.total  from=RU  to=LA  value=3亿  unit=USD  period=2021  «2021年为3亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return [...figuresBySeries(view).values()].flatMap((series) => {
      if (!series[0]!.statement.measure.startsWith('trade.')) return [];
      const same = groupBy(series, (t) => {
        const p = figurePeriod(t);
        return p && sideOf(t) !== null && isPlaced(t) && rangeOf(t.statement) ? `${p.min}/${p.max}` : undefined;
      });
      return [...same.values()].flatMap((told) => judge(told) ?? []);
    });
  },
};

function judge(told: readonly ToldFigure[]): Found | undefined {
  const sides = [...groupBy(told, (t) => sideOf(t)!).values()].map((list) => list.at(-1)!);
  for (const [i, a] of sides.entries())
    for (const b of sides.slice(i + 1)) {
      const [x, y] = [rangeOf(a.statement)!, rangeOf(b.statement)!];
      if (!(x.min.gte(y.max.times(2)) || y.min.gte(x.max.times(2)))) continue;
      const [later, earlier] = told.indexOf(a) > told.indexOf(b) ? [a, b] : [b, a];
      const message = say`${whose(sideOf(later))} counts ${shown(later)}, ${whose(sideOf(earlier))} ${shown(earlier)} for the same ${where(later)}`;
      return { message, evidence: places(later, earlier) };
    }
  return undefined;
}
