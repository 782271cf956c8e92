import type { Found, Rule } from '../../rule.js';
import { type Match, placeAt, runsOf, textsOf } from '../../runs.js';
import { say } from '../../say.js';

export const intervalReversed: Rule = {
  id: 'time/interval-reversed',
  severity: 'warning',
  title: 'A stretch of time that ends before it begins',
  description: `From one day to an earlier day of the same month (3月25日至22日), or from one year to an earlier year (2025年至2020年, 2025-2020). The ends
are in the wrong order, or the second month is missing (5月28日至6月3日 told as 5月28日至3日).

A stretch over the turn of the year (12月28日至1月3日) is in order. Years are read only with 年 at the end, so that ratios, numbers of files and
scores stay out.`,
  tolerance: 'None.',
  source: 'Order of time.',
  scope: 'story',
  examples: [
    {
      name: 'days and years',
      record: `story a
        body 3月25日至22日对越南进行访问。2025年至2020年计划。2026—2021年阶段。`,
      finds: [{ at: '3月25日至22日' }, { at: '2025年至2020年' }, { at: '2026—2021年' }],
    },
    {
      name: 'near miss: in order, over a month or a year, dates of two things, files',
      record: `story a
        body 3月22日至25日访问,5月28日至6月3日访问,12月28日至1月3日访问,2016-2020年,2020/2019年度,25日22时,第2025-2020号,2025年比2020年。`,
      finds: [],
    },
  ],
  run(view) {
    const link = '(?:日?\\s?[至到~～—–-]{1,2}\\s?)';
    const days = new RegExp(`\\d{1,2}月(\\d{1,2})${link}(\\d{1,2})日`, 'g');
    const years = /((?:19|20)\d\d)年?\s?(?:至|到|~|～|—|–|-){1,2}\s?((?:19|20)\d\d)年/g;
    return textsOf(view).flatMap(({ article, text }) =>
      [...runsOf(text, days), ...runsOf(text, years)]
        .filter((run) => Number(run.groups[1]) < Number(run.groups[0]) && !/[\d第-]/.test(run.before))
        .map((run) => found(article, run)),
    );
  },
};

function found(article: string, run: Match): Found {
  return {
    message: say`From ${run.groups[0]!} to ${run.groups[1]!}: the end comes before the beginning`,
    evidence: [placeAt(article, run)],
  };
}
