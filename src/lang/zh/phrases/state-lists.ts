import { type Chart, entry } from '../../../grammar/chart.js';
import type { StateValue } from '../token.js';
import { isAt, meanings, type StateContext } from './state-context.js';

/** One state of a list, by its full name or by one character. */
interface Item {
  start: number;
  end: number;
  code: string;
  isShort: boolean;
}

/** What shows that a list of characters is one of states. */
const AFTER_LIST =
  /(?:等(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|多)?个?(?:西方|欧洲|盟|周边|欧美|北约)?国|等(?:方|欧洲|西方)|[二两三四五六七八九十]{1,2}[国方]|各国|领导人|外长|元首|首脑|防长|财长|代表|政府|军队|军方|联军)/y;

/** Characters that stand in a list for the first of the states that they can mean. */
const FIRST = /[加印澳土]/;

/** A region of China and its neighbours, and no states: 港、澳、台. */
const REGIONS = /[港台]/;

/** 美、英、法三国; 韩国、日、越等国: characters in a list of states, each a state by itself where the list shows it. */
export function shortLists(chart: Chart, context: StateContext): void {
  let done = -1;
  for (let i = chart.next('、', chart.span.start + 1); i >= 0; i = chart.next('、', i + 1)) {
    if (i < done) continue;
    const list = listAround(chart, i, context);
    if (list.length > 0) done = list[list.length - 1]!.end;
    if (!isOfStates(chart, list, context)) continue;
    for (const { start, end, code, isShort } of list) {
      if (!isShort) continue;
      const value: StateValue = { codes: [code], kind: 'side' };
      chart.add({ start, end, cls: 'state', value, stage: 1, rule: 'zh/side' });
      chart.add({ start, end, cls: 'short', value, stage: 1, rule: 'zh/short' });
    }
  }
}

function isOfStates(chart: Chart, list: readonly Item[], context: StateContext): boolean {
  const last = list[list.length - 1];
  if (!last || list.length < 2 || !list.some((x) => x.isShort) || new Set(list.map((x) => x.code)).size < list.length) return false;
  const forms = list.map((x) => (x.isShort ? chart.text.slice(x.start, x.end) : '')).join('');
  if (REGIONS.test(forms) && forms.includes('澳')) return false;
  if (isAt(AFTER_LIST, chart, last.end)) return true;
  return list.length > 2 && list.filter((x) => context.named.has(x.code)).length > 1 && !startsWord(chart, last);
}

/** 美、英、法律: the last character begins a word. */
function startsWord(chart: Chart, { start, end, isShort }: Item): boolean {
  return isShort && chart.startingAt(start).some((x) => x.end > end && x.rule === 'word' && x.cls !== 'pair');
}

/** The states on both sides of the mark at `at`, as far as the list goes; none where one of them is no state, or not sure. */
function listAround(chart: Chart, at: number, context: StateContext): Item[] {
  const first = itemBefore(chart, at, context);
  if (!first || chart.char(first.start - 1) === '、') return [];
  const out = [first];
  for (let i = at; chart.char(i) === '、' || JOINS.test(chart.char(i)); ) {
    const isLast = chart.char(i) !== '、';
    const next = itemAt(chart, i + 1, context);
    if (!next) return isLast ? out : [];
    out.push(next);
    i = next.end;
    if (isLast) break;
  }
  return out;
}

const JOINS = /[和与及]/;

function itemAt(chart: Chart, at: number, context: StateContext): Item | undefined {
  const full = chart.longestFrom(at, 'country');
  if (full) return { start: at, end: full.end, code: entry(full).value, isShort: false };
  const short = chart.startingAt(at).find((x) => x.cls === 'abbr' && x.end === at + 1 && entry(x).notes !== 'bound');
  const all = short ? entry(short).value.split('|') : [];
  const meant = meanings(all, context);
  // 美、加、墨: Canada, where the story names no other.
  const codes = meant.length > 1 && FIRST.test(chart.char(at)) ? all.slice(0, 1) : meant;
  return codes.length === 1 ? { start: at, end: at + 1, code: codes[0]!, isShort: true } : undefined;
}

/** The state whose name ends at `at`. */
function itemBefore(chart: Chart, at: number, context: StateContext): Item | undefined {
  for (let from = Math.max(chart.span.start, at - 8); from < at; from++) {
    const item = itemAt(chart, from, context);
    if (item?.end !== at) continue;
    if (!item.isShort) return item;
    // 发达、… , 东南、…: part of a word before it.
    const led = chart.char(from - 1);
    const isInWord = [from - 3, from - 2, from - 1].some((k) => chart.startingAt(k).some((x) => x.end === at && x.rule === 'word'));
    return isInWord && !/[与和同向对在由被为从]/.test(led) ? undefined : item;
  }
  return undefined;
}
