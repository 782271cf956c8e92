import { groupBy, places, storyOf } from '../../evidence.js';
import { segmentsOf } from '../../names.js';
import { isFormer, officesAgree } from '../../offices.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';
import { isStated } from '../../series.js';
import { whose } from '../../wording.js';

export const twoCountries: Rule = {
  id: 'people/two-countries',
  severity: 'warning',
  title: 'One person in the service of two countries in a story',
  description: `A story gives one full name (three characters or more, or a name with a dot) the same office of two different countries. Two persons may
share a short name; the same full name in the same office, abroad, is nearly always a slip of the country. Only where both sentences name
the country themselves.

Ambassadors stand between two countries and texts name either; they are left alone, and so are offices of groups of states.`,
  tolerance: 'None.',
  source: 'Consistency check within one document.',
  scope: 'story',
  examples: [
    {
      name: 'foreign minister of two countries',
      record: `story a
        office  person=安娜·林德贝格  office=外交部长  country=SE  «瑞典外交部长安娜·林德贝格»
        office  person=安娜·林德贝格  office=外长  country=CH  «瑞士外长安娜·林德贝格»`,
      finds: [{ at: '瑞士', says: ['SE', 'CH'] }],
    },
    {
      name: 'near miss: another office, an ambassador, a group of states',
      record: `story a
        office  person=安娜·林德贝格  office=外交部长  country=SE  «瑞典外交部长安娜·林德贝格»
        office  person=安娜·林德贝格  office=联合主席  country=NO  «挪威方面联合主席安娜·林德贝格»
        office  person=阮文江  office=大使  country=VN  «越南驻泰大使阮文江»
        office  person=阮文江  office=大使  country=TH  «泰国大使阮文江»
        office  person=黎文河  office=主席  country=VN  «越南轮值主席黎文河»
        office  person=黎文河  office=主席  country=ASEAN  «东盟主席黎文河»`,
      finds: [],
    },
  ],
  run(view) {
    const told = view.told('office').filter((t) => {
      const { person, country, office, modality } = t.statement;
      return (
        /^[A-Z]{2}$/.test(country ?? '') &&
        modality === 'actual' &&
        Array.from(person).length >= 3 &&
        isStated(t, 'country') &&
        !isFormer(office) &&
        !/大使|领事|代表|顾问/.test(office)
      );
    });
    return [...groupBy(told, (t) => `${storyOf(t)} ${segmentsOf(t.statement.person).join('·')}`).values()].flatMap((list) => {
      const [first] = list;
      const other = list.find(
        (t) => t.statement.country !== first!.statement.country && officesAgree(t.statement.office, first!.statement.office),
      );
      if (!other) return [];
      const message = say`${other.statement.person} is ${other.statement.office} of ${whose(other.statement.country)} here and of ${whose(first!.statement.country)} before`;
      return [{ message, evidence: places(other, first!) }];
    });
  },
};
