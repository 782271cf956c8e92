import { agreement as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const agreement: Kind = {
  type: 'agreement',
  label: { en: 'Agreement', zh: '协议', vi: 'Thỏa thuận', ru: 'Соглашение' },
  table: 'agreements',
  schema,
  identity: ['name', 'parties'],
  conflict: ['status', 'date'],
  unordered: ['parties'],
};
