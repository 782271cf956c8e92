import { project as schema } from '../statement.js';
import type { Kind } from './kind.js';

export const project: Kind = {
  type: 'project',
  label: { en: 'Project', zh: '项目', vi: 'Dự án', ru: 'Проект' },
  table: 'projects',
  schema,
  identity: ['name', 'parties'],
  conflict: ['status'],
  unordered: ['parties'],
};
