import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numbered } from '../../../test/store/numbered.js';
import { foldText } from '../../text/fold.js';
import type { Store } from '../port.js';
import { openSqlite } from './open.js';

const root = path.join(import.meta.dirname, '..', '..', '..');
const stories = 60;

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-kill-'));
  file = path.join(folder, 'record.db');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Runs a writer from a story on, and kills it soon after it has said so many times that it is done with some (never: to its end). Gives the last story that it was done with. */
function write(from: number, kill?: { after: number; wait: number }): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/store/writer.ts', file, String(from), String(stories)], { cwd: root });
  let said = '';
  let killed = false;
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data;
  });
  child.stdout.on('data', (data: Buffer) => {
    said += data;
    if (!kill || killed || said.split('\n').length <= kill.after) return;
    killed = true;
    setTimeout(() => child.kill('SIGKILL'), kill.wait);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code !== 0 && signal !== 'SIGKILL') reject(new Error(`the writer ended with ${code}: ${errors}`));
      else resolve(Number(said.split('\n').at(-2) ?? from));
    });
  });
}

const open = (): Promise<Store> => openSqlite(file, { fold: foldText });

/** The record is whole, and has every story up to the last acknowledged one exactly once. */
async function examine(acknowledged: number): Promise<void> {
  const store = await open();
  const faults: unknown[] = [];
  for await (const fault of store.check()) faults.push(fault);
  expect(faults).toEqual([]);
  for (let n = 0; n < acknowledged; n++) {
    const { article } = numbered(n).reading;
    expect((await store.article(article.id))?.statements).toHaveLength(2);
  }
  const { articles, superseded, statements, documents } = await store.counts();
  expect(articles + superseded).toBeGreaterThanOrEqual(documents.done);
  expect(articles + superseded).toBeLessThanOrEqual(documents.done + documents.pending);
  expect(articles + superseded).toBeGreaterThanOrEqual(acknowledged);
  expect(statements.agreement).toBe(articles);
  await store.close();
}

async function linesOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of store.export()) lines.push(line);
  await store.close();
  return lines;
}

async function undisturbed(): Promise<string[]> {
  const store = await openSqlite(':memory:', { fold: foldText });
  await store.put(
    Array.from({ length: stories }, (_, n) => numbered(n)),
    '1',
    '2026-01-02T03:04:05.000Z',
  );
  return linesOf(store);
}

const kills = fc.sample(fc.record({ after: fc.integer({ min: 1, max: 12 }), wait: fc.integer({ min: 0, max: 8 }) }), {
  seed: 20201111,
  numRuns: 6,
});

describe('SPEC R-51: kill -9', () => {
  it('loses no finished article and doubles none', async () => {
    let done = 0;
    for (const [round, kill] of kills.entries()) {
      const reached = await write(round % 2 === 0 ? 0 : done, kill);
      done = Math.max(done, reached);
      await examine(done);
    }
    expect(await write(0)).toBe(stories);
    await examine(stories);
    expect(await linesOf(await open())).toEqual(await undisturbed());
  });

  it('nor where two processes write the same stories at once', async () => {
    for (const kill of kills.slice(0, 2)) {
      const [a, b] = await Promise.all([write(0, kill), write(0, { ...kill, after: kill.after + 3 })]);
      await examine(Math.max(a, b));
    }
    await Promise.all([write(0), write(0)]);
    await examine(stories);
  });
});
