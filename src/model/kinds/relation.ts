import { relation as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const relation: Kind = {
  type: 'relation',
  label: { en: 'Relation', zh: '关系', vi: 'Quan hệ', ru: 'Отношения' },
  table: 'relations',
  schema,
  identity: ['kind', 'parties', 'level', 'date'],
  conflict: [],
  unordered: ['parties'],
};
