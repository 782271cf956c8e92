import { type EventKind, event as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const event: Kind = {
  type: 'event',
  label: { en: 'Event', zh: '事件', vi: 'Sự kiện', ru: 'Событие' },
  table: 'events',
  schema,
  identity: ['kind', 'date', 'countries', 'modality', 'actors'],
  conflict: ['place', 'format'],
  unordered: ['countries', 'actors'],
};

/** Kinds of events at which people meet or talk. */
export const contacts: readonly EventKind[] = [
  ...(['meeting', 'visit', 'call', 'consultation', 'session', 'negotiation', 'conference', 'credentials', 'signing'] as const),
];
