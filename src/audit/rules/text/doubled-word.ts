import type { Found, Rule } from '../../rule.js';
import { placeAt, pointsIn, type Run, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

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
    return textsOf(view).flatMap(({ article, language, text }) => [
      ...(/了了|的的|与与|被被/.test(text) ? runsOf(text, smallHan).map((run) => found(article, run, run.text[0]!)) : []),
      ...phrasesTwice(text).map((run) => found(article, run, run.text.slice(0, run.text.length / 2))),
      ...runsOf(language?.startsWith('zh') && !/ (?:the the|of of|and and|to to|in in) /.test(text) ? '' : text, smallLatin).map((run) =>
        found(article, run, run.groups[0]!),
      ),
    ]);
  },
};

const smallHan = /(?<![不甚小时为除到])了了(?![解结却然事断])|(?<!目)的的(?![确士哥])|(?<![参给赋授])与与(?![会否])|(?<!植)被被/gu;
const smallLatin = /(?<![\p{L}\p{M}])(the|of|and|to|in|a|for|with|on|by|is|was|của|và|các|với|trong|на|по|из|для) \1(?![\p{L}\p{M}])/giu;

function found(article: string, run: Run, once: string): Found {
  return { message: say`"${once}" stands twice`, evidence: [placeAt(article, run)], suggestion: once };
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/**
 * Phrases of 4 to 12 Chinese characters that stand twice in a row, longest first; none that begins with 一 (一个一个). A phrase of n
 * characters twice holds a place divisible by n whose character comes again n places on: only those places are looked at.
 */
function phrasesTwice(text: string): Run[] {
  const found: { from: number; to: number }[] = [];
  for (let length = 12; length >= 4 && found.length < 50; length--) {
    const again = (i: number): boolean => i >= 0 && text.charCodeAt(i) === text.charCodeAt(i + length) && isHan(text.charCodeAt(i));
    for (let i = 0; i + length < text.length && found.length < 50; i += length) {
      if (!again(i)) continue;
      let [from, to] = [i, i + 1];
      while (from > i - length + 1 && again(from - 1)) from--;
      while (to - from < length && again(to)) to++;
      if (to - from < length || text[from] === '一' || found.some((f) => from < f.to && f.from < from + 2 * length)) continue;
      found.push({ from, to: from + 2 * length });
    }
  }
  return found.map(({ from, to }) => {
    const start = pointsIn(text, 0, from);
    return { start, end: start + (to - from), text: text.slice(from, to) };
  });
}
