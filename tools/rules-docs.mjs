#!/usr/bin/env node
// Writes docs/rules from the headers of the audit rules: one page each and the list of all. With --check nothing is written;
// exit status 1 where a page is missing, out of date or of a rule that is gone.
import fs from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'docs', 'rules');
const { rules } = await tsImport('../src/audit/rules.ts', import.meta.url);
const { rulePage, rulesIndex } = await tsImport('../src/audit/page.ts', import.meta.url);

const pages = new Map([['README.md', rulesIndex(rules)], ...rules.map((r) => [`${r.id}.md`, rulePage(r)])]);
const present = fs.existsSync(folder)
  ? fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((f) => f.split(path.sep).join('/'))
      .filter((f) => f.endsWith('.md'))
  : [];
const stale = [
  ...present.filter((f) => !pages.has(f)),
  ...[...pages].filter(([f, text]) => !present.includes(f) || fs.readFileSync(path.join(folder, f), 'utf8') !== text).map(([f]) => f),
];

if (process.argv.includes('--check')) {
  for (const f of stale) console.error(`docs/rules/${f} is not what the rules say: run node tools/rules-docs.mjs`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const f of present) if (!pages.has(f)) fs.rmSync(path.join(folder, f));
for (const [f, text] of pages) {
  fs.mkdirSync(path.dirname(path.join(folder, f)), { recursive: true });
  fs.writeFileSync(path.join(folder, f), text);
}
console.log(`docs/rules: ${rules.length} pages, ${stale.length} changed`);
