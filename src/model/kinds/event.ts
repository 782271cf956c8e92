import { event as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const event: Kind = {
  type: 'event',
  label: { en: 'Event', zh: '事件', vi: 'Sự kiện', ru: 'Событие' },
  schema,
  identity: ['kind', 'date', 'countries', 'modality', 'actors'],
  conflict: ['place', 'format'],
  unordered: ['countries', 'actors'],
};
