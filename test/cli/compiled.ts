import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.join(import.meta.dirname, '..', '..');
const store = path.join(root, '.tmp', 'cli-tests');

/** Compiled copies that no run can still be using. */
const stale = 6 * 3_600_000;

/**
 * The program as plain JavaScript, compiled once for each state of the sources: a run of it starts in half the time that a
 * loader takes, and sees one state of the sources from beginning to end. Gives the path of its entry.
 */
export function compiledMain(): string {
  const files = sources();
  const hash = createHash('sha256');
  for (const [file, text] of files) hash.update(`${file}\0${text}\0`);
  const home = path.join(store, hash.digest('hex').slice(0, 16));
  if (!fs.existsSync(home)) compile(files, home);
  return path.join(home, 'dist', 'cli', 'main.js');
}

function sources(): Map<string, string> {
  const folder = path.join(root, 'src');
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !/\.(?:test|d)\.ts$/.test(f));
  return new Map(names.sort().map((f) => [f, fs.readFileSync(path.join(folder, f), 'utf8')]));
}

function compile(files: ReadonlyMap<string, string>, home: string): void {
  fs.mkdirSync(store, { recursive: true });
  for (const old of fs.readdirSync(store)) {
    const place = path.join(store, old);
    if (Date.now() - fs.statSync(place).mtimeMs > stale) fs.rmSync(place, { recursive: true, force: true });
  }
  const made = fs.mkdtempSync(path.join(store, 'new-'));
  const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  for (const [file, text] of files) {
    const place = path.join(made, 'dist', file.replace(/\.ts$/, '.js'));
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, ts.transpileModule(text, { compilerOptions: options, fileName: file }).outputText);
  }
  fs.copyFileSync(path.join(root, 'package.json'), path.join(made, 'package.json'));
  for (const folder of ['corpus', 'docs']) fs.symlinkSync(path.join(root, folder), path.join(made, folder), 'dir');
  try {
    fs.renameSync(made, home);
  } catch (error) {
    if (!fs.existsSync(home)) throw error;
    fs.rmSync(made, { recursive: true, force: true });
  }
}
