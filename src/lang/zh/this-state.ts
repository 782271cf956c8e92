import { as, type Token } from '../../grammar/token.js';
import { isGroup } from '../../knowledge/countries.js';
import type { Mention, Registers } from './registers.js';
import type { OrgValue, PersonValue, StateValue, TitleValue } from './token.js';

/** So many mentions are kept, and none is meant from farther. Characters. */
const KEPT = 12;
const NEAR = 120;

/** Words before the one towards whom a clause's subject acts. */
const TOWARDS = /^(?:向|对|给|与|同|和|跟)$/;

/** The one state that a token names, by itself or as whose somebody is. */
function stateNamed(t: Token): string | null {
  const state = as(t, 'state')?.value as StateValue | undefined;
  const office = (as(t, 'person') ?? as(t, 'title'))?.value as PersonValue | TitleValue | undefined;
  const organ = as(t, 'organisation')?.value as OrgValue | undefined;
  const codes = state?.codes ?? (office ? (office.country === null ? [] : [office.country]) : (organ?.codes ?? []));
  const code = codes.length === 1 ? codes[0]!.split('-')[0]! : null;
  return code === null || isGroup(code) || code.length !== 2 ? null : code;
}

/** Before a clause is read: the states that it names, and the one that 该国 in it means. Where none follows so near that it may mean one of them, nothing. */
export function followMentions(registers: Registers, clause: readonly Token[], text: string, opensSentence: boolean): void {
  registers.meant.clear();
  if (!text.slice(clause[0]!.start, clause.at(-1)!.end + NEAR + 1).includes('该国')) return;
  const own: Mention[] = [];
  clause.forEach((t, i) => {
    if (t.text === '该国') {
      const isObject = TOWARDS.test(clause[i - 1]?.text ?? '');
      registers.meant.set(t.start, thisState(registers, isObject ? own.slice(1) : own, t.start, i === 0 && opensSentence));
    }
    const code = stateNamed(t);
    if (code !== null) own.push({ code, span: { start: t.start, end: t.end } });
  });
  registers.named = [...registers.named, ...own].slice(-KEPT);
}

/** The state that acted last, however far back. */
function lastActing(state: Registers['state']): Mention | null {
  return state && !isGroup(state.value) ? { code: state.value, span: state.span } : null;
}

/**
 * The state named last before `at`, but not the one that opens its clause and acts on it (A停止向该国出口). At the start of a sentence it may be whoever
 * acted in the one before as well: nothing where these are two.
 */
function thisState({ named, state }: Registers, own: readonly Mention[], at: number, opens: boolean): Mention | null {
  const near = [...named, ...own].findLast((m) => at - m.span.end < NEAR) ?? null;
  const isOfTwo = opens && near && state && !isGroup(state.value) && near.code !== state.value && at - state.span.end < NEAR;
  return isOfTwo ? null : (near ?? lastActing(state));
}
