import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkCycles,
  checkExports,
  checkImports,
  checkLengths,
  checkNames,
  checkPurity,
  checkScreen,
  checkTests,
  type Files,
  importsOf,
  resolveImport,
} from './checks.js';
import { longFiles, meantImpurities, type Room, rooms, screen } from './table.js';

const root = path.join(import.meta.dirname, '..', '..');

function readFiles(...folders: string[]): Files {
  const files = new Map<string, string>();
  for (const folder of folders)
    for (const entry of fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.m?[jt]sx?$/.test(entry.name)) continue;
      const file = path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      files.set(file, fs.readFileSync(path.join(root, file), 'utf8'));
    }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The texts of files by what their names are like. */
function filesOf(folder: string, name: RegExp): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8'));
}

const source = readFiles('src');
/** Without the types that are made from the interface. */
const web = new Map([...readFiles('web/src')].filter(([file]) => file !== 'web/src/api/schema.ts'));
const everything = new Map([...source, ...web, ...readFiles('test', 'tools', 'bench', 'bin')]);

describe('the laws of the house', () => {
  it('reads the source it judges', () => expect(source.size).toBeGreaterThan(20));
  it('a folder imports only what the plan allows', () => expect(checkImports(source, rooms)).toEqual([]));
  it('the plan allows no package that its room does not use', () => {
    const used = (name: string, pack: string): boolean =>
      [...source].some(
        ([file, text]) => file.startsWith(`src/${name}/`) && importsOf(file, text).some((i) => `${i.specifier}/`.startsWith(`${pack}/`)),
      );
    const idle = Object.entries(rooms).flatMap(([name, room]) => room.packages.filter((p) => !used(name, p)).map((p) => `${name}: ${p}`));
    expect(idle).toEqual([]);
  });
  it('the screen knows the server only by its interface', () => expect(checkScreen(web, screen)).toEqual([]));
  it('the plan allows the screen no package that it does not use', () => {
    const used = [...web].flatMap(([file, text]) => importsOf(file, text).map((i) => `${i.specifier}/`));
    const styles = filesOf('web/src', /\.css$/).join('\n');
    const idle = screen.packages.filter(
      (pack) => !used.some((name) => name.startsWith(`${pack}/`)) && !styles.includes(`'${pack}/`) && !styles.includes(`"${pack}/`),
    );
    expect(idle).toEqual([]);
  });
  it('no import cycles', () => expect(checkCycles(source)).toEqual([]));
  it('no file or folder named utils, helpers, common or misc', () => expect(checkNames(everything)).toEqual([]));
  it('code files stay short', () => expect(checkLengths(everything, longFiles)).toEqual([]));
  it('no default exports, no barrels', () => expect(checkExports(new Map([...source, ...web]))).toEqual([]));
  it('pure folders read no clock, no randomness, no environment and do no I/O', () =>
    expect(checkPurity(source, rooms, meantImpurities)).toEqual([]));
  it('no test is skipped, narrowed or left to do', () => expect(checkTests(everything)).toEqual([]));
});

/** Small houses with one fault each: a law that cannot fail is no law. */
const house = (files: Record<string, string>): Files => new Map(Object.entries(files));
const plan: Record<string, Room> = {
  model: { imports: [], packages: ['zod'], pure: true },
  lang: { imports: ['model', 'generated'], packages: [], pure: true },
  audit: { imports: ['record/view', 'model'], packages: [], pure: true },
  record: { imports: ['model'], packages: [], pure: true },
  app: { imports: ['record', 'model'], packages: [], pure: false },
};

