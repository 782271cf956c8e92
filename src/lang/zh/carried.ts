import { isA, type Token } from '../../grammar/token.js';
import type { Party } from './registers.js';

/** Verbs whose object comes next and does something: 欢迎B企业投资, 使B解除制裁. Who acts on stands in a clause before. */
const OBJECT_NEXT = /^(?:热烈)?(?:欢迎|支持|感谢|鼓励|帮助|协助|祝愿?|盼|期盼|使|使得|让|令|促使|迫使|导致|造成|确保|避免|防止)$/;

/** Whether a clause begins with a verb and the side that it is done to. */
export function opensObject(clause: readonly Token[]): boolean {
  const lead = clause.findIndex((t) => !/^(?:并|也|还|又|同时|再次|将|要|愿|,|“)$/.test(t.text));
  return lead >= 0 && OBJECT_NEXT.test(clause[lead]!.text) && isA(clause[lead + 1], 'state', 'person', 'title', 'organisation', 'pron');
}

/** Words with which a clause goes on with the subject before it. */
const ALSO = /^(?:并|并且|而且|还|又|也|亦|同时|随后|之后|此后|再|再次|将|已|则|接着|其后)$/;

/**
 * Who acts on in a clause, of those that the clauses before had as their subject: in A与B签署…,并与C签署… only A, since the second 与 names
 * whom the first one named before.
 */
export function goingOn(carried: Party[], clause: readonly Token[], text: string): Party[] {
  const [first, second] = carried;
  if (!first || !second || first.kind === 'joint') return carried;
  const joins = clause.findIndex((t) => !ALSO.test(t.text) && !isA(t, 'time'));
  const mark = clause[joins]?.text ?? '';
  if (!/^[与同跟和]$/.test(mark) || !isA(clause[joins + 1], 'state', 'person', 'title', 'organisation', 'pair')) return carried;
  const before = text.slice(first.span.end, second.span.start);
  return before === mark || /^[与同跟]$/.test(before) ? [first] : carried;
}
