import { Characters } from '../../../text/characters.js';
import { dayAt, hanDayAt } from './days.js';
import { eat, type Moment, sticky, type TimeMatch, type TimeValue, TO } from './moments.js';
import { relativeAt } from './relative.js';
import { partAt, yearAt } from './years.js';

/** Expressions of time: one point or part of the calendar, or two with what joins them, and the words that bound them. */

const NUMBERS = '0123456789一二三四五六七八九十两';
const HAN_NUMBER_CHARACTERS = '一二三四五六七八九十两〇零○O';
/** How an expression of time can begin: its first character, and those that can follow it. Numbers are looked at by `countsTime`. */
const OPENINGS = new Map(
  Object.entries({
    ...{ 今: '年天日晚晨早夜后明(', 昨: '天日晚晨早夜今(', 明: '年天日晚晨早夜后(', 去: '年(', 前: `年天半个(${NUMBERS}`, 后: '年天半(' },
    ...{ 本: '年月周世星礼个(', 上: '年月半上个周世星礼百(', 下: '月半下个周星礼(', 同: '年月期日一(', 当: '年月天日晚地', 次: '年日天晚' },
    ...{
      翌: '年日天',
      来: '年',
      大: '前后',
      头: NUMBERS,
      首: `季${NUMBERS}`,
      第: '一二三四1234',
      年: '底末终初中内',
      月: '底末初',
      岁: '末',
    },
    ...{
      中: '华',
      民: '国',
      令: '和',
      平: '成',
      昭: '和',
      近: `期日年几数半多上${NUMBERS}`,
      过: '去',
      最: '近',
      未: '来',
      接: '下',
      往: '后',
    },
    ...{ 这: `月个周星礼几数半${NUMBERS}`, 几: '十百年个天日周星', 数: '十年个天日周星', 多: '年个', 半: '年个', 每: '年月个周星礼逢' },
    ...{
      农: '历',
      阴: '历',
      旧: '历',
      夏: '历',
      周: '一二三四五六日天末',
      星: '期',
      礼: '拜',
      此: '前',
      连: '日',
      不: '久',
      日: '前',
      长: '期',
    },
    ...{ 截: '至止到', 北: '京' },
  }).map(([first, next]) => [first, new Set(next)]),
);
/** What stands before a point of time and makes it an end or a beginning. */
const LEADS = '到至自从';
/** Characters that an expression of time can begin with. */
export const timeOpeners = new Characters(LEADS, OPENINGS.keys(), HAN_NUMBER_CHARACTERS, '0123456789');
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const HAN_NUMBER = new Characters(HAN_NUMBER_CHARACTERS);
/** What can follow the number that an expression of time begins with. */
const COUNTED = new Characters('年月日号季世个天周星礼多余几财至到和与及、—~-/. ');

/** Whether a number begins at `at` that can count years, months or days; a number in Han numerals may be of a single year. */
function countsTime(text: string, at: number): boolean {
  let i = at;
  while (i < at + 5 && (isDigit(text.charCodeAt(i)) || HAN_NUMBER.at(text, i))) i++;
  return i > at && COUNTED.at(text, i);
}

/** Whether an expression of time can begin at `at`: a glance at two characters, or at a number and what it counts. */
function opens(text: string, at: number): boolean {
  const first = text[at] ?? '';
  const next = OPENINGS.get(first);
  return next ? next.has(text[at + 1] ?? '') : countsTime(text, at);
}

/** What may not stand before an expression that begins with the character: 以上年轻人, 目前年产, 日本年底. */
const NOT_AFTER: Readonly<Record<string, RegExp>> = {
  ...{
    前: /[此目以之提当眼日事生战从先空]/,
    后: /[今此以之最然战随前事]/,
    上: /[以之登]/,
    下: /[以之天]/,
    来: /[未近以年]/,
    明: /[文说证]/,
  },
  ...{ 去: /[过]/, 次: /[一二两三四五六七八九十多首每此这该本各历\d]/, 本: /[日根基成资]/, 当: /[相担每]/, 同: /[共不]/, 头: /[两]/ },
};

