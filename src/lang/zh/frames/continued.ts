import { as, isA, type Token } from '../../../grammar/token.js';
import { stateOf } from '../parties.js';
import type { Held, LastFigure } from '../registers.js';
import type { Scene } from '../scene.js';
import type { StateValue, TimeValue } from '../token.js';
import { isAmount } from './growth.js';
import { CAPITAL, PEOPLE_MEASURES } from './measure.js';
import { dated, periodOfTime, samePeriodAs } from './period.js';
import { targetOf } from './target.js';

/** A figure whose measure was said before: what differs from the last one. */
export interface Continued {
  kind: string;
  from: string | null;
  to: string | null;
  /** The end that the list runs through. */
  open: 'from' | 'to' | null;
  /** Own period; `null` where the clause has one that cannot be dated; absent where it has none. */
  period?: Held<string> | null;
  /** Where the state or the time stands: the figure's quote begins there at the latest. */
  start: number;
}

/** Whether an amount ranks a state among others: 以881.77万人次居首. */
const RANKS = /^(?:的?(?:规模|数额|总额|成绩))?(?:[,、]?)(?:高?居|位|排|列|名列|领先|领跑|退居|升至|次之|居首|夺|紧随|稳居|跻身|继续)/;
const FILLER =
  /^(?:而|但|则|进一步|再|继续|已|已经|其中|其次|其次为|其次是|是|依次|依次为|依次是|紧随其后的是|随后|随后是|接着是|另有|仅|却|只|单月|就|共|也|还|又|为|约|大约|起|起变|变|变为|增至|增|分别|分别为|分别是|分别有|各|的|以|有|达|计|后|之后|以及|超过|远超|略?高于|略?低于|创下的?|创下|多于|少于|相比|比|较)$/;
const JOINS = /^(?:、|和|与|及|以及|同)$/;

interface Slot {
  states: { code: string; token: Token }[];
  times: Token[];
  /** Text between the pieces that is neither. */
  words: string[];
}

/** The state and the time that alone stand with the amount since the last amount or the start of the clause. */
function slotBefore(scene: Scene, tokens: readonly Token[]): Slot | undefined {
  const slot: Slot = { states: [], times: [], words: [] };
  for (const t of tokens) {
    const code = stateNamed(scene, t);
    if (code !== undefined) slot.states.push({ code, token: t });
    else if (isA(t, 'time') && !isA(t, 'count')) slot.times.push(t);
    else if (isA(t, 'compare')) slot.times.push(...timeOfCompare(scene, t));
    else if (JOINS.test(t.text)) continue;
    else if (
      isA(t, 'reach', 'hedge') ||
      /^再?(?:提升|提高|扩大|增加?)(?:至|到|为)$/.test(t.text) ||
      FILLER.test(t.text) ||
      /^(?:内地|大陆|方面)$/.test(t.text)
    )
      slot.words.push(t.text);
    else if (/^(?:前往|赴|到|去|来自|访问?)$/.test(t.text)) slot.words.push(t.text);
    else return undefined;
  }
  return slot;
}

/** 比去年同期: the time in a word that compares. */
function timeOfCompare(scene: Scene, t: Token): Token[] {
  const edge = scene.sentence.chart.longestTo(t.end, 'time');
  return edge && edge.start > t.start ? [{ ...t, start: edge.start, text: scene.text.slice(edge.start, t.end), edges: [edge] }] : [];
}

/** 韩国, 中国人: one state, or its people. */
function stateNamed(scene: Scene, t: Token): string | undefined {
  const state = as(t, 'state');
  if (state) {
    const codes = (state.value as StateValue).codes;
    return codes.length === 1 ? stateOf(codes[0]!) : undefined;
  }
  if (!/^[\u4e00-\u9fff]{2,12}人$/.test(t.text)) return undefined;
  const of = scene.sentence.chart.longestFrom(t.start, 'state');
  return of && of.end === t.end - 1 && (of.value as StateValue).codes.length === 1 ? (of.value as StateValue).codes[0] : undefined;
}

/**
 * What a country or a time alone says after a figure of the same kind: 韩国以881万人次居首 · 越南27万人、泰国20万人 · 2023年约为18.7万 ·
 * 中国、韩国和美国依次为… · 2022年和2023年分别为… . Nothing where anything else stands beside the amount.
 */
export function continuedFor(scene: Scene): Continued | undefined {
  const last = scene.registers.measure;
  if (!last || !isLike(scene, last)) return undefined;
  // Brackets are read after their sentence, whose last figure may stand behind them.
  if (last.at > scene.trigger.start && !isAside(scene)) return undefined;
  // Only a list whose other end is nobody's yet goes on in the next paragraph.
  const breaks = scene.text.slice(last.at, scene.trigger.start).split(/\n+/).length - 1;
  if (breaks > (last.open === null ? 0 : 1)) return undefined;
  if (isOtherwise(scene, last)) return undefined;
  return isAside(scene) ? aside(scene, last) : (listed(scene, last) ?? alone(scene, last) ?? aimed(scene, last));
}

