import { dayTail } from './days.js';
import { count, eat, type Moment, N12, SMALL, sticky, type TimeMatch, type TimeValue } from './moments.js';

/** Expressions that lean on the day of the story or on the day last spoken of, and those that name decades and centuries. */

const DAY_WORDS: Readonly<Record<string, Moment>> = {
  ...{
    今: { dayOffset: 0 },
    昨: { dayOffset: -1 },
    明: { dayOffset: 1 },
    前: { dayOffset: -2 },
    后: { dayOffset: 2 },
    本: { dayOffset: 0 },
  },
  ...{
    大前: { dayOffset: -3 },
    大后: { dayOffset: 3 },
    当: { spokenDay: 0 },
    同: { spokenDay: 0 },
    次: { spokenDay: 1 },
    翌: { spokenDay: 1 },
    前一: { spokenDay: -1 },
  },
};
const DAY_WORD = sticky(
  '(?<w>[今昨明])[天日](?!头条|俄罗斯|之[后子]|说法)|(?<n>[今昨明])[晚晨早夜](?![宴会报])|(?<f>大?[前后])天(?!下|然|气|空|赋|津)|(?<s>当|同|次|翌|前一)(?:天|日|晚)(?!本|元|报)|同一天',
);
/** 今明两天: the first of two days in a row. */
const DAYS_IN_A_ROW = sticky('(?<a>昨(?=今)|今(?=明)|明(?=后))[今明后](?:两|二)[天日]');
const SHORT_DAY = sticky('(?<w>[今昨明本])\\((?<d>3[01]|[12]\\d|0?[1-9])日?\\)日?');
const IN_BRACKETS = sticky(`\\((?:(?<m>${N12})月)?(?<d>3[01]|[12]\\d|0?[1-9])[日号]\\)`);

/** 今天, 昨晚, 次日, 昨(26)日, 今天(11月11日). */
function dayWordAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const short = eat(SHORT_DAY, text, at, limit);
  if (short) {
    const from: Moment = { ...DAY_WORDS[short.groups!.w!]!, day: Number(short.groups!.d) };
    return { end: dayTail(text, at + short[0].length, limit), value: { shape: 'moment', from } };
  }
  if (text[at - 1] === '《') return undefined;
  const row = eat(DAYS_IN_A_ROW, text, at, limit);
  if (row) {
    const from = DAY_WORDS[row.groups!.a!]!;
    return { end: at + row[0].length, value: { shape: 'period', from, to: { dayOffset: from.dayOffset! + 1 } } };
  }
  const m = eat(DAY_WORD, text, at, limit);
  if (!m) return undefined;
  const { w, n, f, s } = m.groups!;
  return dated(text, dayTail(text, at + m[0].length, limit), limit, DAY_WORDS[w ?? n ?? f ?? s ?? '同']!);
}

/** The same with the day that follows in brackets. */
function dated(text: string, at: number, limit: number, word: Moment): TimeMatch {
  const m = eat(IN_BRACKETS, text, at, limit);
  if (!m) return { end: at, value: { shape: 'moment', from: word } };
  const day = Number(m.groups!.d);
  const offset = word.dayOffset === undefined ? {} : { dayOffset: word.dayOffset };
  const from: Moment = m.groups!.m ? { ...offset, month: count(m.groups!.m), day } : { ...offset, day };
  return { end: dayTail(text, at + m[0].length, limit), value: { shape: 'moment', from } };
}

const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };
const WEEK = sticky(
  '(?<k>上上|上|本|这|下下|下)?(?<g>个)?(?:星期|周|礼拜)(?:(?<d>[一二三四五六日天])(?![次度])|(?<e>末)|(?![年边围刊报转旋期长折密全知恩缘遭到岁]))',
);

/** 周三, 上周五, 下周, 上周末. */
function weekAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const m = eat(WEEK, text, at, limit);
  if (!m) return undefined;
  const { k, g, d, e } = m.groups!;
  if (k === undefined && (g || !d || /[一二两三四五六七八九十\d每第半几数整各逐近外个]/.test(text[at - 1] ?? ''))) return undefined;
  const week: Moment = k === undefined ? {} : { weekOffset: WEEKS[k]! };
  const end = at + m[0].length;
  if (d) return dated(text, dayTail(text, end, limit), limit, { ...week, weekday: d === '天' ? 7 : '一二三四五六日'.indexOf(d) + 1 });
  return { end, value: { shape: 'period', from: { ...week, weekday: e ? 6 : 1 }, to: { ...week, weekday: 7 } } };
}

const EDGE_WORD = sticky(
  '(?:(?<m>月底|月末|月初(?!级|步))|(?<y>年底|年末(?!岁)|岁末(?!年)|年终(?!端|奖|于|岁))|(?<b>年初(?![一二三级步中期])|年中(?=[,。、前以]))|(?<n>年内)|(?<h>[上下]半月))',
);

