import ts from 'typescript';
import { emptyNames, entryPoints, generated, hardLimit, type Room, softLimit } from './table.js';

/** Source files by their path from the project's root (`src/text/fold.ts`), with their text. */
export type Files = ReadonlyMap<string, string>;

/** One breach of a law: `src/text/fold.ts:12: what is wrong`. Every check gives them in the order of the files. */
export type Breach = string;

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const roomOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

interface Import {
  specifier: string;
  line: number;
}

/** Every module that a file names: import, export … from, import(), import type, `import('…')` as a type, and `require.resolve()` of a package's file. */
export function importsOf(file: string, text: string): Import[] {
  const source = parse(file, text);
  const found: Import[] = [];
  const take = (node: ts.Node, name: ts.Node | undefined): void => {
    if (name && ts.isStringLiteralLike(name)) found.push({ specifier: name.text, line: lineOf(source, node) });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) take(node, node.moduleSpecifier);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) take(node, node.arguments[0]);
    else if (ts.isCallExpression(node) && node.expression.getText(source) === 'require.resolve') take(node, node.arguments[0]);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) take(node, node.argument.literal);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** `src/text/fold.ts` + `../model/article.js` → `src/model/article.ts`; `undefined` for a package. */
export function resolveImport(file: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/').replace(/\.js$/, '.ts');
}

/** `@noble/hashes/sha2.js` → `@noble/hashes`; `hono/html` → `hono`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function allowed(room: Room, from: string, target: string): boolean {
  const at = target.replace(/^src\//, '').replace(/\.ts$/, '');
  const targetRoom = at.split('/')[0]!;
  if (targetRoom === from) return true;
  return room.imports.includes(targetRoom) || room.imports.includes(at);
}

const packOf = (file: string): string | undefined => /^src\/lang\/([^/]+)\//.exec(file)?.[1];

/** Folders and packages as the table says; language packs never import each other. Tests beside the code may import anything. */
export function checkImports(files: Files, rooms: Readonly<Record<string, Room>>): Breach[] {
  const breaches: Breach[] = [];
  for (const [file, text] of files) {
    if (isTest(file) || entryPoints.includes(file)) continue;
    const from = roomOf(file);
    if (from === generated) continue;
    const room = from === undefined ? undefined : rooms[from];
    if (from === undefined || room === undefined) {
      breaches.push(`${file}:1: no folder of the plan holds this file`);
      continue;
    }
    for (const { specifier, line } of importsOf(file, text)) {
      const target = resolveImport(file, specifier);
      if (target !== undefined) {
        if (!allowed(room, from, target)) breaches.push(`${file}:${line}: ${from} may not import ${target}`);
        if (packOf(file) !== undefined && packOf(target) !== undefined && packOf(file) !== packOf(target))
          breaches.push(`${file}:${line}: language packs never import each other: ${target}`);
      } else if (specifier.startsWith('node:')) {
        if (room.pure) breaches.push(`${file}:${line}: ${from} is pure and may not import ${specifier}`);
      } else if (!room.packages.includes(packageOf(specifier))) {
        breaches.push(`${file}:${line}: ${from} may not import the package ${specifier}`);
      }
    }
  }
  return breaches;
}

/** The application imports its own files, the folders and the packages that the plan names, and nothing else of the server. */
export function checkScreen(files: Files, allowed: { folders: readonly string[]; packages: readonly string[] }): Breach[] {
  const breaches: Breach[] = [];
  for (const [file, text] of files) {
    if (isTest(file)) continue;
    for (const { specifier, line } of importsOf(file, text)) {
      const target = resolveImport(file, specifier);
      if (target === undefined ? !allowed.packages.includes(packageOf(specifier)) : !inScreen(target, allowed.folders))
        breaches.push(`${file}:${line}: the screen may not import ${target ?? `the package ${specifier}`}`);
    }
  }
  return breaches;
}

const inScreen = (target: string, folders: readonly string[]): boolean =>
  ['web/src/', ...folders].some((folder) => target.startsWith(folder));