/** Whether a number goes on to the left, or the character belongs to another word. */
function isInside(text: string, at: number): boolean {
  const ch = text[at]!;
  const before = text[at - 1] ?? '';
  // 康熙20年9月: a month of a year that was not read.
  if (before === '年' && /[\d一二三四五六七八九十]/.test(ch)) return true;
  if (/\d/.test(ch)) return /\d/.test(before) || (before === '.' && /\d/.test(text[at - 2] ?? ''));
  if (/[一二三四五六七八九十〇零]/.test(ch)) return /[一二三四五六七八九十百千万亿〇零]/.test(before);
  return NOT_AFTER[ch]?.test(before) ?? false;
}

const FISCAL = sticky('(?<y>[12]\\d{3})(?:年?(?:—{1,2}|[-/~]|至)(?<z>[12]\\d{3}|\\d\\d)(?:财政?年度?|年度)|(?:财年|财政年度))(?![过假])');
/** 2016-2018 without the word for year, where nothing counts it: before a stop or a plan. */
const YEARS = sticky(
  `(?<y>(?:19|20)\\d\\d)${TO}(?<z>(?:19|20)\\d\\d)(?=$|[,。;、)”》的( \\n]|规划|行动|合作|战略|计划|阶段|期间|周期|执行|任期)`,
);
const FIRST_YEAR = sticky(`(?<y>[12]\\d{3})(?=${TO}[12]\\d{3} ?年)`);
const SAME = sticky('的?同期(?!声)');

/** One point or part of the calendar. */
function pointAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const fiscal = eat(FISCAL, text, at, limit);
  if (fiscal) return yearsOf(at + fiscal[0].length, fiscal.groups!.y!, fiscal.groups!.z);
  const found = yearAt(text, at, limit);
  if (found) {
    const { end, year } = found;
    const same = eat(SAME, text, end, limit);
    if (same) return { end: end + same[0].length, value: { shape: 'same-period', from: year } };
    const next = text[end] === ' ' || text[end] === '的' ? end + 1 : end;
    return partAt(text, next, limit, year, true) ?? { end, value: { shape: 'moment', from: year } };
  }
  const years = eat(YEARS, text, at, limit);
  if (years) return yearsOf(at + years[0].length, years.groups!.y!, years.groups!.z);
  const first = eat(FIRST_YEAR, text, at, limit);
  if (first) return { end: at + first[0].length, value: { shape: 'moment', from: { year: Number(first.groups!.y) } } };
  const same = eat(SAME, text, at, limit);
  if (same?.[0] === '同期') return { end: at + 2, value: { shape: 'same-period', from: {} } };
  return partAt(text, at, limit, {}, false) ?? dayAt(text, at, limit) ?? relativeAt(text, at, limit);
}

/** 2019-2020财年, 2019-20财年, 2023财年, 2016-2018. */
function yearsOf(end: number, first: string, last: string | undefined): TimeMatch | undefined {
  const from: Moment = { year: Number(first) };
  if (last === undefined) return { end, value: { shape: 'moment', from } };
  const to = last.length === 2 ? Math.floor(from.year! / 100) * 100 + Number(last) : Number(last);
  return to > from.year! ? { end, value: { shape: 'period', from, to: { year: to } } } : undefined;
}

/** Whether the words name days, and not a whole month or year. */
export function namesDay(m: Moment): boolean {
  return m.day !== undefined || m.dayOffset !== undefined || m.spokenDay !== undefined || m.weekday !== undefined || m.monthEnd === true;
}

const hasYear = (m: Moment): boolean => m.year !== undefined || m.yearOffset !== undefined || m.spokenYear !== undefined;
const hasMonth = (m: Moment): boolean => m.month !== undefined || m.monthOffset !== undefined || m.spokenMonth === true;

