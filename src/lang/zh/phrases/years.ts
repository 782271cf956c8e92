import { dayTail } from './days.js';
import { byDigit, count, DIGITS, eat, type Moment, N12, N31, SMALL, sticky, type TimeMatch, TO } from './moments.js';

/** Years, months and the parts of a year: halves, quarters, runs of months. */

const YEAR_WORDS: Readonly<Record<string, Moment>> = {
  ...{ 今年: { yearOffset: 0 }, 本年: { yearOffset: 0 }, 去年: { yearOffset: -1 }, 前年: { yearOffset: -2 }, 大前年: { yearOffset: -3 } },
  ...{ 明年: { yearOffset: 1 }, 来年: { yearOffset: 1 }, 后年: { yearOffset: 2 }, 大后年: { yearOffset: 3 } },
  ...{ 同年: { spokenYear: 0 }, 当年: { spokenYear: 0 }, 翌年: { spokenYear: 1 }, 次年: { spokenYear: 1 } },
  上年: { spokenYear: -1, orStory: true },
};
const YEAR = sticky(
  `(?:(?<y>[12]\\d{3})|(?<h>[一二][${DIGITS}零○O]{3})|(?<era>(?:中华)?民国|令和|平成|昭和)(?<n>元|\\d{1,3}|[一二三四五六七八九十百零〇]{1,6})) ?年(?!代|级|的?历史|之久|来)(?:度(?![过假]))?(?:全年)?` +
    '|[今去本前明后](?:年\\((?<b>[12]\\d{3}|1[0-4]\\d)年?\\)|\\((?<r>[12]\\d{3}|1[0-4]\\d)年?\\)年)(?:度(?![过假]))?' +
    `|(?<w>大前年|大后年|今年|本年|去年|前年|明年|来年|后年|同年|当年|翌年|次年|上年)(?![龄轻纪青级产均])(?:度(?![过假]))?(?:全年)?`,
);
/** 08年; 98年 only before month and day; 113年5月20日 in a wire from Taiwan. */
const SHORT_YEAR = sticky(
  `(?:(?<z>0\\d|[〇零○][一二三四五六七八九])年(?![来间内多代级之])|(?<s>\\d\\d)年(?=${N12}月 ?${N31}[日号])|(?<roc>1[0-4]\\d)年(?=${N12}月${N31}[日号]))`,
);

/** The year before the first of an era. */
const ERAS: Readonly<Record<string, number>> = { 民国: 1911, 令和: 2018, 平成: 1988, 昭和: 1925 };

/** The year that begins at `at`. */
export function yearAt(text: string, at: number, limit: number): { end: number; year: Moment } | undefined {
  const m = eat(YEAR, text, at, limit);
  if (m) {
    const g = m.groups!;
    const end = at + m[0].length;
    // 本(2005)年, 去(112)年: the year of the calendar, or of the republic.
    const told = Number(g.b ?? g.r ?? 0);
    if (told > 0) return { end, year: { year: told < 1000 ? 1911 + told : told } };
    if (g.w) return { end, year: YEAR_WORDS[g.w]! };
    if (g.era) {
      const n = g.n === '元' ? 1 : count(g.n!);
      return n >= 1 && n < 200 ? { end, year: { year: ERAS[g.era.replace('中华', '')]! + n } } : undefined;
    }
    return { end, year: { year: g.y ? Number(g.y) : byDigit(g.h!) } };
  }
  const s = eat(SHORT_YEAR, text, at, limit);
  if (!s) return undefined;
  const { z, s: two, roc } = s.groups!;
  const before = text[at - 1] ?? '';
  if (!z && /[近隔满达第余过约了历]/.test(before)) return undefined;
  return {
    end: at + s[0].length,
    year: roc ? { year: 1911 + Number(roc) } : { shortYear: z ? (/\d/.test(z) ? Number(z) : byDigit(z)) : Number(two) },
  };
}

