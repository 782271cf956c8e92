import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { serveRecord } from '../../src/http/server.js';
import { recordOf, told } from '../export/record.js';
import { listedOften, pdf, said, wordsAndBlanks } from './bombs.js';

/**
 * `npm run hostile`: cases too large for every day, one after the other. Prints each with what it took and whether it held; exit status 1 where one did not.
 * Files are read by the command line in a process of its own, whose memory is watched.
 */
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-hostile-'));
const root = path.join(import.meta.dirname, '..', '..');
let failed = 0;
function tell(name: string, holds: boolean, figures: string): void {
  if (!holds) failed++;
  console.log(`${holds ? 'holds ' : 'FAILED'}  ${name.padEnd(46)} ${figures}`);
}

interface Run {
  code: number | null;
  err: string;
  seconds: number;
  /** Bytes, the most that the process and what it started held at once. */
  memory: number;
}

/** Bytes that a process and those it started hold. */
function memoryOf(pid: number): number {
  try {
    const own = Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
    const children = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return 0;
  }
}

function reading(file: string, ...more: string[]): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'src/cli/main.ts'), 'read', file, '--json', ...more], {
    cwd: root,
  });
  let err = '';
  let memory = 0;
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    err += part;
  });
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid!));
  }, 50);
  return new Promise((done) =>
    child.on('close', (code) => {
      clearInterval(watch);
      done({ code, err, memory, seconds: (performance.now() - began) / 1000 });
    }),
  );
}

const gigabyte = 1_000_000_000;
const files: readonly [name: string, file: string, bytes: () => Uint8Array, says: RegExp, more?: string[]][] = [
  [
    'a line of 50 MB',
    'a.txt',
    () => Buffer.from('越南外长访问俄罗斯，'.repeat(1_700_000)),
    /only the first 2000000 were read/,
    ['--max-size', '60'],
  ],
  ['50 MB without a sense', 'b.txt', () => Buffer.alloc(50_000_000, 'x'), /is in no language/, ['--max-size', '60']],
  ['10^6 digits', 'c.txt', () => Buffer.from(`越南与俄罗斯贸易额达${'7'.repeat(1_000_000)}亿美元。`), /^$/],
  ['a page of a PDF of 400 MB', 'd.pdf', () => pdf(wordsAndBlanks(400_000_000), 1), /it takes too (?:long|much memory)|^$/],
  ['the same, packed twice', 'e.pdf', () => pdf(wordsAndBlanks(400_000_000), 2), /it takes too (?:long|much memory)|^$/],
  ['a part of Word that is listed 60,000 times', 'f.docx', () => listedOften(60_000, 900_000), /./],
  ['a part of Word that says it is small', 'g.docx', () => said(1_000, 50_000_000), /./],
];
for (const [name, file, bytes, says, more = []] of files) {
  const place = path.join(folder, file);
  fs.writeFileSync(place, bytes());
  const { code, err, seconds, memory } = await reading(place, ...more);
  const holds = (code === 0 || code === 1) && says.test(err.trim()) && memory < gigabyte;
  tell(name, holds, `${seconds.toFixed(1)} s, ${(memory / 1e6).toFixed(0)} MB: ${err.trim().split(': ').at(-1)!.slice(0, 80)}`);
}

const { record, place } = await recordOf(told);
const serving = await serveRecord(record, 0);
const port = Number(new URL(serving.url).port);
const ask = async (at: string): Promise<[status: number, ms: number]> => {
  const began = performance.now();
  const answer = await fetch(`${serving.url}${at}`);
  await answer.arrayBuffer();
  return [answer.status, performance.now() - began];
};
/** Milliseconds below which nineteen of twenty answers stay; `NaN` where one was no 200. */
async function p95(at: string, times: number): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const [status, ms] = await ask(at);
    if (status !== 200) return Number.NaN;
    all.push(ms);
  }
  return all.sort((a, b) => a - b)[Math.floor(times * 0.95)]!;
}

await p95('/api/v1/stories', 100);
const quiet = await p95('/api/v1/stories', 200);
const sockets: net.Socket[] = [];
let refused = 0;
for (let i = 0; i < 10_000; i++) {
  const socket = net.connect(port, '127.0.0.1').on('error', () => refused++);
  socket.write(i % 2 === 0 ? 'GET / HT' : 'POST /api/v1/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9000\r\n\r\n{');
  sockets.push(socket);
  if (i % 500 === 499) await new Promise((done) => setTimeout(done, 50));
}
const open = sockets.filter((socket) => !socket.destroyed).length;
const crowded = await p95('/api/v1/stories', 200);
tell(
  '10,000 connections that say half a word',
  crowded <= Math.max(2 * quiet, 50),
  `${open - refused} open, ${refused} refused; p95 of others ${quiet.toFixed(1)} ms before, ${crowded.toFixed(1)} ms meanwhile`,
);
for (const socket of sockets) socket.destroy();

let flooding = true;
const counts = new Map<number, number>();
const flood = Array.from({ length: 8 }, async () => {
  while (flooding) {
    const [status] = await ask('/api/v1/pairs/VN/RU/brief.md');
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
});
const flooded = await p95('/api/v1/stories', 60);
flooding = false;
await Promise.all(flood);
const answered = [...counts].map(([status, count]) => `${count} times ${status}`).join(', ');
tell(
  'a flood of briefs',
  (counts.get(429) ?? 0) > 0 && ![...counts.keys()].some((status) => status >= 500),
  `${answered}; p95 of others ${flooded.toFixed(1)} ms`,
);
await serving.close();
await record.close();
await place.clear();
fs.rmSync(folder, { recursive: true, force: true });
console.log(failed === 0 ? 'all held' : `${failed} did not hold`);
process.exit(failed === 0 ? 0 : 1);