describe('the laws can fail', () => {
  it.each([
    ['a lower row', { 'src/model/a.ts': "import { b } from '../app/b.js';" }],
    ['an import of a type', { 'src/model/a.ts': "import type { B } from '../app/b.js';" }],
    ['a type named by import()', { 'src/model/a.ts': "export type A = import('../app/b.js').B;" }],
    ['a dynamic import', { 'src/model/a.ts': "export const a = () => import('../app/b.js');" }],
    ['another file of a folder of which one file is open', { 'src/audit/a.ts': "import { c } from '../record/claims.js';" }],
    ['another language pack', { 'src/lang/zh/a.ts': "import { b } from '../ru/b.js';" }],
    ['generated tables outside their two rooms', { 'src/record/a.ts': "import { tables } from '../generated/knowledge.js';" }],
    ['a package that the room does not have', { 'src/model/a.ts': "import { Hono } from 'hono';" }],
    ['a file of a package that the room does not have', { 'src/app/a.ts': "export const a = require.resolve('hono/a.json');" }],
    ['node in a pure folder', { 'src/model/a.ts': "import fs from 'node:fs';" }],
    ['a folder that the plan does not know', { 'src/stuff/a.ts': 'export const a = 1;' }],
    ['a file outside every folder', { 'src/a.ts': 'export const a = 1;' }],
  ])('imports: %s', (_, files) => expect(checkImports(house(files), plan)).toHaveLength(1));

  it.each([
    ['own folder and the row above', { 'src/audit/a.ts': "import { b } from './b.js';\nimport { m } from '../model/m.js';" }],
    ['the one open file', { 'src/audit/rules/t/a.ts': "import type { V } from '../../../record/view.js';" }],
    ['node where I/O lives', { 'src/app/a.ts': "import fs from 'node:fs';" }],
    ['a package of the room, by a file of it', { 'src/model/a.ts': "import { z } from 'zod/v4';" }],
    ['a test beside the code', { 'src/model/a.test.ts': "import fs from 'node:fs';\nimport { b } from '../app/b.js';" }],
    ['names in strings and comments', { 'src/model/a.ts': "// import x from '../app/b.js'\nexport const a = \"import 'node:fs'\";" }],
  ])('imports that are right stay silent: %s', (_, files) => expect(checkImports(house(files), plan)).toEqual([]));

  it.each([
    ['code of the server', { 'web/src/a.ts': "import type { A } from '../../src/model/a.js';" }],
    ['a package that the plan does not name', { 'web/src/a.tsx': "import x from 'lodash';" }],
    ['node', { 'web/src/a.ts': "import fs from 'node:fs';" }],
  ])('the screen: %s', (_, files) => expect(checkScreen(house(files), screen)).toHaveLength(1));
  it('the screen: own files, words of briefs, packages of the plan stay silent', () => {
    const text = "import { b } from './b.js';\nimport { w } from '../../src/brief/words/en.js';\nimport { use } from 'react';";
    expect(checkScreen(house({ 'web/src/a.tsx': text }), screen)).toEqual([]);
  });

  it('cycles: named once, with the way round', () => {
    const files = house({
      'src/model/a.ts': "import { b } from './b.js';",
      'src/model/b.ts': "import type { C } from './c.js';",
      'src/model/c.ts': "import { a } from './a.js';",
    });
    expect(checkCycles(files)).toEqual([
      'src/model/a.ts:1: import cycle: src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts',
    ]);
    expect(checkCycles(house({ 'src/model/a.ts': "import { b } from './b.js';", 'src/model/b.ts': 'export const b = 1;' }))).toEqual([]);
  });

  it('names', () => {
    expect(checkNames(house({ 'src/text/utils.ts': '', 'src/misc/fold.ts': '', 'src/text/Helpers.test.ts': '' }))).toHaveLength(3);
    expect(checkNames(house({ 'src/text/commonwealth.ts': '' }))).toEqual([]);
  });

  it('lengths, and exceptions that are no longer needed', () => {
    const lines = (n: number): string => 'x;\n'.repeat(n);
    const reason = 'one table that loses its meaning when cut';
    expect(checkLengths(house({ 'src/text/a.ts': lines(501) }), { 'src/text/a.ts': reason })).toHaveLength(1);
    expect(checkLengths(house({ 'src/text/a.ts': lines(301) }), {})).toHaveLength(1);
    expect(checkLengths(house({ 'src/text/a.ts': lines(301) }), { 'src/text/a.ts': reason })).toEqual([]);
    expect(checkLengths(house({ 'src/text/a.ts': lines(301) }), { 'src/text/a.ts': 'long' })).toHaveLength(1);
    expect(checkLengths(house({ 'src/text/a.ts': lines(300) }), { 'src/text/a.ts': reason })).toHaveLength(1);
    expect(checkLengths(house({ 'src/text/a.test.ts': lines(301), 'src/generated/k.ts': lines(900) }), {})).toEqual([]);
  });

  it.each([
    'export default 1;',
    'export default function f() {}',
    'const a = 1;\nexport { a as default };',
    "export * from './b.js';\nexport const a = 1;",
    "export { b } from './b.js';",
  ])('exports: %s', (text) => expect(checkExports(house({ 'src/text/a.ts': text }))).not.toEqual([]));

  it('exports: an entry point may pass on, and a file may name one export of another beside its own', () => {
    expect(checkExports(house({ 'src/index.ts': "export { b } from './b.js';" }))).toEqual([]);
    expect(checkExports(house({ 'src/text/a.ts': "export { b } from './b.js';\nexport const a = 1;" }))).toEqual([]);
  });

  it.each([
    'export const a = Date.now();',
    'export const a = new Date();',
    'export const a = Date();',
    'export const a = Math.random();',
    'export const a = process.env.HOME;',
    'export const a = [process];',
    'export function a() { return console.log(1); }',
    'export const a = import.meta.dirname;',
    "export const a = ['b'].sort((x, y) => x.localeCompare(y));",
    'export const a = (1234).toLocaleString();',
    'setTimeout(() => 1, 10);',
  ])('purity: %s', (text) => expect(checkPurity(house({ 'src/model/a.ts': text }), plan)).toHaveLength(1));

  it.each([
    'export const a = new Date(Date.UTC(2020, 1, 0)).getUTCDate();',
    'export const a = new Date(0);',
    'export interface A { process: string; fetch(): void }',
    'export const a = { process: 1 }.process;',
    'export function a(process: string) { return process; }',
    "export const a = 'Date.now() and process.env'; // Math.random()",
  ])('purity stays silent: %s', (text) => expect(checkPurity(house({ 'src/model/a.ts': text }), plan)).toEqual([]));

  it('purity: only pure folders, and not their tests', () => {
    const text = 'export const a = Date.now();';
    expect(checkPurity(house({ 'src/app/a.ts': text, 'src/model/a.test.ts': text }), plan)).toEqual([]);
  });

  it('purity: what is meant, and no longer needed', () => {
    const files = house({ 'src/model/a.ts': 'export const a = Date.now();' });
    expect(checkPurity(files, plan, { 'src/model/a.ts: Date.now': 'why' })).toEqual([]);
    expect(checkPurity(files, plan, { 'src/model/a.ts: Date.now': 'why', 'src/model/a.ts: process': 'why' })).toHaveLength(1);
  });

  it('tests: skipped, narrowed, left to do', () => {
    const off = (how: string): Files => house({ 'test/a.test.ts': `it.${how}('x', () => {});\ndescribe.${how}('y', () => {});` });
    for (const how of ['skip', 'only', 'todo', 'fails']) expect(checkTests(off(how))).toHaveLength(2);
    expect(checkTests(off('each'))).toEqual([]);
    expect(checkTests(house({ 'test/a.test.ts': "it.skipIf(!present)('x', () => {});" }))).toEqual([]);
  });

  it('imports are found and resolved', () => {
    expect(importsOf('src/a/b.ts', "import x, { type Y } from '../c/d.js';\nexport { z } from './e.js';").map((i) => i.specifier)).toEqual([
      '../c/d.js',
      './e.js',
    ]);
    expect(resolveImport('src/a/b/c.ts', '../../d/e.js')).toBe('src/d/e.ts');
    expect(resolveImport('src/a/b.ts', 'node:fs')).toBeUndefined();
  });
});