/** 初 that begins another word. */
const EARLY = '初(?![步级期中次始衷选审赛创现心一二三四五六七八九十])';
const FIRST_MONTHS = sticky(`[前头首](?<n>${SMALL})个?月份?`);
const LAST_MONTHS = sticky(`最后(?<n>${SMALL})个月`);
const NTH_MONTH = sticky(`第(?<n>${SMALL})个月`);
const FIRST_QUARTERS = sticky('前(?<q>[一二两三四1-4])个?季(?<du>度)?');
const QUARTERS = sticky('第?(?<a>[一二三四1-4])(?:季度?)?(?:至|到|-|—|~)第?(?<b>[一二三四1-4])季度');
const QUARTER = sticky('(?:第(?<q>[一二三四1-4])季(?<du>度)?|(?<p>[一二三四1-4])季度|首季度)(?<end>末|底|结束)?');
const FIRST_DAYS = sticky(`的?前(?<n>${SMALL})[天日](?![往来])`);
const HALF = sticky('(?:(?<a>[上前])|[下后])半年');
const MONTHS = sticky(`(?<a>${N12})${TO}(?<b>${N12})月份?(?! ?\\d{1,2}[日号])`);
/** 7、8月份: two months in a row. */
const TWO_MONTHS = sticky(`(?<a>${N12})[、和与](?<b>${N12})月份?(?! ?\\d{1,2}[日号])`);
const YEAR_END = sticky('年?(?:底|末|终)(?!端)');
const YEAR_START = sticky(`年?${EARLY}`);
const MID_YEAR = sticky('年中(?![国俄美日方欧非央])');

/** What follows a year, or stands without one: quarters, halves, runs of months, months and days. */
export function partAt(text: string, at: number, limit: number, year: Moment, hasYear: boolean): TimeMatch | undefined {
  const run = (end: number, a: number, b: number): TimeMatch | undefined =>
    b >= 1 && b <= 12 && a >= 1 && a <= 12
      ? { end, value: { shape: 'period', from: { ...year, month: a }, to: { ...year, month: b } } }
      : undefined;
  let m = eat(FIRST_MONTHS, text, at, limit);
  if (m) return run(at + m[0].length, 1, count(m.groups!.n!));
  m = eat(FIRST_QUARTERS, text, at, limit);
  if (m && (m.groups!.du || hasYear)) return run(at + m[0].length, 1, count(m.groups!.q!) * 3);
  m = hasYear ? eat(FIRST_DAYS, text, at, limit) : undefined;
  if (m) return firstDays(at + m[0].length, { ...year, month: 1 }, m);
  m = eat(HALF, text, at, limit);
  if (m) return m.groups!.a ? run(at + m[0].length, 1, 6) : run(at + m[0].length, 7, 12);
  m = eat(QUARTERS, text, at, limit);
  if (m && count(m.groups!.b!) >= count(m.groups!.a!)) return run(at + m[0].length, count(m.groups!.a!) * 3 - 2, count(m.groups!.b!) * 3);
  m = eat(QUARTER, text, at, limit);
  if (m && (!m.groups!.q || m.groups!.du || hasYear)) {
    const q = count(m.groups!.q ?? m.groups!.p ?? '1');
    if (m.groups!.end) return { end: at + m[0].length, value: { shape: 'moment', from: { ...year, month: q * 3 }, end: true } };
    return run(at + m[0].length, q * 3 - 2, q * 3);
  }
  m = eat(MONTHS, text, at, limit);
  if (m) return monthsOf(at + m[0].length, year, count(m.groups!.a!), count(m.groups!.b!));
  m = eat(TWO_MONTHS, text, at, limit);
  if (m && count(m.groups!.b!) === count(m.groups!.a!) + 1)
    return monthsOf(at + m[0].length, year, count(m.groups!.a!), count(m.groups!.b!));
  const day = monthAt(text, at, limit, year, hasYear);
  if (day || !hasYear) return day;
  m = eat(LAST_MONTHS, text, at, limit);
  if (m) return run(at + m[0].length, 13 - count(m.groups!.n!), 12);
  m = eat(NTH_MONTH, text, at, limit);
  if (m && count(m.groups!.n!) <= 12)
    return { end: at + m[0].length, value: { shape: 'moment', from: { ...year, month: count(m.groups!.n!) } } };
  m = eat(YEAR_END, text, at, limit);
  if (m) return { end: at + m[0].length, value: { shape: 'moment', from: { ...year, month: 12 }, end: true } };
  m = eat(YEAR_START, text, at, limit) ?? eat(MID_YEAR, text, at, limit);
  if (m) return { end: at + m[0].length, value: { shape: 'moment', from: year, end: true } };
  return undefined;
}

/** 11月前20天. */
function firstDays(end: number, month: Moment, m: RegExpExecArray): TimeMatch {
  return { end, value: { shape: 'period', from: { ...month, day: 1 }, to: { ...month, day: count(m.groups!.n!) } } };
}

function monthsOf(end: number, year: Moment, a: number, b: number): TimeMatch {
  // The second month has its year from the first: 10至3月 runs into the next.
  return { end, value: { shape: 'period', from: { ...year, month: a }, to: b > a ? { ...year, month: b } : { month: b } } };
}

