import { likeness, type Wording } from '../../../model/values/wording.js';
import { actionWording } from '../../actions.js';
import { countriesKey, groupBy, places, toldOn } from '../../evidence.js';
import { periodOf } from '../../periods.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import type { ToldCommitment } from '../../undertakings.js';
import { when } from '../../wording.js';

export const postponed: Rule = {
  id: 'commitments/postponed',
  severity: 'note',
  title: 'The same commitment with a later date',
  description: `The same states undertake the same thing as in an earlier story, now for a later time, and the sentence does not say that it was
put off. Both sentences are given.

A yearly event (the next session, every year) comes back with a new year and is no postponement: where the sentences count sessions
(第23次, 第24次) the numbers must be the same, and undertakings that are to happen each year are left alone.`,
  tolerance: 'Two wordings are one commitment where they share 60% of their pairs of characters; due dates without a common day.',
  source: 'Commitment tracking as in compliance reports of summits.',
  scope: 'record',
  over: 'pledge',
  examples: [
    {
      name: 'a bridge, two years later than first said',
      record: `story a  published=2019-03-01
        commitment  by=LA,TH  strength=agreed  action=2021年建成第五座友谊大桥  due=2021  «双方同意2021年建成第五座友谊大桥»
        story b  published=2021-03-01
        commitment  by=LA,TH  strength=planned  action=2023年建成第五座友谊大桥  due=2023  «两国将于2023年建成第五座友谊大桥»`,
      finds: [{ at: '2023年', says: ['2021', '2023'] }],
    },
    {
      name: 'near miss: said to be put off; the next session; another undertaking',
      record: `story a  published=2019-03-01
        commitment  by=LA,TH  strength=agreed  action=2021年建成第五座友谊大桥  due=2021  «双方同意2021年建成第五座友谊大桥»
        commitment  by=LA,TH  strength=agreed  action=召开混合委员会第23次会议  due=2020  «2020年召开混合委员会第23次会议»
        commitment  by=LA,TH  strength=agreed  action=互办文化周活动  due=2020  «2020年互办文化周活动»
        story b  published=2021-03-01
        commitment  by=LA,TH  strength=planned  action=2023年建成第五座友谊大桥  due=2023  «第五座友谊大桥推迟到2023年建成»
        commitment  by=LA,TH  strength=agreed  action=召开混合委员会第24次会议  due=2022  «2022年召开混合委员会第24次会议»
        commitment  by=LA,TH  strength=agreed  action=签署引渡条约文本  due=2022  «2022年签署引渡条约文本»`,
      finds: [],
    },
  ],
  run(view) {
    const dated = view
      .told('commitment')
      .filter(
        (t) => periodOf(t.statement.due) && toldOn(t) && between(t) && t.statement.modality !== 'denied' && !yearly.test(t.statement.quote),
      );
    const groups = groupBy(dated, (t) => countriesKey([...t.statement.by, ...t.statement.to]));
    return [...groups.values()].flatMap((told) => {
      const things = told.map(thingOf);
      return told.flatMap((later, i) => {
        const day = toldOn(later)!.min;
        const earlier = told.findLast((t, k) => k < i && toldOn(t)!.max < day && sameThing(things[k]!, things[i]!));
        if (!earlier || periodOf(later.statement.due)!.min <= periodOf(earlier.statement.due)!.max || saidSo.test(later.statement.quote))
          return [];
        const message = say`Now for ${when(later.statement.due)}; on ${when(toldOn(earlier)!.min)} it was for ${when(earlier.statement.due)}`;
        return [{ message, evidence: places(later, earlier) }];
      });
    });
  },
};

/** Between states: what one state plans at home is not the record's business. */
const between = (t: ToldCommitment): boolean => new Set([...t.statement.by, ...t.statement.to]).size > 1;
const saidSo = /推迟|延期|延至|延后|改期|顺延|postpone|delay|hoãn|перенес/i;
const yearly = /每年|年度|轮流|定期|每两年|annual|every year|hằng năm|ежегодн/i;

/** What is undertaken, made ready for comparison. */
interface Thing {
  session: string;
  wording: Wording;
}

/** The action without the time it is for. */
function thingOf({ statement: { action } }: ToldCommitment): Thing {
  const plain = action.replace(/(?:19|20)\d\d年?(?:\d{1,2}月)?/g, '');
  return { session: /第[\d一二三四五六七八九十百]+[次届轮]/.exec(action)?.[0] ?? '', wording: actionWording(plain) };
}

/** Counted sessions must have one number. */
function sameThing(a: Thing, b: Thing): boolean {
  return a.session === b.session && likeness(a.wording, b.wording) >= 0.6;
}
