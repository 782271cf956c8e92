import { target as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const target: Kind = {
  type: 'target',
  label: { en: 'Target', zh: '目标', vi: 'Mục tiêu', ru: 'Цель' },
  table: 'targets',
  schema,
  identity: ['measure', 'label', 'from', 'to', 'unit', 'due'],
  conflict: ['value', 'upper'],
  unordered: [],
};
