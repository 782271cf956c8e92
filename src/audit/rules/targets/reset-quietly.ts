import { below, rangeOf } from '../../compare.js';
import { groupBy, places, storyOf, toldOn } from '../../evidence.js';
import { periodOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { figurePeriod, figuresBySeries, seriesOf, type ToldFigure, type ToldTarget } from '../../series.js';
import { amount, when } from '../../wording.js';

export const resetQuietly: Rule = {
  id: 'targets/reset-quietly',
  severity: 'note',
  title: 'A target comes back with a later date or a lower value',
  description: `A later story sets the same measure and pair a target that is no higher than an earlier one but due later, or lower for the same
time, and does not mention the earlier one. That is how targets are given up without being given up; a reader should see both.

A higher target for a later time is the usual next step and not reported; nor is a target that was met before the new one was told.`,
  tolerance:
    'Values count as lower only where rounding and bounds leave no common value; later means that the due dates have no day in common.',
  source: 'Target register practice: set, repeated, re-set.',
  scope: 'record',
  over: 'series',
  examples: [
    {
      name: 'the same value ten years later',
      record: `story a  published=2013-05-01
        target  measure=trade.total  from=RO  to=VN  value=10亿  unit=USD  due=2015  «力争2015年贸易额达10亿美元»
        story b  published=2019-05-01
        target  measure=trade.total  from=RO  to=VN  value=10亿  unit=USD  due=2025  «到2025年将贸易额提升至10亿美元»`,
      finds: [{ at: '2025年', severity: 'note', says: ['2015', '2025', '1,000,000,000 USD'] }],
    },
    {
      name: 'lower for the same time',
      record: `story a  published=2013-05-01
        target  measure=tourists  from=RO  to=VN  value=20万  unit=人  due=2020  «2020年游客达20万人次»
        story b  published=2018-05-01
        target  measure=tourists  from=RO  to=VN  value=12万  unit=人  due=2020  «2020年接待12万人次»`,
      finds: [{ at: '12万', says: ['200,000', '120,000'] }],
    },
    {
      name: 'near miss: higher and later; the earlier one mentioned; met in between; told in the other order',
      record: `story a  published=2013-05-01
        target  measure=trade.total  from=RO  to=VN  value=10亿  unit=USD  due=2015  «力争2015年贸易额达10亿美元»
        target  measure=trade.total  from=RO  to=LA  value=1亿  unit=USD  due=2015  «力争2015年达1亿美元»
        target  measure=trade.total  from=RO  to=KH  value=1亿  unit=USD  due=2015  «力争2015年达1亿美元»
        story b  published=2016-05-01
        figure  measure=trade.total  from=RO  to=KH  value=1.2亿  unit=USD  period=2015  «2015年达1.2亿美元»
        story c  published=2019-05-01
        target  measure=trade.total  from=RO  to=VN  value=20亿  unit=USD  due=2025  «到2025年提升至20亿美元»
        target  measure=trade.total  from=RO  to=LA  value=1亿  unit=USD  due=2015  «2015年1亿美元的目标未能实现»
        target  measure=trade.total  from=RO  to=LA  value=1亿  unit=USD  due=2025  «改为2025年达1亿美元»
        target  measure=trade.total  from=RO  to=KH  value=1亿  unit=USD  due=2025  «2025年保持在1亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    const figures = figuresBySeries(view);
    const series = groupBy(view.told('target'), (t) => {
      const key = seriesOf(t.statement);
      return key && periodOf(t.statement.due) && rangeOf(t.statement) && toldOn(t) && t.statement.modality !== 'denied' ? key : undefined;
    });
    return [...series].flatMap(([key, told]) => judge(told, figures.get(key) ?? []));
  },
};

/** Each new target once, against the latest earlier one that it takes the place of. */
function judge(told: readonly ToldTarget[], figures: readonly ToldFigure[]): Found[] {
  const seen = new Set<string>();
  return told.flatMap((later) => {
    const key = `${later.statement.value} ${later.statement.due}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const earlier = told.findLast((t) => toldOn(t)!.max < toldOn(later)!.min && takesThePlace(later, t));
    if (!earlier) return [];
    const mentioned = told.some(
      (t) => storyOf(t) === storyOf(later) && t.statement.due === earlier.statement.due && t.statement.value === earlier.statement.value,
    );
    const goal = rangeOf(earlier.statement)!;
    const met = figures.some((f) => {
      const [range, period] = [rangeOf(f.statement), figurePeriod(f)];
      return range && period && period.max <= toldOn(later)!.max && !below(range, goal);
    });
    if (mentioned || met) return [];
    const name = (t: ToldTarget) => say`${amount(t.statement.value!, t.statement.unit)} by ${when(t.statement.due)}`;
    return [
      {
        message: say`The target is ${name(later)}; it was ${name(earlier)}, and the story does not say so`,
        evidence: places(later, earlier),
      },
    ];
  });
}

function takesThePlace(later: ToldTarget, earlier: ToldTarget): boolean {
  const [x, y] = [periodOf(later.statement.due)!, periodOf(earlier.statement.due)!];
  const [a, b] = [rangeOf(later.statement)!, rangeOf(earlier.statement)!];
  if (x.min > y.max) return !below(b, a);
  return x.min <= y.max && x.max >= y.min && below(a, b);
}
