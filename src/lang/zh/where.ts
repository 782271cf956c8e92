import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';

/** Words before the state in which something happens. */
const WHERE = /^(?:在|位于|身在|设在|设于)$/;

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

/** 在瑞典举行会谈, 位于北京的使馆: a state that only says where, at index `i` of a clause. 在中国支持下 is no place. */
export function isWhere(clause: readonly Token[], i: number): boolean {
  const t = clause[i];
  // 东盟会议, 二十国集团峰会: where something was said.
  if (isA(t, 'state', 'organisation') && /^(?:会议|峰会|论坛|大会|外长会|领导人会议)$/.test(clause[i + 1]?.text ?? '')) return true;
  if (i < 1 || !WHERE.test(clause[i - 1]!.text) || !isA(t, 'state', 'place') || isA(t, 'organisation')) return false;
  const next = clause[i + 1];
  if (next === undefined || clause[i - 1]!.text !== '在') return true;
  if (next.text === '的') return isA(clause[i + 2], 'place', 'seat', 'region');
  return (
    isA(next, 'say', 'place', 'seat', 'time') ||
    MEETS.has((as(next, 'v')?.value as Entry | undefined)?.value ?? '') ||
    /^(?:与|同|和|跟|向|就|对|首都|境内|期间|时|举行|举办|召开|宣布|参加|出席|发表|进行|接受|逗留|停留)$/.test(next.text)
  );
}
