import { namesTheDay } from '../../dates.js';
import { placeOf, toldOn } from '../../evidence.js';
import { addDays, periodOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';
import { when } from '../../wording.js';

export const actualInTheFuture: Rule = {
  id: 'events/actual-in-the-future',
  severity: 'warning',
  title: 'Something is told as having happened on a day still to come',
  description: `An event that is told as happened has a date after the day of the story: a slip in the date, or a plan told as a fact. Only where the
page or feed states its day: a day that was inferred from the text proves nothing. The sentence must name the day with its month (4月3日), and no other day; sentences that look
forward or announce (将, 拟, 计划, 决定, 期望) are left alone.`,
  tolerance: 'One day, for time zones. The whole of the event’s date must lie after the story.',
  source: 'Order of time.',
  scope: 'story',
  examples: [
    {
      name: 'met next month',
      record: `story a  published=2022-03-05
        event  kind=meeting  date=2022-04-03  countries=VN,SK  «4月3日,越南外长会见了斯洛伐克大使»`,
      finds: [{ at: '4月3日', says: ['2022-04-03', '2022-03-05'] }],
    },
    {
      name: 'near miss: planned, the same day elsewhere, no day of the story',
      record: `story a  published=2022-03-05
        event  kind=visit  date=2022-04-03  countries=VN,SK  modality=planned  «4月3日将访问斯洛伐克»
        event  kind=meeting  date=2022-03-06  countries=VN,SK  «当地时间6日会见»
        event  kind=visit  date=2022  countries=VN,SK  «2022年访问»
        story b
        event  kind=meeting  date=2099-04-03  countries=VN,SK  «会见»`,
      finds: [],
    },
  ],
  run(view) {
    return view.told('event').flatMap((t) => {
      const [date, day] = [periodOf(t.statement.date), toldOn(t)];
      if (!date || !day || t.statement.modality !== 'actual' || t.article.published?.basis === 'inferred' || !isStated(t, 'date'))
        return [];
      if (
        date.min <= addDays(day.max, 1) ||
        forward.test(t.statement.quote) ||
        !namesTheDay(t.statement.roles.date?.quote ?? t.statement.quote, date.min)
      )
        return [];
      return [
        {
          message: say`Told as happened on ${when(t.statement.date)}, in a story of ${when(t.article.published!.date)}`,
          evidence: [placeOf(t)],
        },
      ];
    });
  },
};

const forward = /将|最迟|最晚|届时|之前|起|日前|拟|计划|预计|决定|期望|希望|宣布|商定|同意|部署|筹备|准备|will|sẽ|будет/;
