import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import { edtf } from '../../model/values/edtf.js';
import { namesDay } from './phrases/times.js';
import type { Calendar } from './story-calendar.js';
import type { TimeValue } from './token.js';

/** Times that no act has by themselves: until when, as of when, how long. */
const OF_NO_ACT = new Set<TimeValue['shape']>(['deadline', 'same-period', 'as-of', 'duration']);

export const isSince = (t: Token): boolean => /^(?:since|after)$/.test((as(t, 'time')!.value as TimeValue).shape);
export const isOfNoAct = (t: Token): boolean => OF_NO_ACT.has((as(t, 'time')!.value as TimeValue).shape);

/** Expressions with a day first, then those nearest to the trigger. */
export function nearest(times: readonly Token[], to: Token): Token[] {
  const coarse = (t: Token): number => {
    const { shape, from } = as(t, 'time')!.value as TimeValue;
    return namesDay(from) && !(shape === 'period' && from.weekday !== undefined) ? 0 : 1;
  };
  return [...times].sort((a, b) => coarse(a) - coarse(b) || Math.abs(a.start - to.start) - Math.abs(b.start - to.start));
}

/** 就日本24日开始排海提出交涉: the time at `i` belongs to what the act at `at` is about. */
function isInTopic(clause: readonly Token[], i: number, at: number): boolean {
  const held = isA(clause[at - 1], 'lv') || /^(?:提出|表示|表达|递交|予以|进行)/.test(clause[at]!.text);
  if (i > at || !held) return false;
  const from = clause.findIndex((t) => /^(?:就|针对|对于)$/.test(t.text));
  return from >= 0 && from < i && clause.slice(i + 1, at).some((t) => isA(t, 'v', 'lv', 'will') || t.edges.length === 0);
}

/** 要求B调查8日发生的袭击, 通过B周二提出的决议: the time at `i` stands behind the act, in what describes a noun. */
function isInNoun(clause: readonly Token[], i: number, at: number): boolean {
  const of = clause.findIndex((t, k) => k > i && k < i + 12 && t.text === '的');
  return i > at && of > i && !clause.slice(i + 1, of).some((t) => /^(?:之?[前后]|时|期间|了)$/.test(t.text));
}

/** 与遭B拘押的公民见面: what befell whoever acts now has not the day of the act. */
function describes(clause: readonly Token[], at: number): boolean {
  const kind = (as(clause[at]!, 'v')?.value as Entry | undefined)?.value ?? '';
  return (
    NOT_SAID.test(kind) && /^”?的$/.test(clause[at + 1]?.text === '”' ? `”${clause[at + 2]?.text ?? ''}` : (clause[at + 1]?.text ?? ''))
  );
}

/** Whether something else follows the act at `at` in its clause, at another time: 访问B后不久, 访问B后第三天. */
function isLongBefore(clause: readonly Token[], at: number): boolean {
  const rest = clause.slice(at + 1, at + 9).map((t) => t.text);
  return /^[^,]{0,16}?(?:之?后不久|不久之?后|之?后第[二三四五六七八九十\d]{1,3}[天日周年]|之?后[数几两三]?[天周个月年]+)/.test(
    rest.join(''),
  );
}

/** A time that belongs to a name, a figure (2025年秋季经济论坛), to a topic or to a noun, and not to the act at `at`. */
export function isOfOther(clause: readonly Token[], t: Token, at: number): boolean {
  const i = clause.indexOf(t);
  const next = clause[i + 1];
  const value = as(t, 'time')!.value as TimeValue;
  if (isOfNoAct(t) || isInTopic(clause, i, at) || isInNoun(clause, i, at)) return true;
  // 3月2日就任后的首次访问: the day of the oath.
  const of = clause.findIndex((x, k) => k > i && k <= at && x.text === '的');
  if (
    of > i &&
    /^(?:之?后|以来)$/.test(clause[of - 1]!.text) &&
    clause.slice(i, of).some((x) => /就任|上任|当选|就职|宣誓|执政/.test(x.text))
  )
    return true;
  // 9月2日,A在结束访问B后不久就说…: the day of the saying.
  if (i < at && isLongBefore(clause, at)) return true;
  if (describes(clause, at) && clause.slice(i + 1, at).some((x) => isA(x, 'v', 'say'))) return true;
  // 在与B通话当天: the day that the act itself gives to what follows.
  if (i === at + 1 && /^(?:当[天日晚]|次日|翌日|前一天)$/.test(t.text)) return true;
  // 原计划2日举行的谈判推迟到…: no longer so.
  if (/^原(?:计划|定|定于|本计划)$/.test(clause[i - 1]?.text ?? '')) return true;
  // 指责…一年前退出: counted back inside what is said or described.
  if (value.from.about && (i > at || clause.slice(i, at).some((x) => x.text === '的'))) return true;
  return i > at && next !== undefined && isA(next, 'measure') && !namesDay(value.from);
}

