import { groupBy } from '../../evidence.js';
import { bodyLines } from '../../lines.js';
import type { Rule } from '../../rule.js';
import { placeAt } from '../../runs.js';
import { say } from '../../say.js';

export const bodyRepeated: Rule = {
  id: 'text/body-repeated',
  severity: 'warning',
  title: 'A paragraph of the body stands there twice',
  description: `The same paragraph, of forty characters or more, comes twice in the body of one story: the text was pasted twice, or a paragraph was moved
and not taken away. The first repeated paragraph is the place; the message says how many there are.

Title, lead and captions repeat a sentence of the body in a third of all stories: that is how pages are made, and is not reported.`,
  tolerance: 'Width, spaces and punctuation at the ends do not count.',
  source: 'Duplicate detection within one document.',
  scope: 'story',
  examples: [
    {
      name: 'one paragraph again',
      record: `story a
        body 双方一致认为,两国关系近年来取得积极进展,政治互信不断加深,经贸合作日益扩大,人文交流更加密切,前景十分广阔。
        body 会后双方签署了文件。
        body 双方一致认为,两国关系近年来取得积极进展,政治互信不断加深,经贸合作日益扩大,人文交流更加密切,前景十分广阔。`,
      finds: [{ at: '双方一致认为', says: ['1 paragraph'] }],
    },
    {
      name: 'near miss: the lead repeats the body; short lines; another story on the page',
      record: `story a
        lead 双方一致认为,两国关系近年来取得积极进展,政治互信不断加深,经贸合作日益扩大,人文交流更加密切,前景十分广阔。
        body 双方一致认为,两国关系近年来取得积极进展,政治互信不断加深,经贸合作日益扩大,人文交流更加密切,前景十分广阔。
        body 会后双方签署了文件。
        body 会后双方签署了文件。
        item 1
        body 双方一致认为,两国关系近年来取得积极进展,政治互信不断加深,经贸合作日益扩大,人文交流更加密切,前景十分广阔。`,
      finds: [],
    },
  ],
  run(view) {
    const fold = (text: string): string =>
      text
        .normalize('NFKC')
        .replace(/\s+/gu, '')
        .replace(/[.。!]+$/u, '');
    const begins = groupBy(bodyLines(view), ({ article, line }) =>
      line.end - line.start < 40 ? undefined : `${article} ${line.item} ${line.text.trimStart().slice(0, 6)}`,
    );
    // folding is dear: only lines that begin alike
    const alike = [...begins.values()].filter((lines) => lines.length > 1).flat();
    const long = alike.filter(({ line }) => Array.from(fold(line.text)).length >= 40);
    return [...groupBy(long, ({ article, line }) => `${article} ${line.item}`).values()].flatMap((lines) => {
      const repeated = [...groupBy(lines, ({ line }) => fold(line.text)).values()].filter((same) => same.length > 1);
      const [first] = repeated;
      if (!first) return [];
      const evidence = [first[1]!, first[0]!].map(({ article, line }) => placeAt(article, line));
      return [
        {
          message:
            repeated.length > 1
              ? say`${repeated.length} paragraphs of the body stand there twice`
              : say`1 paragraph of the body stands there twice`,
          evidence,
        },
      ];
    });
  },
};
