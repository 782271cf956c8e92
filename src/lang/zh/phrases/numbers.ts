import { carry, decimal } from '../../../model/values/decimal.js';

/**
 * Numbers of Chinese newswire, read from one position: 1,085亿 · 8.28亿 · 十二 · 一千零八十万 · 5万亿 · 数十亿 · 100多 · 36亿至40亿 · 两三.
 */
export interface NumberValue {
  /** `null` for "some" (数十亿). */
  value: number | null;
  upper?: number;
  /** 多/余 after the number, or 数/几 before it. */
  hedge?: 'over' | 'some' | 'about';
  /** Written in digits or Chinese numerals with a multiplier such as 亿. */
  scaled: boolean;
  /** Power of ten of the last multiplier (万 4, 亿 8), 0 without one. */
  scale: number;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  俩: 2,
};
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 };
const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 };
const ASCII = /(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,12})?/y;

export interface NumberMatch {
  end: number;
  value: NumberValue;
}

/** The number that begins at `at`, or nothing. Time is linear in the number's length. */
export function numberAt(text: string, at: number): NumberMatch | undefined {
  const single = oneNumber(text, at);
  if (!single) return undefined;
  return withRange(text, single);
}

function withRange(text: string, first: NumberMatch): NumberMatch {
  const sep = text[first.end];
  if (sep !== '至' && sep !== '到' && sep !== '-' && sep !== '~' && sep !== '—') return first;
  const second = oneNumber(text, first.end + 1);
  if (!second || first.value.value === null || second.value.value === null) return first;
  const low = first.value.scale === 0 && second.value.scale > 0 ? scaled(first.value.value, second.value.scale) : first.value.value;
  if (second.value.value <= low) return first;
  return { end: second.end, value: { value: low, upper: second.value.value, scaled: second.value.scaled, scale: second.value.scale } };
}

function oneNumber(text: string, at: number): NumberMatch | undefined {
  ASCII.lastIndex = at;
  const m = ASCII.exec(text);
  if (m) return multiplied(text, at + m[0].length, m[0].replaceAll(',', ''));
  const ch = text[at]!;
  if ((ch === '数' || ch === '几') && text[at + 1] !== undefined) {
    const power = powers(text, at + 1, true);
    return power.end > at + 1 ? { end: power.end, value: { value: null, hedge: 'some', scaled: true, scale: power.power } } : undefined;
  }
  return chinese(text, at);
}

/** Multipliers after digits (万亿, 千万), and 多/余 around them. */
function multiplied(text: string, at: number, digits: string): NumberMatch {
  let end = at;
  let hedge: NumberValue['hedge'];
  if ((text[end] === '多' || text[end] === '余') && text[end + 1] !== undefined && POWERS[text[end + 1]!] !== undefined) {
    hedge = 'over';
    end++;
  }
  const power = powers(text, end, false);
  end = power.end;
  if (text[end] === '多' || text[end] === '余') {
    hedge = 'over';
    end++;
  }
  // 3万7426: what is left below the multiplier.
  const rest = power.power === 4 || power.power === 8 ? /(?:\d{1,4})(?![\d.%万亿])/y : undefined;
  if (rest && !digits.includes('.')) {
    rest.lastIndex = end;
    const m = rest.exec(text);
    if (m && !/[年月日]/.test(text[end + m[0].length] ?? ''))
      return { end: end + m[0].length, value: { value: scaled(digits, power.power) + Number(m[0]), scaled: true, scale: power.power } };
  }
  const value: NumberValue = { value: scaled(digits, power.power), scaled: power.power > 0, scale: power.power };
  if (hedge) value.hedge = hedge;
  return { end, value };
}

function powers(text: string, at: number, withTens: boolean): { end: number; power: number } {
  let end = at;
  let power = 0;
  for (; end < at + 4; end++) {
    const ch = text[end];
    const p = ch === undefined ? undefined : (POWERS[ch] ?? (withTens && ch === '十' ? 1 : undefined));
    if (p === undefined) break;
    power += p;
  }
  return { end, power };
}

