import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SmallStory, story } from '../../../test/told.js';
import { foldText } from '../../text/fold.js';
import type { Finished, Store } from '../port.js';
import { openSqlite, type SqliteOptions } from './open.js';

const at = '2026-01-02T03:04:05.000Z';
const finished = ({ text, ...reading }: SmallStory): Finished => ({ reading, text });
const small = (i: number): Finished => finished(story(`s${i}`, [{ type: 'agreement', quote: `第${i}份协定`, name: `第${i}份` }]));
const large = (i: number): Finished =>
  finished(story(`l${i}`, [{ type: 'position', quote: `支持${i}` }], { before: '越南核电'.repeat(20_000) + i }));

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-failures-'));
  file = path.join(folder, 'record.db');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const open = (options: Partial<SqliteOptions> = {}, at = file): Promise<Store> =>
  openSqlite(at, { fold: foldText, busyTimeout: 50, ...options });
const filled = async (): Promise<void> => {
  const store = await open();
  await store.put([small(1), small(2)], '1', at);
  await store.close();
};
const stored = async (): Promise<number> => {
  const store = await open();
  const { articles } = await store.counts();
  for await (const fault of store.check()) expect(fault).toBeNull();
  await store.close();
  return articles;
};
/** The error's code, after looking at its message: one sentence that names the place and what to do. */
async function failure(work: Promise<unknown>, place = file): Promise<string> {
  const error = await work.then(
    () => new Error('nothing failed'),
    (e: Error & { code: string }) => e,
  );
  expect(error).toMatchObject({ name: 'StoreError' });
  expect(error.message).toContain(place);
  expect(error.message).toMatch(/^[^\n]+: [^\n]+\.$/);
  return (error as Error & { code: string }).code;
}