/** Whether `to` can end a range that begins with `from`: 11日至13日, but not 11日至12月 or 2018年至9月. */
function canEnd(from: Moment, to: Moment): boolean {
  if (namesDay(from)) return namesDay(to) && (from.day === undefined || to.day !== undefined || to.dayOffset !== undefined);
  if (hasMonth(from)) return hasMonth(to) || (hasYear(to) && hasYear(from) && !namesDay(to));
  return hasYear(to) || (from.decade !== undefined && to.decade !== undefined);
}

const JOIN = sticky(TO);
const AND = sticky(' ?[和与及] ?');
const BETWEEN = sticky('(?:之间|间(?![接隔谍]))');
const DURING = sticky('(?:期间|之间|间(?![接隔谍])|阶段)');
const isRange = (v: TimeValue): boolean => v.shape === 'moment' || v.shape === 'period';

/** What a range ends with may be shorter than what stands alone: 三月和九月之间, 一月十日到十二日. */
function secondAt(text: string, at: number, limit: number, from: Moment): TimeMatch | undefined {
  const found = pointAt(text, at, limit);
  if (found && isRange(found.value)) return found;
  if (namesDay(from)) return hanDayAt(text, at, limit);
  return hasMonth(from) ? partAt(text, at, limit, {}, true) : undefined;
}

/** The range that begins with the point just read, or the point itself. */
function rangeFrom(text: string, first: TimeMatch, limit: number): TimeMatch {
  const joined = eat(JOIN, text, first.end, limit);
  if (joined) {
    const second = secondAt(text, first.end + joined[0].length, limit, first.value.from);
    if (second && isRange(second.value) && canEnd(first.value.to ?? first.value.from, second.value.from)) {
      const during = eat(DURING, text, second.end, limit);
      return { end: second.end + (during?.[0].length ?? 0), value: rangeOf(first.value, second.value) };
    }
  }
  const and = eat(AND, text, first.end, limit);
  if (and) {
    const second = secondAt(text, first.end + and[0].length, limit, first.value.from);
    if (second && isRange(second.value) && canEnd(first.value.from, second.value.from)) {
      const between = eat(BETWEEN, text, second.end, limit);
      if (between) return { end: second.end + between[0].length, value: rangeOf(first.value, second.value) };
      if (isNextYear(first.value.from, second.value.from)) return { end: second.end, value: rangeOf(first.value, second.value) };
    }
  }
  if (first.value.shape === 'period') {
    const during = eat(DURING, text, first.end, limit);
    if (during) return { ...first, end: first.end + during[0].length };
  }
  return first;
}

function rangeOf(a: TimeValue, b: TimeValue): TimeValue {
  return { shape: 'period', from: a.from, to: b.to ?? b.from };
}

/** 2019年和2020年. */
function isNextYear(a: Moment, b: Moment): boolean {
  return a.year !== undefined && !hasMonth(a) && !hasMonth(b) && !namesDay(b) && b.year === a.year + 1;
}

const SINCE = sticky('(?:以来|至今|到现在|到今天|[到至]目前(?:为止)?)');
const ONWARD = sticky('(?:起(?![草诉飞程身航锚义源因伏落降用火立家重])|开始(?=[,。;、的)\\n]|$))');
const LED_ONWARD = sticky('(?:起|开始)');
const AFTER = sticky('(?:[或及]?(?:之后|以后)|后(?=[,。;、)\\n]|$))');
const BEFORE = sticky(
  '(?:[或及]?(?:之前|以前)|前(?![往来去赴后夕线方景外总首任沿途进身述者期言列国驻副部议党主领政元高世王皇苏南东捷半不两\\d一二三四五六七八九十]))',
);
const WITHIN = sticky('(?:以内|之内|内(?![阁政外部战地陆容需塔罗瓦蒙比参销乱]))');
const ABOUT = sticky('(?:左右|前后)');

