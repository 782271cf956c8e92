import type { Found, Rule } from '../../rule.js';
import { type Match, placeAt, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

export const durationAndYears: Rule = {
  id: 'time/duration-and-years',
  severity: 'error',
  title: 'An anniversary is not as many years as the dates in brackets',
  description: `An anniversary is followed by its first and last date in brackets: 建交30周年(1992年1月24日—2022年1月24日), 30 years (1992-2022). The years
between must be the number said. Where the two dates are right, the suggestion is the anniversary that they give; it may as well be
that a year is wrong, so that it is a proposal and no more.

For 年 without 周 (合作30年) counting both the first and the last year is usual, and one more is allowed.`,
  tolerance: 'None for 周年 and "anniversary"; one year for plain years.',
  source: 'Difference of calendar years.',
  scope: 'story',
  examples: [
    {
      name: 'one year too many',
      record: `story a
        body 值此两国建交56周年(1970年7月21日—2025年7月21日)之际,双方互致贺电。`,
      finds: [{ at: '56周年', says: ['1970', '2025', '55'], suggestion: '55周年' }],
    },
    {
      name: 'dotted dates, years the wrong way round',
      record: `story a
        body 建交30周年(1993.1.24~2022.1.24)。建党95周年(2025—1930年)。`,
      finds: [{ at: '30周年', suggestion: '29周年' }, { at: '95周年' }],
    },
    {
      name: 'near miss: right years, years of work counted in full, something else in brackets',
      record: `story a
        body 建交30周年(1992.1.24~2022.1.24),合作11年(2015—2025年),建交75周年(1950年)纪念,成立10周年(第2025-2020号决定)。`,
      finds: [],
    },
  ],
  run(view) {
    return textsOf(view).flatMap(({ article, text }) =>
      runsOf(text, pattern).flatMap((run) => (/\d/.test(run.before) ? [] : judge(article, run))),
    );
  },
};

// 30周年(1992年1月24日—2022年1月24日): the number, 周 or not, both years
const pattern =
  /(\d{1,3})\s?(周?)年(?:纪念日?|国庆日?)?\s?[(（]\s?((?:1[6-9]|20)\d\d)(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[./]\d{1,2}[./]\d{1,2})?\s?(?:—|–|-|~|～|至|到){1,2}\s?((?:1[6-9]|20)\d\d)(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[./]\d{1,2}[./]\d{1,2})?\s?[)）]/g;

function judge(article: string, run: Match): Found[] {
  const [said, from, to] = [Number(run.groups[0]), Number(run.groups[2]), Number(run.groups[3])];
  const years = to - from;
  if (said === years || (run.groups[1] === '' && said === years + 1)) return [];
  const words = `${run.groups[0]}${run.groups[1]}年`;
  const place = { ...run, end: run.start + Array.from(run.text.slice(0, run.text.indexOf('年') + 1)).length };
  const first = placeAt(article, { ...place, text: run.text.slice(0, run.text.indexOf('年') + 1) });
  const message = say`${words} is said, but from ${from} to ${to} it is ${years} years`;
  const evidence = [first, placeAt(article, run)];
  return years > 0 ? [{ message, evidence, suggestion: `${years}${run.groups[1]}年` }] : [{ message, evidence }];
}
