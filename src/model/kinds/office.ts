import { office as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const office: Kind = {
  type: 'office',
  label: { en: 'Office', zh: '职务', vi: 'Chức vụ', ru: 'Должность' },
  table: 'people_and_offices',
  schema,
  identity: ['person', 'country', 'office'],
  conflict: [],
  unordered: ['aliases'],
};