/** Words that set a goal for the figure before. */
const AIM =
  /目标[^,]{0,6}(?:是|为|定为|定在|设为)|(?:希望|力争|争取|计划|商定|约定|同意|打算|有意|决心|努力|致力于|期待|要|应|将)[^,]{0,24}(?:突破|达到|提[高升]到|提[高升]至|增[加至]|扩大到|扩大至|翻番)/;

/** 去年贸易额278亿美元,两国都希望短期内突破300亿美元; 双方的目标是明年达到1亿美元: a goal that names no measure is of the figure before it. */
function aimed(scene: Scene, last: LastFigure): Continued | undefined {
  const { clause } = scene;
  const told = scene.text.slice(clause[0]!.start, scene.trigger.start);
  // 预计将提前完成2030年1000亿美元的目标.
  const isGoal =
    /(?:完成|实现|达到|达成|突破|超过)[^,]{0,16}$/.test(told) &&
    /^的?(?:贸易额?|双边贸易额?)?(?:新|这一)?目标/.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 10));
  if (!/^(?:trade|export|import|tourists)/.test(last.kind) || last.from === null || last.to === null || !(isGoal || AIM.test(told)))
    return undefined;
  const others = clause.filter((t) => t !== scene.trigger && isAmount(t));
  if (others.length > 0 || clause.some((t) => isA(t, 'measure', 'agreement-noun', 'project'))) return undefined;
  const ends = [last.from, last.to].map(stateOf);
  const named = clause.flatMap((t) => ((as(t, 'pair') ?? as(t, 'state'))?.value as StateValue | undefined)?.codes.map(stateOf) ?? []);
  if (named.some((c) => !ends.includes(c)) || !targetOf(scene, last.kind)) return undefined;
  return { kind: last.kind, from: last.from, to: last.to, open: null, start: clause[0]!.start };
}

/** Another measure was named since the last figure, with no figure of its own: 贸易额增长100多倍,2022年达到702亿美元. */
function isOtherwise(scene: Scene, last: LastFigure): boolean {
  if (isAside(scene)) return false;
  for (let c = scene.clauseAt - 1; c >= 0; c--) {
    const clause = scene.clauses[c]!;
    if (clause[0]!.start < last.at) return false;
    if (clause.some((t) => isA(t, 'measure')) && !clause.some((t) => isA(t, 'percent', 'share', 'count', 'money'))) return true;
  }
  return false;
}

/** The clause is what brackets hold. */
export function isAside(scene: Scene): boolean {
  return scene.text[scene.clause[0]!.start - 1] === '(';
}

/** Money goes on with money, people with people. */
function isLike(scene: Scene, last: LastFigure): boolean {
  const t = scene.trigger;
  if (isA(t, 'money')) return CAPITAL.has(last.kind);
  if (last.kind === 'flights') return /(?:班|班次|航班|架次)$/.test(t.text);
  if (last.kind === 'investment.projects') return /(?:个|项)$/.test(t.text);
  if (PEOPLE_MEASURES.has(last.kind)) return !isA(t, 'count') || /(?:人|人次|名)$/.test(t.text);
  return false;
}

/** 印度(20.92万), 2000年(106亿美元): the state or the year that an amount in brackets stands behind. */
function aside(scene: Scene, last: LastFigure): Continued | undefined {
  const first = scene.clause[0]!;
  if (scene.text[scene.trigger.end] !== ')') return undefined;
  if (scene.before().some((t) => !isA(t, 'hedge', 'reach'))) return undefined;
  const behind = scene.sentence.tokens.find((t) => t.end === first.start - 1);
  return behind ? filled(scene, last, slotBefore(scene, [behind]), []) : undefined;
}

function alone(scene: Scene, last: LastFigure): Continued | undefined {
  const before = scene.before();
  const from = before.findLastIndex(isAmount) + 1;
  // 越南27万人、泰国20万人: an amount before it stands in the same list.
  if (from > 0 && !JOINS.test(before[from]?.text ?? '')) return undefined;
  const own = before.slice(from);
  const words = own.map((t) => t.text);
  if (words.some((w) => /^(?:分别|依次)/.test(w))) return undefined;
  if (words.includes('以') && !RANKS.test(scene.text.slice(scene.trigger.end, scene.trigger.end + 8))) return undefined;
  const slot = slotBefore(scene, own);
  if (!slot) return undefined;
  if (slot.states.length + slot.times.length > 0) return filled(scene, last, slot, words);
  return from === 0 ? filled(scene, last, headed(scene, own), words) : undefined;
}

