import { type Chart, entry } from '../../../grammar/chart.js';
import { Characters } from '../../../text/characters.js';
import type { MoneyValue } from '../token.js';
import { numeralOpeners, opensNumeral } from './digits.js';
import { type Hedge, joinAt, type NumberValue, numberAt } from './numbers.js';
import { type ShareValue, shareAt } from './shares.js';
import { timeAt, timeOpeners } from './times.js';

/** What a number with its unit comes to. */
interface Quantity {
  start: number;
  end: number;
  cls: 'money' | 'count' | 'multiple' | 'number' | 'percent' | 'points' | 'doubling';
  value: MoneyValue | NumberValue | ShareValue;
}

const TAILS: Readonly<Record<string, Hedge>> = {
  左右: 'about',
  上下: 'about',
  以上: 'over',
  之上: 'over',
  以下: 'under',
  之下: 'under',
  以内: 'under',
  之内: 'under',
};
const DOUBLED = /翻(?:了)?(?:近|约|将近)?(?:(?<times>[一两二三四])?番|一?倍)/y;
const TIMES: Readonly<Record<string, number>> = { 一: 1, 两: 3, 二: 3, 三: 7, 四: 15 };
const RISES = /(?:增加|减少|增长|下降|上升|降低|上涨|下跌|提高|[增减升降涨跌])了?(?:约|近|逾|超过?)?$/;
const HALF = /一半|半数|半成(?!品)/y;

/** Numbers, shares, money, counts and times of a sentence. What one quantity covers is not read again from its middle. */
export function addQuantities(chart: Chart): void {
  const { span } = chart;
  // Nothing is read beyond the sentence's end.
  const text = chart.text.slice(0, span.end);
  let timeEnd = -1;
  let taken = span.start;
  for (let i = span.start; i < span.end; i++) {
    if (i >= timeEnd && timeOpeners.at(chart.text, i)) {
      const time = timeAt(chart.text, i, span.end);
      if (time) {
        chart.add({ start: i, end: time.end, cls: 'time', value: time.value, stage: 2, rule: 'zh/time' });
        timeEnd = time.end;
      }
    }
    if (i < taken || !(numeralOpeners.at(text, i) || otherOpeners.at(text, i))) continue;
    const found = quantityAt(chart, text, i);
    if (!found) continue;
    taken = found.end;
    if ('cls' in found) add(chart, found);
  }
}

function add(chart: Chart, q: Quantity): void {
  const stage = q.cls === 'number' || q.cls === 'percent' || q.cls === 'points' ? 1 : 2;
  chart.add({ start: q.start, end: q.end, cls: q.cls, value: q.value, stage, rule: `zh/${q.cls}` });
}

/** Characters that a quantity can begin with beside a numeral: those that `quantityAt` asks for. */
export const otherOpeners = new Characters('翻半负-−');

/** The quantity at `at`; only its end where what stands there makes no number that is certain. */
export function quantityAt(chart: Chart, text: string, at: number): Quantity | { end: number } | undefined {
  const ch = text[at]!;
  if (ch === '翻') return doubled(text, at);
  const half = ch === '一' || ch === '半' ? halfAt(text, at) : undefined;
  if (half) return hedged(text, half);
  const signed = ch === '负' || ch === '-' || ch === '−';
  if (!signed && !opensNumeral(ch)) return undefined;
  const found = numberAt(text, at, true);
  const share = found && shareAt(text, at, found);
  if (share) return hedged(text, { start: at, ...share });
  const n = signed ? numberAt(text, at) : found;
  if (!n?.value) return n && { end: n.end };
  const first = withUnit(chart, text, at, n.end, n.value);
  if (first.cls === 'number' && /^[万亿兆]$/.test(text.slice(at, n.end))) return { end: n.end };
  if (first.cls === 'count') add(chart, { start: at, end: n.end, cls: 'number', value: n.value });
  return hedged(text, rangeFrom(chart, text, first) ?? first);
}

