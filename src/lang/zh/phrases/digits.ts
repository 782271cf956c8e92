import { carry, decimal } from '../../../model/values/decimal.js';
import { Characters } from '../../../text/characters.js';

/** What a numeral comes to. */
export interface Amount {
  /** `null` for "some" (数十亿). */
  value: number | null;
  /** Upper end of two neighbouring numerals (七八千). */
  upper?: number;
  /** 多, 余 or 几 in it. */
  hedge?: 'over' | 'some';
  /** Power of ten of the 万, 亿, 兆 that end it (万亿 12), else the last of them, 0 without one. */
  scale: number;
  /** Power of ten of the 十, 百, 千 straight before that; only where the numeral is one coefficient with its units. */
  small: number;
  /** One coefficient with its units (4千万), not a sum (2千5百万). */
  simple: boolean;
}

/** What the characters of numerals stand for: the digits, and the powers of ten of their units. */
export const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 俩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
export const SMALL: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 拾: 1, 佰: 2, 仟: 3 };
export const BIG: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 兆: 12 };
/** 陆军, 大陆, 队伍, 收拾: the numerals of documents that are words or surnames count only beside a unit. */
export const FORMAL = /[壹贰叁肆伍陆柒捌玖拾佰仟]/;
/** More digits than a double carries exactly are no amount. */
export const LONGEST = 15;

const ASCII = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const OF_UNIT: Readonly<Record<string, RegExp>> = {
  千: /^(?:克(?![朗罗里])|米(?!兰)|瓦(?!努)|卡(?!塔)|[赫帕伏焦兆])/,
  兆: /^[瓦赫帕字比焦伏欧位Bb]/,
};
const NOT_MORE = /[边极样方面数]/;
/** Characters that a numeral can begin with. */
export const numeralOpeners = new Characters('0123456789数几', Object.keys(DIGITS), Object.keys(SMALL), Object.keys(BIG));

/** Whether a numeral can begin with the character. */
export function opensNumeral(ch: string): boolean {
  return numeralOpeners.at(ch, 0);
}

/** 千克, 千瓦, 兆瓦: whether the character at `at` is a prefix of the unit behind it. */
export function isOfUnit(text: string, at: number): boolean {
  return OF_UNIT[text[at]!]?.test(text.slice(at + 1, at + 3)) ?? false;
}

/** 多 or 余 that ends a numeral: not 100多边…. */
export function isMore(text: string, at: number): boolean {
  const ch = text[at];
  return (ch === '多' && !NOT_MORE.test(text[at + 1] ?? '')) || ch === '余';
}

/** digits × 10^power, exactly. */
export function scaled(digits: string | number, power: number): number {
  return carry(decimal(digits).times(decimal(10).pow(power)));
}

/** The units from `at` on that multiply digits with a point: 亿, 万亿, 千万, 百万亿. `scale` is the part of 万, 亿 and 兆 in the power. */
export function powersAt(text: string, at: number): { end: number; power: number; scale: number } {
  let power = 0;
  let scale = 0;
  let end = at;
  for (let ch = text[end]; ch !== undefined && !isOfUnit(text, end); ch = text[++end]) {
    if (BIG[ch] !== undefined) scale += BIG[ch]!;
    else if (scale > 0 || !(SMALL[ch]! >= 2 && BIG[text[end + 1]!] !== undefined)) break;
    power += BIG[ch] ?? SMALL[ch]!;
  }
  return { end, power, scale };
}

/** 数十亿, 几百万: some, within a power of ten that is not said. */
export function someAt(text: string, at: number): { end: number; value: Amount } | undefined {
  let end = at + 1;
  let scale = 0;
  while (SMALL[text[end]!] !== undefined || BIG[text[end]!] !== undefined) scale += BIG[text[end++]!] ?? 0;
  if (end === at + 1) return undefined;
  return { end, value: { value: null, hedge: 'some', scale, small: 0, simple: true } };
}

/** A numeral that begins with digits which have a point, a separator or more than four places takes powers of ten and no more. */
export function pointedAt(text: string, at: number): { end: number; amount: Amount } | 'unclear' | undefined {
  ASCII.lastIndex = at;
  const m = ASCII.exec(text);
  if (!m) return undefined;
  const after = at + m[0].length;
  // 4,5 and 500.000 are a half more than four and half a million elsewhere.
  if (/[.,]/.test(text[after] ?? '') && /\d/.test(text[after + 1] ?? '')) return 'unclear';
  if (/^\d{1,4}$/.test(m[0])) return undefined;
  const digits = m[0].replaceAll(',', '');
  const before = /[多余]/.test(text[after] ?? '') && BIG[text[after + 1]!] !== undefined ? 1 : 0;
  const { end, power, scale } = powersAt(text, after + before);
  if (digits.length > LONGEST + 1 || /\.000$/.test(digits) || power > 16) return 'unclear';
  const behind = before === 0 && isMore(text, end) ? 1 : 0;
  const amount: Amount = { value: scaled(digits, power), scale, small: power - scale, simple: true };
  if (before + behind > 0) amount.hedge = 'over';
  return { end: end + behind, amount };
}