/** digits × 10^power, exactly. */
function scaled(digits: string | number, power: number): number {
  return carry(decimal(digits).times(decimal(10).pow(power)));
}

function chinese(text: string, at: number): NumberMatch | undefined {
  let end = at;
  let plain = '';
  while (
    end < at + 24 &&
    (DIGITS[text[end]!] !== undefined || SMALL[text[end]!] !== undefined || text[end] === '万' || text[end] === '亿' || text[end] === '点')
  ) {
    plain += text[end];
    end++;
  }
  while (plain.endsWith('点')) {
    plain = plain.slice(0, -1);
    end--;
  }
  if (plain === '' || plain[0] === '点' || plain[0] === '万' || plain[0] === '亿') return undefined;
  const result = chineseValue(plain);
  if (!result) return undefined;
  if (text[end] === '多' || text[end] === '余') {
    result.hedge = 'over';
    end++;
  }
  return { end, value: result };
}

/** The value of a string of Chinese numerals, or nothing where they make no number. */
export function chineseValue(plain: string): NumberValue | undefined {
  const approx = /^([一二三四五六七八九])([二三四五六七八九])([十百千万亿]*)$/.exec(plain);
  if (approx && DIGITS[approx[2]!] === DIGITS[approx[1]!]! + 1) {
    const unit = [...approx[3]!].reduce((n, c) => n * (SMALL[c] ?? 10 ** POWERS[c]!), 1);
    return { value: DIGITS[approx[1]!]! * unit, upper: DIGITS[approx[2]!]! * unit, hedge: 'about', scaled: unit > 1, scale: 0 };
  }
  const dot = plain.indexOf('点');
  if (dot > 0) return decimalValue(plain, dot);
  if ([...plain].every((c) => DIGITS[c] !== undefined)) {
    return { value: Number([...plain].map((c) => DIGITS[c]).join('')), scaled: false, scale: 0 };
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let scale = 0;
  for (const c of plain) {
    if (DIGITS[c] !== undefined) {
      if (digit !== null && digit !== 0) return undefined;
      digit = DIGITS[c]!;
    } else if (SMALL[c] !== undefined) {
      section += (digit ?? 1) * SMALL[c]!;
      digit = null;
    } else {
      const p = POWERS[c]!;
      section += digit ?? 0;
      digit = null;
      total = p === 8 ? (total + section) * 1e8 : total + section * 1e4;
      section = 0;
      scale = p;
    }
  }
  return { value: total + section + (digit ?? 0), scaled: scale > 0, scale };
}

function decimalValue(plain: string, dot: number): NumberValue | undefined {
  const whole = chineseValue(plain.slice(0, dot));
  const tail = /^([零〇一二三四五六七八九]+)([百千万亿]*)$/.exec(plain.slice(dot + 1));
  if (!whole || !tail) return undefined;
  const power = [...tail[2]!].reduce((s, c) => s + POWERS[c]!, 0);
  const digits = `${whole.value}.${[...tail[1]!].map((c) => DIGITS[c]).join('')}`;
  return { value: scaled(digits, power), scaled: power > 0, scale: power };
}

/** 百分之十三点五, 13.5%, 13%至15% as fractions; nothing where no percentage begins at `at`. */
export function percentAt(text: string, at: number): { end: number; value: number; upper?: number } | undefined {
  if (text.startsWith('百分之', at)) {
    const n = oneNumber(text, at + 3);
    return n && n.value.value !== null ? { end: n.end, value: scaled(n.value.value, -2) } : undefined;
  }
  ASCII.lastIndex = at;
  const m = ASCII.exec(text);
  if (!m) return undefined;
  const end = at + m[0].length;
  if (text[end] !== '%' && text[end] !== '%') return undefined;
  return { end: end + 1, value: scaled(m[0].replaceAll(',', ''), -2) };
}
