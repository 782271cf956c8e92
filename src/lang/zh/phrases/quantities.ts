import { type Chart, entry } from '../../../grammar/chart.js';
import type { MoneyValue } from '../token.js';
import { numberAt, percentAt } from './numbers.js';
import { timeAt } from './times.js';

const NUMERIC = new Set([...'0123456789一二三四五六七八九十两数几百千']);

/** Numbers, shares, money, counts and times of a sentence. */
export function addQuantities(chart: Chart): void {
  const { text, span } = chart;
  let timeEnd = -1;
  for (let i = span.start; i < span.end; i++) {
    const time = timeAt(text, i, span.end);
    if (time && i >= timeEnd) {
      chart.add({ start: i, end: time.end, cls: 'time', value: time.value, stage: 2, rule: 'zh/time' });
      timeEnd = time.end;
    }
    if (!NUMERIC.has(text[i]!) || (i > span.start && /[\d.]/.test(text[i]!) && /[\d.]/.test(text[i - 1]!))) continue;
    const percent = percentAt(text, i);
    if (percent) {
      chart.add({ start: i, end: percent.end, cls: 'percent', value: percent, stage: 1, rule: 'zh/percent' });
      continue;
    }
    amountAt(chart, i);
  }
}

function amountAt(chart: Chart, at: number): void {
  const n = numberAt(chart.text, at);
  if (!n || n.end > chart.span.end) return;
  const { value } = n;
  let end = n.end;
  if (chart.char(end) === ' ') end++;
  const currency = chart.longestFrom(end, 'currency');
  if (currency) {
    const money: MoneyValue = { ...value, unit: entry(currency).value };
    let after = currency.end;
    const tail = chart.text.slice(after, after + 2);
    if (tail === '左右' || tail === '以上' || tail === '上下' || tail === '以下') {
      money.hedge = tail === '以上' ? 'over' : 'about';
      after += 2;
    }
    chart.add({ start: at, end: after, cls: 'money', value: money, stage: 2, rule: 'zh/money' });
    return;
  }
  if (chart.char(end) === '倍') {
    chart.add({ start: at, end: end + 1, cls: 'multiple', value, stage: 2, rule: 'zh/multiple' });
    return;
  }
  const classifier = chart.longestFrom(end, 'classifier');
  if (classifier) {
    const unit: MoneyValue = { ...value, unit: entry(classifier).value };
    chart.add({ start: at, end: classifier.end, cls: 'count', value: unit, stage: 2, rule: 'zh/count' });
  }
  chart.add({ start: at, end: n.end, cls: 'number', value, stage: 1, rule: 'zh/number' });
}
