import { as, isA, type Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';
import { stateParty } from './parties.js';
import type { Party } from './registers.js';
import { isCapital } from './words.js';

/**
 * Capitals that act or are acted with stand for their governments (莫斯科与德黑兰签署…), where nobody else acts and they only describe nothing
 * (莫斯科的盟友, 《罗马规约》). Any other place stays a place.
 */
export function asGovernments(parties: readonly Party[], text: string): Party[] {
  const seats = parties.filter((p) => p.kind === 'place');
  const isSeat = (p: Party): boolean =>
    p.country !== null &&
    p.name !== null &&
    isCapital(p.name) &&
    !/[的《“”]/.test((text[p.span.start - 1] ?? '') + (text[p.span.end] ?? ''));
  if (seats.length === 0 || !seats.every(isSeat)) return [...parties];
  return parties.map((p) => (p.kind === 'place' ? stateParty([p.country!], p.span) : p));
}

/** What a government does by its word, of which its capital can be the subject. */
const SEATS_ACT =
  /^(?:正式|已|强烈|断然|紧急)?(?:宣布|要求|决定|呼吁|指责|否认|指控|谴责|抗议|批评|抨击|警告|敦促|召见|召回|驱逐|反驳|驳斥|拒绝|制裁|威胁|扬言)了?$/;

/** Acts of governments. */
const GOVERNS: ReadonlySet<string> = new Set([
  ...['restriction', 'suspension', 'expulsion', 'recall', 'sanction', 'cancellation', 'concession', 'protest', 'request', 'accusation'],
  ...['criticism', 'rejection', 'threat', 'release', 'recognition', 'withdrawal'],
]);

/** Who acts; a capital before a verb of saying stands for its government (莫斯科8日宣布). */
export function acting(own: readonly Party[], verb: Token): Party[] {
  const speaks =
    (isA(verb, 'say', 'will') && !/^(?:报[道导]|援引|引述|消息)/.test(verb.text)) ||
    SEATS_ACT.test(verb.text) ||
    GOVERNS.has((as(verb, 'v')?.value as Entry | undefined)?.value ?? '');
  return own.flatMap((p) => {
    if (p.kind !== 'place') return [p];
    return speaks && own.length === 1 && p.country !== null && p.country !== 'BE' && p.name !== null && isCapital(p.name)
      ? [stateParty([p.country], p.span)]
      : [];
  });
}
