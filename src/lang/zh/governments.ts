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
