import { groupBy, places } from '../../evidence.js';
import { dayNumber, periodOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';
import { type Visit, visitsIn } from '../../visits.js';
import { when, whose } from '../../wording.js';

export const guestInTwoPlaces: Rule = {
  id: 'events/guest-in-two-places',
  severity: 'warning',
  title: 'One guest in two countries on the same days',
  description: `The record has one person visiting two countries, and the times have two days or more in common, or one visit lies wholly inside
the other's first and last day. A shared day is no fault: guests leave one country and arrive in the next.

Only visits told as happened, with stated dates to the day, and made by being there: visits by video are none. Visits of one guest that
share their first and last day are a tour told as a whole, and are left alone.`,
  tolerance: 'One day in common at the ends.',
  source: 'A person is in one place at a time.',
  scope: 'any',
  over: 'entity',
  examples: [
    {
      name: 'a visit inside another',
      record: `story a  published=2023-05-12
        event  kind=visit  date=2023-05-08/2023-05-12  countries=SE,VN  actors=马丁·林德贝格/外贸大臣/SE  «林德贝格5月8日至12日访问越南»
        story b  published=2023-05-13
        event  kind=visit  date=2023-05-10/2023-05-11  countries=SE,TH  actors=马丁·林德贝格/外贸大臣/SE  «林德贝格5月10日至11日访问泰国»`,
      finds: [{ at: '泰国', says: ['2023-05-08/2023-05-12', '2023-05-10/2023-05-11'] }],
    },
    {
      name: 'near miss: one visit after the other, with a day in common; planned; by video; a tour',
      record: `story a  published=2023-05-12
        event  kind=visit  date=2023-05-08/2023-05-10  countries=SE,VN  actors=马丁·林德贝格/外贸大臣/SE  «林德贝格5月8日至10日访问越南»
        event  kind=visit  date=2023-05-10/2023-05-12  countries=SE,TH  actors=马丁·林德贝格/外贸大臣/SE  «10日至12日访问泰国»
        event  kind=visit  date=2023-05-09  countries=SE,LA  actors=马丁·林德贝格/外贸大臣/SE  modality=planned  «将于9日访问老挝»
        event  kind=visit  date=2023-05-09  countries=SE,KH  actors=马丁·林德贝格/外贸大臣/SE  format=video  «9日以视频方式访问柬埔寨»
        event  kind=visit  date=2023-06-01/2023-06-09  countries=SE,TH  actors=马丁·林德贝格/外贸大臣/SE  «6月1日至9日访问泰国和马来西亚»
        event  kind=visit  date=2023-06-01/2023-06-09  countries=SE,MY  actors=马丁·林德贝格/外贸大臣/SE  «6月1日至9日访问泰国和马来西亚»
        event  kind=visit  date=2023-06-05/2023-06-08  countries=SE,MY  actors=马丁·林德贝格/外贸大臣/SE  «6月5日至8日访问马来西亚»`,
      finds: [],
    },
  ],
  run(view) {
    const dated = visitsIn(view).filter(
      (v) =>
        v.told.statement.modality === 'actual' &&
        v.told.statement.format !== 'video' &&
        isStated(v.told, 'date') &&
        !/将|拟|计划|等国|先后/.test(v.told.statement.quote) &&
        /^\d{4}-\d\d-\d\d/.test(v.told.statement.date ?? ''),
    );
    return [...groupBy(dated, (v) => `${v.guest} ${v.home}`).values()].flatMap((visits) =>
      visits.flatMap((v, i) => {
        const other = visits
          .slice(0, i)
          .find(
            (w) => w.host !== v.host && !onTour(visits, w) && !onTour(visits, v) && clash(v.told.statement.date!, w.told.statement.date!),
          );
        if (!other) return [];
        const message = say`${v.guest} is in ${whose(v.host)} (${when(v.told.statement.date)}) and in ${whose(other.host)} (${when(other.told.statement.date)})`;
        return [{ message, evidence: places(v.told, other.told) }];
      }),
    );
  },
};

/** Told for the same days as a visit to another country. */
function onTour(visits: readonly Visit[], visit: Visit): boolean {
  return visits.some((v) => v.host !== visit.host && v.told.statement.date === visit.told.statement.date);
}

function clash(a: string, b: string): boolean {
  const [x, y] = [periodOf(a), periodOf(b)];
  if (!x || !y) return false;
  const common = Math.min(dayNumber(x.max), dayNumber(y.max)) - Math.max(dayNumber(x.min), dayNumber(y.min)) + 1;
  const inside = (x.min > y.min && x.max < y.max) || (y.min > x.min && y.max < x.max);
  return common >= 2 || inside;
}
