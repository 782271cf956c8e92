import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compiledMain } from './compiled.js';

const main = compiledMain();

/** How a run of the command line ended. */
export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface RunOptions {
  cwd?: string;
  input?: string | Uint8Array;
  env?: Record<string, string>;
  /** Largest file the process may write, in KiB: a stand-in for a full disk that needs no rights. */
  fileLimit?: number;
  /** Where standard output goes instead of being collected: a path such as /dev/full. */
  outTo?: string;
}

/** Starts `rapporteur` as a child process. */
export function start(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1', ...options.env };
  delete env.RAPPORTEUR_DB;
  const out = options.outTo === undefined ? 'pipe' : fs.openSync(options.outTo, 'w');
  const settings = { cwd: options.cwd ?? os.tmpdir(), env, stdio: ['pipe', out, 'pipe'] as ['pipe', 'pipe' | number, 'pipe'] };
  if (options.fileLimit === undefined) return spawn(process.execPath, [main, ...args], settings);
  const script = `ulimit -f ${options.fileLimit * 2}; exec "$0" "$@"`;
  return spawn('sh', ['-c', script, process.execPath, main, ...args], settings);
}

/** Runs `rapporteur` to its end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((done, failed) => {
    const child = start(args, options);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr!.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', failed);
    child.on('close', (code, signal) => done({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
    child.stdin!.on('error', () => undefined);
    child.stdin!.end(options.input ?? '');
  });
}

/** Lines that are not empty. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** A new folder below the system's temporary one, with files in it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-'));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** Removes what `folderWith` made. */
export function remove(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** A story in wire style. */
export const story = `越南与俄罗斯外长举行会谈

越通社河内——2020年11月11日，越南政府副总理兼外交部长范平明在河内与俄罗斯外交部长谢尔盖·拉夫罗夫(Sergei Lavrov)举行会谈。

据越南海关总局的数据，2019年越俄双边贸易额达44亿美元，同比增长2.9%。范平明表示，双方力争到2025年将双边贸易额提升至100亿美元。(完)
`;
