import type { StatementOf } from '../model/statement.js';
import { periodOf } from './periods.js';

/** Kinds of events that are announced. */
export const planned = /^(?:visit|session|signing|conference|joint-exercise)$/;
const wish = /愿|希望|呼吁|同意|商定|建议|提议|条件|考虑|邀请|hope|wish|invite|agree/i;
const contact = /^(?:visit|meeting|session|consultation|negotiation|conference|signing)$/;

/** Whether an event is announced for a time, and not only wished for. */
export function isPlan({ kind, modality, quote, date }: StatementOf<'event'>): boolean {
  return planned.test(kind) && modality === 'planned' && !wish.test(quote) && periodOf(date) !== undefined;
}

/** Announcements of one thing: it is reported once. */
export const keyOfPlan = ({ kind, countries, date }: StatementOf<'event'>): string => `${kind} ${[...countries].sort().join()} ${date}`;

/**
 * Whether an event of the same countries that is told later reports on an announced one: that it was called off or moved, or the same kind as a fact
 * from a month before the announced time on. Days are of any type that can be compared.
 */
export function reporting<Day extends string | number>(
  announcedKind: string,
  announced: { min: Day; max: Day },
  later: (day: Day, days: number) => Day,
): (kind: string, modality: string, when: { min: Day; max: Day }) => boolean {
  const [from, to, month] = [later(announced.min, -3), later(announced.max, 3), later(announced.min, -31)];
  return (kind, modality, when) => {
    if (/^(?:cancellation|suspension)$/.test(kind) || (kind === announcedKind && modality === 'denied')) return true;
    if (contact.test(kind) && modality === 'actual' && when.max >= from && when.min <= to) return true;
    if (kind !== announcedKind) return false;
    if (modality === 'planned') return when.min > announced.max;
    return modality === 'actual' && when.max >= month;
  };
}
