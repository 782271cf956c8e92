import { rangeOf } from '../../compare.js';
import { places, toldOn } from '../../evidence.js';
import { periodOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { figurePeriod, seriesOf, type ToldFigure, type ToldTarget } from '../../series.js';
import { amount, when } from '../../wording.js';

export const aheadOfAResetDate: Rule = {
  id: 'targets/ahead-of-a-reset-date',
  severity: 'warning',
  title: '"Ahead of schedule" against a date that was moved',
  description: `A story says that a target was reached ahead of time (提前, ahead of schedule). The record has an earlier target of the same
measure and pair, as high or lower than what was reached, that had been due before: it was reached late, and ahead only of the date
to which it had been moved.`,
  tolerance: 'The earlier due date must be over when the value was reached (the end of the figure’s period, or the day of the story).',
  source: 'Target register practice: the first date counts.',
  scope: 'record',
  over: 'series',
  examples: [
    {
      name: 'ahead of the second date, three years after the first',
      record: `story a  published=2014-05-01
        target  measure=trade.total  from=CZ  to=VN  value=10亿  unit=USD  due=2018  «力争2018年贸易额达10亿美元»
        story b  published=2019-05-01
        target  measure=trade.total  from=CZ  to=VN  value=10亿  unit=USD  due=2025  «到2025年达10亿美元»
        story c  published=2022-02-01
        figure  measure=trade.total  from=CZ  to=VN  value=10.3亿  unit=USD  period=2021  «2021年达10.3亿美元,提前四年实现目标»`,
      finds: [{ at: '提前四年', says: ['2018', '2021'] }],
    },
    {
      name: 'near miss: truly ahead, and a lower value before',
      record: `story a  published=2014-05-01
        target  measure=trade.total  from=CZ  to=VN  value=10亿  unit=USD  due=2025  «力争2025年贸易额达10亿美元»
        target  measure=trade.total  from=CZ  to=LA  value=5亿  unit=USD  due=2018  «力争2018年达5亿美元»
        story c  published=2022-02-01
        figure  measure=trade.total  from=CZ  to=VN  value=10.3亿  unit=USD  period=2021  «2021年达10.3亿美元,提前四年实现目标»
        figure  measure=trade.total  from=CZ  to=LA  value=3亿  unit=USD  period=2021  «2021年达3亿美元,提前实现目标»`,
      finds: [],
    },
  ],
  run(view) {
    const targets = view.told('target');
    const claims = [...view.told('figure'), ...targets].filter((t) => t.statement.value !== null && ahead.test(t.statement.quote));
    return claims.flatMap((t) => judge(t, targets) ?? []);
  },
};

const ahead = /提前(?!通|告|预|做|商)|ahead of (?:time|schedule)|trước thời hạn|досрочно/i;

function judge(claim: ToldFigure | ToldTarget, targets: readonly ToldTarget[]): Found | undefined {
  const s = claim.statement;
  const reached = (claim.statement.type === 'figure' ? figurePeriod(claim as ToldFigure)?.min : undefined) ?? toldOn(claim)?.min;
  const told = toldOn(claim);
  if (!reached || !told) return undefined;
  const series = seriesOf(s);
  if (series === undefined) return undefined;
  const first = targets.find((t) => {
    const due = periodOf(t.statement.due);
    const day = toldOn(t);
    if (t === claim || seriesOf(t.statement) !== series || !due || !day || day.max >= told.min || due.max >= reached) return false;
    const goal = rangeOf(t.statement);
    return goal?.min.lte(s.value!) && t.statement.value! * 2 >= s.value!;
  });
  if (!first) return undefined;
  const message = say`Reached ahead of time, as the story says, but ${amount(first.statement.value!, first.statement.unit)} was first due ${when(first.statement.due)}, before ${when(reached)}`;
  return { message, evidence: places(claim, first) };
}
