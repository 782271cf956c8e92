import type { Found, Rule } from '../../rule.js';
import { type Match, placeAt, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

export const runTogetherName: Rule = {
  id: 'text/run-together-name',
  severity: 'note',
  title: 'First name and surname in Latin letters run together',
  description: `In brackets after a Chinese name stands a Latin name without its space (SergeyKovalenko). Names that are written so (McDonald, MacArthur,
LeBron, DeSantis, FitzGerald, iPhone, VinFast) and names of companies outside brackets are left alone: both parts must have four letters or
more, and the brackets must follow a name with a middle dot.`,
  tolerance: 'None: the suggestion replaces the place character for character.',
  source: 'Counts of damage in news copy.',
  scope: 'story',
  examples: [
    {
      name: 'a minister',
      record: `story a
        body 乌克兰外长谢尔盖·科瓦连科(SergeyKovalenko)会见客人。`,
      finds: [{ at: 'SergeyKovalenko', suggestion: 'Sergey Kovalenko' }],
    },
    {
      name: 'near miss: names written so, companies, capitals',
      record: `story a
        body 罗纳德·麦克唐纳(Ronald McDonald)、罗恩·德桑蒂斯(Ron DeSantis)、科技公司(VinFast)、安娜·林德贝格(Anna Lindberg)、驻华使馆(EMBASSY)。`,
      finds: [],
    },
  ],
  run(view) {
    return textsOf(view).flatMap(({ article, text }) =>
      runsOf(
        /[(（]\p{Lu}\p{Ll}{3,}\p{Lu}\p{Ll}{3,}[)）]/u.test(text) ? text : '',
        /(?<=[·•・‧]\p{Script=Han}{1,12}[(（])(\p{Lu}\p{Ll}{3,})(\p{Lu}\p{Ll}{3,})(?=[)）])/gu,
      ).map((run) => found(article, run)),
    );
  },
};

function found(article: string, run: Match): Found {
  const apart = `${run.groups[0]} ${run.groups[1]}`;
  return { message: say`${run.text} is two names run together`, evidence: [placeAt(article, run)], suggestion: apart };
}
