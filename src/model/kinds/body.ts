import { body as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const body: Kind = {
  type: 'body',
  label: { en: 'Body', zh: '机制', vi: 'Cơ chế', ru: 'Орган' },
  table: 'bodies',
  schema,
  identity: ['name', 'parties', 'session'],
  conflict: ['chairs'],
  unordered: ['parties', 'parts', 'chairs', 'aliases'],
};
