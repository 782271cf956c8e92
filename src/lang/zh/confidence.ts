import type { Draft } from '../../grammar/draft.js';
import type { EventKind } from '../../model/statement.js';

/** Contacts and courtesies: read rightly almost whenever they have happened. */
const SURE: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['meeting', 'visit', 'call', 'consultation', 'session', 'conference', 'interview', 'message', 'credentials'] as const),
  ...(['invitation', 'thanks', 'congratulation', 'condolence', 'joint-exercise', 'signing', 'agreement'] as const),
]);

/** Whether a part of the draft comes from elsewhere in the story or from a convention. */
function isHeld(d: Draft, ...parts: string[]): boolean {
  return parts.some((p) => d.roles[p] !== undefined && d.roles[p]!.basis !== 'stated');
}

/** Whoever speaks is named by their state alone: 日方说, 美国认为. */
function isBareState(d: Draft): boolean {
  return d.speaker !== null && d.speaker.country !== null && d.speaker.name === d.speaker.country;
}

/**
 * How likely a draft is right: the share not wrong among hand-judged statements of archive stories with the same marks (`docs/accuracy.md`
 * has the counts). Kinds too rare there keep what their frame gives.
 */
export function confidenceOf(d: Draft): number {
  switch (d.type) {
    case 'event': {
      const isSure = SURE.has(d.kind);
      if (d.modality !== 'actual') return isHeld(d, 'date') ? 0.3 : isSure ? 0.75 : 0.6;
      if (!isSure) return 0.7;
      return isHeld(d, 'countries') ? 0.9 : 0.95;
    }
    case 'figure':
      if (isHeld(d, 'from', 'to')) return 0.3;
      if (d.measure === 'trade.flow' || d.measure === 'tourists') return 0.9;
      return d.measure.startsWith('investment') || d.measure === 'loan' ? 0.4 : 0.75;
    case 'office':
      return isHeld(d, 'country') ? 0.85 : 0.95;
    case 'agreement':
      return d.status === 'signed' || d.status === 'ratified' || d.status === null ? 0.8 : 0.5;
    case 'relation':
      return d.modality === 'actual' ? 0.9 : 0.5;
    case 'commitment': {
      if (isBareState(d) && isHeld(d, 'by')) return 0.4;
      const isOwn = d.speaker !== null && d.by.includes(d.speaker.country ?? '');
      if (d.to.length === 0) return 0.6;
      return isOwn ? 0.9 : 0.75;
    }
    case 'position':
      return isBareState(d) && isHeld(d, 'by') ? 0.4 : 0.8;
    default:
      return d.confidence;
  }
}
