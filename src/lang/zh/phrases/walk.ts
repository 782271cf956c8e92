import { type Chart, type Edge, entry } from '../../../grammar/chart.js';
import { isHan } from '../../../text/fold.js';
import type { PairValue, StateValue } from '../token.js';
import { spellsNames } from '../words.js';
import { length, longestStop } from './walk-stops.js';

/** What stands before the head of an organisation or an office: 越南 | 工贸部 | 副部长. */
export interface Modifier {
  /** Where the name begins, the country left out. */
  start: number;
  /** Where it begins with the country. */
  from: number;
  country: string | null;
  /** Codes named inside: the country, or both states of a pair. */
  codes: readonly string[];
  /** Country of posting: 驻X. */
  post: string | null;
}

const INSIDE = [
  'org',
  'ministry',
  'orghead',
  'field',
  'city',
  'region1',
  'country',
  'group',
  'pair',
  'level',
  'body-noun',
  'ordinal-no',
  'region',
  'project-noun',
];
const STATES = ['country', 'group', 'historic'];
const LONGEST = 14;

/**
 * Walks from `at` to the left over the words of a name, up to a country or a boundary. Unknown characters belong to the name only
 * where a known word stands before them; with `greedy`, always.
 */
export function modifierBefore(chart: Chart, at: number, greedy = false): Modifier {
  const m = walkBefore(chart, at, greedy);
  // 越南政府 is a known name with its country in it: the country is left out of the office.
  const own = m.codes.length === 1 ? chart.longestFrom(m.start, 'country') : undefined;
  // 俄罗斯联邦委员会: the federation is of the council's name.
  const short = own && /联邦$/.test(chart.slice(own)) && chart.text.startsWith('委员会', own.end) ? 2 : 0;
  if (own && own.end < at && codesOf(own)[0] === m.codes[0]) m.start = own.end - short;
  return m;
}

function walkBefore(chart: Chart, at: number, greedy: boolean): Modifier {
  const m: Modifier = { start: at, from: at, country: null, codes: [], post: null };
  let pos = at;
  let unknown = 0;
  while (pos > chart.span.start) {
    const posted = chart.longestTo(pos, 'post');
    if (posted && m.start === pos) {
      m.post = (posted.value as StateValue).codes[0] ?? null;
      pos = posted.start;
      m.start = pos;
      m.from = pos;
      continue;
    }
    const any = chart.longestTo(pos, ...INSIDE);
    const named = chart.longestTo(pos, ...STATES, 'pair');
    const inside = named && length(named) >= length(any) ? named : any;
    // 巴方高级专员: the side, unless it is that of a body.
    const side = m.start === pos && chart.char(pos - 1) === '方' ? chart.longestTo(pos, 'state') : undefined;
    if (side && chart.longestTo(side.start, ...INSIDE) === undefined && (side.value as StateValue).codes.length === 1) {
      m.codes = (side.value as StateValue).codes;
      m.country = m.codes[0]!;
      m.from = side.start;
      return m;
    }
    const short = chart.longestTo(pos, 'short');
    // 建设阿瓜内格拉隧道: the first character of a name that is spelt.
    const isSpelt = greedy && unknown > 1 && spellsNames(chart.char(pos)) && spellsNames(chart.char(pos + 1));
    if (short && !inside && !isSpelt && (pos === at || m.start === pos) && !isHanWordBefore(chart, short.start)) {
      m.codes = (short.value as StateValue).codes;
      m.country = m.codes[0]!;
      m.start = short.end;
      m.from = short.start;
      return m;
    }
    const stop = longestStop(chart, pos, greedy);
    // 马克塔拉尔-达尔巴扎铁路: the first character of a name behind a dash.
    if (
      greedy &&
      stop?.cls === 'reach' &&
      stop.start === pos - 1 &&
      /[-—]/.test(chart.char(pos - 2)) &&
      unknown > 0 &&
      spellsNames(chart.char(pos))
    ) {
      pos--;
      m.start = pos;
      m.from = pos;
      continue;
    }
    const owner = chart.longestTo(pos, 'office');
    if (owner && m.start === pos && /^(?:办公室|办公厅|府)/.test(chart.text.slice(pos, pos + 3))) {
      pos = owner.start;
      m.start = pos;
      m.from = pos;
      continue;
    }
    // 总统欢迎王大使: with another word between, the president owns nothing.
    const isOther = stop?.cls === 'office' && inside?.cls === 'field' && length(inside) === length(stop) && hasWord(chart, pos, m.start);
    if (inside && !isOther && (stop?.cls === 'stop' ? length(inside) > 2 : length(inside) >= length(stop))) {
      const known = codesOf(inside);
      if (STATES.includes(inside.cls) || inside.cls === 'pair') {
        if (take(chart, m, inside, known, greedy)) {
          pos = inside.start - 1;
          unknown = 0;
          continue;
        }
        return m;
      }
      pos = inside.start;
      if (known.length > 0 && m.country === null && known.length === 1)
        m.country = known[0]!.slice(0, known[0]!.includes('-') ? 2 : undefined);
      if (known.length > 0 && m.codes.length === 0) m.codes = known;
      unknown = 0;
      m.start = pos;
      m.from = pos;
      if ((inside.cls === 'city' || inside.cls === 'region1') && chart.char(pos - 1) === '驻') {
        // 驻特拉维夫大使, 驻大阪总领事: posted to the state of the city.
        m.post = known.length === 1 ? known[0]!.slice(0, 2) : null;
        m.country = null;
        m.codes = [];
        pos--;
      }
      continue;
    }
    const ch = chart.char(pos - 1);
    // 越南海警与中国海警: two of them.
    const conjunction =
      m.codes.length === 0 &&
      !chart.longestFrom(pos, 'country') &&
      (ch === '、' || ch === '与' || ch === '和' || ch === '及') &&
      chart.longestTo(pos - 1, 'field') !== undefined;
    if (stop && !conjunction) break;
    // 中俄“长江—伏尔加河”地方合作理事会: a name in quotation marks with its states before it.
    if (ch === '”') {
      const open = chart.text.lastIndexOf('“', pos - 1);
      if (open <= chart.span.start || pos - open > 24 || !chart.longestTo(open, 'pair', ...STATES)) break;
      pos = open;
      continue;
    }
    if (ch === ')') {
      const open = latinBracket(chart, pos);
      if (open < 0) break;
      pos = open;
      continue;
    }
    if (conjunction) {
      const left = chart.longestTo(pos - 1, 'field')!;
      if (chart.longestTo(pos - 1, 'office', 'country')) break;
      pos = left.start;
      m.start = pos;
      m.from = pos;
      continue;
    }
    const isBetween = spellsNames(chart.char(pos - 2)) && spellsNames(chart.char(pos - 3)) && spellsNames(chart.char(pos));
    if (greedy && (ch === '—' || ch === '-') && (isBetween || chart.longestTo(pos - 1, 'city', 'region1', 'country'))) {
      pos--;
      continue;
    }
    // 84个项目, 1445公里的原油管道: how many or how long they are is no part of their name.
    if (greedy && /[个条座家项所]/.test(ch) && /[\d万亿百千十多余几数两一二三四五六七八九]/.test(chart.char(pos - 2))) break;
    if (greedy && ch === '的' && chart.endingAt(pos - 1).some((e) => e.cls === 'count' || e.cls === 'money')) break;
    if (greedy && /\d/.test(ch) && !/[号\d]/.test(chart.char(pos))) break;
    if (!isName(ch, greedy) || ++unknown > LONGEST) break;
    pos--;
    if (greedy) {
      m.start = pos;
      m.from = pos;
    }
  }
  if (pos === chart.span.start && unknown > 0 && unknown <= 6 && m.start !== at) {
    m.start = pos;
    m.from = pos;
  }
  return m;
}

