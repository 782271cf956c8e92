import { decimal } from '../../../model/values/decimal.js';
import { powersOfTen } from '../../compare.js';
import { firstAndLast, groupBy, places, storyOf } from '../../evidence.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { figurePeriod, figuresBySeries, isPlaced, shown, type ToldFigure, where } from '../../series.js';
import { correction } from '../../wording.js';

export const powerOfTen: Rule = {
  id: 'figures/power-of-ten',
  severity: 'warning',
  title: 'The same value with another number of zeros',
  description: `Two values for one measure, pair, unit and period have the same digits but differ by a power of ten (36亿 and 360亿, 1.085亿 and
1085亿). Two sides' statistics never differ like that, so the sources need not be the same.

The place is the value that fewer stories give; where more than one other story agrees against it, their value is the suggestion. Both
values must show two digits or more: 10 and 100 are round numbers, not a slip.`,
  tolerance: 'The digits agree within 2%.',
  source: 'Thousand-error and unit-error checks of statistical data editing.',
  scope: 'any',
  over: 'series',
  examples: [
    {
      name: 'within a story',
      record: `story a
        figure  measure=trade.total  from=PK  to=IR  value=23.7亿  unit=USD  period=2022  «2022年巴伊贸易额为23.7亿美元»
        figure  measure=trade.total  from=PK  to=IR  value=237亿  unit=USD  period=2022  «贸易额达237亿美元»`,
      finds: [{ at: '237亿', says: ['10 times'] }],
    },
    {
      name: 'one story against two',
      record: `story a  published=2023-01-05
        figure  measure=trade.flow  from=PK  to=IR  value=850万  unit=USD  period=2022  «对伊出口850万美元»
        story b  published=2023-01-07
        figure  measure=trade.flow  from=PK  to=IR  value=8.5亿  unit=USD  period=2022  «对伊出口8.5亿美元»
        story c  published=2023-01-09
        figure  measure=trade.flow  from=PK  to=IR  value=8.5亿  unit=USD  period=2022  «对伊朗出口额8.5亿美元»`,
      finds: [{ at: '850万', suggestion: '8.5亿 (850,000,000 USD)' }],
    },
    {
      name: 'near miss: round numbers, and values a factor of eight apart',
      record: `story a
        figure  measure=trade.total  from=PK  to=IR  value=10亿  unit=USD  period=2022  «贸易额为10亿美元»
        figure  measure=trade.total  from=PK  to=IR  value=100亿  unit=USD  period=2022  «贸易额为100亿美元»
        figure  measure=trade.total  from=PK  to=AF  value=1.2亿  unit=USD  period=2022  «对阿贸易1.2亿美元»
        figure  measure=trade.total  from=PK  to=AF  value=9.7亿  unit=USD  period=2022  «对阿贸易9.7亿美元»`,
      finds: [],
    },
    {
      name: 'near miss: another period',
      record: `story a
        figure  measure=trade.total  from=PK  to=IR  value=2.4亿  unit=USD  period=2022-01  «1月贸易额为2.4亿美元»
        figure  measure=trade.total  from=PK  to=IR  value=24亿  unit=USD  period=2022  «全年贸易额为24亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return [...figuresBySeries(view).values()].flatMap((series) => {
      const periods = groupBy(series, (t) => {
        const p = figurePeriod(t);
        return p && t.statement.value !== null ? `${p.min}/${p.max}` : undefined;
      });
      return [...periods.values()].flatMap(judge);
    });
  },
};

function judge(told: readonly ToldFigure[]): Found[] {
  const values = [...groupBy(told, (t) => String(t.statement.value)).values()].filter((g) => digitsShown(g[0]!) >= 2);
  const found: Found[] = [];
  for (const [i, a] of values.entries())
    for (const b of values.slice(i + 1)) {
      const placed = isPlaced(a[0]!) && isPlaced(b[0]!);
      if (!placed && storyOf(a[0]!) !== storyOf(b[0]!)) continue;
      if (powersOfTen(decimal(a[0]!.statement.value!), decimal(b[0]!.statement.value!)) === 0) continue;
      const stories = (g: readonly ToldFigure[]): number => new Set(g.map(storyOf)).size;
      const [doubted, held] = stories(a) < stories(b) ? [a, b] : [b, a];
      const k = powersOfTen(decimal(doubted[0]!.statement.value!), decimal(held[0]!.statement.value!));
      const [first, against] = [doubted[0]!, held[0]!];
      const message = say`${shown(first)} is ${{ powers: k }} another value for the same, ${shown(against)} ${where(first)}, told by ${stories(held)} of ${stories(told)} stories`;
      const evidence = places(first, ...firstAndLast(held));
      const mend = stories(held) > 1 && stories(held) > stories(doubted);
      const { value, unit } = against.statement;
      found.push(
        mend ? { message, evidence, suggestion: correction(decimal(value!), unit, first.article.language) } : { message, evidence },
      );
    }
  return found;
}

function digitsShown(t: ToldFigure): number {
  return decimal(t.statement.value!).c.length;
}
