import { rangeOf } from '../../compare.js';
import { places, storyOf } from '../../evidence.js';
import { growthBasis } from '../../growth.js';
import { periodName, shiftYears, yearOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { comparable, figurePeriod, figuresBySeries, shown, type ToldFigure } from '../../series.js';

export const doublingThatIsNone: Rule = {
  id: 'figures/doubling-that-is-none',
  severity: 'warning',
  title: 'A doubling that the two values do not show',
  description: `A sentence says that something doubled (翻一番, 翻倍, 增长一倍), quadrupled (翻两番) or is so many times what it was (是…的3倍),
and the story gives both values. Their ratio must be near that multiple.

Against which year is taken from the sentence (比2015年翻一番), else it is the only earlier value of the same coverage in the story; with
several earlier values and no year named the rule is silent. 增长两倍 is read both ways (twice and three times): usage is divided.`,
  tolerance:
    'The ratio may be a tenth below or 15% above the multiple, rounding and bounds allowed for; hedged (近, 约) a quarter below, "over" (以上, 超过) half above.',
  source: 'Ratio of the two values; usage of 倍 and 番 in Chinese news.',
  scope: 'story',
  examples: [
    {
      name: 'half more, told as doubled',
      record: `story a
        figure  measure=trade.total  from=ID  to=AU  value=82亿  unit=USD  period=2015  «2015年为82亿美元»
        figure  measure=trade.total  from=ID  to=AU  value=125亿  unit=USD  period=2020  «2020年达125亿美元,比2015年翻了一番»`,
      finds: [{ at: '翻了一番', says: ['1.5', '2 times'] }],
    },
    {
      name: 'three times, by the only earlier value',
      record: `story a
        figure  measure=students  from=ID  to=AU  value=4000  unit=人  period=2015  «2015年留学生4000人»
        figure  measure=students  from=ID  to=AU  value=6100  unit=人  period=2020  «2020年为6100人,是当时的3倍»`,
      finds: [{ at: '3倍', says: ['3 times'] }],
    },
    {
      name: 'near miss: nearly doubled, and more than doubled',
      record: `story a
        figure  measure=trade.total  from=ID  to=AU  value=82亿  unit=USD  period=2015  «2015年为82亿美元»
        figure  measure=trade.total  from=ID  to=AU  value=140亿  unit=USD  period=2020  «2020年达140亿美元,比2015年近翻一番»
        figure  measure=trade.total  from=ID  to=NZ  value=8亿  unit=USD  period=2015  «2015年对新贸易8亿美元»
        figure  measure=trade.total  from=ID  to=NZ  value=21亿  unit=USD  period=2020  «2020年达21亿美元,比2015年增长一倍以上»`,
      finds: [],
    },
    {
      name: 'near miss: 增长两倍 for three times; a doubling that is hoped for; two earlier values',
      record: `story a
        figure  measure=trade.total  from=ID  to=AU  value=10亿  unit=USD  period=2015  «2015年为10亿美元»
        figure  measure=trade.total  from=ID  to=AU  value=30亿  unit=USD  period=2020  «2020年达30亿美元,比2015年增长两倍»
        figure  measure=trade.total  from=ID  to=NZ  value=8亿  unit=USD  period=2015  «2015年为8亿美元»
        figure  measure=trade.total  from=ID  to=NZ  value=9亿  unit=USD  period=2016  «2016年为9亿美元»
        figure  measure=trade.total  from=ID  to=NZ  value=12亿  unit=USD  period=2020  «2020年达12亿美元,翻了一番»
        target  measure=trade.total  from=ID  to=AU  value=40亿  unit=USD  due=2030  «2030年翻一番,达40亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return [...figuresBySeries(view).values()].flatMap((series) => series.flatMap((t) => judge(t, series) ?? []));
  },
};

const numerals: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const count = (text: string): number => numerals[text] ?? Number(text);

/** The least and the most multiple that the words allow, before tolerance; `undefined` where they name none. */
function multipleIn(quote: string): { low: number; high: number } | undefined {
  const turned = /翻了?(?:近|约)?([一两二三]|\d)番/.exec(quote);
  if (turned) return { low: 2 ** count(turned[1]!), high: 2 ** count(turned[1]!) };
  if (/翻番|翻了?(?:近|约)?倍|(?:增长|增加|提高|扩大)了?(?:近|约|超过)?一倍|doubled|tăng gấp đôi|удвоил/.test(quote))
    return { low: 2, high: 2 };
  const grown = /(?:增长|增加|提高|扩大)了?(?:近|约|超过)?([两二三四五六七八九十]|\d+(?:\.\d+)?)倍/.exec(quote);
  if (grown) return { low: count(grown[1]!), high: count(grown[1]!) + 1 };
  const is = /(?:是|为|相当于)[^,，。;；\d]{0,12}的(?:近|约)?([两二三四五六七八九十]|\d+(?:\.\d+)?)倍/.exec(quote);
  return is ? { low: count(is[1]!), high: count(is[1]!) } : undefined;
}

function judge(now: ToldFigure, series: readonly ToldFigure[]): Found | undefined {
  const { quote } = now.statement;
  const [multiple, period, value] = [multipleIn(quote), figurePeriod(now), rangeOf(now.statement)];
  if (!multiple || !period || !value) return undefined;
  const named = growthBasis(quote.replace(/[翻倍]/g, ''), false);
  const earlier = series.filter((t) => {
    const p = figurePeriod(t);
    if (!p || t === now || storyOf(t) !== storyOf(now) || !comparable(t, now) || !rangeOf(t.statement) || p.max >= period.min) return false;
    const shifted = shiftYears(p, yearOf(period.max) - yearOf(p.max));
    return shifted.min === period.min && shifted.max === period.max;
  });
  const [then, ...more] = named.kind === 'year' ? earlier.filter((t) => yearOf(figurePeriod(t)!.max) === named.year) : earlier;
  if (!then || more.length > 0) return undefined;
  const base = rangeOf(then.statement)!;
  if (base.min.lte(0)) return undefined;
  const low = multiple.low * (/近|约|将近|几乎|almost|nearly|gần|почти/.test(quote) ? 0.75 : 0.9);
  const high = multiple.high * (/以上|超过|逾|多倍|余|more than|over|hơn|более/.test(quote) ? 1.5 : 1.15);
  if (value.max.div(base.min).gte(low) && value.min.div(base.max).lte(high)) return undefined;
  const ratio = value.min.plus(value.max).div(base.min.plus(base.max)).round(2).toFixed();
  const said = multiple.low === multiple.high ? multiple.low : say`${multiple.low} or ${multiple.high}`;
  const message = say`${said} times is said, but ${shown(now)} (${periodName(period)}) is ${ratio} times ${shown(then)} (${periodName(figurePeriod(then)!)})`;
  return { message, evidence: places(now, then) };
}
