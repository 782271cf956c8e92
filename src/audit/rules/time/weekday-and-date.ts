import { edtf, isEdtf } from '../../../model/values/edtf.js';
import { publishedOn } from '../../evidence.js';
import { dayNumber, yearOf } from '../../periods.js';
import type { Found, Rule } from '../../rule.js';
import { placeAt, type Run, runsOf } from '../../runs.js';
import { say } from '../../say.js';
import { when } from '../../wording.js';

export const weekdayAndDate: Rule = {
  id: 'time/weekday-and-date',
  severity: 'error',
  title: 'A date is not on the day of the week that is named with it',
  description: `A date and a day of the week stand side by side, in either order (3月5日(星期三), 周三(3月5日), Wednesday, 5 March 2025). The calendar says
which day it was. Without a year the story's own year is taken, for the main story of a dated page only, and then the finding is a warning;
the year before and after are tried too, and one that fits is enough.`,
  tolerance: 'None.',
  source: 'Gregorian calendar.',
  scope: 'story',
  examples: [
    {
      name: 'with the year, with the year of the story, in English',
      record: `story a  published=2025-03-06
        body 双方于2025年3月5日(星期四)举行会谈。会议将于8月16日星期一开幕。
        body Talks were held on Tuesday, 5 March 2025.`,
      finds: [
        { at: '星期四', severity: 'error', says: ['2025-03-05', 'Wednesday'] },
        { at: '星期一', severity: 'warning' },
        { at: 'Tuesday', says: ['Wednesday'] },
      ],
    },
    {
      name: 'near miss: right days, a day of the week for another date, no year at all',
      record: `story a  published=2025-03-06
        body 双方于2025年3月5日(星期三)举行会谈。周四(3月6日)签字。从3月5日到下星期一。2024年2月29日星期四。
        story b
        body 3月5日星期一`,
      finds: [],
    },
  ],
  run(view) {
    return view.articles().flatMap((article) => {
      const day = publishedOn(article)?.max;
      const text = view.text(article.id);
      if (!/星期|周[一二三四五六日天]|礼拜|day/.test(text)) return [];
      const inItem = (at: number): number => article.passages.find((p) => at >= p.start && at < p.end)?.item ?? 0;
      const dates = patterns.flatMap(({ pattern, parts }) => runsOf(text, pattern).map((run) => ({ run, ...parts(run.groups) })));
      return dates.flatMap(({ run, year, month, date, weekday }) => {
        const fallback = day !== undefined && inItem(run.start) === 0 ? [0, -1, 1].map((d) => yearOf(day) + d) : [];
        return judge(article.id, run, year === undefined ? fallback : [year], month, date, weekday, year !== undefined) ?? [];
      });
    });
  },
};

const zhDays = '日一二三四五六';
const enDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const enMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Parts {
  year: number | undefined;
  month: number;
  date: number;
  weekday: number;
}
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const zhDay = (text: string): number => Math.max(0, zhDays.indexOf(text.replace('天', '日')));
const zhDate = '(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日';
const zhWeekday = '(?:星期|周|礼拜)([一二三四五六日天])(?!期|年|刊|边|围|报)';

const patterns: readonly { pattern: RegExp; parts(g: readonly (string | undefined)[]): Parts }[] = [
  {
    pattern: new RegExp(`(?<!\\d)${zhDate}\\s?[(（,，]?\\s?${zhWeekday}`, 'g'),
    parts: ([y, m, d, w]) => ({ year: number(y), month: Number(m), date: Number(d), weekday: zhDay(w!) }),
  },
  {
    pattern: new RegExp(`${zhWeekday}\\s?[(（,，]\\s?${zhDate}`, 'g'),
    parts: ([w, y, m, d]) => ({ year: number(y), month: Number(m), date: Number(d), weekday: zhDay(w!) }),
  },
  {
    pattern: new RegExp(`(${enDays.join('|')}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (${enMonths.join('|')})(?:,? (\\d{4}))?`, 'g'),
    parts: ([w, d, m, y]) => ({ year: number(y), month: enMonths.indexOf(m!) + 1, date: Number(d), weekday: enDays.indexOf(w!) }),
  },
  {
    pattern: new RegExp(`(${enDays.join('|')}),? (${enMonths.join('|')}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`, 'g'),
    parts: ([w, m, d, y]) => ({ year: number(y), month: enMonths.indexOf(m!) + 1, date: Number(d), weekday: enDays.indexOf(w!) }),
  },
];

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: string): number => (((dayNumber(day) + 4) % 7) + 7) % 7;

function judge(
  article: string,
  run: Run,
  years: readonly number[],
  month: number,
  date: number,
  weekday: number,
  stated: boolean,
): Found | undefined {
  const days = years.map((y) => edtf(y, month, date)).filter(isEdtf);
  const [day] = days;
  if (day === undefined || days.some((d) => weekdayOf(d) === weekday)) return undefined;
  return {
    message: say`${when(day)} was a ${{ weekday: weekdayOf(day) }}, not a ${{ weekday }}`,
    evidence: [placeAt(article, run)],
    severity: stated ? 'error' : 'warning',
  };
}
