import { as, isA, type Token } from '../../grammar/token.js';
import { type Cast, otherOfTwo } from './parties.js';
import type { Party } from './registers.js';
import type { PersonValue, TitleValue } from './token.js';

/** Longest name or slogan between quotation marks. */
const LONGEST = 12;

/** 位于某国某地的议会: a body, which is not that state's. */
const SEATED = /^[^,。]{0,10}的[^,。]{0,6}(?:议会|法院|法庭|总部|组织|机构|委员会|联盟|理事会)/;

/** 香港时间周四凌晨, 莫斯科时间3日: by whose clock. */
const CLOCK = /^(?:当地)?时间 ?(?:\d|[周今昨当早上下中晚凌清傍深午]|星期|[一二三四五六七八九十]+[日月])/;

/** Whether the name of a state belongs to a slogan or a name in quotation marks, says where a body has its seat or which clock counts, and stands for no side: 关于“某国有事”的言论, 位于某国的机构, but not “某国”. */
export function isInSlogan(text: string, t: Token): boolean {
  if (isA(t, 'state', 'pair', 'place') && isInLawsName(text, t)) return true;
  if (!isA(t, 'state', 'place', 'seat') || isA(t, 'pair', 'person', 'title', 'organisation')) return false;
  if (/^等[^,。]{0,8}(?:问题|议题|话题|事务|事项)/.test(text.slice(t.end, t.end + 12))) return true;
  if (CLOCK.test(text.slice(t.end, t.end + 8))) return true;
  if (!isA(t, 'state')) return isInShipsName(text, t);
  // 访问A而非同盟国B: what is not so.
  if (/而(?:非|不是)[^,。]{0,4}$/.test(text.slice(Math.max(0, t.start - 8), t.start))) return true;
  if (text.startsWith('位于', t.start - 2) && SEATED.test(text.slice(t.end, t.end + 24))) return true;
  return isInName(text, t);
}

/** Whether a word is part of a name or a slogan in quotation marks, and not the whole of it: 准备 in “战备准备”演习. */
export function isInName(text: string, t: Token): boolean {
  // no farther than such a name may be long: a text without marks is not searched whole for each state
  const from = Math.max(0, t.end - LONGEST - 1);
  const open = from + text.slice(from, t.start + 1).lastIndexOf('“');
  const close = t.end + text.slice(t.end, open + LONGEST + 2).indexOf('”');
  if (open < from || close < t.end || /[:说称道示]/.test(text[open - 1] ?? '')) return false;
  const inner = text.slice(open + 1, close);
  return inner.length > t.end - t.start && !/[“”,。;:]|[号舰轮]$/.test(inner);
}

/** 《A关系法》要求…: the state in the name of a law does nothing. */
function isInLawsName(text: string, t: Token): boolean {
  const before = text.slice(Math.max(0, t.start - 12), t.start);
  return (
    before.lastIndexOf('《') > before.lastIndexOf('》') &&
    /^[^《》,。]{0,16}(?:法|法案|条例|声明|公报)》/.test(text.slice(t.end, t.end + 20))
  );
}

/** “斯坦尼斯号”, “赫尔辛基进程”: the city that the name of a ship or a paper happens to hold. */
function isInShipsName(text: string, t: Token): boolean {
  return (
    /“[^”“,。]{0,8}$/.test(text.slice(Math.max(0, t.start - 9), t.start)) &&
    /^[^”“,。]{0,6}(?:号”|”号|(?:法案?|计划|进程|精神|宣言|共识|模式)”)/.test(text.slice(t.end, t.end + 9))
  );
}

const LISTS = /^(?:、|和|与|及|以及)$/;
/** So many words back a list is followed. */
const FAR = 10;

/** The state of whoever stands in a list before `at`, with only list marks between. */
function stateBefore(clause: readonly Token[], at: number): string | null {
  if (!LISTS.test(clause[at - 1]?.text ?? '')) return null;
  for (let i = at - 2; i >= 0 && i >= at - FAR; i--) {
    const t = clause[i]!;
    const value = (as(t, 'person') ?? as(t, 'title'))?.value as PersonValue | TitleValue | undefined;
    if (value && value.country !== null) return value.country;
    if (isA(t, 'v', 'say', 'will', 'state') || (isA(t, 'mark') && !LISTS.test(t.text))) return null;
  }
  return null;
}

/** Who serves somebody in office. */
const SERVES = /顾问|特使|助理|发言人|幕僚长|秘书|信使/;

/** A总统的特使B: of the state of whomever they serve, where their own office names none. */
function servedBy(clause: readonly Token[], at: number): string | null {
  const lord = clause[at - 1]?.text === '的' ? clause[at - 2] : undefined;
  const own = ((as(clause[at]!, 'person') ?? as(clause[at]!, 'title'))?.value as PersonValue | TitleValue | undefined)?.country ?? null;
  if (!lord || own !== null || !isA(lord, 'person', 'title')) return null;
  return ((as(lord, 'person') ?? as(lord, 'title'))?.value as PersonValue | TitleValue | undefined)?.country ?? null;
}

/** 某国防长、外交部发言人: an office without a country, in a list that states it before, is of the same. */
export function listed(party: Party | undefined, clause: readonly Token[], t: Token): Party | undefined {
  const of = party && SERVES.test(party.office ?? '') ? servedBy(clause, clause.indexOf(t)) : null;
  if (of !== null) return { ...party!, country: of, codes: [of] };
  if (party?.kind !== 'office') return party;
  // 以代表团成员身份前往: what somebody goes as.
  const here = clause.indexOf(t);
  if (clause[here - 1]?.text === '以' && /^(?:的?身份|名义)$/.test(clause[here + 1]?.text ?? '')) return undefined;
  // A作为外长首次访问B.
  if (clause[here - 1]?.text === '作为' && isA(clause[here - 2], 'person')) return undefined;
  if (!party.inherited || /大使|领事|公使|代表/.test(party.office ?? '')) return party;
  const country = stateBefore(clause, here);
  return country === null ? party : { ...party, country, codes: [country] };
}

/** 同总理先生, 和总统女士: whoever is spoken to is of the other side of the talk. */
export function addressed(p: Party, text: string, cast: Cast): Party {
  if (p.kind !== 'office' || p.name !== null || !p.inherited || !/^(?:先生|女士|阁下)/.test(text.slice(p.span.end, p.span.end + 2)))
    return p;
  const own = cast.registers.speaker?.value.country ?? cast.home;
  const other = otherOfTwo(cast.registers.contact ?? cast.registers.pair, own === null ? [] : [own]);
  return other ? { ...p, country: other.country, codes: other.codes } : p;
}
