/**
 * Points of the calendar as the words say them. Nothing is resolved here: a missing year stays missing, 今年 stays relative. Every
 * pattern is anchored and bounded, so that reading stays linear.
 */
export interface Moment {
  year?: number;
  /** 今年 0, 去年 -1, 明年 1; only where `year` is missing. */
  yearOffset?: number;
  /** Years from the year last spoken of: 同年 0, 翌年 1. `orStory`: the year of the story where none was spoken of (上年). */
  spokenYear?: number;
  orStory?: true;
  /** Two digits: 08年. */
  shortYear?: number;
  /** 60 or 69 of 60年代, without a century. */
  decade?: number;
  month?: number;
  /** 本月 0, 上月 -1. */
  monthOffset?: number;
  /** 同月, 当月: the month last spoken of. */
  spokenMonth?: true;
  day?: number;
  /** The last day of the month: 下旬 ends with it. */
  monthEnd?: true;
  /** 今天 0, 昨天 -1, 明天 1. */
  dayOffset?: number;
  /** Days from the day last spoken of: 当天 0, 次日 1. */
  spokenDay?: number;
  /** Which of its weekdays in a month, -1 for the last. */
  nth?: number;
  /** Monday 1 to Sunday 7. */
  weekday?: number;
  /** 本周 0, 上周 -1; a weekday without it is the one nearest to the story. */
  weekOffset?: number;
  /** 三年前, 2018年前后: as exact as the text is. */
  about?: true;
}

export interface TimeValue {
  shape:
    | 'moment' // a day, month or year
    | 'period' // from … to …
    | 'as-of' // 截至…: from the start of that year
    | 'deadline' // 到2030年, 2030年前, 三年内
    | 'since' // 2018年以来, 2018年至今: open at its end
    | 'onward' // 9月1日起: something begins there
    | 'after' // 2018年之后
    | 'same-period' // 同期
    | 'duration' // 近五年, 未来五年; its ends only where they are counted from the story
    | 'vague'; // 日前, 近日, 每年5月
  from: Moment;
  to?: Moment;
  /** 年底 and the like: the month is the text's own vagueness. */
  end?: boolean;
}

export interface TimeMatch {
  end: number;
  value: TimeValue;
}

export const sticky = (source: string): RegExp => new RegExp(source, 'y');

/** The match of a sticky pattern at `at`, where it ends at `limit` at the latest. */
export function eat(re: RegExp, text: string, at: number, limit: number): RegExpExecArray | undefined {
  re.lastIndex = at;
  const m = re.exec(text);
  return m && re.lastIndex <= limit ? m : undefined;
}

export const DIGITS = '〇一二三四五六七八九';
/** A count below a hundred. */
export const SMALL = '(?:\\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';
export const N12 = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
export const N31 = '(?:3[01]|[12]\\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])';
/** What joins the two ends of a range. */
export const TO = ' ?(?:至|到|—{1,2}|[-~]) ?';

/** `9`, `九`, `十九`, `二十`, `一百一十三` → number. */
export function count(s: string): number {
  if (/^\d+$/.test(s)) return Number(s);
  const [above, below] = s.includes('百') ? s.split('百') : ['', s];
  const one = (c: string): number => (c === '两' ? 2 : Math.max(0, DIGITS.indexOf(c === '零' ? '〇' : c)));
  const tens = /^[零〇]?([二三四五六七八九一])?(十)?([一二两三四五六七八九])?$/.exec(below!);
  if (!tens) return Number.NaN;
  const ten = tens[2] ? (tens[1] ? one(tens[1]) : 1) : 0;
  const unit = tens[3] ? one(tens[3]) : tens[2] || !tens[1] ? 0 : one(tens[1]);
  return (above === '' ? 0 : one(above!) * 100) + ten * 10 + unit;
}

/** `二〇二三` → 2023. */
export const byDigit = (s: string): number => Number([...s].map((c) => Math.max(0, DIGITS.indexOf(/[零○O]/.test(c) ? '〇' : c))).join(''));