/** 年底, 年初, 月底, 年内, 上半月 without a year or month. */
function edgeAt(text: string, at: number, limit: number): TimeMatch | undefined {
  if (/[\d一二两三四五六七八九十个年半每多几这青少同当中]/.test(text[at - 1] ?? '')) return undefined;
  const m = eat(EDGE_WORD, text, at, limit);
  if (!m) return undefined;
  const { y, b, n, h } = m.groups!;
  const end = at + m[0].length;
  const month: Moment = { monthOffset: 0 };
  if (h === '上半月') return { end, value: { shape: 'period', from: { ...month, day: 1 }, to: { ...month, day: 15 } } };
  if (h) return { end, value: { shape: 'period', from: { ...month, day: 16 }, to: { ...month, monthEnd: true } } };
  if (y) return { end, value: { shape: 'moment', from: { yearOffset: 0, month: 12 }, end: true } };
  if (b) return { end, value: { shape: 'moment', from: { yearOffset: 0 }, end: true } };
  if (n) return { end, value: { shape: 'deadline', from: { yearOffset: 0 } } };
  return { end, value: { shape: 'moment', from: month, end: true } };
}

const TENS = '(?:[1-9]0|[一二三四五六七八九]十)';
const DECADE = `(?:(?<t>[一二三四五六七八九])(?<u>[一二三四五六七八九])十|(?<d>${TENS}))年代`;
const WITHIN = '(?:初期?|末期?|中后期|中期|后期|前期)?';
const CENTURY = sticky(
  `(?:(?<c>${SMALL})|(?<w>上个?|本))世纪(?:${DECADE}${WITHIN}|(?<e>初期?(?![步])|末期?)|(?:中叶|前期|后期|中期|[上下前后]半叶))?`,
);
const LONE_DECADE = sticky(`(?:${DECADE}|(?<y>[12]\\d\\d0)年代)${WITHIN}`);

/** 20世纪80年代, 上世纪五六十年代, 本世纪初, 九十年代. The century of 上世纪 is the twentieth: the record holds stories of the next. */
function centuryAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const years = (from: number, to: number, about?: true): TimeValue => ({
    shape: 'period',
    from: { year: from, ...(about ? { about } : {}) },
    to: { year: to, ...(about ? { about } : {}) },
  });
  const m = eat(CENTURY, text, at, limit);
  if (m) {
    const { c, w, e } = m.groups!;
    const century = c ? count(c) : w === '本' ? 21 : 20;
    const end = at + m[0].length;
    const first = (century - 1) * 100;
    if (century < 11 || century > 21) return undefined;
    const tens = tensOf(m.groups!);
    if (tens) return { end, value: years(first + tens[0], first + tens[1] + 9) };
    if (e) return { end, value: e.startsWith('初') ? years(first, first + 9, true) : years(first + 90, first + 99, true) };
    return { end, value: m[0].endsWith('世纪') ? years(first + 1, first + 100) : { shape: 'vague', from: {} } };
  }
  const lone = eat(LONE_DECADE, text, at, limit);
  if (!lone) return undefined;
  const end = at + lone[0].length;
  if (lone.groups!.y) return { end, value: years(Number(lone.groups!.y), Number(lone.groups!.y) + 9) };
  const tens = tensOf(lone.groups!);
  return tens && { end, value: { shape: 'period', from: { decade: tens[0] }, to: { decade: tens[1] + 9 } } };
}

function tensOf(g: Record<string, string | undefined>): [number, number] | undefined {
  if (g.t && g.u) return count(g.u) === count(g.t) + 1 ? [count(g.t) * 10, count(g.u) * 10] : undefined;
  if (!g.d) return undefined;
  return [count(g.d), count(g.d)];
}

const SOME = '(?:几十|数十|上百|几百|几|数|多(?=[年个])|半(?=[年个]))';
const UNIT = '(?:(?<Y>年)|个(?<M>月)|(?<W>周|个?星期|个?礼拜)|(?<D>天|日))';
const LONG = `(?:(?<n>\\d{1,3}|${SMALL})(?<x>多|余|几)?|${SOME})${UNIT}(?<o>多)?`;
/** 近五年, 过去三个月, 未来十年. */
const LED = sticky(
  `(?:(?<f>未来|今后|接下来的?|往后)|(?:近|过去的?|最近|这))(?:的)?${LONG}(?:的?时间)?(?:以来|来(?![访华自到])|间(?![接隔谍])|里|内(?!阁))?`,
);
/** 五年来, 三年内, 两年前, 5天后. */
const TRAILED = sticky(
  `${LONG}(?:(?<since>以来|来(?![访华自到临])|间(?![接隔谍]))|(?<in>之内|以内|内(?![阁政外部战地陆容需塔罗]))|(?<ago>之前|以前|前(?![往来去赴后夕外总首\\d一二三四五六七八九十两半]))|(?<later>之后|以后|后(?![勤续方果台备盾半])))`,
);