/** An expression with the words that bound it: 以来, 起, 之后, 之前. `led`: 自 or 从 stands before it. */
function boundedAt(text: string, at: number, limit: number, led = false): TimeMatch | undefined {
  const first = pointAt(text, at, limit);
  if (!first || !isRange(first.value)) return first;
  const whole = rangeFrom(text, first, limit);
  const { end, value } = whole;
  const as = (re: RegExp, shape: TimeValue['shape'], more: Partial<TimeValue> = {}): TimeMatch | undefined => {
    const m = eat(re, text, end, limit);
    return m && { end: end + m[0].length, value: { ...value, shape, ...more } };
  };
  const open = as(SINCE, 'since') ?? as(led ? LED_ONWARD : ONWARD, 'onward');
  if (open || value.shape === 'period') return open ?? whole;
  const after = as(AFTER, 'after');
  if (after) return until(text, after, limit) ?? after;
  const { from } = value;
  return (
    as(ABOUT, 'moment', { from: { ...from, about: true } }) ??
    as(BEFORE, 'deadline') ??
    (hasYear(from) && !hasMonth(from) ? as(WITHIN, 'deadline') : undefined) ??
    whole
  );
}

/** 2010年之后2018年之前. */
function until(text: string, after: TimeMatch, limit: number): TimeMatch | undefined {
  if (!/[12]/.test(text[after.end] ?? '')) return undefined;
  const last = boundedAt(text, after.end, limit);
  if (last?.value.shape !== 'deadline' || !canEnd(after.value.from, last.value.from)) return undefined;
  return { end: last.end, value: { shape: 'period', from: after.value.from, to: last.value.from } };
}

const AS_OF = sticky('截(?:至|止[到至]?|到) ?');
const NOW = sticky('(?:目前|现在|当前|今(?![天日年晚]))(?:为止)?');
const AS_OF_END = sticky('(?:底|末|为止|止)');
const FROM = sticky('(?:自从|自|从)');
const LOCAL = sticky('(?:当地|北京)时间 ?');
const STOP = sticky('[,。;、)]|$');

/** The longest expression of time that begins at `at`. `limit` is the end of the sentence. */
export function timeAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const first = text[at] ?? '';
  if (first === '到' || first === '至') {
    const goal = opens(text, at + 1) ? boundedAt(text, at + 1, limit) : undefined;
    return goal && (goal.value.shape === 'moment' || goal.value.shape === 'deadline')
      ? { end: goal.end, value: { ...goal.value, shape: 'deadline' } }
      : undefined;
  }
  if (first === '自' || first === '从') return fromAt(text, at, limit);
  if (!opens(text, at) || isInside(text, at)) return undefined;
  if (first === '截') return asOfAt(text, at, limit);
  const local = first === '当' || first === '北' ? eat(LOCAL, text, at, limit) : undefined;
  return boundedAt(text, at + (local?.[0].length ?? 0), limit);
}

/** 自2018年以来, 从9月1日起, 自从2018年; 自 before a plain date is a word of its own. */
function fromAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const start = at + eat(FROM, text, at, limit)![0].length;
  if (start >= limit) return undefined;
  const found = opens(text, start) && !isInside(text, start) ? boundedAt(text, start, limit, true) : undefined;
  if (!found) return undefined;
  const { shape } = found.value;
  if (shape === 'since' || shape === 'onward') return found;
  if (shape === 'period') return /[至到—~-]/.test(text.slice(start, found.end)) ? found : undefined;
  const stops = found.end >= limit || eat(STOP, text, found.end, limit);
  return shape === 'moment' && stops ? { end: found.end, value: { ...found.value, shape: 'since' } } : undefined;
}

function asOfAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const m = eat(AS_OF, text, at, limit);
  if (!m) return undefined;
  const from = at + m[0].length;
  const now = eat(NOW, text, from, limit);
  if (now) return { end: from + now[0].length, value: { shape: 'vague', from: {} } };
  const inner = pointAt(text, from, limit);
  if (!inner) return undefined;
  const tail = eat(AS_OF_END, text, inner.end, limit);
  const end = inner.end + (tail?.[0].length ?? 0);
  if (!isRange(inner.value)) return { end, value: { shape: 'vague', from: {} } };
  return { end, value: { shape: 'as-of', from: inner.value.from, to: inner.value.to ?? inner.value.from } };
}
