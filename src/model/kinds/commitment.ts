import { commitment as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const commitment: Kind = {
  type: 'commitment',
  label: { en: 'Commitment', zh: '承诺', vi: 'Cam kết', ru: 'Обязательство' },
  table: 'commitments',
  schema,
  identity: ['by', 'to', 'strength', 'action'],
  conflict: ['due'],
  unordered: ['by', 'to'],
};
