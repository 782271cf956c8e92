import { apart, growthBetween, growthRange, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf } from '../../evidence.js';
import { growthBasis } from '../../growth.js';
import { daysBetween, type Period, periodName, shiftYears, yearOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { comparable, figurePeriod, shown, sideOf, type ToldFigure } from '../../series.js';
import { percent, percentRange } from '../../wording.js';

export const growthContradictsValues: Rule = {
  id: 'figures/growth-contradicts-values',
  severity: 'error',
  title: 'A stated growth is not the one between the two values',
  description: `A value for a period, a value for the same period before it, and the growth from the one to the other: any two give the
third. The earlier period is the same part of the year before, or the same part of the year that the sentence names (compared with 2019).

Only what is comparable is compared: one measure, pair, unit, coverage (nine months with nine months) and side's statistics. Averages,
growth against the month before and multiples (2.5 times) are left to other rules. Between values of two stories the finding is a warning,
since the earlier value may have been revised. Where the earlier value is given in several ways, one that fits is enough.`,
  tolerance: `One unit of the last digit shown of both values and of the growth, so that 41 after 36 may have grown by 8% to 20%; hedged
values (over, nearly, about) and hedged growth (近30%) as far as they reach.`,
  source: 'Arithmetic with intervals; rounding as shown in the text.',
  scope: 'any',
  over: 'series',
  examples: [
    {
      name: 'a fall told as a rise',
      record: `story a
        figure  measure=trade.total  from=CN  to=ZA  value=480亿  unit=USD  period=2019  «2019年中南贸易额为480亿美元»
        figure  measure=trade.total  from=CN  to=ZA  value=420亿  unit=USD  period=2020  growth=12.5%  «2020年贸易额为420亿美元,同比增长12.5%»`,
      finds: [{ at: '12.5%', severity: 'error', says: ['12.5%', '48,000,000,000 USD', '42,000,000,000 USD'] }],
    },
    {
      name: 'nine months on nine months, in two stories of one source',
      record: `story a  published=2019-11-02
        figure  measure=trade.flow  from=CN  to=ZA  value=121.4亿  unit=USD  period=2019-01/2019-09  source=中国海关  «前9个月出口121.4亿美元»
        story b  published=2020-11-02
        figure  measure=trade.flow  from=CN  to=ZA  value=133.5亿  unit=USD  period=2020-01/2020-09  growth=25%  source=中国海关  «前9个月出口133.5亿美元,同比增长25%»`,
      finds: [{ at: '133.5亿', severity: 'warning', says: ['25%'] }],
    },
    {
      name: 'against a year that the sentence names',
      record: `story a
        figure  measure=tourists  from=CN  to=LA  value=102万  unit=人  period=2019  «2019年赴老中国游客102万人次»
        figure  measure=tourists  from=CN  to=LA  value=84万  unit=人  period=2023  growth=-40%  «2023年为84万人次,比2019年下降40%»`,
      finds: [{ at: '84万', says: ['-40%'] }],
    },
    {
      name: 'against the year from which the sentence counts',
      record: `story a
        figure  measure=trade.total  from=CL  to=PE  value=30亿  unit=USD  period=2016  «2016年智秘贸易额为30亿美元»
        figure  measure=trade.total  from=CL  to=PE  value=36亿  unit=USD  period=2022  growth=50%  «从2016年的30亿美元增至2022年的36亿美元,增长50%»`,
      finds: [{ at: '36亿', says: ['50%', '2016'] }],
    },
    {
      name: 'near miss: a year between the two told elsewhere',
      record: `story a
        figure  measure=trade.total  from=CL  to=PE  value=30亿  unit=USD  period=2016  «2016年智秘贸易额为30亿美元»
        figure  measure=trade.total  from=CL  to=PE  value=40亿  unit=USD  period=2021  «2021年一度达到40亿美元»
        figure  measure=trade.total  from=CL  to=PE  value=36亿  unit=USD  period=2022  growth=20%  «从2016年的30亿美元增至2022年的36亿美元,增长20%»`,
      finds: [],
    },
    {
      name: 'near miss: rounding leaves room',
      record: `story a
        figure  measure=trade.total  from=CN  to=ZA  value=36亿  unit=USD  period=2019  «2019年为36亿美元»
        figure  measure=trade.total  from=CN  to=ZA  value=41亿  unit=USD  period=2020  growth=13%  «2020年为41亿美元,增长13%»`,
      finds: [],
    },
    {
      name: 'near miss: a whole year and nine months',
      record: `story a
        figure  measure=trade.total  from=CN  to=ZA  value=36亿  unit=USD  period=2019  «2019年为36亿美元»
        figure  measure=trade.total  from=CN  to=ZA  value=29亿  unit=USD  period=2020-01/2020-09  growth=13%  «2020年前9个月为29亿美元,同比增长13%»`,
      finds: [],
    },
    {
      name: 'near miss: the other side’s statistics',
      record: `story a
        figure  measure=trade.total  from=CN  to=ZA  value=260亿  unit=USD  period=2019  source=南非税务局  «据南非税务局,2019年为260亿美元»
        figure  measure=trade.total  from=CN  to=ZA  value=420亿  unit=USD  period=2020  growth=-1.2%  source=中国海关  «据中国海关,2020年为420亿美元,下降1.2%»`,
      finds: [],
    },
    {
      name: 'near miss: growth against the month before',
      record: `story a
        figure  measure=trade.total  from=CN  to=ZA  value=36亿  unit=USD  period=2019-05  «2019年5月为36亿美元»
        figure  measure=trade.total  from=CN  to=ZA  value=41亿  unit=USD  period=2020-05  growth=60%  «2020年5月为41亿美元,环比增长60%»`,
      finds: [],
    },
  ],
  run(view) {
    const groups = groupBy(view.told('figure'), (t) => (t.statement.modality === 'actual' ? keyOf(t) : undefined));
    return [...groups.values()].flatMap((group) => {
      const values = valuesIn(group);
      return group.filter((t) => t.statement.growth !== null).flatMap((t) => judge(t, values) ?? []);
    });
  },
};

/** The series without its unit: growth is often given without a value, and so without a unit. */
function keyOf(t: ToldFigure): string {
  const s = t.statement;
  const pair = s.measure === 'trade.total' ? [s.from, s.to].sort() : [s.from, s.to];
  return [s.measure, s.label ?? '', ...pair].join('|');
}

const keyOfPeriod = ({ min, max }: Period): string => `${min}/${max}`;

/** The values of a series: for a period those that may be held against a figure, in order. */
type Values = (p: Period, than: ToldFigure) => readonly ToldFigure[];

/** Only what one story or one side tells can be held against each other. */
function valuesIn(group: readonly ToldFigure[]): Values {
  const place = new Map(group.map((t, i) => [t, i] as const));
  const keyed = (key: (t: ToldFigure) => string | null) =>
    groupBy(group, (t) => {
      const [p, k] = [t.statement.value === null ? undefined : figurePeriod(t), key(t)];
      return p && k !== null ? `${keyOfPeriod(p)} ${k}` : undefined;
    });
  const [byStory, bySide] = [keyed(storyOf), keyed(sideOf)];
  return (p, than) => {
    const found = new Set(byStory.get(`${keyOfPeriod(p)} ${storyOf(than)}`));
    for (const t of bySide.get(`${keyOfPeriod(p)} ${sideOf(than)}`) ?? []) found.add(t);
    return [...found].filter((t) => comparable(than, t)).sort((a, b) => place.get(a)! - place.get(b)!);
  };
}

function judge(grown: ToldFigure, values: Values): Found | undefined {
  const { growth, quote } = grown.statement;
  const period = figurePeriod(grown);
  if (!period || daysBetween(period.min, period.max) > 366) return undefined;
  const basis = growthBasis(quote, daysBetween(period.min, period.max) < 80);
  if (basis.kind === 'other') return undefined;
  const before = shiftYears(period, basis.kind === 'year' ? basis.year - yearOf(period.max) : -1);
  if (before.max >= period.min) return undefined;
  const nows = grown.statement.value !== null ? [grown] : values(period, grown).filter((t) => storyOf(t) === storyOf(grown));
  const stated = growthRange(growth!, quote);
  let contradiction: Found | undefined;
  for (const now of nows)
    for (const then of values(before, grown)) {
      const [x, y] = [rangeOf(then.statement), rangeOf(now.statement)];
      const between = x && y && now.statement.unit === then.statement.unit && comparable(now, then) ? growthBetween(x, y) : undefined;
      if (!between) continue;
      if (!apart(between, stated)) return undefined;
      contradiction ??= {
        message: say`Growth of ${percent(growth!)} is stated, but from ${shown(then)} (${periodName(before)}) to ${shown(now)} (${periodName(period)}) it is ${percentRange(between)}, rounding allowed for`,
        evidence: places(grown, now, then),
        severity: storyOf(then) === storyOf(grown) ? 'error' : 'warning',
      };
    }
  return contradiction;
}
