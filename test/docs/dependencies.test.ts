import { describe, expect, it } from 'vitest';
import { importsOf } from '../laws/checks.js';
import { exists, filesUnder, readText, tableUnder } from './pages.js';

const manifest = JSON.parse(readText('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };
const page = readText('docs/dependencies.md');
const lock = readText('package-lock.json');
const locked = (JSON.parse(lock) as { packages: Record<string, { optionalDependencies?: Record<string, string> }> }).packages;

const groups = [
  ['At run time', manifest.dependencies],
  ['For development', manifest.devDependencies],
] as const;

describe.each(groups)('dependencies: %s', (heading, dependencies) => {
  const rows = tableUnder(page, heading);
  it('the page names exactly those of package.json', () => {
    expect(rows.map((cells) => cells[0]!.replaceAll('`', ''))).toEqual(Object.keys(dependencies).sort());
  });
  it('the licence is the one that the package states', () => {
    for (const cells of rows) {
      const name = cells[0]!.replaceAll('`', '');
      const { license } = JSON.parse(readText(`node_modules/${name}/package.json`)) as { license: string };
      expect([name, cells[1]]).toEqual([name, license.replace(/^\((.*)\)$/, '$1')]);
    }
  });
  it('says what each is for', () => {
    for (const cells of rows) expect(cells[2]!.length, cells[0]).toBeGreaterThan(10);
  });
  it('is pinned to one exact version', () => {
    for (const [name, version] of Object.entries(dependencies))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[a-z]+\.\d+)?$/)]);
  });
});

describe('the lock file', () => {
  it('holds every platform package that an entry names', () => {
    const names = new Set(Object.keys(locked).map((key) => key.split('node_modules/').pop()));
    const missing = Object.entries(locked).flatMap(([key, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).flatMap((name) => (names.has(name) ? [] : [`${name} of ${key}`])),
    );
    expect(missing).toEqual([]);
  });
  it('holds no download addresses', () => expect(lock).not.toContain('"resolved"'));
});

describe('package.json', () => {
  const entry = JSON.parse(readText('package.json')) as {
    exports: Record<string, string | Record<string, string>>;
    bin: Record<string, string>;
    files: string[];
  };
  it('points at files that the build makes or the project holds', () => {
    const built = Object.values(entry.exports)
      .flatMap((e) => (typeof e === 'string' ? e : Object.values(e)))
      .map((file) =>
        file
          .replace('./dist/', 'src/')
          .replace(/(\.d)?\.[jt]s$/, '.ts')
          .replace('*', 'reading')
          .replace('./', ''),
      );
    const held = entry.files.filter((file) => file !== 'dist');
    expect([...built, ...Object.values(entry.bin), ...held].filter((file) => !exists(file))).toEqual([]);
  });
  it('names no package at run time that the sources do not import', () => {
    const imported = filesUnder('src', /(?<!\.test)\.ts$/).flatMap((file) => importsOf(file, readText(file)).map((i) => i.specifier));
    const unused = Object.keys(manifest.dependencies).filter((name) => !imported.some((i) => i === name || i.startsWith(`${name}/`)));
    expect(unused).toEqual([]);
  });
});