const ON_THIS_DAY = sticky('的(?:今[天日]|同一天)');

const NEARLY = /[接附将达有时经过长了]/;

/** Lengths of time that lean on the day of the story: how far back or ahead they reach, where the words say it. */
function lengthAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const led = eat(LED, text, at, limit);
  if (led) {
    const end = at + led[0].length;
    // 历时近五年: nearly so long.
    if (led[0].startsWith('近') && NEARLY.test(text[at - 1] ?? '')) return { end, value: { shape: 'duration', from: {} } };
    return { end, value: led.groups!.f ? ahead(led.groups!, /内$/.test(led[0])) : back(led.groups!) };
  }
  const m = eat(TRAILED, text, at, limit);
  if (!m) return undefined;
  const g = m.groups!;
  const end = at + m[0].length;
  // A year of four digits is a year, not a number of years.
  if (/\d{3}/.test(g.n ?? '')) return undefined;
  if (g.since) return { end, value: back(g) };
  if (g.in) return { end, value: g.D || g.W ? { shape: 'vague', from: {} } : ahead(g, true) };
  const from = g.ago && !g.x && !g.o ? offset(g, -1) : undefined;
  // 二十年前的今天: that year, and no day of this one.
  const onDay = from?.yearOffset !== undefined ? eat(ON_THIS_DAY, text, end, limit) : undefined;
  if (onDay) return { end: end + onDay[0].length, value: { shape: 'moment', from: { yearOffset: from!.yearOffset! } } };
  return { end, value: from ? { shape: 'moment', from } : { shape: 'vague', from: {} } };
}

/** So many years, months, weeks or days from the story; nothing where the number is open. 日 may be a day of the month. */
function offset(g: Record<string, string | undefined>, side: 1 | -1): Moment | undefined {
  if (!g.n) return undefined;
  const n = count(g.n) * side;
  if (g.Y) return { yearOffset: n, about: true };
  if (g.M) return { monthOffset: n, about: true };
  if (g.W) return { dayOffset: n * 7, about: true };
  return g.D === '天' ? { dayOffset: n } : undefined;
}

function back(g: Record<string, string | undefined>): TimeValue {
  const from = g.x || g.o ? undefined : offset(g, -1);
  if (!from || g.D || g.W) return { shape: 'duration', from: {} };
  return { shape: 'duration', from, to: g.Y ? { yearOffset: 0 } : { monthOffset: 0 } };
}

function ahead(g: Record<string, string | undefined>, within: boolean): TimeValue {
  const to = g.x || g.o ? undefined : offset(g, 1);
  if (!to) return { shape: 'vague', from: {} };
  if (g.D) return { shape: 'period', from: { dayOffset: 1 }, to };
  if (within) return { shape: 'deadline', from: to };
  return g.W ? { shape: 'duration', from: {} } : { shape: 'duration', from: g.Y ? { yearOffset: 0 } : { monthOffset: 0 }, to };
}

const VAGUE = sticky('岁末年初|年末岁初|年末岁首|近年来|多年来|长期以来|近期|连日来|此前|今后|未来|日前|近日|不久前|最近');
/** 每年5月, 每周三: again and again, so no date. 农历: the other calendar. */
const RECURRENT = sticky(
  `(?:每(?:年|逢)(?:${N12}月(?:\\d{1,2}[日号])?|[一二三四1-4]季度)|每月\\d{1,2}[日号]|每个?(?:周|星期|礼拜)[一二三四五六日天末])`,
);
const LUNAR = sticky(
  '(?:农历|阴历|旧历|夏历)(?:[12]\\d{3}年)?(?:[正腊冬]月|闰?[一二三四五六七八九十]{1,2}月)?(?:初?[一二三四五六七八九十廿]{1,3}日?)?',
);

/** The relative expression that begins at `at`. */
export function relativeAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const vague = eat(RECURRENT, text, at, limit) ?? eat(LUNAR, text, at, limit);
  if (vague) return { end: at + vague[0].length, value: { shape: 'vague', from: {} } };
  const found =
    dayWordAt(text, at, limit) ??
    weekAt(text, at, limit) ??
    centuryAt(text, at, limit) ??
    lengthAt(text, at, limit) ??
    edgeAt(text, at, limit);
  if (found) return found;
  const word = eat(VAGUE, text, at, limit);
  return word && { end: at + word[0].length, value: { shape: 'vague', from: {} } };
}
