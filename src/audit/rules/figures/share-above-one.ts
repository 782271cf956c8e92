import type { MessageValue, Said } from '../../../model/finding.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

export const shareAboveOne: Rule = {
  id: 'figures/share-above-one',
  severity: 'error',
  title: 'A share of more than the whole, or a fall by more than everything',
  description: `A share (占…的N%, 比重, 份额) above 100% and a fall (下降, 减少) by more than 100% cannot be. Read in the text itself, so that no
statement need rest on the sentence.

"Equal to 120% of" (相当于), growth, fulfilment of a plan (完成计划的105%) and a share that itself grew are left alone.`,
  tolerance: 'None: more than 100%.',
  source: 'Range of a share.',
  scope: 'story',
  examples: [
    {
      name: 'a share and a fall',
      record: `story a
        body 对俄出口占该省出口总额的132%。今年1月,双边贸易额同比下降113.5%。`,
      finds: [
        { at: '132%', says: ['132%'] },
        { at: '113.5%', says: ['113.5%'] },
      ],
    },
    {
      name: 'near miss: equal to, growth, a plan, a share that grew',
      record: `story a
        body 贸易额相当于上年的132%,增长132%,完成计划的105%。占比提高120%,降幅为13%,占总额的32%,同比增长140%。
        body 进口减少12%,出口增长120%。`,
      finds: [],
    },
  ],
  run(view) {
    return textsOf(view).flatMap(({ article, text }) => [
      ...over(article, text, share, (percent) => say`A share of ${percent} is more than the whole`),
      ...over(article, text, fall, (percent) => say`A fall of ${percent} is more than the whole`),
    ]);
  },
};

// between the word and the number stand no clause marks and no word that makes it growth or a comparison
const share =
  /(?:占(?!比?[提增上扩])|所占|比重为|份额为|占比为|占比达)(?:(?!增|提高|上升|扩大|完成|相当)[^,，。;；%％\n]){0,24}?(\d+(?:\.\d+)?)\s*[%％]/g;
const fall = /(?:下降|减少|下跌|降低|下滑|缩减|萎缩)(?:了|约|近|超过|逾|达|至多)?\s*(\d+(?:\.\d+)?)\s*[%％]/g;

function over(article: string, text: string, pattern: RegExp, message: (percent: MessageValue) => Said): Found[] {
  return runsOf(text, pattern)
    .filter((run) => Number(run.groups[0]) > 100)
    .map((run) => ({ message: message({ percent: run.groups[0]! }), evidence: [placeAt(article, run)] }));
}
