import { groupBy, places, storyOf } from '../../evidence.js';
import { segmentsOf } from '../../names.js';
import type { Rule } from '../../rule.js';
import { say } from '../../say.js';

export const twoLatinNames: Rule = {
  id: 'people/two-latin-names',
  severity: 'warning',
  title: 'One person with two spellings in Latin letters in a story',
  description: `The same name in Chinese characters has two different names in Latin letters after it within one story (Sergei and Sergey). Between
stories spellings do differ and are not compared. Capitals, spaces, dots and accents do not count, and a shorter form that is part of the
longer one (initials, the surname alone) is the same.`,
  tolerance: 'Letters only; accents removed.',
  source: 'Consistency check within one document.',
  scope: 'story',
  examples: [
    {
      name: 'two transcriptions',
      record: `story a
        office  person=谢尔盖·科瓦连科  office=副部长  country=UA  latin=Sergei Kovalenko  «乌克兰副部长谢尔盖·科瓦连科(Sergei Kovalenko)»
        office  person=谢尔盖·科瓦连科  office=团长  country=UA  latin=Serhii Kovalenko  «团长谢尔盖·科瓦连科(Serhii Kovalenko)»`,
      finds: [{ at: 'Serhii', says: ['Sergei Kovalenko', 'Serhii Kovalenko'] }],
    },
    {
      name: 'near miss: capitals, run together, an initial, another person',
      record: `story a
        office  person=谢尔盖·科瓦连科  office=副部长  country=UA  latin=Sergei Kovalenko  «副部长谢尔盖·科瓦连科(Sergei Kovalenko)»
        office  person=谢尔盖·科瓦连科  office=团长  country=UA  latin=SergeiKovalenko  «团长谢尔盖·科瓦连科(SergeiKovalenko)»
        office  person=谢尔盖·科瓦连科  office=部长  country=UA  latin=S. KOVALENKO  «部长谢尔盖·科瓦连科(S. KOVALENKO)»
        office  person=安德烈·科瓦连科  office=顾问  country=UA  latin=Andrii Kovalenko  «顾问安德烈·科瓦连科(Andrii Kovalenko)»`,
      finds: [],
    },
  ],
  run(view) {
    const named = view.told('office').filter((t) => t.statement.latin !== null);
    return [...groupBy(named, (t) => `${storyOf(t)} ${segmentsOf(t.statement.person).join('·')} ${t.statement.country}`).values()].flatMap(
      (told) => {
        const [first] = told;
        const other = told.find((t) => !sameName(first!.statement.latin!, t.statement.latin!));
        if (!other) return [];
        const message = say`${other.statement.person} is "${other.statement.latin!}" here and "${first!.statement.latin!}" before`;
        return [{ message, evidence: places(other, first!) }];
      },
    );
  },
};

function words(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return plain
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((w) => w !== '');
}

/** Equal, or each word of the shorter one is, or begins, a word of the longer one. */
function sameName(a: string, b: string): boolean {
  const [short, long] = [words(a), words(b)].sort((x, y) => x.length - y.length);
  return short!.every((w) => long!.some((v) => v === w || (w.length === 1 && v.startsWith(w)) || (v.length === 1 && w.startsWith(v))));
}
