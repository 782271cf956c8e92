import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { rulePage, rulesIndex } from './page.js';
import { rules } from './rules.js';

const folder = path.join(import.meta.dirname, '..', '..', 'docs', 'rules');
const read = (file: string): string => (fs.existsSync(path.join(folder, file)) ? fs.readFileSync(path.join(folder, file), 'utf8') : '');

it.each(rules.map((r) => [r.id, r] as const))('docs/rules/%s.md is what the rule says', (id, rule) => {
  expect(read(`${id}.md`)).toBe(rulePage(rule));
});

it('docs/rules/README.md lists every rule, and there is no page of a rule that is gone', () => {
  expect(read('README.md')).toBe(rulesIndex(rules));
  const pages = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.md') && f !== 'README.md');
  expect(pages.map((f) => f.split(path.sep).join('/').replace(/\.md$/, '')).sort()).toEqual(rules.map((r) => r.id));
});
