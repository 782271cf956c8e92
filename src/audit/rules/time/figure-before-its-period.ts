import { placeOf, toldOn } from '../../evidence.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { figurePeriod, isStated } from '../../series.js';
import { when } from '../../wording.js';

export const figureBeforeItsPeriod: Rule = {
  id: 'time/figure-before-its-period',
  severity: 'warning',
  title: 'A value is told as reached in a time still to come',
  description: `A figure is told as a fact (not a forecast, hope or target) for a period that begins only after the day of the story. The year or month
is wrong, or it is a forecast told as a fact. Only stories whose day the page or feed states, and periods that the sentence names itself.`,
  tolerance: 'The whole of the period must lie after the day of the story.',
  source: 'Order of time.',
  scope: 'story',
  examples: [
    {
      name: 'trade of next year',
      record: `story a  published=2022-03-05
        figure  measure=trade.total  from=VN  to=PT  value=5.5亿  unit=USD  period=2023  «2023年越葡贸易额达5.5亿美元»`,
      finds: [{ at: '2023年', says: ['2023', '2022-03-05'] }],
    },
    {
      name: 'near miss: a forecast; the year still running; the year before',
      record: `story a  published=2022-03-05
        figure  measure=trade.total  from=VN  to=PT  value=5.5亿  unit=USD  period=2023  modality=possible  «2023年贸易额有望达5.5亿美元»
        figure  measure=trade.total  from=VN  to=PT  value=5.9亿  unit=USD  period=2023  «预计2023年贸易额为5.9亿美元»
        figure  measure=trade.total  from=VN  to=PT  value=1.1亿  unit=USD  period=2022  «2022年贸易额已达1.1亿美元»
        figure  measure=trade.total  from=VN  to=PT  value=5.1亿  unit=USD  period=2021  «2021年为5.1亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return view.told('figure').flatMap((t) => {
      const [period, day] = [figurePeriod(t), toldOn(t)];
      if (!period || !day || t.statement.modality !== 'actual' || t.article.published?.basis === 'inferred' || !isStated(t, 'period'))
        return [];
      if (period.min <= day.max || /预计|预测|有望|将|目标|力争|expected|forecast|will|dự kiến|ожида/.test(t.statement.quote)) return [];
      return [
        { message: say`A value for ${when(t.statement.period)} in a story of ${when(t.article.published!.date)}`, evidence: [placeOf(t)] },
      ];
    });
  },
};
