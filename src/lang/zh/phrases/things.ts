import type { Chart, Edge } from '../../../grammar/chart.js';
import type { Entry } from '../../../lexicon/trie.js';
import { Characters } from '../../../text/characters.js';
import type { NamedValue } from '../token.js';
import { addBodies } from './bodies.js';
import { codesIn } from './codes-in.js';
import { modifierBefore } from './walk.js';

const ORDINAL = /第([0-9]{1,3}|[一二三四五六七八九十百]{1,5})(?:次|届|轮|副|度)?/y;

/** Things that statements are about: agreements by name, bodies between states, projects, levels of relations. */
export function addThings(chart: Chart): void {
  titled(chart);
  addBodies(chart);
  sessions(chart);
  uncounted(chart);
  for (const e of chart.edges.filter((x) => x.rule === 'word')) {
    if (e.cls === 'body-noun') modified(chart, e, 'body');
    else if (e.cls === 'project-noun') modified(chart, e, 'project');
    else if (e.cls === 'level-noun') level(chart, e);
  }
}

const GRADES = [
  '全面',
  '战略',
  '协作',
  '合作',
  '新时代',
  '特殊',
  '创新',
  '深化',
  '永久',
  '持久',
  '全天候',
  '全方位',
  '高质量',
  '高水平',
  '前瞻性',
  '三边',
  '安全',
  '互利',
  '友好',
  '建设性',
  '可持续',
  '绿色',
  '传统',
  '广泛',
  '增强',
  '数字',
  '平等',
  '互信',
  '睦邻',
  '紧密',
  '的',
  '面向',
  '未来',
  '特别',
  '牢固',
  '更加',
  '经济',
  '防务',
  '国防',
  '能源',
  '命运与共',
];

/** A level of relations with all its grades: 全方位高质量的前瞻性伙伴关系. */
function level(chart: Chart, head: Edge): void {
  for (const e of chart.endingAt(head.end)) if (e.cls === 'level-noun' && e.start < head.start) return;
  let start = head.start;
  for (let more = true; more; ) {
    more = false;
    for (const w of GRADES) {
      if (start - w.length >= chart.span.start && chart.text.startsWith(w, start - w.length)) {
        start -= w.length;
        more = true;
        break;
      }
    }
  }
  if (chart.text[start] === '的') start++;
  const name = chart.text.slice(start, head.end);
  chart.add({ start, end: head.end, cls: 'level', value: { name, codes: [] } satisfies NamedValue, stage: 2, rule: 'zh/level' });
}

const OPENS = new Characters('《“');

/** 《…》 that ends in the name of a kind of document. */
function titled(chart: Chart): void {
  for (let i = chart.span.start; i < chart.span.end; i++) {
    if (!OPENS.at(chart.text, i)) continue;
    const open = chart.text[i];
    const near = chart.text.slice(i, Math.min(chart.span.end, i + (open === '《' ? 121 : 25))).indexOf(open === '《' ? '》' : '”');
    if (near < 0) continue;
    const close = i + near;
    const name = chart.text.slice(i + 1, close);
    // 《…协定(2020财年)》.
    const bracket = /[((][^()()]{1,12}[))]$/.exec(name);
    const kind = chart.longestTo(close - (bracket?.[0].length ?? 0), 'agreement-noun');
    // 《…全面伙伴关系》联合声明: the kind of paper stands behind its name.
    const behind = !kind && open === '《' && name.length >= 6 ? chart.longestFrom(close + 1, 'agreement-noun') : undefined;
    if (behind && /(?:联合|共同)(?:声明|宣言|公报)$/.test(chart.text.slice(close + 1, behind.end))) {
      const whole = name + chart.text.slice(close + 1, behind.end);
      chart.add({
        start: i,
        end: behind.end,
        cls: 'document',
        value: { name: whole, codes: codesIn(chart, i + 1, close) } satisfies NamedValue,
        stage: 4,
        rule: 'zh/document',
      });
    }
    if (!kind) continue;
    chart.add({
      start: i,
      end: close + 1,
      cls: 'document',
      value: { name, codes: sidesOf(kind) ?? codesIn(chart, i + 1, close) } satisfies NamedValue,
      stage: 4,
      rule: 'zh/document',
    });
  }
}

/** 《中导条约》: the sides of a paper that is known by its name. */
function sidesOf(kind: Edge): string[] | undefined {
  const { value } = kind.value as Entry;
  return /^[A-Z]/.test(value) ? value.split(',') : undefined;
}

function modified(chart: Chart, head: Edge, cls: 'body' | 'project'): void {
  for (const e of chart.startingAt(head.start)) if (e.cls === head.cls && e.end > head.end) return;
  for (let at = head.start - 1; at > head.start - 6 && at >= chart.span.start; at--) {
    if (chart.startingAt(at).some((e) => e.cls === head.cls && e.end >= head.end)) return;
  }
  const m = modifierBefore(chart, head.start, cls === 'project');
  const name = chart.text.slice(m.start, head.end);
  chart.add({ start: m.from, end: head.end, cls, value: { name, codes: m.codes } satisfies NamedValue, stage: 3, rule: `zh/${cls}` });
}

export interface SessionValue {
  /** Name of the body, where the text gives it. */
  name: string | null;
  codes: readonly string[];
  /** `null` where the session is not counted. */
  number: number | null;
  /** A session of a body, not only a numbered fair or congress. */
  event: boolean;
}

