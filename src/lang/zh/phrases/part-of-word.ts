import type { Chart } from '../../../grammar/chart.js';

/** Classes of words in which the name of a state is none. */
export const OTHER_WORDS: ReadonlySet<string> = new Set([
  'country',
  'group',
  'city',
  'region1',
  'region',
  'common',
  'orghead',
  'org',
  'ministry',
  'river-sea',
  'seat',
  'v',
  'lv',
  'historic',
  'agency',
  'office',
  'field',
  'currency',
  'peninsula',
]);

/** Whether a known word covers the two characters, or begins between them or before them and overlaps. */
export function isPartOfWord(chart: Chart, start: number, end: number): boolean {
  for (let at = Math.max(chart.span.start, start - 5); at < end; at++) {
    for (const w of chart.startingAt(at)) {
      if (w.end <= start || w.end - w.start < 2 || !OTHER_WORDS.has(w.cls)) continue;
      // 发展中越关系: no 发展中.
      if (w.end - w.start === 3 && chart.text.startsWith('发展中', w.start) && !/[国经地世]/.test(chart.char(w.end))) continue;
      // 4月中秘两国, 去年中秘建交: no middle of the month.
      if (/^[年月]中$/.test(chart.text.slice(w.start, w.end)) && /[0-9一二三四五六七八九十去今明当同]/.test(chart.char(w.start - 1)))
        continue;
      // 泰老友谊大桥: no old friend; 韩美元首: no dollar.
      if (chart.text.startsWith('老友谊', w.start) || (chart.char(w.end - 1) === '元' && chart.char(w.end) === '首')) continue;
      if (at < start || w.end >= end || at > start) return true;
    }
  }
  return false;
}