/** 今天, 昨天 behind a word of saying, where the speech was made on `day` and not on the day of the story. */
export function isSpokenToday(clause: readonly Token[], t: Token, { shape, from }: TimeValue, c: Calendar, day: string): boolean {
  if (shape !== 'moment' || from.dayOffset === undefined || from.day !== undefined || from.month !== undefined) return false;
  if (c.year === null || c.month === null || c.day === null || day === edtf(c.year, c.month, c.day)) return false;
  return !clause.slice(clause.indexOf(t)).some((x) => isA(x, 'say'));
}

const NOT_SAID = /^(?:attack|arrest|seizure|sanction|restriction|suspension|withdrawal|expulsion|mobilisation)$/;
const STANDS = /^(?:restriction|sanction|attack|aid|suspension|purchase)$/;

/** 曾表示, 一直要求, 对B的封锁是…: told of what was or of what stands, at another time than that of the telling. */
export function isLasting(clause: readonly Token[], at: number): boolean {
  const kind = (as(clause[at]!, 'v')?.value as Entry | undefined)?.value ?? '';
  return (
    (clause[at - 1]?.text === '的' && STANDS.test(kind)) ||
    /过$/.test(clause[at]!.text + (clause[at + 1]?.text ?? '')) ||
    clause.slice(0, at).some((t) => /^(?:接受|举行|进行|召开|发表)过$/.test(t.text)) ||
    clause
      .slice(0, at)
      .some((t) => /^(?:曾|曾经|曾于|此前|先前|以往|过去|长期|长期以来|一直|历来|至今|迄今|迄|多年|多年来|屡次|多次)$/.test(t.text))
  );
}

/** 由于, 即便: told by whoever speaks as what stands beside, not as what happened on the day of the speech. */
const BESIDE = /^(?:由于|因|因为|鉴于|即便|即使|虽|虽然|尽管|哪怕)$/;

/** From which clauses before it an act without a day of its own may have one: from none, from a day set apart straight before it, from those that tell no saying. */
export function leansOn(clause: readonly Token[], at: number): 'none' | 'apart' | 'unsaid' | 'all' {
  const kind = (as(clause[at]!, 'v')?.value as Entry | undefined)?.value ?? '';
  // 以回应B扣押资金: what it was for was before.
  if (clause[0]!.text === '以' && at > 1 && NOT_SAID.test(kind)) return 'none';
  // A war goes on through all that is said and done for it.
  if (kind === 'attack' && /^(?:侵略|入侵|侵犯|侵占|占领)/.test(clause[at]!.text))
    return /^(?:之?后|以来|以后)$/.test(clause[clause.length - 1]!.text) ? 'none' : 'apart';
  if (isLongBefore(clause, at) || describes(clause, at)) return 'none';
  // 1945年…,此次A访问B是首次: a visit pointed at has its own day.
  if (/^(?:visit|meeting|call)$/.test(kind) && clause.slice(0, at).some((t) => /^(?:此次|这次|此番|本次)$/.test(t.text))) return 'apart';
  // 报纸10日报道,A访问B后,…: what came before what is told has not the day of the telling.
  const isBefore = at > 0 && /^之?后$/.test(clause[clause.length - 1]!.text);
  return isBefore || isLasting(clause, at) || clause.slice(0, at).some((t) => BESIDE.test(t.text)) ? 'unsaid' : 'all';
}

/** 自2月24日发起行动后: a stretch, and no day; 对于A昨日会见B: what is spoken of, on its own day. 上月…,随后…: what came after (the clause `of`) has no month of what went before. */
export function isStretch(clause: readonly Token[], of: readonly Token[]): boolean {
  if (/^(?:对于|针对|关于|谈到|谈及|提及)$/.test(clause[0]!.text) && clause.length > 3) return true;
  const since = clause.findIndex((t) => /^自从?$/.test(t.text));
  if (since >= 0 && clause.slice(since).some((t) => isA(t, 'time')) && /^(?:之?后|以来|起|以后)$/.test(clause[clause.length - 1]!.text))
    return true;
  const isLater = /^(?:随后|此后|其后|之后|后来|嗣后)$/.test(of[0]?.text ?? '');
  return isLater && !clause.some((t) => isA(t, 'time') && namesDay((as(t, 'time')!.value as TimeValue).from));
}

/** Words with which something yet to come is told. */
export const ANNOUNCES = /^(?:正式)?(?:宣布|宣称|证实|透露|表示|通报|公布|提出|提议|承诺|.*声明|.*公告)$/;

/** A 8日宣布将驱逐B: the time stands with the word that announces, and the act behind it is yet to come. */
export function isOfSaying(clause: readonly Token[], time: Token, at: number): boolean {
  const from = clause.indexOf(time);
  if (from < 0 || from >= at) return false;
  return clause.slice(from + 1, at).some((t) => isA(t, 'say') || ANNOUNCES.test(t.text));
}
