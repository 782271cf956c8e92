import type { RecordView } from '../../../record/view.js';
import { groupBy, places, toldOn } from '../../evidence.js';
import { isSingle, officeKey } from '../../offices.js';
import { daysBetween } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { sameHolder, type ToldOffice, tenuresIn } from '../../tenures.js';
import { when, whose } from '../../wording.js';

export const twoHolders: Rule = {
  id: 'people/two-holders',
  severity: 'warning',
  title: 'Two holders of one office at a time',
  description: `Offices that a country has one of (head of state, head of government, speaker, foreign minister, defence minister): the record has one
person in it before and after another, within two years. Either the one in the middle is wrong, or somebody left and came back, which is
rare. One person after another is a change of office and not reported.

Names are one person's where the record has joined them or somebody has decided so; and, unless somebody has decided otherwise, where they
are equal, one is the surname alone, or they are two spellings of one name. Former, acting, elected and
newly appointed holders are left out. Where two names take turns, the first turn is reported.`,
  tolerance: 'Days of publication; at least one day between the three.',
  source: 'Tenure consistency: spells of one office do not overlap.',
  scope: 'record',
  over: 'post',
  examples: [
    {
      name: 'another foreign minister between two stories of the first',
      record: `story a  published=2023-02-01
        office  person=阮文山  office=外长  country=VN  «越南外长阮文山»
        story b  published=2023-03-01
        office  person=黎文海  office=外交部长  country=VN  «越南外交部长黎文海»
        story c  published=2023-04-01
        office  person=阮文山  office=外长  country=VN  «越南外长阮文山»`,
      finds: [{ at: '黎文海', says: ['阮文山', '外交部长'] }],
    },
    {
      name: 'near miss: the surname alone as another translator writes its sound',
      record: `story a  published=2023-02-01
        office  person=柯德利  office=外交大臣  country=GB  «英國外交大臣柯德利»
        story b  published=2023-03-01
        office  person=马丁·凯恩德尔利  office=外交大臣  country=GB  «英国外交大臣马丁·凯恩德尔利»
        story c  published=2023-04-01
        office  person=柯德利  office=外交大臣  country=GB  «英國外交大臣柯德利»`,
      finds: [],
    },
    {
      name: 'near miss: a change of office; a second spelling; one of several deputies; a former holder',
      record: `story a  published=2023-02-01
        office  person=阮文山  office=外长  country=VN  «越南外长阮文山»
        office  person=谢尔盖·科瓦连科  office=外长  country=UA  «乌克兰外长谢尔盖·科瓦连科»
        office  person=阮文江  office=副外长  country=VN  «副外长阮文江»
        story b  published=2023-03-01
        office  person=黎文海  office=外交部长  country=VN  «越南外交部长黎文海»
        office  person=科瓦连科  office=外长  country=UA  «外长科瓦连科»
        office  person=黎文河  office=副外长  country=VN  «副外长黎文河»
        story c  published=2023-04-01
        office  person=黎文海  office=外长  country=VN  «越南外长黎文海»
        office  person=阮文山  office=前外长  country=VN  «前外长阮文山»
        office  person=谢尔盖·科瓦连科  office=外长  country=UA  «乌克兰外长谢尔盖·科瓦连科»
        office  person=阮文江  office=副外长  country=VN  «副外长阮文江»`,
      finds: [],
    },
  ],
  run(view) {
    const told = tenuresIn(view).filter((t) => isSingle(t.statement.office));
    const offices = groupBy(told, (t) => `${t.statement.country} ${officeKey(t.statement.office)} ${t.statement.organisation ?? ''}`);
    return [...offices.values()].flatMap((list) => judge(list, view));
  },
};

/** Runs of one person; a run between two runs of another person is doubted. */
function judge(told: readonly ToldOffice[], view: RecordView): Found[] {
  const runs: ToldOffice[][] = [];
  for (const t of told) {
    const last = runs.at(-1);
    if (last && sameHolder(view, last[0]!, t)) last.push(t);
    else runs.push([t]);
  }
  const doubted = new Set<string>();
  return runs.slice(1, -1).flatMap((run, i) => {
    const [before, after] = [runs[i]!.at(-1)!, runs[i + 2]![0]!];
    const [from, to] = [toldOn(before)!.max, toldOn(after)!.min];
    const [first, last] = [run[0]!, run.at(-1)!];
    if (!sameHolder(view, before, after) || daysBetween(from, to) > 730) return [];
    if (toldOn(first)!.min <= from || toldOn(last)!.max >= to) return [];
    const s = first.statement;
    if (doubted.has(s.person) || doubted.has(before.statement.person)) return [];
    doubted.add(s.person);
    const message = say`${s.person} is ${s.office} of ${whose(s.country)} on ${when(toldOn(first)!.min)}; ${before.statement.person} is on ${when(from)} and on ${when(to)}`;
    return [{ message, evidence: places(first, before, after) }];
  });
}
