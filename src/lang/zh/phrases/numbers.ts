import { type Amount, opensNumeral, scaled } from './digits.js';
import { type Numeral, numeralAt } from './numerals.js';

/**
 * Numbers of Chinese newswire, read from one position: a numeral with its sign, its hedge and its range.
 * 1,085亿 · 25万6千 · 十二 · 十多万 · 数十亿 · 36亿至40亿 · 两三 · 负3.9.
 */
export interface NumberValue {
  /** `null` for "some" (数十亿). */
  value: number | null;
  upper?: number;
  /** 多/余/几 in the number, 数/几 before it, 以上/左右/以下 after it. */
  hedge?: Hedge;
  /** Power of ten of the last of 万, 亿, 兆 (万亿 12), 0 without one. */
  scale: number;
}

export type Hedge = 'over' | 'some' | 'about' | 'under';

export interface NumberMatch {
  end: number;
  /** `null` where the characters make no number that is certain. */
  value: NumberValue | null;
}

const JOIN = /[至到~—-]| [~—-] |[和与]/y;
/** 人数, 总数, 指数: no "some" begins there. */
const NO_SOME = /[人总指多少倍分件次个位户系函参整号岁]/;
/** 近万人, 上亿: a power of ten alone is a number only behind one of these. */
const BEFORE_POWER = /[近上约逾超过达破]/;
/** 增长负2.1%, 为负3亿; 税负, 正负, 胜负 are other words. */
const BEFORE_MINUS = /[^\u4e00-\u9fff]|[长降升涨滑率值速为是在达至到比于约近]/;
/** How far a bound or a preposition is looked for, in characters. */
const NEAR = 16;

/**
 * The number that begins at `at`, or nothing; of a share (`ofShare`) a minus sign may also stand behind a word. Time is linear in the
 * number's length.
 */
export function numberAt(text: string, at: number, ofShare = false): NumberMatch | undefined {
  const sign = signAt(text, at, ofShare);
  const first = plainAt(text, at + sign);
  if (!first) return undefined;
  if (first.value === null) return { end: first.end, value: null };
  const range = rangeFrom(text, at, { end: first.end, value: first.value });
  const value = range?.value ?? numberOf(first.value);
  if (sign > 0) {
    if (value.value === null || (value.upper !== undefined && !range)) return { end: range?.end ?? first.end, value: null };
    value.value = 0 - value.value;
  }
  return { end: range?.end ?? first.end, value };
}

/** Length of a sign of less than nought at `at`: 负 that is no part of a word, or a minus sign that joins nothing (苏-35 has none). */
function signAt(text: string, at: number, ofShare: boolean): 0 | 1 {
  const ch = text[at];
  const before = text[at - 1] ?? '';
  if (!opensNumeral(text[at + 1] ?? '')) return 0;
  if (ch === '负') return before === '' || BEFORE_MINUS.test(before) ? 1 : 0;
  if ((ch !== '-' && ch !== '−') || !/\d/.test(text[at + 1]!)) return 0;
  return before === '' || /[\s(:,。;“为达是到至]/.test(before) || (ofShare && /[\u4e00-\u9fff]/.test(before)) ? 1 : 0;
}

/** One numeral without sign and range. */
function plainAt(text: string, at: number): Numeral | undefined {
  const ch = text[at] ?? '';
  const before = text[at - 1] ?? '';
  if (ch === '数' && NO_SOME.test(before)) return undefined;
  if (ch === '俩' && !/[十百千万]/.test(text[at + 1] ?? '')) return undefined;
  // G20, A350, 5-star: digits of a name.
  if (ch >= '0' && ch <= '9' && isOfName(text, at)) return { end: numeralAt(text, at)!.end, value: null };
  if (/[零〇○]/.test(ch) && !/[点.]/.test(text[at + 1] ?? '')) return undefined;
  if (/[万亿兆]/.test(ch) && !/亿/.test(text[at + 1] ?? '') && !BEFORE_POWER.test(before) && !text.startsWith('分之', at + 1))
    return undefined;
  return numeralAt(text, at);
}

function isOfName(text: string, at: number): boolean {
  const letter = text[at - 1] === '-' ? text[at - 2] : text[at - 1];
  return letter !== undefined && /[A-Za-z]/.test(letter) && !/(?:^|[^A-Za-z])[A-Z]{3}$/.test(text.slice(Math.max(0, at - 4), at));
}

function numberOf(amount: Amount): NumberValue {
  const { value, upper, hedge, scale } = amount;
  const about = upper !== undefined && hedge === undefined ? { hedge: 'about' as const } : {};
  return { value, ...(upper !== undefined ? { upper } : {}), ...(hedge ? { hedge } : {}), ...about, scale };
}

/** 36亿至40亿, 36至40亿, 20和30之间: a second number that is the upper end of the first. */
function rangeFrom(text: string, at: number, first: { end: number; value: Amount }): { end: number; value: NumberValue } | undefined {
  const join = joinAt(text, at, first.end);
  const second = join && plainAt(text, join.end);
  if (!join || !second?.value || !join.holds(second.end) || text.startsWith('分之', second.end)) return undefined;
  const [a, b] = [first.value, second.value];
  if (a.value === null || b.value === null || a.upper !== undefined || a.hedge || b.upper !== undefined) return undefined;
  const low = lowEnd(a, b);
  if (low === undefined) return undefined;
  return { end: second.end, value: { value: low, upper: b.value, ...(b.hedge ? { hedge: b.hedge } : {}), scale: b.scale } };
}

/**
 * The lower end, with the unit of the upper one where it has none of its own (36至40亿); nothing where that stays open, or where it is
 * no lower.
 */
function lowEnd(a: Amount, b: Amount): number | undefined {
  const [low, high] = [a.value!, b.value!];
  const candidates: number[] = [];
  if (a.scale === 0 && a.small === 0 && low < 10 && b.simple && b.small + b.scale > 1) candidates.push(scaled(low, b.small + b.scale));
  if (a.scale === 0 && b.scale > 0) candidates.push(scaled(low, b.scale));
  candidates.push(low);
  const fits = candidates.find((c) => c < high);
  return fits !== undefined && high <= fits * 1000 ? fits : undefined;
}

/**
 * What joins the ends of a range: 至, 到, a dash, and 和 or 与 where 之间 follows. `start` and `end` are those of its first end; `holds`
 * says whether the words behind its second end allow it.
 */
export function joinAt(text: string, start: number, end: number): { end: number; holds: (secondEnd: number) => boolean } | undefined {
  JOIN.lastIndex = end;
  const m = JOIN.exec(text);
  if (!m) return undefined;
  const between = m[0] === '和' || m[0] === '与';
  if (!between && isRise(text, start)) return undefined;
  return { end: end + m[0].length, holds: (at) => !between || /^[^\d,;。]{0,6}之?间/.test(text.slice(at, at + 8)) };
}

/** 从5亿到10亿 tells a rise; 从5到10不等 is a range all the same. */
function isRise(text: string, at: number): boolean {
  if (!/(?:从(?![事业军政属未])|由[^,;:。至到]*[年的])[^,;:。至到]*$/.test(text.slice(Math.max(0, at - NEAR), at))) return false;
  return !/^[^,;。]{0,14}不等/.test(text.slice(at, at + NEAR * 2));
}
