import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import { ENTITIES } from './grammar.js';

const CONTACTS: ReadonlySet<string> = new Set(['visit', 'meeting', 'call', 'consultation', 'negotiation']);

/** Whether the word tells of a contact, in which 与 names the other side. */
export function isContact(token: Token): boolean {
  const value = (as(token, 'v')?.value as Entry | undefined)?.value ?? '';
  return isA(token, 'visit-host') || CONTACTS.has(value) || (as(token, 'lv')?.value as Entry | undefined)?.value === 'hold';
}

/** 外交部宣布B将访问A: index of the verb that tells of another side's contact, which has that side as its subject; -1 without one. */
export function tellingIn(clause: readonly Token[], at: number): number {
  if (!isA(clause[at], 'visit-host') && !CONTACTS.has((as(clause[at]!, 'v')?.value as Entry | undefined)?.value ?? '')) return -1;
  return clause.findIndex(
    (t, i) =>
      i > 0 &&
      i < at - 1 &&
      (isA(t, 'say') || /^(?:正式)?(?:宣布|否认|证实|确认)$/.test(t.text)) &&
      isA(clause[i + 1], 'state', 'person', 'title'),
  );
}

/** 对B连任表示祝贺: the election is what the congratulation is for. */
export function isOccasion(trigger: Token, t: Token): boolean {
  const value = (token: Token): string | undefined => (as(token, 'v')?.value as Entry | undefined)?.value;
  return value(trigger) === 'congratulation' && ['election', 'appointment'].includes(value(t) ?? '');
}

/** 应B邀请 before the trigger: whose guest it is, which is no side of what follows. */
export function invitationIn(clause: readonly Token[], at: number): { from: number; to: number } | undefined {
  const from = clause.findIndex((t, i) => i < at && t.text === '应' && isA(clause[i + 1], ...ENTITIES));
  if (from < 0) return undefined;
  const last = clause.findIndex((t, i) => i > from && i < at && (as(t, 'v')?.value as Entry | undefined)?.value === 'invitation');
  return last < 0 ? undefined : { from, to: last + 1 };
}
