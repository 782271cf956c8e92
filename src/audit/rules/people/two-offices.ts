import { groupBy, places, storyOf } from '../../evidence.js';
import { segmentsOf } from '../../names.js';
import { isFormer, isSingle, officeKey, withoutDeputy } from '../../offices.js';
import type { Found, Rule } from '../../rule.js';
import { say } from '../../say.js';
import type { ToldOffice } from '../../tenures.js';
import { whose } from '../../wording.js';

export const twoOffices: Rule = {
  id: 'people/two-offices',
  severity: 'warning',
  title: 'One person in two offices that do not go together',
  description: `A story gives one person two offices of one country that nobody holds together: a minister and his own deputy (外长 and 副外长, the
commonest slip: one character), or two of head of state, head of government, speaker of parliament.

Offices that are said to be held together (兼), former, acting and coming ones, appointments (任命, 当选, 就任, 升任) and party offices beside
those of the state are left alone.`,
  tolerance: 'Offices are compared under one spelling: 外长 is 外交部长, 政府副总理 is 副总理.',
  source: 'Consistency check within one document.',
  scope: 'story',
  examples: [
    {
      name: 'a deputy lost on the way',
      record: `story a
        office  person=谢尔盖·科瓦连科  office=副外长  country=UA  «乌克兰副外长谢尔盖·科瓦连科»
        office  person=谢尔盖·科瓦连科  office=外交部长  country=UA  «乌克兰外交部长谢尔盖·科瓦连科»`,
      finds: [{ at: '外交部长', says: ['副外长', '外交部长'] }],
    },
    {
      name: 'prime minister and president',
      record: `story a
        office  person=阮文山  office=总理  country=VN  «越南总理阮文山»
        office  person=阮文山  office=国家主席  country=VN  «国家主席阮文山»`,
      finds: [{ at: '国家主席' }],
    },
    {
      name: 'near miss: one office in two spellings; held together; former; party and state; two persons',
      record: `story a
        office  person=谢尔盖·科瓦连科  office=副外长  country=UA  «乌克兰副外长谢尔盖·科瓦连科»
        office  person=谢尔盖·科瓦连科  office=外交部副部长  country=UA  «外交部副部长谢尔盖·科瓦连科»
        office  person=安德烈·科瓦连科  office=副总理  country=UA  «副总理兼外长安德烈·科瓦连科»
        office  person=安德烈·科瓦连科  office=外长  country=UA  «外长安德烈·科瓦连科»
        office  person=阮文山  office=总书记  country=VN  «总书记阮文山»
        office  person=阮文山  office=国家主席  country=VN  «国家主席阮文山»
        office  person=阮文海  office=总理  country=VN  «总理阮文海»
        office  person=阮文海  office=前国会主席  country=VN  «前国会主席阮文海»`,
      finds: [],
    },
  ],
  run(view) {
    const told = view
      .told('office')
      .filter((t) => t.statement.modality === 'actual' && t.statement.country !== null && !isFormer(t.statement.office));
    const people = groupBy(told, (t) => `${storyOf(t)} ${segmentsOf(t.statement.person).join('·')} ${t.statement.country}`);
    return [...people.values()].flatMap((list) => judge(list) ?? []);
  },
};

const together = /兼|任命|当选|就任|升任|出任|接任|改任|候任|前|原|时任|appointed|elected|former|acting|代理|曾/;

function judge(told: readonly ToldOffice[]): Found | undefined {
  if (told.some((t) => together.test(t.statement.quote))) return undefined;
  for (const [i, later] of told.entries())
    for (const earlier of told.slice(0, i)) {
      const [x, y] = [officeKey(earlier.statement.office), officeKey(later.statement.office)];
      const own = x !== y && withoutDeputy(x) === withoutDeputy(y);
      if (!own && !(isHead(x) && isHead(y) && x !== y)) continue;
      const message = say`${later.statement.person} is ${later.statement.office} here and ${earlier.statement.office} before (${whose(later.statement.country)})`;
      return { message, evidence: places(later, earlier) };
    }
  return undefined;
}

function isHead(office: string): boolean {
  return isSingle(office) && /^(?:总理|首相|总统|国家主席|国会主席|议长)$/.test(office);
}
