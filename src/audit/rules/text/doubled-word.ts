import type { Found, Rule } from '../../rule.js';
import { placeAt, type Run, runsOf, textsOf } from '../../runs.js';

export const doubledWord: Rule = {
  id: 'text/doubled-word',
  severity: 'note',
  title: 'A word typed twice',
  description: `A small word that is never doubled (了了, 与与, 被被, 的的; the the, của của), or a phrase of four characters or more that stands twice in a
row. What is doubled on purpose or by chance of neighbouring words is left alone: 为了了解, 目的的, 的的确确, 了了解解, chants of two or three
characters, 一个节点一个节点.`,
  tolerance: 'None: the suggestion replaces the place character for character.',
  source: 'Proof-reading lists.',
  scope: 'story',
  examples: [
    {
      name: 'small words and a phrase',
      record: `story a
        body 他接受了了采访,越南与与老挝的的双边贸易额双边贸易额增长。It is the the same.`,
      finds: [
        { at: '了了', suggestion: '了' },
        { at: '与与', suggestion: '与' },
        { at: '的的', suggestion: '的' },
        { at: '双边贸易额双边贸易额', suggestion: '双边贸易额' },
        { at: 'the the', suggestion: 'the' },
      ],
    },
    {
      name: 'near miss: words that meet, and words doubled on purpose',
      record: `story a
        body 为了了解情况,实现目的的途径,的的确确,除了了结此案,参与与否,给与与会者,热烈热烈,一个环节一个环节抓,研究研究,that had had an effect, 0000 0000。`,
      finds: [],
    },
  ],
  run(view) {
    return textsOf(view).flatMap(({ article, text }) => [
      ...runsOf(
        text,
        /(?<![不甚小时为除到])了了(?![解结却然事断])|(?<!目)的的(?![确士哥])|(?<![参给赋授])与与(?![会否])|(?<!植)被被/gu,
      ).map((run) => found(article, run, run.text[0]!)),
      ...runsOf(text, /(?!一)(\p{Script=Han}{4,12})\1/gu).map((run) => found(article, run, run.groups[0]!)),
      ...runsOf(
        text,
        /(?<![\p{L}\p{M}])(the|of|and|to|in|a|for|with|on|by|is|was|của|và|các|với|trong|của|на|по|из|для) \1(?![\p{L}\p{M}])/giu,
      ).map((run) => found(article, run, run.groups[0]!)),
    ]);
  },
};

function found(article: string, run: Run, once: string): Found {
  return { message: `"${once}" stands twice`, evidence: [placeAt(article, run)], suggestion: once };
}