const MEETING = /^(?:[\u4e00-\u9fff]{0,6}?)(?:会议|例会|会晤|磋商|对话会|对话|全会|联席会)/;
const NAMED = /^(?:[\u4e00-\u9fff、—-]{2,24}?)(?:对话会|政策对话会|对话|磋商|会晤|会议|委员会会议)/;

/** 俄乌国家间委员会会议: a session that is not counted. */
function uncounted(chart: Chart): void {
  for (const e of chart.edges.filter((x) => x.cls === 'body' || x.cls === 'organisation')) {
    const name = (e.value as NamedValue).name;
    if (!/(?:委员会|工作组|联委会|混委会|小组)$/.test(name)) continue;
    const codes = codesIn(chart, e.start, e.end);
    const meeting = /^(?:全体)?(?:会议|例会)/.exec(chart.text.slice(e.end, Math.min(chart.span.end, e.end + 6)));
    if (codes.length >= 2 && meeting) sessionEdge(chart, e.start, e.end + meeting[0].length, { name, codes, number: null, event: true });
  }
}

const ORDINALS = new Characters('首第');

/** 中俄投资合作委员会第十次会议 · 第七次越菲国防政策对话会 · …委员会有关经贸的第23次会议. */
function sessions(chart: Chart): void {
  for (let i = chart.span.start; i < chart.span.end; i++) {
    if (!ORDINALS.at(chart.text, i)) continue;
    const isFirst = chart.text[i] === '首';
    if (isFirst && !/[次轮届]/.test(chart.text[i + 1] ?? '')) continue;
    const n = isFirst ? { end: i + 2, value: 1 } : ordinalAt(chart.text, i);
    if (!n || !/[次届轮]$/.test(chart.text.slice(i, n.end))) continue;
    const rest = chart.text.slice(n.end, Math.min(chart.span.end, n.end + 32));
    const owner = ownerBefore(chart, i);
    const short = MEETING.exec(rest);
    if (owner && short && !/^[\u4e00-\u9fff]*大会/.test(short[0])) {
      sessionEdge(chart, owner.start, n.end + short[0].length, { name: owner.name, codes: owner.codes, number: n.value, event: true });
      continue;
    }
    if (isFirst) continue;
    // 中俄总理第二十二次定期会晤: the name goes on after the number.
    const split = /([\u4e00-\u9fff]{2,8})$/.exec(chart.text.slice(Math.max(chart.span.start, i - 8), i));
    const regular = /^(?:定期会晤|战略对话|对话|磋商|会晤)/.exec(rest);
    if (split && regular) {
      const from = [...split[1]!].findIndex((_, k) => chart.startingAt(i - split[1]!.length + k).some((e) => e.cls === 'pair'));
      if (from >= 0) {
        const start = i - split[1]!.length + from;
        const name = chart.text.slice(start, i) + regular[0];
        sessionEdge(chart, start, n.end + regular[0].length, { name, codes: codesIn(chart, start, i), number: n.value, event: true });
        continue;
      }
    }
    const named = NAMED.exec(rest);
    const codes = named ? codesIn(chart, n.end, n.end + named[0].length) : [];
    if (named && codes.length > 0)
      sessionEdge(chart, i, n.end + named[0].length, {
        name: named[0],
        codes,
        number: n.value,
        event: /次|轮/.test(chart.text.slice(i, n.end)),
      });
  }
}

function sessionEdge(chart: Chart, start: number, end: number, value: SessionValue): void {
  chart.add({ start, end, cls: 'session', value, stage: 4, rule: 'zh/session' });
}

/** The body whose session is numbered: straight before, before a bracket, or before 有关…的. */
function ownerBefore(chart: Chart, at: number): { start: number; name: string; codes: readonly string[] } | undefined {
  let end = at;
  if (chart.char(end - 1) === ')') {
    while (end >= chart.span.start && chart.text[end] !== '(') end--;
    if (end < chart.span.start) return undefined;
  }
  const about = /(?:有关|关于)[\u4e00-\u9fff、]{1,14}的$/.exec(chart.text.slice(Math.max(chart.span.start, end - 20), end));
  if (about) end -= about[0].length;
  const body = chart.longestTo(end, 'body') ?? chart.longestTo(end, 'organisation');
  if (!body) return undefined;
  const value = body.value as NamedValue;
  const codes = value.codes.length > 0 ? value.codes : codesIn(chart, body.start, body.end);
  // 中国和哈萨克斯坦合作委员会: the other state stands before a conjunction.
  const before = /[和与同—-]$/.exec(chart.text.slice(body.start - 1, body.start));
  const other = before ? chart.longestTo(body.start - 1, 'state') : undefined;
  if (other && codes.length === 1) {
    const both = [...(other.value as NamedValue).codes, ...codes];
    return { start: other.start, name: chart.text.slice(other.start, body.end), codes: both };
  }
  return { start: body.start, name: value.name, codes };
}

/** The number of a session: 第23次, 第十届. */
export function ordinalAt(text: string, at: number): { end: number; value: number } | undefined {
  ORDINAL.lastIndex = at;
  const m = ORDINAL.exec(text);
  if (!m) return undefined;
  const value = /^\d/.test(m[1]!) ? Number(m[1]) : chineseOrdinal(m[1]!);
  return value > 0 ? { end: at + m[0].length, value } : undefined;
}

function chineseOrdinal(s: string): number {
  const d = '零一二三四五六七八九';
  let total = 0;
  let digit = 0;
  for (const c of s) {
    if (c === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else if (c === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else digit = d.indexOf(c);
  }
  return total + digit;
}
