import { apart, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf } from '../../evidence.js';
import { toldAsHistory } from '../../history.js';
import { periodOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { seriesOf } from '../../series.js';
import { amount, when } from '../../wording.js';

export const twoValues: Rule = {
  id: 'targets/two-values',
  severity: 'warning',
  title: 'One target with two values in a story',
  description: `A story gives two values for the same measure, pair, unit and due date as the target, and neither sentence says that it was raised or
lowered (上调, 原定, 提高到). A minimum and a hope beyond it (至少, 甚至) are left alone.`,
  tolerance: 'One unit of the last digit shown of both values; bounds as far as they reach.',
  source: 'Consistency check within one document.',
  scope: 'story',
  examples: [
    {
      name: 'lead and text',
      record: `story a
        target  measure=trade.total  from=PL  to=VN  value=50亿  unit=USD  due=2030  «到2030年贸易额达50亿美元»
        target  measure=trade.total  from=VN  to=PL  value=35亿  unit=USD  due=2030  «力争2030年将贸易额提升至35亿美元»`,
      finds: [{ at: '35亿', says: ['5,000,000,000 USD', '3,500,000,000 USD'] }],
    },
    {
      name: 'near miss: over the same value, raised on purpose, two due dates',
      record: `story a
        target  measure=trade.total  from=PL  to=VN  value=50亿  unit=USD  due=2030  «到2030年达50亿美元»
        target  measure=trade.total  from=PL  to=VN  value=50亿  unit=USD  due=2030  bound=over  «2030年超过50亿美元»
        target  measure=trade.total  from=PL  to=LA  value=1亿  unit=USD  due=2030  «原定2030年达1亿美元»
        target  measure=trade.total  from=PL  to=LA  value=3亿  unit=USD  due=2030  «上调至2030年达3亿美元»
        target  measure=trade.total  from=PL  to=VN  value=30亿  unit=USD  due=2025  «到2025年达30亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    const same = groupBy(view.told('target'), (t) => {
      const series = seriesOf(t.statement);
      const due = periodOf(t.statement.due);
      return series && due && rangeOf(t.statement) && !toldAsHistory(t.statement.quote)
        ? `${storyOf(t)} ${series} ${due.min}/${due.max}`
        : undefined;
    });
    return [...same.values()].flatMap((told) => {
      const [first] = told;
      if (told.some((t) => /上调|下调|提高到|调整|原定|原先|此前|曾|至少|甚至|raised|lowered|at least/.test(t.statement.quote))) return [];
      const other = told.find((t) => apart(rangeOf(first!.statement)!, rangeOf(t.statement)!));
      if (!other) return [];
      const name = (t: typeof other) => amount(t.statement.value!, t.statement.unit);
      return [
        {
          message: say`The target for ${when(other.statement.due)} is ${name(other)} here and ${name(first!)} before`,
          evidence: places(other, first!),
        },
      ];
    });
  },
};
