import { likeness, type Wording } from '../../../model/values/wording.js';
import { actionWording } from '../../actions.js';
import { asOf, countriesKey, groupBy, places, toldOn } from '../../evidence.js';
import { addDays, daysBetween, periodOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { type Progresses, progressOn, type ToldCommitment } from '../../undertakings.js';
import { when } from '../../wording.js';

export const overdue: Rule = {
  id: 'commitments/overdue',
  severity: 'note',
  title: 'A commitment whose time is over and of which nothing more is told',
  description: `What states agreed, pledged or planned for a stated time is a quarter past that time, and no later story of the same states tells
that it was done, tried, moved or dropped. It is a question to the reader, not a reproach: the record only knows what it has read.

A sign of life is an event, an agreement, a project, a body's session or a new wording of the commitment, told after it, that shares most
of its words or their object. Only undertakings between states count, and hopes, wishes and requests are none. The record must have a story of these states from after
the due date: silence where nothing was read says nothing.`,
  tolerance:
    '90 days past the due date. A later sentence tells of the commitment where it holds half of the pairs of characters of its action.',
  source: 'Commitment tracking as in compliance reports of summits.',
  scope: 'record',
  over: 'pledge',
  examples: [
    {
      name: 'a session promised for a year, and silence',
      record: `story a  published=2020-11-11
        commitment  by=VN,BG  strength=agreed  action=召开政府间委员会第24次会议  due=2021  «双方同意2021年召开政府间委员会第24次会议»
        story b  published=2022-09-11
        event  kind=meeting  date=2022-09-11  countries=VN,BG  «越南副外长会见保加利亚大使»`,
      finds: [{ at: '第24次会议', severity: 'note', says: ['2021'] }],
    },
    {
      name: 'near miss: held; not long over; a hope; no later story',
      record: `story a  published=2020-11-11
        commitment  by=VN,BG  strength=agreed  action=召开政府间委员会第24次会议  due=2021  «双方同意2021年召开政府间委员会第24次会议»
        commitment  by=VN,BG  strength=hoped  action=开通直航  due=2021  «双方希望2021年开通直航航线»
        commitment  by=VN,CU  strength=agreed  action=互设商务代表处  due=2021  «双方同意2021年互设商务代表处»
        commitment  by=VN,BG  strength=agreed  action=互免签证费用安排  due=2022-08  «双方同意8月前作出互免签证费用安排»
        story b  published=2021-06-11
        event  kind=session  date=2021-06-10  countries=BG,VN  «越南与保加利亚政府间委员会第24次会议召开»
        story c  published=2022-09-11
        event  kind=meeting  date=2022-09-11  countries=VN,BG  «越南副外长会见保加利亚大使»`,
      finds: [],
    },
  ],
  wakes: (view) =>
    view.told('commitment').flatMap((t) => {
      const due = periodOf(t.statement.due);
      return due ? [addDays(due.max, grace + 1)] : [];
    }),
  run(view) {
    const today = asOf(view);
    if (today === undefined) return [];
    const open = view.told('commitment').filter((t) => {
      const due = periodOf(t.statement.due);
      const day = toldOn(t);
      if (!due || !day || new Set(parties(t)).size < 2) return false;
      return (
        daysBetween(due.max, today) > grace &&
        due.max > addDays(day.max, 7) &&
        firm.test(t.statement.strength) &&
        t.statement.modality !== 'denied'
      );
    });
    const progress = progressOn(view);
    return [...groupBy(open, (t) => `${countriesKey(parties(t))} ${t.statement.due}`).values()].flatMap((told) => {
      const reported: Wording[] = [];
      return told.flatMap((t) => {
        const wording = actionWording(t.statement.action);
        if (reported.some((r) => likeness(r, wording) >= 0.6)) return [];
        reported.push(wording);
        return judge(t, progress.of(parties(t))) ?? [];
      });
    });
  },
};

/** Days after the due date. */
const grace = 90;
const firm = /^(?:agreed|pledged|planned)$/;
const parties = (t: ToldCommitment): string[] => [...t.statement.by, ...t.statement.to];

function judge(t: ToldCommitment, told: Progresses): Found | undefined {
  const [day, due] = [toldOn(t)!, periodOf(t.statement.due)!];
  const action = t.statement.action.length > 3 ? t.statement.action : t.statement.quote;
  if (!told.all.some((p) => p.day > day.max && p.day > due.max)) return undefined;
  if (told.someHolds(actionWording(action), (p) => p.day > day.max)) return undefined;
  return { message: say`Due ${when(t.statement.due)}; no later story of the record tells what became of it`, evidence: places(t) };
}
