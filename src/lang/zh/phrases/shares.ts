import { ratio } from '../../../model/values/decimal.js';
import { scaled } from './digits.js';
import { type Hedge, joinAt, type NumberMatch, type NumberValue, numberAt } from './numbers.js';
import { numeralAt } from './numerals.js';

/** A share, as a fraction: 13.5% 0.135, 三成 0.3, 三分之一 0.333333333333. */
export interface ShareValue {
  value: number;
  upper?: number;
  hedge?: Hedge;
}

export interface ShareMatch {
  end: number;
  /** `percent` is a share of something, `points` the distance between two shares (2.3个百分点 0.023). */
  cls: 'percent' | 'points';
  value: ShareValue;
}

const SLASH = /\d{1,2}\/\d{1,2}(?![\d/年月日])/y;
const PER: Readonly<Record<string, number>> = { '%': -2, '％': -2, '‰': -3 };
const POINTS = /个?百分点/y;
/** 成员, 成立, 成功…: no tenths. */
const NO_TENTHS = /[员立为功果本都就长交品绩熟效份人年套形因语全名群堆片行倍]/;

/**
 * The share that begins at `at`, with its range (13%至15%, 5-20%, 三至四成), or nothing; `n` is the number that begins there. Time is
 * linear in its length.
 */
export function shareAt(text: string, at: number, n = numberAt(text, at, true)): ShareMatch | undefined {
  const first = n && oneShare(text, at, n);
  if (!first || first.value.upper !== undefined) return first;
  const join = joinAt(text, at, first.end);
  const m = join && numberAt(text, join.end, true);
  const second = m && oneShare(text, join!.end, m);
  if (!second || second.cls !== first.cls || second.value.upper !== undefined || !join!.holds(second.end)) return first;
  if (second.value.value <= first.value.value) return first;
  const value: ShareValue = { value: first.value.value, upper: second.value.value };
  if (second.value.hedge) value.hedge = second.value.hedge;
  return { end: second.end, cls: first.cls, value };
}

function oneShare(text: string, at: number, n: NumberMatch): ShareMatch | undefined {
  if (!n.value || n.value.value === null) return undefined;
  const ch = text[n.end];
  if (ch === '/') return slashAt(text, at);
  const power = PER[ch ?? ''];
  if (power !== undefined) return { end: n.end + 1, cls: 'percent', value: shareOf(n.value, (x) => scaled(x, power)) };
  if (ch === '成') return tenths(text, n.end, n.value);
  if (ch === '分') return partsAt(text, n.end, n.value);
  POINTS.lastIndex = n.end;
  const m = POINTS.exec(text);
  return m ? { end: n.end + m[0].length, cls: 'points', value: shareOf(n.value, (x) => scaled(x, -2)) } : undefined;
}

/** 2/3: digits with a slash, the first the smaller; dates have a third part or a word for the day. */
function slashAt(text: string, at: number): ShareMatch | undefined {
  SLASH.lastIndex = at;
  const m = SLASH.exec(text);
  if (!m || /[\d/.]/.test(text[at - 1] ?? '') || /\d $/.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  const [a, b] = m[0].split('/').map(Number) as [number, number];
  const value = a > 0 && a < b ? ratio(a, b) : undefined;
  return value === undefined ? undefined : { end: at + m[0].length, cls: 'percent', value: { value } };
}

/** 百分之十三, 千分之2.4, 三分之一: the parts behind the whole, which ends at `at`. */
function partsAt(text: string, at: number, whole: NumberValue): ShareMatch | undefined {
  const parts = whole.value!;
  if (parts < 2 || whole.upper !== undefined || whole.hedge || !text.startsWith('分之', at)) return undefined;
  const of = numberAt(text, at + 2);
  if (!of?.value || of.value.value === null) return undefined;
  const power = /^10+$/.test(String(parts)) ? String(parts).length - 1 : 0;
  if (power < 2 && of.value.value >= parts) return undefined;
  const part = (n: number): number => (power > 0 ? scaled(n, -power) : ratio(n, parts)!);
  return { end: of.end, cls: 'percent', value: shareOf(of.value, part) };
}

/** 三成, 两成半, 七成六, 9.5成. */
function tenths(text: string, at: number, n: NumberValue): ShareMatch | undefined {
  const next = text[at + 1] ?? '';
  if (NO_TENTHS.test(next) || (n.upper ?? n.value!) > 10 || n.value! <= 0) return undefined;
  const more = next === '半' ? { end: at + 2, value: 5 } : digitAfter(text, at + 1);
  if (!more || n.upper !== undefined || !Number.isInteger(n.value))
    return { end: at + 1, cls: 'percent', value: shareOf(n, (x) => scaled(x, -1)) };
  return { end: more.end, cls: 'percent', value: { value: scaled(n.value! * 10 + more.value, -2) } };
}

/** One Han numeral by itself. */
function digitAfter(text: string, at: number): { end: number; value: number } | undefined {
  if (!/[一二三四五六七八九]/.test(text[at] ?? '')) return undefined;
  const n = numeralAt(text, at);
  const value = n?.value?.value;
  return n?.end === at + 1 && typeof value === 'number' && n.value?.upper === undefined ? { end: n.end, value } : undefined;
}

function shareOf(n: NumberValue, part: (x: number) => number): ShareValue {
  const value: ShareValue = { value: part(n.value!) };
  if (n.upper !== undefined) value.upper = part(n.upper);
  if (n.hedge) value.hedge = n.hedge;
  return value;
}