/** 中国人最多,为94万2395人; 9月1日起,为18班: the state or the time makes the short clause before. */
function headed(scene: Scene, own: readonly Token[]): Slot | undefined {
  const previous = scene.clauses[scene.clauseAt - 1];
  if (!previous || own.length === 0 || previous.length > 4 || previous.some((t) => isAmount(t) && !isA(t, 'time'))) return undefined;
  // 2013年,已突破5000亿美元.
  if (previous.length === 1 && isA(previous[0], 'time') && previous[0]!.text.endsWith('年'))
    return { states: [], times: [previous[0]!], words: [] };
  const state = stateNamed(scene, previous[0]!);
  const rank = previous
    .slice(1)
    .map((t) => t.text)
    .join('');
  if (state === undefined || !/^(?:的?(?:人数)?(?:最多|居首|居首位|位居第一|排名第一|次之|位居榜首|位居首位|最大))$/.test(rank))
    return undefined;
  return { states: [{ code: state, token: previous[0]! }], times: [], words: [] };
}

/** A、B和C依次为x、y和z: the amount's place in its list says which of them. */
function listed(scene: Scene, last: LastFigure): Continued | undefined {
  const { clause } = scene;
  const first = clause.findIndex(isAmount);
  const slot = first < 0 ? undefined : slotBefore(scene, clause.slice(0, first));
  if (!slot) return undefined;
  const tail = clause.slice(first);
  const amounts = tail.filter(isAmount);
  const between = tail.slice(0, tail.findLastIndex(isAmount) + 1).filter((t) => !isAmount(t));
  if (amounts.length < 2 || between.some((t) => !JOINS.test(t.text) && !isA(t, 'hedge'))) return undefined;
  const k = amounts.indexOf(scene.trigger);
  const named = slot.states.length === amounts.length && slot.times.length <= 1;
  const [only] = slot.times;
  // 2022年和2023年分别为A和B, where both years are one token.
  if (only && slot.times.length === 1 && slot.states.length === 0 && amounts.length === 2 && /[和与及、]/.test(only.text)) {
    const value = as(only, 'time')!.value as TimeValue;
    const part = k === 0 ? value.from : value.to;
    return part && value.shape === 'period' && k >= 0
      ? {
          kind: last.kind,
          from: last.from,
          to: last.to,
          open: last.open,
          period: dated(scene, { shape: 'moment', from: part }, only),
          start: only.start,
        }
      : undefined;
  }
  const isDated = slot.times.length === amounts.length && slot.states.length === 0;
  if (k < 0 || named === isDated) return undefined;
  return filled(
    scene,
    last,
    named ? { ...slot, states: [slot.states[k]!] } : { ...slot, times: [slot.times[k]!] },
    clause.slice(0, first).map((t) => t.text),
  );
}

function filled(scene: Scene, last: LastFigure, slot: Slot | undefined, words: readonly string[]): Continued | undefined {
  if (!slot || slot.states.length > 1 || slot.times.length > 1) return undefined;
  const [state, time] = [slot.states[0], slot.times[0]];
  if (!state && !time) return undefined;
  // After one of a list, a time alone may mean the whole.
  if (!state && last.open !== null && last.from !== null && last.to !== null && last.at < scene.sentence.span.start) return undefined;
  let ends: { from: string | null; to: string | null; open: 'from' | 'to' | null } = { from: last.from, to: last.to, open: last.open };
  if (state) {
    const to = words.some((w) => /^(?:前往|赴|到|去|访问?)$/.test(w));
    const found = placed(last, state.code, to ? 'to' : words.includes('来自') ? 'from' : null);
    if (!found) return undefined;
    ends = found;
  }
  const same = time && samePeriodAs(scene, time, last.period?.value ?? null);
  const period = time ? { period: same === undefined ? periodOfTime(scene, time) : same } : {};
  return {
    kind: last.kind,
    ...ends,
    ...period,
    start: Math.min(state?.token.start ?? scene.trigger.start, time?.start ?? scene.trigger.start),
  };
}

/** Which end of the last figure another state takes: the one that stood open, else for people the one they come from. */
function placed(
  last: LastFigure,
  code: string,
  led: 'from' | 'to' | null,
): { from: string | null; to: string | null; open: 'from' | 'to' } | undefined {
  const people = PEOPLE_MEASURES.has(last.kind);
  const open = led ?? last.open ?? (last.from === null ? 'from' : last.to === null ? 'to' : people && code !== last.to ? 'from' : null);
  if (open === 'from' && last.to !== null && stateOf(last.to) !== code) return { from: code, to: last.to, open };
  if (open === 'to' && last.from !== null && stateOf(last.from) !== code) return { from: last.from, to: code, open };
  return undefined;
}
