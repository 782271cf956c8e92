import { position as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const position: Kind = {
  type: 'position',
  label: { en: 'Position', zh: '立场', vi: 'Lập trường', ru: 'Позиция' },
  table: 'positions',
  schema,
  identity: ['by', 'about', 'stance', 'topic'],
  conflict: [],
  unordered: ['by', 'about'],
};
