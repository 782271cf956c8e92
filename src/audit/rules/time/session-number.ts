import type { Said } from '../../../model/finding.js';
import type { StatementOf } from '../../../model/statement.js';
import type { RecordView, Told } from '../../../record/view.js';
import { countriesKey, groupBy, places, storyOf, toldOn } from '../../evidence.js';
import { daysBetween, type Period, periodOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';
import { when } from '../../wording.js';

export const sessionNumber: Rule = {
  id: 'time/session-number',
  severity: 'warning',
  title: 'The number of a session was used before, goes backwards or leaves one out',
  description: `Standing bodies (commissions, committees, dialogues) count their sessions. For one body of the same two countries or more the rule reports a number
that was held twice, more than four months apart; a number lower than one that was held before; and, as a note, a number left out where
the two sessions lie less than fourteen months apart (over a longer time one may simply not be in the record).

A session is dated by the event that the same story tells in the same words, with a stated date, as having happened (not 将, 拟). A date more than
two months from the day of the story counts only where the words give its year.`,
  tolerance: 'Four months between two stories of the same session; dates to the month.',
  source: 'Numbering of sessions is consecutive.',
  scope: 'record',
  over: 'body',
  examples: [
    {
      name: 'the same number two years later',
      record: `story a  published=2019-09-12
        body  name=越匈经济合作混合委员会  parties=VN,HU  session=8  «越匈经济合作混合委员会第8次会议»
        event  kind=session  date=2019-09-11  countries=VN,HU  «越匈经济合作混合委员会第8次会议»
        story b  published=2021-09-12
        body  name=越匈经济合作混合委员会  parties=VN,HU  session=8  «越匈经济合作混合委员会第8次会议»
        event  kind=session  date=2021-09-11  countries=VN,HU  «越匈经济合作混合委员会第8次会议»`,
      finds: [{ at: '第8次', severity: 'warning', says: ['2019-09-11', '2021-09-11'] }],
    },
    {
      name: 'backwards, and one left out within a year',
      record: `story a  published=2019-09-12
        body  name=国防政策对话  parties=VN,PH  session=5  «第5次国防政策对话»
        event  kind=session  date=2019-09-11  countries=VN,PH  «第5次国防政策对话»
        body  name=政府间委员会  parties=VN,SK  session=2  «政府间委员会第2次会议»
        event  kind=session  date=2019-09-11  countries=VN,SK  «政府间委员会第2次会议»
        story b  published=2020-09-12
        body  name=国防政策对话  parties=VN,PH  session=4  «第4次国防政策对话»
        event  kind=session  date=2020-09-11  countries=VN,PH  «第4次国防政策对话»
        body  name=政府间委员会  parties=VN,SK  session=4  «政府间委员会第4次会议»
        event  kind=session  date=2020-09-11  countries=VN,SK  «政府间委员会第4次会议»`,
      finds: [
        { at: '第4次国防', severity: 'warning', says: ['lower'] },
        { at: '委员会第4次', severity: 'note', says: ['left out'] },
      ],
    },
    {
      name: 'near miss: told twice; in order; two missing over five years; only planned',
      record: `story a  published=2019-09-12
        body  name=国防政策对话  parties=VN,PH  session=5  «第5次国防政策对话»
        event  kind=session  date=2019-09-11  countries=VN,PH  «第5次国防政策对话»
        story b  published=2019-09-14
        body  name=国防政策对话  parties=PH,VN  session=5  «国防政策对话(第五次)»
        event  kind=session  date=2019-09  countries=VN,PH  «国防政策对话(第五次)»
        story c  published=2024-09-12
        body  name=国防政策对话  parties=VN,PH  session=8  «第8次国防政策对话»
        event  kind=session  date=2024-09-11  countries=VN,PH  «第8次国防政策对话»
        body  name=国防政策对话  parties=VN,PH  session=5  «将举行第5次国防政策对话»
        event  kind=session  date=2025  countries=VN,PH  modality=planned  «将举行第5次国防政策对话»`,
      finds: [],
    },
  ],
  run(view) {
    return [...groupBy(heldIn(view), (h) => h.body).values()].flatMap(judge);
  },
};

interface Held {
  body: string;
  number: number;
  told: Told<StatementOf<'body'>>;
  date: Period;
  dateText: string;
}

/** Sessions that a story tells as held, in order of time. */
function heldIn(view: RecordView): Held[] {
  const events = groupBy(view.told('event'), (t) =>
    t.statement.kind === 'session' && t.statement.modality === 'actual' ? storyOf(t) : undefined,
  );
  const held = view.told('body').flatMap((told): Held[] => {
    const { session, parties, name, start, end } = told.statement;
    if (session === null || parties.length < 2) return [];
    const event = events.get(storyOf(told))?.find((e) => {
      const overlap = Math.min(end, e.statement.end) - Math.max(start, e.statement.start) > 0 || e.statement.quote === told.statement.quote;
      return overlap && parties.every((p) => e.statement.countries.includes(p));
    });
    const date = periodOf(event?.statement.date);
    if (!date || !event || daysBetween(date.min, date.max) > 31 || !isStated(event, 'date') || /将|拟|预计/.test(event.statement.quote))
      return [];
    const day = toldOn(told);
    const near = day !== undefined && Math.abs(daysBetween(date.min, day.min)) <= 62;
    if (!near && day !== undefined && !event.statement.quote.includes(date.min.slice(0, 4))) return [];
    const body = `${name.normalize('NFKC').replace(/[《》〈〉\s]/g, '')} ${countriesKey(parties)}`;
    return [{ body, number: session, told, date, dateText: event.statement.date! }];
  });
  return held.sort((a, b) => (a.date.max < b.date.max ? -1 : a.date.max > b.date.max ? 1 : 0));
}

function judge(held: readonly Held[]): Found[] {
  const first = new Map<number, Held>();
  /** Those with a higher number than any before. */
  const highest: Held[] = [];
  return held.flatMap((h, i) => {
    // they stand in order of time: where the first is too near, no other is far enough
    const longBefore = (b: Held | undefined): Held | undefined => (b && daysBetween(b.date.max, h.date.min) > 120 ? b : undefined);
    const same = longBefore(first.get(h.number));
    const higher = longBefore(highest.find((b) => b.number > h.number));
    if (!first.has(h.number)) first.set(h.number, h);
    if (h.number > (highest.at(-1)?.number ?? 0)) highest.push(h);
    const last = held[i - 1];
    const found = (message: Said, against: Held, severity: 'warning' | 'note'): Found[] => [
      { message, evidence: places(h.told, against.told), severity },
    ];
    if (same) return found(say`Session ${h.number} is held on ${when(h.dateText)}; it was held on ${when(same.dateText)}`, same, 'warning');
    if (higher)
      return found(
        say`Session ${h.number} on ${when(h.dateText)} has a lower number than session ${higher.number} on ${when(higher.dateText)}`,
        higher,
        'warning',
      );
    if (!last || h.number < last.number + 2 || daysBetween(last.date.max, h.date.min) > 425) return [];
    return found(
      say`Session ${h.number} on ${when(h.dateText)} follows session ${last.number} on ${when(last.dateText)}: a number is left out`,
      last,
      'note',
    );
  });
}
