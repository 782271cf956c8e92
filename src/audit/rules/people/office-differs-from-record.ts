import { firstAndLast, groupBy, places, storyOf, toldOn } from '../../evidence.js';
import { officesAgree, unlikely, withoutDeputy } from '../../offices.js';
import { daysBetween } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import { holderOf, type ToldOffice, tenuresIn } from '../../tenures.js';

export const officeDiffersFromRecord: Rule = {
  id: 'people/office-differs-from-record',
  severity: 'note',
  title: 'A person’s office is not the one the record knows',
  description: `At least two stories of the year before give a person one office, and this story another one that differs from it by the word for
deputy (副): a slip more often than a promotion. Where the stories after it go back to the first office the finding is a warning, and
then also an office beside which the first cannot be held (prime minister and president) counts.

A person is one under all spellings that the record has joined. A person with several offices in the record, an office said together with another (兼) and appointments are left alone.`,
  tolerance: 'Offices are compared under one spelling; 365 days.',
  source: 'Tenure consistency between documents.',
  scope: 'record',
  over: 'entity',
  examples: [
    {
      name: 'a deputy becomes minister for one story',
      record: `story a  published=2023-02-01
        office  person=谢尔盖·科瓦连科  office=副外长  country=UA  «乌克兰副外长谢尔盖·科瓦连科»
        story b  published=2023-03-01
        office  person=谢尔盖·科瓦连科  office=外交部副部长  country=UA  «外交部副部长谢尔盖·科瓦连科»
        story c  published=2023-04-01
        office  person=谢尔盖·科瓦连科  office=外长  country=UA  «乌克兰外长谢尔盖·科瓦连科»
        story d  published=2023-05-01
        office  person=谢尔盖·科瓦连科  office=副外长  country=UA  «副外长谢尔盖·科瓦连科»`,
      finds: [{ at: '乌克兰外长', severity: 'warning', says: ['外长', '副部长'] }],
    },
    {
      name: 'the newest story has lost the deputy',
      record: `story a  published=2023-02-01
        office  person=阮文江  office=副外长  country=VN  «副外长阮文江»
        story b  published=2023-03-01
        office  person=阮文江  office=副外长  country=VN  «越南副外长阮文江»
        story c  published=2023-04-01
        office  person=阮文江  office=外长  country=VN  «越南外长阮文江»`,
      finds: [{ at: '外长阮文江', severity: 'note' }],
    },
    {
      name: 'near miss: a new office; only one story before; two offices at a time; appointed',
      record: `story a  published=2023-02-01
        office  person=阮文江  office=副外长  country=VN  «副外长阮文江»
        office  person=黎文河  office=副总理  country=VN  «副总理兼财政部长黎文河»
        office  person=陈文水  office=副部长  country=VN  «副部长陈文水»
        story b  published=2023-03-01
        office  person=阮文江  office=副外长  country=VN  «越南副外长阮文江»
        office  person=黎文河  office=财政部长  country=VN  «财政部长黎文河»
        story c  published=2023-04-01
        office  person=阮文江  office=大使  country=VN  «大使阮文江»
        office  person=黎文河  office=财政部副部长  country=VN  «财政部副部长黎文河»
        office  person=陈文水  office=部长  country=VN  «部长陈文水»`,
      finds: [],
    },
  ],
  run(view) {
    const told = tenuresIn(view).filter((t) => Array.from(t.statement.person).length > 2 && !/兼/.test(t.statement.quote));
    const people = groupBy(told, (t) => holderOf(view, t));
    return [...people].flatMap(([person, list]) => {
      if (view.person !== undefined && view.person !== person) return [];
      const offices = new Set(list.map((t) => t.statement.office));
      const doubtful = new Set([...offices].filter((o) => [...offices].some((p) => unlikely(o, p))));
      return list.flatMap((t, i) => (doubtful.has(t.statement.office) ? (judge(t, list.slice(0, i), list.slice(i + 1)) ?? []) : []));
    });
  },
};

function judge(t: ToldOffice, before: readonly ToldOffice[], after: readonly ToldOffice[]): Found | undefined {
  const day = toldOn(t)!.min;
  const known = before.filter((b) => storyOf(b) !== storyOf(t) && toldOn(b)!.max < day && daysBetween(toldOn(b)!.max, day) <= 365);
  const [first] = known;
  const s = t.statement;
  if (!first || new Set(known.map(storyOf)).size < 2 || officesAgree(s.office, first.statement.office)) return undefined;
  if (known.some((k) => !officesAgree(k.statement.office, first.statement.office))) return undefined;
  if ([...before, ...after].some((o) => storyOf(o) === storyOf(t) && officesAgree(o.statement.office, first.statement.office)))
    return undefined;
  const next = after.find((a) => toldOn(a)!.min > day);
  const back = next !== undefined && officesAgree(next.statement.office, first.statement.office);
  const deputy = withoutDeputy(s.office) === withoutDeputy(first.statement.office);
  if (!unlikely(s.office, first.statement.office) || (!back && (!deputy || next !== undefined))) return undefined;
  const stories = new Set(known.map(storyOf)).size;
  const usual = known.at(-1)!.statement.office;
  const message = back
    ? say`${s.person} is ${s.office} here; in ${stories} stories of the year before ${usual}, and again afterwards`
    : say`${s.person} is ${s.office} here; in ${stories} stories of the year before ${usual}`;
  return { message, evidence: places(t, ...firstAndLast(known), ...(back ? [next] : [])), severity: back ? 'warning' : 'note' };
}
