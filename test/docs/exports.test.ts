import { describe, expect, it } from 'vitest';
import { dictionaryIndex, dictionaryPage } from '../../src/export/dictionary.js';
import { formats } from '../../src/export/formats.js';
import { columnsOf } from '../../src/export/tables/columns.js';
import { kinds } from '../../src/model/kinds/registry.js';
import { filesUnder, readText } from './pages.js';

const pages = Object.entries(formats).map(([name, format]) => [name, format.dictionary] as const);

describe('docs/exports is what the code writes: npm run schema', () => {
  it.each(pages)('%s', (name, page) => {
    expect(page.format).toBe(name);
    expect(readText(`docs/exports/${name}.md`)).toBe(dictionaryPage(page));
  });
  it('the list of formats', () => expect(readText('docs/exports/README.md')).toBe(dictionaryIndex(pages.map(([, page]) => page))));
  it('has a page for every format and no other', () => {
    expect(filesUnder('docs/exports', /\.md$/)).toEqual(
      [...pages.map(([name]) => `docs/exports/${name}.md`), 'docs/exports/README.md'].sort(),
    );
  });
  it('says a word on every column', () => {
    for (const [, page] of pages)
      for (const { rows } of page.tables) for (const [name, meaning] of rows) expect([name, meaning.length > 4]).toEqual([name, true]);
  });
});

describe('tables', () => {
  it.each(Object.values(kinds).map((k) => [k.type, k] as const))(
    '%s: every field of the schema has a column, and no column another',
    (type, kind) => {
      const shown = new Set(columnsOf(type).flatMap((c) => c.field ?? []));
      expect([...shown].sort()).toEqual(
        Object.keys(kind.schema.shape)
          .filter((field) => field !== 'type')
          .sort(),
      );
      const names = columnsOf(type).map((c) => c.name);
      expect(new Set(names).size).toBe(names.length);
    },
  );
});
