import { daysInMonth, edtf } from '../../model/values/edtf.js';
import type { Stamp } from '../../text/page-table.js';
import { agencyAt } from './datelines.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const HAN_MONTHS = '一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ');

/** A full date in the ways in which pages print it. 05/11/2021 is read day first, as the pages that put the year last do. */
const FULL: readonly RegExp[] = [
  /(?<y>(?:19|20)\d\d) ?[年./-] ?(?<m>\d{1,2}) ?[月./-] ?(?<d>\d{1,2})(?!\d)日?/,
  /^(?<roc>1[0-4]\d|[89]\d)年(?<m>\d{1,2})月(?<d>\d{1,2})日$/,
  /民国 ?(?<roc>\d{2,3}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?日/,
  /(?<!\d)(?<d>\d{1,2})[./-](?<m>\d{1,2})[./-](?<y>(?:19|20)\d\d)(?!\d)/,
  /(?<!\d)(?<d>\d{1,2}) (?<name>[A-Z][a-z]{2,8})\.? (?<y>(?:19|20)\d\d)(?!\d)/,
  /(?<name>[A-Z][a-z]{2,8})\.? (?<d>\d{1,2}), ?(?<y>(?:19|20)\d\d)(?!\d)/,
  /(?<han>十[一二]?|[一二三四五六七八九])月份? ?(?<d>\d{1,2}), ?(?<y>(?:19|20)\d\d)(?!\d)/,
  /(?<!\d)(?<d>\d{1,2}) ?(?:(?<m>\d{1,2})|(?<han>十[一二]?|[一二三四五六七八九]))月份?,? ?(?<y>(?:19|20)\d\d)(?!\d)/,
];

const KEYS =
  /此内容发布于|最后更新时间|最后更新|更新时间|更新日期|发布时间|发布日期|发表时间|发表日期|发稿时间|出版时间|刊登时间|上传时间|时间|日期|发布于?|发表于?|更新于?|出版|内容来源|稿件来源|文章来源|新闻来源|信息来源|消息来源|来源|撰稿|撰文|作者|责任编辑|责编|编辑|(?<!答)记者(?!会|招待会|见面会|问)|字号|字体|浏览次数|浏览|阅读|点击|评论|分享|打印|滚动|参与互动|我来说两句|北京时间|当地时间|原标题|稿源|\b(?:write|update[d]?|published|posted|date|print|source)\b/gi;
const CLOCK = /第\d+版|中文|\d{1,2}:\d\d(?::\d\d)?|[上下]午|星期[一二三四五六日天]|周[一二三四五六日]|\b(?:AM|PM|GMT|UTC)\b/gi;
const ADDRESS = /(?:https?:\/\/)?[\w-]+(?:\.[\w-]+){1,4}(?:\/[\w./?=&%-]*)?/gi;

/** A clock in the corner of the page: the day of the visit, not of the story. */
const VISIT = /^(?:现在|当前|今天|今日|中国|本地|系统)(?:时间|日期)|^(?:现在|今天|今日)是/;

/**
 * The line with the day of the page (2016年03月02日 10:21 来源:新华网 | 字号). Takes a whole folded line; `date` is the day as EDTF, `null` where
 * the line has its words and no full date; `undefined` for every other line.
 */
export function stampOf(line: string): Stamp | undefined {
  if (line.length > 160 || line.includes('。') || VISIT.test(line)) return undefined;
  const found = dayIn(line);
  const keyed = line.search(KEYS) >= 0;
  if (!found) return keyed && hanLeft(line) <= 1 && /[:]/.test(line) ? { date: null, start: 0, end: line.length, keyed } : undefined;
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`;
  const left = hanLeft(rest);
  const timed = rest.search(CLOCK) >= 0;
  const before = hanLeft(line.slice(0, found.start));
  const fits = keyed ? left <= 16 && before <= 8 : timed ? left <= 18 && before <= 6 : left <= 1;
  return fits && !/[!?;]|,(?=[\u4e00-\u9fff])/.test(rest) ? { ...found, keyed } : undefined;
}

function dayIn(line: string): { date: string; start: number; end: number } | undefined {
  for (const pattern of FULL) {
    const m = pattern.exec(line);
    if (!m) continue;
    const g = m.groups!;
    const year = g.roc === undefined ? Number(g.y) : Number(g.roc) + 1911;
    let month = g.han ? HAN_MONTHS.indexOf(g.han) + 1 : g.name ? MONTHS.indexOf(g.name.slice(0, 3).toLowerCase()) + 1 : Number(g.m);
    let day = Number(g.d);
    if (month > 12 && day <= 12) [month, day] = [day, month];
    if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))
      return { date: edtf(year, month, day), start: m.index, end: m.index + m[0].length };
  }
  return undefined;
}

/** How many Han characters a line has beside the words of a date line and the names of agencies. */
function hanLeft(text: string): number {
  const bare = text.replace(ADDRESS, ' ').replace(CLOCK, ' ').replace(KEYS, ' ');
  let left = 0;
  for (let i = 0; i < bare.length; ) {
    const agency = agencyAt(bare, i);
    if (agency !== '') {
      i += agency.length;
      continue;
    }
    if (/[\u4e00-\u9fff]/.test(bare[i]!)) left++;
    i++;
  }
  return left;
}

/** The day in the number that closes a story of CNA: seven digits, the year counted from 1911 (1130815). `null` for any other end. */
export function dayOfCode(endmark: string): string | null {
  const m = /(?<!\d)(?<roc>0?[89]\d|1\d\d)(?<m>\d\d)(?<d>\d\d)$/.exec(endmark.trim());
  if (!m) return null;
  const [year, month, day] = [Number(m.groups!.roc) + 1911, Number(m.groups!.m), Number(m.groups!.d)];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? edtf(year, month, day) : null;
}
