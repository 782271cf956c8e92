import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { newDatabase, query, serverAddress } from '../../../test/postgres/databases.js';
import { all, faultsOf, put, talks, three } from '../../../test/store/contract-stories.js';
import { published, story } from '../../../test/told.js';
import { foldText } from '../../text/fold.js';
import { phrasesOf } from '../search-tokens.js';
import { StoreError } from '../store-error.js';
import { openPostgres, unfit } from './open.js';

const open = (address: string, more = {}) => openPostgres(address, { fold: foldText, ...more });

/** The failure of a piece of work; its message is one line without the password. */
async function failure(work: Promise<unknown>): Promise<StoreError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  const { message } = error as StoreError;
  expect(message).toMatch(/^[^\n]+\.$/);
  expect(message).not.toContain(new URL(await serverAddress()).password);
  return error as StoreError;
}

async function address(change: (url: URL) => void): Promise<string> {
  const url = new URL(await serverAddress());
  change(url);
  return url.href;
}

describe('SPEC R-2: a database that cannot be used: one clear line', () => {
  it('no server', async () => {
    const at = await address((url) => {
      url.port = '1';
    });
    expect(await failure(open(at))).toMatchObject({
      code: 'cannot-open',
      message: expect.stringMatching(/: no server answers there: check/),
    });
  });
  it('a wrong password, or none', async () => {
    const wrong = await address((url) => {
      url.password = 'guessed';
    });
    expect(await failure(open(wrong))).toMatchObject({ code: 'cannot-open', message: expect.stringContaining('the password is wrong') });
    const none = await address((url) => {
      url.password = '';
    });
    expect(await failure(open(none))).toMatchObject({ code: 'cannot-open', message: expect.stringContaining('asks for a password') });
  });
  it('no such database', async () => {
    const at = await address((url) => {
      url.pathname = '/nothing';
    });
    expect(await failure(open(at))).toMatchObject({ code: 'cannot-open', message: expect.stringContaining('there is no such database') });
  });
  it('no address', async () => {
    expect(await failure(open('postgres://desk:secret@[/x'))).toMatchObject({
      code: 'cannot-open',
      message: expect.stringMatching(/^postgres:\/\/desk@\[\/x is no address/),
    });
  });
  it('an encoding that cannot keep every text', async () => {
    const at = await newDatabase("encoding 'LATIN1' locale_provider libc locale 'C' template template0");
    expect(await failure(open(at))).toMatchObject({ code: 'cannot-open', message: expect.stringContaining('its encoding is LATIN1') });
  });
  it('a server of another time', () => {
    expect(unfit({ version: 130_021, encoding: 'UTF8', schema: 'public' })).toBe('its server is PostgreSQL 13: a record needs 14 or later');
    expect(unfit({ version: 140_000, encoding: 'UTF8', schema: null })).toContain('search_path');
    expect(unfit({ version: 180_004, encoding: 'UTF8', schema: 'public' })).toBeNull();
  });
  it('no record, something else, or a record of a newer program', async () => {
    const at = await newDatabase();
    expect(await failure(open(at, { make: false }))).toMatchObject({ code: 'cannot-open', message: expect.stringContaining('no record') });
    await query(at, 'create table notes (n integer)');
    expect((await failure(open(at))).code).toBe('not-a-database');
    await query(at, 'drop table notes');
    await (await open(at)).close();
    await query(at, "insert into migration (n, name) values (999, 'later')");
    expect((await failure(open(at))).code).toBe('newer');
  });
  it('may only be read: reading works', async () => {
    const at = await newDatabase();
    const before = await open(at);
    await put(before, [talks]);
    await before.close();
    await query(at, `alter database ${new URL(at).pathname.slice(1)} set default_transaction_read_only = on`);
    const store = await open(at);
    expect((await store.counts()).articles).toBe(1);
    expect(await faultsOf(store)).toEqual([]);
    expect((await failure(put(store, three))).code).toBe('read-only');
    await store.close();
  });
  it('another program writes for too long', async () => {
    const at = await newDatabase();
    const store = await open(at, { lockTimeout: 50 });
    const other = new Client({ connectionString: at });
    await other.connect();
    await other.query('begin; lock table document');
    expect((await failure(put(store, three))).code).toBe('locked');
    await other.query('rollback');
    await other.end();
    expect(await put(store, [talks])).toEqual(['new']);
    await store.close();
  });
  it('the connection is lost, and comes back', async () => {
    const at = await newDatabase();
    const store = await open(at);
    const killed = () =>
      query(at, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    await killed();
    let stored: string[] | undefined;
    for (let attempt = 0; stored === undefined && attempt < 5; attempt++)
      stored = await put(store, [talks]).catch((error: StoreError) => {
        expect(error.code).toBe('io');
        return undefined;
      });
    expect(stored).toEqual(['new']);
    const slow = store.put([{ reading: talks, text: talks.text }], '2', '2026-01-02T03:04:05.000Z');
    const outcome = slow.then(
      () => 'stored',
      (error: StoreError) => error.code,
    );
    await killed();
    expect(['io', 'stored']).toContain(await outcome);
    await store.close();
    expect((await failure(store.counts())).code).toBe('closed');
  });
  it('a newer version changes the tables meanwhile: a reader is told once, a writer goes on', async () => {
    const at = await newDatabase();
    const store = await open(at, { connections: 1 });
    await put(store, three);
    const broken = (id: string) => store.fail({ id, source: `${id}.txt`, reason: 'is empty' }, '1', '2026-01-02T03:04:05.000Z');
    const before = await store.subjects('pair', all);
    await broken('a');
    await query(at, 'alter table document add column later integer');
    expect(await broken('b')).toMatchObject({ state: 'failed', source: 'b.txt' });
    await store.subjects('pair', all);
    await query(at, 'alter table subject add column later integer');
    const told = await failure(store.subjects('pair', all));
    expect(told).toMatchObject({ code: 'locked', message: expect.stringContaining('its tables were changed meanwhile: try again') });
    expect(await store.subjects('pair', all)).toMatchObject(before);
    await store.close();
  });
  it('a source that is too long to be looked for fails alone', async () => {
    const store = await open(await newDatabase());
    const long = Array.from({ length: 1500 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('');
    await expect(put(store, [story(long, [])])).rejects.toThrow(RangeError);
    expect(await put(store, [talks])).toEqual(['new']);
    await store.close();
  });
});

describe('a record in PostgreSQL', () => {
  it('says where it is without the password', async () => {
    const at = await newDatabase();
    const store = await open(at);
    const url = new URL(at);
    expect(store.location).toBe(`postgres://rapporteur@${url.host}${url.pathname}`);
    await store.close();
  });
  it('is in the order of code points whatever the order of the database', async () => {
    const store = await open(await newDatabase("locale_provider icu icu_locale 'zh-u-co-pinyin' template template0"));
    const names = ['乙', '甲', 'b', 'B', 'a', 'é', '丁', '𠀀', 'Z'];
    await put(
      store,
      names.map((name) => story(name, [{ type: 'agreement', quote: name, name }], published('2020'))),
    );
    const sorted = [...names].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
    expect((await store.subjects('agreement', all)).map((row) => row.subject.name)).toEqual(sorted);
    expect((await store.ledger(['done'], all)).map((row) => row.source)).toEqual(sorted);
    await store.close();
  });
  it('keeps every text column in that order', async () => {
    const at = await newDatabase();
    await (await open(at)).close();
    const others = await query(
      at,
      "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'",
    );
    expect(others).toEqual([]);
  });
  it('keeps what is about a pair of countries in one piece, and looks nowhere else for it', async () => {
    const at = await newDatabase();
    await (await open(at)).close();
    for (const table of ['filing', 'outline']) {
      const plan = await query(at, `explain (costs off) select * from ${table} where subject = 123456789`);
      const lines = plan.map((row) => String(row['QUERY PLAN'])).join('\n');
      expect(new Set(lines.match(new RegExp(` on ${table}_\\d`, 'g'))).size).toBe(1);
    }
  });
  it('lives in the schema that its address names', async () => {
    const at = await newDatabase();
    await query(at, 'create schema desk', 'create table public.other (n integer)');
    const store = await open(`${at}?options=-c%20search_path%3Ddesk`);
    expect(await put(store, three)).toEqual(['new', 'new', 'new']);
    expect(await faultsOf(store)).toEqual([]);
    await store.close();
  });
  it('says what is wrong with its index', async () => {
    const at = await newDatabase();
    const store = await open(at);
    await put(store, three);
    await query(at, 'create extension amcheck', 'update search set article = article + 100');
    expect(await faultsOf(store)).toMatchObject([{ check: 'search', message: 'the search index has 3 articles that are not current' }]);
    await store.close();
  });
  it('lists what is found often from the newest on', async () => {
    const at = await newDatabase();
    const store = await open(at, { rankedHits: 2, countedHits: 3 });
    const days = ['2020-03-01', null, '2020-01-01', '2020-02-01', null];
    await put(
      store,
      days.map((day, i) => story(`s${i}`, [], { before: `第${i}篇越南`, ...(day === null ? {} : published(day)) })),
    );
    const found = async (limit: number, offset: number): Promise<string[]> =>
      (await store.search(phrasesOf('越南', foldText), { limit, offset })).articles.map((a) => a.source);
    const whole = await found(9, 0);
    expect(whole.slice(0, 3)).toEqual(['s0', 's3', 's2']);
    expect(await store.search(phrasesOf('越南', foldText), { limit: 1 })).toMatchObject({ total: 3, more: true });
    expect([...(await found(2, 0)), ...(await found(2, 2)), ...(await found(2, 4))]).toEqual(whole);
    // few enough to be counted are sorted, not walked through
    const other = await open(at, { rankedHits: 2 });
    const { total, more, articles } = await other.search(phrasesOf('越南', foldText), { limit: 9 });
    expect([total, more, articles.map((a) => a.source)]).toEqual([5, false, whole]);
    await other.close();
    await store.close();
  });
  it('counts exactly what is found up to the most that is counted, and says where there is more', async () => {
    const at = await newDatabase();
    const store = await open(at);
    await put(store, three);
    const rows = (n: number, from: number, gram: string) =>
      query(
        at,
        `insert into search (article, title, text, grams) select n, '', '', '{${gram}}' from generate_series(${from}, ${from + n - 1}) as n`,
      );
    const gramOf = (char: string): string => String(char.codePointAt(0)! * 2 ** 21 + 1);
    await rows(10_000, 1000, gramOf('鲸'));
    await rows(60_000, 100_000, gramOf('鲨'));
    const counted = async (char: string) => {
      const { total, more } = await store.search(phrasesOf(char, foldText), { limit: 1 });
      return { total, more };
    };
    expect(await counted('鲸')).toEqual({ total: 10_000, more: false });
    expect(await counted('鲨')).toEqual({ total: 10_000, more: true });
    await store.close();
  });
});
