import { groupBy, places, storyOf } from '../../evidence.js';
import { toldAsHistory } from '../../history.js';
import { periodOf, yearOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { seriesOf } from '../../series.js';
import { amount, when } from '../../wording.js';

export const deadlineConflict: Rule = {
  id: 'targets/deadline-conflict',
  severity: 'warning',
  title: 'One target with two due dates in a story',
  description: `A story gives the same value for the same measure and pair as a target for two different times, and neither sentence says that it
was moved (推迟, 提前, 调整, 原定) or is over (未能). 在2020年前 may mean 2019 or 2020: one year apart is no conflict where such a word is used.`,
  tolerance: 'Due dates that can be the same time are the same; one year where one of them is "before" a year.',
  source: 'Consistency check within one document.',
  scope: 'story',
  examples: [
    {
      name: 'title and text',
      record: `story a
        target  measure=trade.total  from=HU  to=VN  value=20亿  unit=USD  due=2030  «2030年贸易额达20亿美元»
        target  measure=trade.total  from=VN  to=HU  value=20亿  unit=USD  due=2028  «到2028年将双边贸易额提升至20亿美元»`,
      finds: [{ at: '2028年', says: ['2028', '2030', '2,000,000,000 USD'] }],
    },
    {
      name: 'near miss: before a year, another value, moved on purpose',
      record: `story a
        target  measure=trade.total  from=HU  to=VN  value=20亿  unit=USD  due=2029  «在2030年前达20亿美元»
        target  measure=trade.total  from=HU  to=VN  value=20亿  unit=USD  due=2030  «到2030年达20亿美元»
        target  measure=trade.total  from=HU  to=VN  value=10亿  unit=USD  due=2025  «到2025年达10亿美元»
        target  measure=trade.total  from=HU  to=LA  value=10亿  unit=USD  due=2025  «原定2025年达10亿美元»
        target  measure=trade.total  from=HU  to=LA  value=10亿  unit=USD  due=2030  «推迟到2030年达10亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    const same = groupBy(view.told('target'), (t) => {
      const series = seriesOf(t.statement);
      return series && periodOf(t.statement.due) && t.statement.value !== null && !toldAsHistory(t.statement.quote)
        ? `${storyOf(t)} ${series} ${t.statement.value}`
        : undefined;
    });
    return [...same.values()].flatMap((told) => {
      const [first] = told;
      const other = told.find((t) => conflict(first!.statement.due!, t.statement.due!, `${first!.statement.quote} ${t.statement.quote}`));
      if (!other) return [];
      const { value, unit, due } = other.statement;
      const message = say`The target of ${amount(value!, unit)} is due ${when(due)} here and ${when(first!.statement.due)} before`;
      return [{ message, evidence: places(other, first!) }];
    });
  },
};

function conflict(a: string, b: string, quotes: string): boolean {
  const [x, y] = [periodOf(a)!, periodOf(b)!];
  if (x.max >= y.min && y.max >= x.min) return false;
  if (/原定|推迟|延|提前|调整|改为|由.*(?:改|调)|此前|曾|postpone|moved/.test(quotes)) return false;
  return Math.abs(yearOf(x.max) - yearOf(y.max)) !== 1 || !/前|before|by the end|trước|до /.test(quotes);
}