/** Whether a word that is no name stands between two places. */
function hasWord(chart: Chart, from: number, to: number): boolean {
  return chart.edges.some((e) => e.cls === 'common' && e.start >= from && e.end <= to && length(e) > 1);
}

function isName(ch: string, greedy: boolean): boolean {
  return isHan(ch.charCodeAt(0)) || (greedy && /[A-Za-z0-9]/.test(ch));
}

/** A known word of two characters or more ends where the short name would begin and runs into it. */
function isHanWordBefore(chart: Chart, at: number): boolean {
  return chart.startingAt(at - 1).some((e) => e.end > at && e.end - e.start >= 2 && e.rule === 'word' && e.cls !== 'abbr');
}

/** Takes a state into the modifier; true where it was the place of posting and the walk goes on before 驻. */
function take(chart: Chart, m: Modifier, inside: Edge, codes: readonly string[], greedy: boolean): boolean {
  if (chart.char(inside.start - 1) === '驻') {
    m.post = codes[0] ?? null;
    m.start = inside.start - 1;
    m.from = m.start;
    m.country = null;
    m.codes = [];
    return true;
  }
  const before = codes.length === 1 ? neighbour(chart, inside.start, greedy) : undefined;
  if (before) {
    const first = codesOf(before);
    m.codes = [...first, ...codes];
    m.country = first[0] ?? null;
    m.start = before.start;
    m.from = before.start;
    return false;
  }
  m.codes = codes;
  m.country = codes.length === 1 ? codes[0]! : null;
  m.start = codes.length > 1 ? inside.start : inside.end;
  m.from = inside.start;
  return false;
}

/** A country straight before another one, or joined by a dash: 俄罗斯越南友好协会, 越南-白俄罗斯友好协会; for a work also a place of another country: 柔佛-新加坡经济特区. */
function neighbour(chart: Chart, at: number, greedy: boolean): Edge | undefined {
  const dash = chart.char(at - 1);
  const isDash = dash === '-' || dash === '—' || dash === '·';
  const country = chart.longestTo(isDash ? at - 1 : at, 'country');
  return country ?? (greedy && isDash ? chart.longestTo(at - 1, 'city', 'region1') : undefined);
}

export function codesOf(edge: Edge): readonly string[] {
  if (edge.cls === 'pair') return (edge.value as PairValue).codes;
  if (edge.rule !== 'word') return [];
  const value = entry(edge).value;
  if (STATES.includes(edge.cls) || edge.cls === 'city' || edge.cls === 'region1') return value === '' ? [] : [value.split('|')[0]!];
  if (edge.cls === 'org') return /^[A-Z]{2,}/.test(value) ? [value.split('|')[0]!] : [];
  return [];
}

/** Start of a bracket with Latin letters only that ends at `end`, or -1. */
function latinBracket(chart: Chart, end: number): number {
  for (let i = end - 2; i >= chart.span.start && i > end - 40; i--) {
    const ch = chart.char(i);
    if (ch === '(') return i;
    if (isHan(ch.charCodeAt(0))) return -1;
  }
  return -1;
}
