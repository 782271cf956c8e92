import { asOf, places, toldOn } from '../../evidence.js';
import { addDays, daysBetween, periodOf } from '../../periods.js';
import { isPlan, keyOfPlan, reporting } from '../../plans.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import type { ToldEvent } from '../../visits.js';
import { when } from '../../wording.js';

export const plannedNeverReported: Rule = {
  id: 'events/planned-never-reported',
  severity: 'note',
  title: 'Something was announced and never reported',
  description: `A visit, a session, a signing, a conference or a joint exercise was announced for a time that is half a year past, and no later story
of the record tells that it took place, was moved or was called off. The record must have a story of the same countries from after that
time: silence where nothing was read says nothing. Wishes, calls and readiness (愿, 希望, 呼吁, 同意) are no announcements.

Anything of the same kind between the same countries from a month before the announced time on counts as its report, whoever took part,
and so does any meeting, session or talks between them in those days, and a cancellation or suspension; visits count in both directions where no guest is named.`,
  tolerance: '180 days past the end of the announced time.',
  source: 'Follow-up of announcements in diplomatic chronologies.',
  scope: 'record',
  over: 'plan',
  examples: [
    {
      name: 'a visit of a prime minister that nobody reported',
      record: `story a  published=2022-01-11
        event  kind=visit  date=2022  countries=BG,VN  modality=planned  «保加利亚总理2022年将访问越南»
        story b  published=2023-09-01
        event  kind=meeting  date=2023-09-01  countries=VN,BG  «越南副外长会见保加利亚大使»`,
      finds: [{ at: '将访问越南', says: ['2022'] }],
    },
    {
      name: 'near miss: reported; called off; not long past; no story since',
      record: `story a  published=2022-01-11
        event  kind=visit  date=2022  countries=BG,VN  modality=planned  «保加利亚总理2022年将访问越南»
        event  kind=session  date=2022  countries=RS,VN  modality=planned  «2022年将举行混委会会议»
        event  kind=visit  date=2022  countries=AL,VN  modality=planned  «阿尔巴尼亚总理2022年将访问越南»
        event  kind=visit  date=2023-08  countries=BG,VN  modality=planned  «8月将访问越南»
        story b  published=2022-10-01
        event  kind=visit  date=2022-09-28  countries=BG,VN  «保加利亚总理对越南进行访问»
        event  kind=cancellation  date=2022-10-01  countries=RS,VN  «混委会会议取消»
        story c  published=2023-09-01
        event  kind=meeting  date=2023-09-01  countries=VN,BG  «越南副外长会见保加利亚大使»
        event  kind=meeting  date=2023-09-01  countries=VN,RS  «会见塞尔维亚大使»`,
      finds: [],
    },
  ],
  wakes: (view) =>
    view.told('event').flatMap((t) => {
      const date = t.statement.modality === 'planned' ? periodOf(t.statement.date) : undefined;
      return date ? [addDays(date.max, grace + 1)] : [];
    }),
  run(view) {
    const today = asOf(view);
    if (today === undefined) return [];
    const byCountry = new Map<string, ToldEvent[]>();
    for (const t of view.told('event').filter(toldOn))
      for (const c of new Set(t.statement.countries)) {
        const list = byCountry.get(c);
        if (list) list.push(t);
        else byCountry.set(c, [t]);
      }
    const plans = view.told('event').filter((t) => {
      const date = periodOf(t.statement.date);
      return date && isPlan(t.statement) && toldOn(t) && daysBetween(date.max, today) > grace;
    });
    const ofParties = new Map<string, ToldEvent[]>();
    const othersOf = (countries: readonly string[]): ToldEvent[] => {
      const key = [...countries].sort().join();
      const known = ofParties.get(key);
      if (known) return known;
      const others = byCountry.get([...countries].sort()[0]!)!.filter((t) => countries.every((c) => t.statement.countries.includes(c)));
      ofParties.set(key, others);
      return others;
    };
    const seen = new Set<string>();
    return plans.flatMap((plan) => {
      const { countries, date } = plan.statement;
      const key = keyOfPlan(plan.statement);
      if (seen.has(key) || countries.length < 2) return [];
      seen.add(key);
      const others = othersOf(countries);
      const since = periodOf(date)!;
      if (toldOn(others.at(-1)!)!.min <= since.max || reportedAfter(plan, others)) return [];
      return [
        {
          message: say`Announced for ${when(date)}; no story of the record tells that it took place, or that it did not`,
          evidence: places(plan),
        },
      ];
    });
  },
};

/** Days after the announced time. */
const grace = 180;

/** Whether a story after the plan's reports on it. `others` are in order of publication. */
function reportedAfter(plan: ToldEvent, others: readonly ToldEvent[]): boolean {
  const day = toldOn(plan)!.min;
  let [from, to] = [0, others.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (toldOn(others[middle]!)!.min > day) to = middle;
    else from = middle + 1;
  }
  const isReport = reporting(plan.statement.kind, periodOf(plan.statement.date)!, addDays);
  for (let i = from; i < others.length; i++) {
    const { kind, modality, date } = others[i]!.statement;
    if (isReport(kind, modality, periodOf(date) ?? toldOn(others[i]!)!)) return true;
  }
  return false;
}
