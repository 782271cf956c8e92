import type { StatementOf } from '../../model/statement.js';
import type { Wording } from '../../model/values/wording.js';
import type { Line, Sieve } from '../../record/view.js';
import { actionWording } from '../actions.js';
import { field, isTold, parsed } from './lines.js';

const firm = /^(?:agreed|pledged|planned)$/;

/**
 * Undertakings, what holds half of the words of one that is firm, and of all else the newest story. Where nobody undertook anything, nothing.
 */
export const sievePledges: Sieve = (lines) => {
  const kept = new Set<Line>();
  const told = lines.filter(isTold);
  const wordings = new Map<string, Wording>();
  /** Lists of states that undertake something. */
  const parties = new Map<string, ReadonlySet<string>>();
  for (const line of told) {
    if (field(line.json, 'type') !== 'commitment') continue;
    const isFirm = firm.test(field(line.json, 'strength'));
    if (!isFirm && line.json.includes('"due":null')) continue;
    kept.add(line);
    if (!isFirm) continue;
    const { by, to, action, quote } = parsed<StatementOf<'commitment'>>(line);
    const states = new Set([...by, ...to]);
    if (states.size < 2) continue;
    parties.set([...states].sort().join(), states);
    for (const text of action.length > 3 ? [action] : [action, quote]) if (!wordings.has(text)) wordings.set(text, actionWording(text));
  }
  if (wordings.size === 0) return kept;
  const holds = holdsHalfOf([...wordings.values()]);
  const known = new Map<string, boolean>();
  for (const line of told) {
    if (kept.has(line)) continue;
    const quote = field(line.json, 'quote');
    const held = known.get(quote) ?? holds(quote);
    known.set(quote, held);
    if (held) kept.add(line);
  }
  told.sort((a, b) => b.told - a.told);
  for (const states of parties.values()) {
    const newest = told.find(({ json }) => [...states].every((code) => json.includes(`"${code}"`)) && isOf(json, states));
    if (newest) kept.add(newest);
  }
  return kept;
};

/** Whether a line is about all of these states. */
function isOf(json: string, states: ReadonlySet<string>): boolean {
  const statement = JSON.parse(json) as StatementOf<'agreement' | 'body' | 'commitment' | 'event' | 'project'>;
  const named =
    statement.type === 'commitment'
      ? [...statement.by, ...statement.to]
      : statement.type === 'event'
        ? statement.countries
        : statement.parties;
  return [...states].every((code) => named.includes(code));
}

/** Whether a text holds at least half of one of these wordings. */
function holdsHalfOf(wordings: readonly Wording[]): (text: string) => boolean {
  const holders = new Map<string, { place: number; count: number }[]>();
  for (const [place, { pairs, total }] of wordings.entries())
    if (total >= 3)
      for (const [pair, count] of pairs) {
        const list = holders.get(pair);
        if (list) list.push({ place, count });
        else holders.set(pair, [{ place, count }]);
      }
  return (text) => {
    const shared = new Map<number, number>();
    for (const [pair, times] of actionWording(text).pairs)
      for (const { place, count } of holders.get(pair) ?? []) shared.set(place, (shared.get(place) ?? 0) + Math.min(times, count));
    for (const [place, n] of shared) if (2 * n >= wordings[place]!.total) return true;
    return false;
  };
}
