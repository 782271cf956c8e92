import { placeOf, toldOn } from '../../evidence.js';
import { toldAsHistory } from '../../history.js';
import { periodOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { when } from '../../wording.js';

export const dueAlreadyPast: Rule = {
  id: 'targets/due-already-past',
  severity: 'warning',
  title: 'A target is set for a time that is over',
  description: `The sentence looks forward (力争, 争取, 将…提升至, aims to) but the due date lies before the day of the story: a slip in the year, or a
sentence carried over from an old story. A target that is told as history (曾, 此前, 当时, 未能, 提出的目标) is left alone, and so are the
briefs listed under a story, whose day is not known.`,
  tolerance: 'The whole due year or month must be over.',
  source: 'Order of time.',
  scope: 'story',
  examples: [
    {
      name: 'aims for a year that is over',
      record: `story a  published=2023-06-10
        target  measure=trade.total  from=JP  to=MN  value=10亿  unit=USD  due=2022  «双方力争到2022年将贸易额提升至10亿美元»`,
      finds: [{ at: '2022年', says: ['2022', '2023-06-10'] }],
    },
    {
      name: 'near miss: told as history, the year still running, no day of the story',
      record: `story a  published=2023-06-10
        target  measure=trade.total  from=JP  to=MN  value=10亿  unit=USD  due=2022  «双方曾力争到2022年将贸易额提升至10亿美元»
        target  measure=trade.total  from=JP  to=LA  value=10亿  unit=USD  due=2023  «力争到2023年将贸易额提升至10亿美元»
        target  measure=trade.total  from=JP  to=KH  value=10亿  unit=USD  due=2020  «2020年10亿美元的目标未能实现»
        story b
        target  measure=trade.total  from=JP  to=MN  value=10亿  unit=USD  due=2012  «力争到2012年将贸易额提升至10亿美元»`,
      finds: [],
    },
  ],
  run(view) {
    return view.told('target').flatMap((t) => {
      const [due, day] = [periodOf(t.statement.due), toldOn(t)];
      if (!due || !day || due.max >= day.min || !forward.test(t.statement.quote) || toldAsHistory(t.statement.quote)) return [];
      return [{ message: say`Due ${when(t.statement.due)}, in a story of ${when(day.min)}`, evidence: [placeOf(t)] }];
    });
  },
};

const forward = /力争|争取|努力|致力|将|计划|拟|希望|目标是|aim|will|seek|phấn đấu|намерен|планиру/i;
