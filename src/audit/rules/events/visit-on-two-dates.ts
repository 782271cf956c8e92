import { groupBy, places, storyOf } from '../../evidence.js';
import { daysBetween, type Period, periodOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';
import { type ToldEvent, type Visit, visitsIn } from '../../visits.js';
import { when, whose } from '../../wording.js';

export const visitOnTwoDates: Rule = {
  id: 'events/visit-on-two-dates',
  severity: 'warning',
  title: 'One visit on two dates',
  description: `A story tells of one guest's visit to one country on two dates that have no day in common and lie one to six weeks
apart. Two visits of one person to one country within weeks are rare; a slip in the month or day is not. Days that are nearer may belong
to one visit, of which a sentence tells one day. Sentences that tell of a return, another visit, or a visit moved (再次, 改期, 推迟, 上次) are left alone.`,
  tolerance: 'Dates must be stated to the day, in the sentence itself.',
  source: 'Consistency of dates within and between documents.',
  scope: 'story',
  examples: [
    {
      name: 'a month apart in one story',
      record: `story a
        event  kind=visit  date=2024-03-22/2024-03-25  countries=VN,MA  actors=阮文山/国会副主席/VN  «阮文山3月22日至25日访问摩洛哥»
        event  kind=visit  date=2024-04-22/2024-04-25  countries=VN,MA  actors=阮文山/国会副主席/VN  «阮文山4月22日至25日访问摩洛哥»`,
      finds: [{ at: '4月22日', severity: 'warning', says: ['2024-03-22/2024-03-25', '2024-04-22/2024-04-25'] }],
    },
    {
      name: 'near miss: a day within the visit, another country, half a year later, a visit moved',
      record: `story a
        event  kind=visit  date=2024-03-22/2024-03-25  countries=VN,MA  actors=阮文山/国会副主席/VN  «阮文山3月22日至25日访问摩洛哥»
        event  kind=visit  date=2024-03-23  countries=VN,MA  actors=阮文山/国会副主席/VN  «阮文山23日访问摩洛哥期间»
        event  kind=visit  date=2024-03-26/2024-03-28  countries=VN,TN  actors=阮文山/国会副主席/VN  «阮文山26日至28日访问突尼斯»
        event  kind=visit  date=2024-09-22  countries=VN,MA  actors=阮文山/国会副主席/VN  «9月22日阮文山访问摩洛哥»
        event  kind=visit  date=2024-10-02  countries=VN,MA  actors=阮文山/国会副主席/VN  «10月2日再次访问摩洛哥»`,
      finds: [],
    },
  ],
  run(view) {
    const dated = visitsIn(view).filter((v) => toTheDay(v.told) && isStated(v.told, 'date') && !moved.test(v.told.statement.quote));
    return [...groupBy(dated, (v) => `${v.guest} ${v.host}`).values()].flatMap((visits) =>
      visits.flatMap((v, i) => judge(v, visits.slice(0, i)) ?? []),
    );
  },
};

const moved = /再次|改期|推迟|提前|上次|前次|此前|第二次|again|postpone/i;
const dateOf = (t: ToldEvent): Period => periodOf(t.statement.date)!;
const toTheDay = (t: ToldEvent): boolean =>
  /^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/.test(t.statement.date ?? '') && periodOf(t.statement.date) !== undefined;

function judge(visit: Visit, earlier: readonly Visit[]): Found | undefined {
  const date = dateOf(visit.told);
  for (const other of earlier) {
    const before = dateOf(other.told);
    const apart = Math.max(daysBetween(before.max, date.min), daysBetween(date.max, before.min));
    if (storyOf(visit.told) !== storyOf(other.told) || apart < 7 || apart > 45) continue;
    return {
      message: say`The visit of ${visit.guest} to ${whose(visit.host)} is on ${when(visit.told.statement.date)} here and ${when(other.told.statement.date)} in the same story`,
      evidence: places(visit.told, other.told),
    };
  }
  return undefined;
}
