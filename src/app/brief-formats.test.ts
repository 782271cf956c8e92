import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const source = path.join(import.meta.dirname, '..');

/** The files that a file loads as soon as it is loaded; packages by their names. */
function loadedWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, from] of fs.readFileSync(file, 'utf8').matchAll(/^(?:import(?! type)|export)[^'";]*? from '([^']+)';/gm)) {
    if (from!.startsWith('.')) loadedWith(path.join(path.dirname(file), from!.replace(/\.js$/, '.ts')), found);
    else found.add(from!);
  }
  return found;
}

const heavy = ['pdfkit', 'subset-font', 'fflate'];

it('what sets DOCX and PDF is loaded only where it is asked for', () => {
  for (const file of ['app/brief.ts', 'app/brief-formats.ts', 'cli/brief.ts']) {
    const loaded = loadedWith(path.join(source, file));
    expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
  }
  expect(heavy.slice(0, 2).every((name) => loadedWith(path.join(source, 'app/brief-pdf.ts')).has(name))).toBe(true);
  expect(loadedWith(path.join(source, 'brief/docx/docx.ts')).has('fflate')).toBe(true);
});