/** 翻番 twice as much, so once more; 翻两番 four times. */
function doubled(text: string, at: number): Quantity | undefined {
  DOUBLED.lastIndex = at;
  const m = DOUBLED.exec(text);
  return m ? { start: at, end: at + m[0].length, cls: 'doubling', value: { value: TIMES[m.groups?.times ?? '一']! } } : undefined;
}

/** 一半, 半数; 半成, half of a tenth. */
function halfAt(text: string, at: number): Quantity | undefined {
  HALF.lastIndex = at;
  const m = HALF.exec(text);
  return m ? { start: at, end: at + 2, cls: 'percent', value: { value: m[0] === '半成' ? 0.05 : 0.5 } } : undefined;
}

/** The number with the currency, 倍 or the classifier behind it. */
function withUnit(chart: Chart, text: string, at: number, numberEnd: number, number: NumberValue): Quantity {
  const plain: Quantity = { start: at, end: numberEnd, cls: 'number', value: number };
  let end = numberEnd;
  if (text[end] === ' ') end++;
  const about = text[end] === '来' && number.hedge === undefined ? 1 : 0;
  const currency = chart.longestFrom(end + about, 'currency');
  const classifier = text[at - 1] === '第' ? undefined : chart.longestFrom(end + about, 'classifier');
  const unit = currency ?? classifier;
  if (!unit) return text[end] === '倍' ? { ...plain, end: end + 1, cls: 'multiple' } : plain;
  const value: MoneyValue = { ...number, unit: entry(unit).value, printed: entry(unit).form };
  if (about) value.hedge = 'about';
  const many = /^[百千万亿]+$/.test(text.slice(at, numberEnd)) && /(?:^|[^以之加])上$/.test(text.slice(Math.max(0, at - 2), at));
  if (many) value.hedge = 'over';
  return { start: many ? at - 1 : at, end: unit.end, cls: currency ? 'money' : 'count', value };
}

/**
 * 36亿美元至40亿美元, 100亿美元和120亿美元之间: a second quantity of the same unit that is the upper end of the first. 15亿至12亿美元 is kept
 * as it stands: that its ends are reversed is for the audit to say.
 */
function rangeFrom(chart: Chart, text: string, first: Quantity): Quantity | undefined {
  const low = first.value as MoneyValue;
  if (low.value === null || low.upper !== undefined || low.hedge || first.cls === 'multiple') return undefined;
  // 增加5亿美元至40亿美元: by how much, and to what level.
  if (RISES.test(text.slice(Math.max(0, first.start - 5), first.start))) return undefined;
  const join = joinAt(text, first.start, first.end);
  const n = join && numberAt(text, join.end);
  if (!join || !n?.value || n.value.value === null || n.value.upper !== undefined) return undefined;
  const second = withUnit(chart, text, join.end, n.end, n.value);
  const unit = second.value as MoneyValue;
  const reversed = first.cls === 'number' && second.cls === 'money' && low.scale > 0 && n.value.scale > 0 && n.value.value < low.value;
  const rising = second.cls === first.cls && unit.unit !== undefined && unit.unit === low.unit && n.value.value > low.value;
  if ((!reversed && !rising) || !join.holds(second.end)) return undefined;
  return { start: first.start, end: second.end, cls: second.cls, value: { ...unit, value: low.value, upper: n.value.value } };
}

/** The bound behind a quantity: 100亿美元以上, 三成左右, 3倍多. */
function hedged(text: string, q: Quantity): Quantity {
  const { value } = q;
  const tail = TAILS[text.slice(q.end, q.end + 2)];
  if (tail) return { ...q, end: q.end + 2, value: { ...value, hedge: tail } };
  const more = text[q.end] === '多' && (q.cls === 'multiple' || (q.cls === 'percent' && text[q.end - 1] === '成'));
  return more ? { ...q, end: q.end + 1, value: { ...value, hedge: 'over' } } : q;
}