/** Import cycles between files, each named once by its path. Types count too. */
export function checkCycles(files: Files): Breach[] {
  const edges = new Map<string, string[]>();
  for (const [file, text] of files) {
    const targets = importsOf(file, text).flatMap(({ specifier }) => resolveImport(file, specifier) ?? []);
    edges.set(
      file,
      targets.filter((t) => files.has(t)),
    );
  }
  const breaches: Breach[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (file: string): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      breaches.push(`${file}:1: import cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const target of edges.get(file) ?? []) visit(target);
    path.pop();
    state.set(file, 'done');
  };
  for (const file of files.keys()) visit(file);
  return breaches;
}

/** Names that say nothing, in file or folder. */
export function checkNames(files: Files): Breach[] {
  return [...files.keys()].flatMap((file) => {
    const bad = file.split('/').find((part) => emptyNames.includes(part.split('.')[0]!.toLowerCase()));
    return bad === undefined ? [] : [`${file}:1: the name ${bad} says nothing about what is inside`];
  });
}

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** The hard limit for every file; the soft one for code, with reasons for the exceptions. An exception that is not needed is a breach. */
export function checkLengths(files: Files, exceptions: Readonly<Record<string, string>>): Breach[] {
  const breaches: Breach[] = [];
  for (const [file, text] of files) {
    if (file.startsWith(`src/${generated}/`)) continue;
    const lines = linesOf(text);
    if (lines > hardLimit) breaches.push(`${file}:1: ${lines} lines, the limit is ${hardLimit}`);
    else if (lines > softLimit && !isTest(file) && exceptions[file] === undefined)
      breaches.push(`${file}:1: ${lines} lines; over ${softLimit} it needs a reason in the list of long files`);
  }
  for (const [file, reason] of Object.entries(exceptions)) {
    const text = files.get(file);
    if (text === undefined || linesOf(text) <= softLimit) breaches.push(`${file}:1: is not long: take it off the list of long files`);
    if (reason.length < 20) breaches.push(`${file}:1: the list of long files gives no reason`);
  }
  return breaches;
}

/** No default export; no file that only passes on what others export, but the package's entry points. */
export function checkExports(files: Files): Breach[] {
  const breaches: Breach[] = [];
  for (const [file, text] of files) {
    const source = parse(file, text);
    let passesOn = 0;
    let own = 0;
    for (const node of source.statements) {
      const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
      const named = ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamedExports(node.exportClause);
      const asDefault = named && (node.exportClause as ts.NamedExports).elements.some((e) => e.name.text === 'default');
      if (ts.isExportAssignment(node) || asDefault || modifiers.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword))
        breaches.push(`${file}:${lineOf(source, node)}: default export`);
      if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
        passesOn++;
        if (node.exportClause === undefined && !entryPoints.includes(file))
          breaches.push(`${file}:${lineOf(source, node)}: export * passes on another file's exports`);
      } else if (!ts.isImportDeclaration(node)) own++;
    }
    if (passesOn > 0 && own === 0 && !entryPoints.includes(file)) breaches.push(`${file}:1: only passes on what other files export`);
  }
  return breaches;
}

/** Names whose mere use makes a result depend on the machine, the moment or the place. */
const impureNames: ReadonlySet<string> = new Set([
  ...['process', 'performance', 'crypto', 'fetch', 'console', 'require', 'globalThis', 'navigator', 'Intl'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', '__dirname', '__filename'],
]);
const impureMembers: ReadonlySet<string> = new Set(['Date.now', 'Math.random']);
const localeMember = /^(localeCompare|toLocale[A-Z]\w*)$/;

/** The identifier is the name of what its parent declares, or a member's or key's name, and no use of a value. */
function isNameOfParent(node: ts.Identifier): boolean {
  return (node.parent as ts.Node & { name?: ts.Node }).name === node;
}

/** Names that a file declares itself are its own, whatever they are called. */
function declaredIn(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isNameOfParent(node)) {
      const parent = node.parent;
      const binds = ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent);
      if (binds || ts.isFunctionDeclaration(parent) || ts.isImportSpecifier(parent)) names.add(node.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return names;
}

/**
 * Pure folders read no clock, no randomness, no environment and no locale, and do no I/O. `meant` lists the exceptions as
 * `file: name`; one that is not needed is a breach.
 */
export function checkPurity(files: Files, rooms: Readonly<Record<string, Room>>, meant: Readonly<Record<string, string>> = {}): Breach[] {
  const breaches: Breach[] = [];
  const unused = new Set(Object.keys(meant));
  for (const [file, text] of files) {
    const room = roomOf(file);
    if (isTest(file) || room === undefined || rooms[room]?.pure !== true) continue;
    const source = parse(file, text);
    const own = declaredIn(source);
    const say = (node: ts.Node, what: string): void => {
      if (meant[`${file}: ${what}`] === undefined) breaches.push(`${file}:${lineOf(source, node)}: ${what} in a pure folder`);
      unused.delete(`${file}: ${what}`);
    };
    const walk = (node: ts.Node): void => {
      if (ts.isTypeNode(node)) return;
      if (ts.isPropertyAccessExpression(node)) {
        const name = `${node.expression.getText(source)}.${node.name.text}`;
        if (impureMembers.has(name)) say(node, name);
        if (localeMember.test(node.name.text)) say(node, `.${node.name.text}`);
      } else if (ts.isMetaProperty(node)) say(node, 'import.meta');
      else if (ts.isNewExpression(node) && node.expression.getText(source) === 'Date' && !node.arguments?.length) say(node, 'new Date()');
      else if (ts.isCallExpression(node) && node.expression.getText(source) === 'Date') say(node, 'Date()');
      else if (ts.isIdentifier(node) && impureNames.has(node.text) && !own.has(node.text) && !isNameOfParent(node)) say(node, node.text);
      ts.forEachChild(node, walk);
    };
    walk(source);
  }
  return [...breaches, ...[...unused].map((place) => `${place}: is not there: take it off the list of meant impurities`)];
}

/** Tests that are switched off or narrowed. `skipIf` with a stated condition is no breach. */
export function checkTests(files: Files): Breach[] {
  const breaches: Breach[] = [];
  for (const [file, text] of files) {
    if (!isTest(file)) continue;
    const source = parse(file, text);
    const walk = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && /^(skip|only|todo|fails)$/.test(node.name.text)) {
        const of = node.expression.getText(source).split('.')[0]!;
        if (/^(it|test|describe)$/.test(of)) breaches.push(`${file}:${lineOf(source, node)}: ${of}.${node.name.text}`);
      }
      ts.forEachChild(node, walk);
    };
    walk(source);
  }
  return breaches;
}