/** Runs as a user without rights where the tests run as root, whom no folder stops. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid!(65534);
  try {
    return await work();
  } finally {
    if (root) process.seteuid!(0);
  }
}

describe('SPEC R-2: what can be wrong with the file of a record', () => {
  it('its folder is not there', async () => {
    const missing = path.join(folder, 'no', 'record.db');
    expect(await failure(open({}, missing), missing)).toBe('cannot-open');
  });
  it('it is a folder', async () => expect(await failure(open({}, folder), folder)).toBe('cannot-open'));

  it('another program is writing to it', async () => {
    await filled();
    const other = new DatabaseSync(file);
    other.exec('pragma journal_mode = wal; begin immediate');
    const store = await open();
    expect((await store.counts()).articles).toBe(2);
    expect(await failure(store.put([small(3)], '1', at))).toBe('locked');
    other.exec('commit');
    other.close();
    expect(await store.put([small(3)], '1', at)).toEqual(['new']);
    await store.close();
    expect(await stored()).toBe(3);
  });
  it('another program has it for itself', async () => {
    await filled();
    const other = new DatabaseSync(file);
    other.exec("pragma locking_mode = exclusive; begin exclusive; insert into setting values ('x', 'y'); commit");
    expect(await failure(open())).toBe('locked');
    other.close();
  });

  it('it is a text', async () => {
    fs.writeFileSync(file, '这不是数据库。'.repeat(1000));
    const before = fs.readFileSync(file);
    expect(await failure(open())).toBe('not-a-database');
    expect(fs.readFileSync(file)).toEqual(before);
  });
  it('it is the database of another program', async () => {
    const other = new DatabaseSync(file);
    other.exec('create table accounts (n integer); insert into accounts values (1)');
    other.close();
    expect(await failure(open())).toBe('not-a-database');
    const again = new DatabaseSync(file);
    expect(again.prepare('select name from sqlite_schema').all()).toHaveLength(1);
    again.close();
  });
  it('it was written by a newer version', async () => {
    await filled();
    const other = new DatabaseSync(file);
    other.exec("insert into migration values (999, 'of the future')");
    other.close();
    expect(await failure(open())).toBe('newer');
  });

  it('pages of it are damaged: reading says so, the rest can still be read', async () => {
    const store = await open();
    await store.put([small(1), large(2), large(3)], '1', at);
    await store.close();
    const bytes = fs.readFileSync(file);
    for (let page = 3; page * 4096 < bytes.length; page += 2) bytes.fill(0xa5, page * 4096, (page + 1) * 4096);
    fs.writeFileSync(file, bytes);
    const read = async (): Promise<void> => {
      const damaged = await open();
      try {
        for await (const _ of damaged.export());
      } finally {
        await damaged.close();
      }
    };
    expect(await failure(read())).toBe('corrupt');
  });
  it('one page is damaged: the check names it', async () => {
    const store = await open();
    await store.put(
      Array.from({ length: 20 }, (_, i) => small(i)),
      '1',
      at,
    );
    await store.close();
    const other = new DatabaseSync(file);
    const { rootpage } = other.prepare("select rootpage from sqlite_schema where name = 'document_state'").get() as { rootpage: number };
    other.close();
    const bytes = fs.readFileSync(file);
    bytes.fill(0, rootpage * 4096 - 1024, rootpage * 4096);
    fs.writeFileSync(file, bytes);
    const damaged = await open();
    const faults = [];
    for await (const fault of damaged.check()) faults.push(fault.check);
    await damaged.close();
    expect(faults).toContain('integrity');
  });

  it('it is cut short', async () => {
    await filled();
    fs.truncateSync(file, 4096 * 3 + 100);
    expect(['corrupt', 'io']).toContain(
      await failure(
        open().then(async (store) => {
          try {
            for await (const _ of store.export());
          } finally {
            await store.close();
          }
        }),
      ),
    );
  });

  it('there is no right to write into its folder', async () => {
    fs.chmodSync(folder, 0o555);
    expect(await withoutRights(() => failure(open()))).toBe('cannot-open');
    expect(fs.readdirSync(folder)).toEqual([]);
  });
  it('there is no right to write the file: it can still be read', async () => {
    await filled();
    fs.chmodSync(file, 0o444);
    fs.chmodSync(folder, 0o555);
    await withoutRights(async () => {
      const store = await open();
      expect((await store.counts()).articles).toBe(2);
      expect(await failure(store.put([small(3)], '1', at))).toBe('read-only');
      await store.close();
    });
    fs.chmodSync(folder, 0o755);
    fs.chmodSync(file, 0o644);
    expect(await stored()).toBe(2);
  });

  it('the disk is full: what is stored stays, and after making room it goes on', async () => {
    await filled();
    const pages = Math.ceil(fs.statSync(file).size / 4096);
    const store = await open({ maxPages: pages + 100 });
    const results: string[] = [];
    for (let i = 0; i < 10 && !results.includes('full'); i++)
      results.push(
        await store.put([large(i)], '1', at).then(
          ([r]) => r!,
          async (e) => failure(Promise.reject(e)),
        ),
      );
    expect(results.at(-1)).toBe('full');
    const kept = results.filter((r) => r === 'new').length + 2;
    expect((await store.counts()).articles).toBe(kept);
    expect((await store.ledger(['done'], { limit: 100 })).length).toBe(kept);
    await store.close();
    const roomy = await open();
    expect(await roomy.put([large(results.length - 1)], '1', at)).toEqual(['new']);
    await roomy.close();
    expect(await stored()).toBe(kept + 1);
  });
  it('there is no room even for an empty record', async () => {
    expect(await failure(open({ maxPages: 5 }))).toBe('full');
    expect(await stored()).toBe(0);
  });
});

describe('the file', () => {
  it('is opened so that a commit is on the disk, and keeps its rules', async () => {
    const store = await open();
    const raw = new DatabaseSync(file, { readOnly: true });
    expect(raw.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    const tables = raw
      .prepare("select name, strict from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite%'")
      .all();
    expect(tables.filter((t) => t.strict !== 1)).toEqual([]);
    raw.close();
    await store.close();
  });
  it('is one file when it is closed', async () => {
    await filled();
    expect(fs.readdirSync(folder)).toEqual(['record.db']);
  });
  it('takes two writers at once: both wait their turn', async () => {
    const [a, b] = [await open({ busyTimeout: 5000 }), await open({ busyTimeout: 5000 })];
    await Promise.all([...Array(10).keys()].flatMap((i) => [a.put([small(i)], '1', at), b.put([small(i + 5)], '1', at)]));
    await a.close();
    await b.close();
    expect(await stored()).toBe(15);
  });
  it('needs nothing but memory where it is asked to', async () => {
    const store = await open({}, ':memory:');
    await store.put([small(1)], '1', at);
    expect((await store.counts()).articles).toBe(1);
    await store.close();
  });
});
