import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import type { Registers } from './registers.js';
import type { PairValue, StateValue } from './token.js';
import { isCapital } from './words.js';

/** Words before the state in which something happens. */
const WHERE: ReadonlySet<string> = new Set(['在', '位于', '身在', '设在', '设于']);

/** Words before the source of what is told. */
export const SOURCED: ReadonlySet<string> = new Set(['据', '根据', '依据', '按照', '按']);

/** What states do somewhere, so that where it is says nothing of whom. */
const MEETS: ReadonlySet<string> = new Set([
  'meeting',
  'call',
  'consultation',
  'negotiation',
  'session',
  'conference',
  'signing',
  'interview',
]);

/** Bodies before which states bring what they have against each other. */
const FORUMS: ReadonlySet<string> = new Set(['UN', 'WTO', 'IAEA', 'OPCW', 'IMF', 'WB', 'Interpol']);

/** Whether the code is of a body that hears the cases of states, and is a side in none of them. */
export function isForum(code: string): boolean {
  return FORUMS.has(code);
}

/** 在瑞典举行会谈, 位于北京的使馆: a state that only says where, at index `i` of a clause. 在中国支持下 is no place. */
export function isWhere(clause: readonly Token[], i: number): boolean {
  const t = clause[i];
  // 东盟会议, 二十国集团峰会: where something was said.
  if (isA(t, 'state', 'organisation') && /^(?:会议|峰会|论坛|大会|外长会|领导人会议)$/.test(clause[i + 1]?.text ?? '')) return true;
  if (clause[i - 1]?.text === '在' && isA(t, 'organisation', 'state') && /^(?:上|会上)$/.test(clause[i + 1]?.text ?? '')) return true;
  // 访问B的A: where A is.
  if (isA(t, 'state') && /^(?:访问|到访|出访|正在访问)$/.test(clause[i - 1]?.text ?? '') && clause[i + 1]?.text === '的')
    return isA(clause[i + 2], 'person', 'title');
  if (i < 1 || !isA(t, 'state', 'place') || !WHERE.has(clause[i - 1]!.text) || isA(t, 'organisation')) return false;
  const next = clause[i + 1];
  if (next === undefined || clause[i - 1]!.text !== '在') return true;
  if (next.text === '的') return isA(clause[i + 2], 'place', 'seat', 'region');
  return (
    isA(next, 'say', 'place', 'seat', 'time') ||
    MEETS.has((as(next, 'v')?.value as Entry | undefined)?.value ?? '') ||
    /^(?:与|同|和|跟|向|就|对|首都|境内|期间|时|举行|举办|召开|宣布|参加|出席|发表|进行|接受|逗留|停留)$/.test(next.text)
  );
}

/** 莫斯科随后宣布…: a capital that opens its clause straight before a verb stands for its state. */
export function isSeat(clause: readonly Token[], i: number): boolean {
  if (!isA(clause[i], 'place') || !isA(clause[i + 1], 'say', 'v', 'will', 'mod', 'lv') || !isCapital(clause[i]!.text)) return false;
  return clause.slice(0, i).every((t) => isA(t, 'time') || /^(?:但|而|不过|随后|此前|同时)$/.test(t.text));
}

/** Words before whoever helps. */
const HELPED: ReadonlySet<string> = new Set(['在', '经', '由']);

/** 在A见证下, 经A斡旋: whoever only helps is neither of the two. */
export function isHelper(clause: readonly Token[], i: number): boolean {
  return HELPED.has(clause[i - 1]?.text ?? '') && /^(?:的|居中)?(?:见证|斡旋|调停|调解|促成|陪同|协调)/.test(clause[i + 1]?.text ?? '');
}

/** 针对俄乌冲突, 在巴以问题上: two of others as the matter that the two of the passage speak of. */
export function isMatter({ pair, contact }: Registers, clause: readonly Token[], i: number): boolean {
  const codes = (as(clause[i]!, 'pair')?.value as PairValue | undefined)?.codes;
  const main = (contact ?? pair)?.value ?? [];
  return (
    codes !== undefined &&
    main.length > 1 &&
    !codes.some((c) => main.includes(c)) &&
    /^(?:针对|就|关于|对于|对|围绕|在|因应)$/.test(clause[i - 1]?.text ?? '') &&
    /^(?:冲突|战争|战事|局势|危机|问题|停火|和平|武装冲突|关系)/.test(clause[i + 1]?.text ?? '')
  );
}

/** What a third does to two in words. */
const SPEAKS_OF = /^(?:一再|强烈|再次)?(?:反对|支持|敦促|呼吁|要求|批评|指责|指控|谴责|警告|促请|希望|抨击|催促|劝说)$/;

/** C反对A和B入盟: the two states that 和 joins behind a verb whose subject is a third; nothing where there are more of them. */
export function joinedIn(clause: readonly Token[]): string[] {
  const codeOf = (t: Token | undefined): string | undefined => {
    const { codes } = (t ? (as(t, 'state')?.value as StateValue | undefined) : undefined) ?? { codes: [] };
    return codes.length === 1 ? codes[0] : undefined;
  };
  const first = clause.findIndex(
    (t, i) => i > 1 && isA(t, 'state') && /^[和与]$/.test(clause[i + 1]?.text ?? '') && isA(clause[i + 2], 'state'),
  );
  const [a, b] = [codeOf(clause[first]), codeOf(clause[first + 2])];
  const led = clause.slice(0, Math.max(0, first)).find((t) => isA(t, 'state', 'person', 'organisation'));
  if (!a || !b || !led || !SPEAKS_OF.test(clause[first - 1]!.text) || /^[、和与的]$/.test(clause[first + 3]?.text ?? '')) return [];
  return clause.slice(first + 3).some((t) => isA(t, 'state', 'pair')) ? [] : [a, b];
}
