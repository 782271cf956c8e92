import { count, eat, N12, N31, sticky, type TimeMatch, TO } from './moments.js';

/** Days without a month, days in figures, and what follows a day. */

const WEEKDAY = '(?:星期|周|礼拜)[一二三四五六日天](?![次度])';
const PART =
  '(?:上午|下午|午后|晚间|晚上|凌晨|中午|正午|傍晚|早上|清晨|早晨|早间|早(?![些期已就前年稻餐点报])|夜间|深夜|夜里|午间|午夜|夜|晚(?![些宴会报餐点年期于近稻]))';
const HOUR = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九两])';
const MINUTES = '(?: ?\\d{1,2}分(?:\\d{1,2}秒)?)?(?:半|整|钟)?(?:许|左右)?';
const CLOCK = `(?: ?${HOUR}(?:时|点(?=[许半钟整左和与至到之前后,。~—-]|\\d)|:\\d\\d(?::\\d\\d)?)${MINUTES})?`;
const TAIL = sticky(
  `(?:[, ]?${WEEKDAY}|\\((?:星期|周|礼拜)?[一二三四五六日天]\\))? ?(?:(?:当地|北京)时间)? ?(?:${PART}{1,2} ?${HOUR}点${MINUTES}|${PART}{0,2}${CLOCK})`,
);

/** After a day: the weekday beside it, the part of the day, the clock. */
export function dayTail(text: string, at: number, limit: number): number {
  const m = eat(TAIL, text, at, limit);
  return m ? at + m[0].trimEnd().length : at;
}

const ISO = sticky('(?<y>[12]\\d{3})(?<s>[./-])(?<m>0?[1-9]|1[0-2])\\k<s>(?<d>3[01]|[12]\\d|0?[1-9])(?![\\d])');
const BARE_DAYS = sticky('(?<d>3[01]|[12]\\d|0?[1-9]) ?(?:至|到|—{1,2}|[-~]) ?(?<e>3[01]|[12]\\d|0?[1-9])[日号](?![元圆])');
/** 11、12日: two days in a row. */
const TWO_DAYS = sticky('(?<d>[12]\\d|0?[1-9]) ?[、和与] ?(?<e>3[01]|[12]\\d|0?[1-9])[日号](?![元圆])');
const BARE_DAY = sticky('(?<d>3[01]|[12]\\d|0?[1-9])(?:日(?![元圆]|本(?!报|着))|号(?![线楼机文决院船舰店房台车令井电]))');
/** 三日后, 5日前: so many days, or a day of the month? The words do not say. */
const COUNTED_DAYS = sticky(
  '(?:(?:之|以)?(?:后|内|前(?![往来去赴后夕外总首])|间(?![接隔谍]))|来(?=[,。])|(?:(?:之|以)[前后]))(?![勤续方果台备盾半])',
);
/** 为期3日: how long, not which day. */
const LENGTH = /(?:第|每|为期|长达|历时|为时|连续|持续|最近|过去|未来)$/;
const HAN_DAY = sticky(`(?<d>${N31})日(?=${TO}(?:${N12}月)?${N31}日)`);

/** A day without a month, or one in figures: 11日, 8至10日, 2020-11-11. */
export function dayAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const iso = eat(ISO, text, at, limit);
  if (iso) {
    const { y, m, d } = iso.groups!;
    return { end: at + iso[0].length, value: { shape: 'moment', from: { year: Number(y), month: Number(m), day: Number(d) } } };
  }
  if (LENGTH.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  const days = eat(BARE_DAYS, text, at, limit);
  if (days && Number(days.groups!.e) > Number(days.groups!.d))
    return {
      end: at + days[0].length,
      value: { shape: 'period', from: { day: Number(days.groups!.d) }, to: { day: Number(days.groups!.e) } },
    };
  const two = eat(TWO_DAYS, text, at, limit);
  if (two && Number(two.groups!.e) === Number(two.groups!.d) + 1)
    return {
      end: at + two[0].length,
      value: { shape: 'period', from: { day: Number(two.groups!.d) }, to: { day: Number(two.groups!.e) } },
    };
  const han = eat(HAN_DAY, text, at, limit);
  if (han && !/\d/.test(han[0])) return { end: at + han[0].length, value: { shape: 'moment', from: { day: count(han.groups!.d!) } } };
  const day = eat(BARE_DAY, text, at, limit);
  if (!day) return undefined;
  const end = at + day[0].length;
  const isNamed = day[0].endsWith('号') && /[舟宫娥问征星球盟罗洋箭船轮舰艇机哪伯]/.test(text[at - 1] ?? '');
  // 李肇星7号晚: the part of the day shows that it is one.
  if (isNamed && dayTail(text, end, limit) === end) return undefined;
  const counted = eat(COUNTED_DAYS, text, end, limit);
  if (counted) return { end: end + counted[0].length, value: { shape: 'vague', from: {} } };
  return { end: dayTail(text, end, limit), value: { shape: 'moment', from: { day: Number(day.groups!.d) } } };
}

const HAN_END = sticky(`(?<d>${N31})[日号]`);

/** A day in Han numerals at the end of a range. */
export function hanDayAt(text: string, at: number, limit: number): TimeMatch | undefined {
  const m = eat(HAN_END, text, at, limit);
  return m && { end: dayTail(text, at + m[0].length, limit), value: { shape: 'moment', from: { day: count(m.groups!.d!) } } };
}