const MONTH = sticky(
  `(?:(?<m>${N12}) ?月(?<fen>份)?|[本上下同]\\((?<n>${N12})月?\\)月|(?<w>本月|这个?月|上上个?月|上个?月|下下个?月|下个?月|当月|同月)份?(?![球亮台饼刊票相桂]))`,
);
const MONTH_WORDS: Readonly<Record<string, Moment>> = {
  ...{ 本月: { monthOffset: 0 }, 这月: { monthOffset: 0 }, 上月: { monthOffset: -1 }, 下月: { monthOffset: 1 } },
  ...{ 上上月: { monthOffset: -2 }, 下下月: { monthOffset: 2 }, 当月: { spokenMonth: true }, 同月: { spokenMonth: true } },
};
const DAYS = sticky(` ?(?<d>${N31})(?<j> ?(?:至|到|—{1,2}|[-~]) ?|日?[、和与])(?<e>${N31})[日号]`);
const DAY = sticky(` ?(?<d>${N31})[日号]`);
const NTH_WEEKDAY = sticky('的?(?:第(?<n>[一二三四五1-5])个?|最后一?个)(?:星期|周|礼拜)(?<d>[一二三四五六日天])');
const THIRD = sticky('(?<t>[上中下])旬|(?<h>[上下])半月');
const EDGE = sticky(`(?:底|末(?!端)|${EARLY})`);
/** A day of the lunar calendar, or one without its word: no day and no month that can be trusted. */
const NO_DAY = /初[一二三四五六七八九十]|廿|(?:二?十[一二三四五六七八九]|三十)(?![个名位国项家多几余万亿年月])/y;
/** Where a month in Han numerals without a year stands as one: at a stop, before another month, or led by 于, 在, 从. */
const STOPS = new RegExp(`[,。;、)\\n]|$|(?:[至到~与和-]|—{1,2})${N12} ?月`, 'y');

function monthAt(text: string, at: number, limit: number, year: Moment, hasYear: boolean): TimeMatch | undefined {
  const m = eat(MONTH, text, at, limit);
  if (!m) return undefined;
  const g = m.groups!;
  const number = g.m ?? g.n;
  const from: Moment = number ? { ...year, month: count(number) } : { ...year, ...MONTH_WORDS[g.w!.replace('个', '')]! };
  let end = at + m[0].length;
  const days = eat(DAYS, text, end, limit);
  if (days) {
    const [d, e] = [count(days.groups!.d!), count(days.groups!.e!)];
    // 11、12日 are two days; 11、15日 are no stretch.
    const follows = /[、和与]/.test(days.groups!.j!) ? e === d + 1 : e > d;
    if (follows) return { end: end + days[0].length, value: { shape: 'period', from: { ...from, day: d }, to: { ...from, day: e } } };
  }
  const day = eat(DAY, text, end, limit);
  if (day) {
    end = dayTail(text, end + day[0].length, limit);
    return { end, value: { shape: 'moment', from: { ...from, day: count(day.groups!.d!) } } };
  }
  const nth = eat(NTH_WEEKDAY, text, end, limit);
  if (nth) {
    const weekday = '一二三四五六日'.indexOf(nth.groups!.d === '天' ? '日' : nth.groups!.d!) + 1;
    const which = nth.groups!.n ? count(nth.groups!.n) : -1;
    return { end: dayTail(text, end + nth[0].length, limit), value: { shape: 'moment', from: { ...from, nth: which, weekday } } };
  }
  const opening = eat(FIRST_DAYS, text, end, limit);
  if (opening) return firstDays(end + opening[0].length, from, opening);
  const third = eat(THIRD, text, end, limit);
  if (third) {
    const [a, b] = thirds[third[0]]!;
    end += third[0].length;
    return { end, value: { shape: 'period', from: { ...from, day: a }, to: b === 0 ? { ...from, monthEnd: true } : { ...from, day: b } } };
  }
  const edge = eat(EDGE, text, end, limit);
  if (edge) return { end: end + edge[0].length, value: { shape: 'moment', from } };
  if (g.m && /\D/.test(g.m)) {
    NO_DAY.lastIndex = end;
    if (NO_DAY.test(text)) return undefined;
    STOPS.lastIndex = end;
    if (!hasYear && !g.fen && !(STOPS.test(text) || /[于在从自至到]/.test(text[at - 1] ?? ''))) return undefined;
  } else if (g.m && !hasYear && !g.fen && /[\d日号]/.test(text[end] ?? '')) return undefined;
  return { end, value: { shape: 'moment', from } };
}

const thirds: Readonly<Record<string, readonly [number, number]>> = {
  ...{ 上旬: [1, 10], 中旬: [11, 20], 下旬: [21, 0], 上半月: [1, 15], 下半月: [16, 0] },
};
