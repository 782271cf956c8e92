import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { folderWith, linesOf, remove, run, start, story } from '../cli/run.js';

let folder: string;
const db = (): string => path.join(folder, 'rapporteur.db');
const here = (args: string[], options = {}) => run(args, { cwd: folder, ...options });
const stored = async (): Promise<number> => (JSON.parse((await here(['search', '越南', '--json'])).out) as { total: number }).total;

/** Different stories, some 10 kB each. */
function stories(count: number): void {
  fs.mkdirSync(path.join(folder, 'more'));
  for (let i = 0; i < count; i++) {
    const body = Array.from({ length: 20 }, (_, k) => `2019年两国双边贸易额达${i * 20 + k + 1}亿美元，比上年增长${k + 1}%。\n`).join('\n');
    fs.writeFileSync(path.join(folder, 'more', `${String(i).padStart(3, '0')}.txt`), `${story}\n${body}`);
  }
}

let whole: string;
beforeAll(async () => {
  whole = folderWith({ 'a.txt': story });
  expect((await run(['start', 'a.txt', '--no-serve'], { cwd: whole })).code).toBe(0);
});
afterAll(() => remove(whole));
beforeEach(() => {
  folder = folderWith({});
  fs.cpSync(whole, folder, { recursive: true });
});
afterEach(() => remove(folder));

describe('SPEC R-2: a record that cannot be used: one clear line, exit 2, nothing stored is lost', () => {
  it('locked by another program', async () => {
    const other = new DatabaseSync(db());
    other.exec('begin exclusive');
    fs.writeFileSync(path.join(folder, 'b.txt'), story.replaceAll('2019', '2018'));
    const { code, out, err } = await here(['start', 'b.txt', '--no-serve']);
    other.exec('rollback');
    other.close();
    expect([code, out, linesOf(err).length]).toEqual([2, '', 1]);
    expect(err).toMatch(/^rapporteur: rapporteur\.db is being written by another program: .*try again/);
    expect(await stored()).toBe(1);
    expect((await here(['start', 'b.txt', '--no-serve'])).code).toBe(0);
    expect(await stored()).toBe(2);
  });

  it('not a record', async () => {
    fs.writeFileSync(path.join(folder, 'text.db'), story.repeat(50));
    for (const args of [
      ['start', 'a.txt', '--no-serve'],
      ['pair', 'VN', 'RU'],
      ['doctor'],
      ['audit'],
      ['check', 'a.txt'],
      ['serve', '--port', '0'],
    ]) {
      const { code, out, err } = await here([...args, '--db', 'text.db']);
      expect([args[0], code, out, linesOf(err).length]).toEqual([args[0], 2, '', 1]);
      expect(err).toMatch(/^rapporteur: text\.db is not a record: choose another file/);
    }
    expect(fs.readFileSync(path.join(folder, 'text.db'), 'utf8')).toBe(story.repeat(50));
  });

  it('damaged in the middle', async () => {
    const bytes = fs.readFileSync(db());
    bytes.fill(0xa5, 4096, bytes.length);
    fs.writeFileSync(db(), bytes);
    for (const args of [
      ['start', 'a.txt', '--no-serve'],
      ['pair', 'VN', 'RU'],
      ['search', '越南'],
    ]) {
      const { code, out, err } = await here(args);
      expect([args[0], code, out, linesOf(err).length]).toEqual([args[0], 2, '', 1]);
      expect(err).toMatch(/^rapporteur: rapporteur\.db is damaged .*restore a copy/);
    }
  });

  it('a folder', async () => {
    fs.mkdirSync(path.join(folder, 'dir.db'));
    const { code, err } = await here(['start', 'a.txt', '--no-serve', '--db', 'dir.db']);
    expect([code, linesOf(err).length]).toEqual([2, 1]);
    expect(err).toMatch(/^rapporteur: dir\.db cannot be opened/);
  });

  it('in a folder that is not there', async () => {
    const { code, err } = await here(['start', 'a.txt', '--no-serve', '--db', 'none/x.db']);
    expect([code, linesOf(err).length]).toEqual([2, 1]);
    expect(err).toMatch(/^rapporteur: none\/x\.db cannot be opened: check that its folder exists/);
  });

  it('a full disk: what was stored before stays, and the same command goes on when there is room', async () => {
    stories(40);
    const full = await here(['start', 'more', '--no-serve'], { fileLimit: 600 });
    expect([full.code, linesOf(full.err).length]).toEqual([2, 1]);
    expect(full.err).toMatch(/^rapporteur: .*rapporteur\.db/);
    expect(await stored()).toBeGreaterThanOrEqual(1);
    expect(await here(['doctor', '--json'])).toMatchObject({ code: expect.any(Number) });
    expect((await here(['start', 'more', '--no-serve'])).code).toBe(0);
    expect(await stored()).toBe(41);
    expect((await here(['doctor'])).code).toBe(0);
  });

  it('SPEC R-51: killed while it reads', async () => {
    stories(40);
    const child = start(['start', 'more', '--no-serve'], { cwd: folder });
    const ended = new Promise((done) => child.on('close', (_, signal) => done(signal)));
    const wal = `${db()}-wal`;
    while (!fs.existsSync(wal) || fs.statSync(wal).size < 200_000) {
      if (child.exitCode !== null) break;
      await new Promise((done) => setTimeout(done, 2));
    }
    child.kill('SIGKILL');
    await ended;
    expect(await stored()).toBeGreaterThanOrEqual(1);
    expect((await here(['start', 'more', '--no-serve'])).code).toBe(0);
    expect(await stored()).toBe(41);
    expect((await here(['doctor'])).code).toBe(0);
  });
});
