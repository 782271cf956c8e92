#!/usr/bin/env node
// Writes docs/exports/*.md from the dictionaries of src/export: what stands in the files of each format.
import fs from 'node:fs';
import path from 'node:path';
import { register } from 'tsx/esm/api';

register();
const { dictionaryIndex, dictionaryPage } = await import('../src/export/dictionary.ts');
const { formats } = await import('../src/export/formats.ts');

const folder = path.join(import.meta.dirname, '..', 'docs', 'exports');
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
const pages = Object.values(formats).map((format) => format.dictionary);
for (const page of pages) fs.writeFileSync(path.join(folder, `${page.format}.md`), dictionaryPage(page));
fs.writeFileSync(path.join(folder, 'README.md'), dictionaryIndex(pages));
