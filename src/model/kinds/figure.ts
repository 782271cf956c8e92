import { figure as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const figure: Kind = {
  type: 'figure',
  label: { en: 'Figure', zh: '数字', vi: 'Số liệu', ru: 'Показатель' },
  table: 'figures',
  schema,
  identity: ['measure', 'label', 'from', 'to', 'unit', 'period', 'source'],
  conflict: ['value', 'upper', 'growth'],
  unordered: [],
};
