import { namesTheDay } from '../../dates.js';
import { placeOf, toldOn } from '../../evidence.js';
import { addDays, periodOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';
import { when } from '../../wording.js';

export const plannedInThePast: Rule = {
  id: 'events/planned-in-the-past',
  severity: 'warning',
  title: 'Something is announced for a day that is over',
  description: `The sentence looks forward (将, 拟, 预计, will) to an event whose date lies before the day of the story: a slip in the date, or a
sentence carried over from an older story. What is told as a plan of the past (原定, 曾计划, 本应) is left alone, and so are stories whose
day was inferred from their own text. The sentence must name the day with its month (2月20日), and no other day but the end of the stretch.`,
  tolerance: 'One day, for time zones. The whole of the event’s date must lie before the story.',
  source: 'Order of time.',
  scope: 'story',
  examples: [
    {
      name: 'will arrive last month',
      record: `story a  published=2022-03-05
        event  kind=visit  date=2022-02-20/2022-02-22  countries=SK,VN  modality=planned  «斯洛伐克总理将于2月20日至22日访问越南»`,
      finds: [{ at: '2月20日', says: ['2022-02-20/2022-02-22', '2022-03-05'] }],
    },
    {
      name: 'near miss: a plan of the past, the same week, a year that is not over',
      record: `story a  published=2022-03-05
        event  kind=visit  date=2022-02-20  countries=SK,VN  modality=planned  «原定2月20日进行的访问将改期»
        event  kind=visit  date=2022-03-04/2022-03-06  countries=SK,VN  modality=planned  «将于4日至6日访问»
        event  kind=visit  date=2022  countries=SK,VN  modality=planned  «2022年将访问越南»`,
      finds: [],
    },
  ],
  run(view) {
    return view.told('event').flatMap((t) => {
      const [date, day] = [periodOf(t.statement.date), toldOn(t)];
      if (!date || !day || t.statement.modality !== 'planned' || t.article.published?.basis === 'inferred' || !isStated(t, 'date'))
        return [];
      const { quote } = t.statement;
      if (
        addDays(date.max, 1) >= day.min ||
        !/将|拟|预计|计划|will|sẽ|будет|планир/.test(quote) ||
        pastPlan.test(quote) ||
        !namesTheDay(t.statement.roles.date?.quote ?? t.statement.quote, date.min)
      )
        return [];
      return [
        { message: say`Announced for ${when(t.statement.date)}, in a story of ${when(t.article.published!.date)}`, evidence: [placeOf(t)] },
      ];
    });
  },
};

const pastPlan = /原定|原拟|原计划|曾|本应|当时|推迟|延期|取消|was to|had planned|originally/i;
