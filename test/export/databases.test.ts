import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideStatement } from '../../src/app/decide.js';
import { exportFile, exportFolder } from '../../src/app/export.js';
import { schemaVersion } from '../../src/model/article.js';
import { kinds } from '../../src/model/kinds/registry.js';
import { openSqlite } from '../../src/store/sqlite/open.js';
import { foldText } from '../../src/text/fold.js';
import { filesUnder, readText } from '../docs/pages.js';
import { published, story } from '../told.js';
import { bytesOf, recordOf, told, withFinding } from './record.js';

type Row = Record<string, unknown>;

/** The stories of the other formats, two that print the same sentence, and one of whose statements somebody rejects. */
const stories = [
  ...told,
  story('wire/3.txt', [{ type: 'agreement', quote: '同一协定', name: '同一协定' }], published('2024-03-01')),
  story('wire/4.txt', [{ type: 'agreement', quote: '同一协定', name: '同一协定' }], { ...published('2024-03-02'), before: '另一篇' }),
  story('wire/5.txt', [{ type: 'project', id: 'f'.repeat(28), quote: '不实项目', name: '不实项目' }], published('2024-03-03')),
];
const types = Object.values(kinds);

let folder: string;
const file = (name: string): string => path.join(folder, name);
let shared: DatabaseSyncInstance;
let record: DatabaseSyncInstance;
let duck: Awaited<ReturnType<DuckDBInstance['connect']>>;
const csv = new Map<string, Row[]>();

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-databases-'));
  const store = await openSqlite(file('record.db'), { fold: foldText });
  await store.put(
    stories.map(({ text, ...reading }) => ({ reading, text })),
    'test',
    '2024-04-01T00:00:00Z',
  );
  await withFinding(store, told[0]!.article, told[2]!.article);
  await decideStatement(store, 'reject', 'f'.repeat(28), {}, { by: 'editor', why: 'seen', at: '2024-04-02T00:00:00Z' });
  await exportFile(store, { format: 'sqlite' }, file('facts.db'));
  await exportFolder(store, { format: 'parquet' }, file('tables'));
  for (const { type } of types)
    csv.set(type, parse(await bytesOf(store, { format: 'csv', type }), { columns: true, bom: true, relax_column_count: false }));
  await store.close();
  shared = new DatabaseSync(file('facts.db'), { readOnly: true });
  record = new DatabaseSync(file('record.db'), { readOnly: true });
  duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
});
afterAll(() => {
  duck.closeSync();
  shared.close();
  record.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const all = (db: DatabaseSyncInstance, sql: string): Row[] => db.prepare(sql).all() as Row[];
const inDuck = async (sql: string): Promise<Row[]> => (await duck.runAndReadAll(sql)).getRowObjectsJson() as Row[];
/** A row of CSV or of a database as texts, without the marks of CSV before formulas; half characters are in no file. */
const texts = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const text = value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value);
      const number = text !== '' && !Number.isNaN(Number(text)) && !/^0\d/.test(text);
      return [name, number ? Number(text) : text.replace(/^'(?=\s*[=+\-@＝＋－＠|%])/u, '').replace(/\ufffd+/g, '\ufffd')];
    }),
  );
const sorted = (rows: readonly Row[]): Row[] => rows.map(texts).sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));

describe.each(types)('$type', ({ type, table }) => {
  it('DuckDB reads the Parquet file as CSV has it, SQLite the exported file, and the views of the record', async () => {
    const wanted = sorted(csv.get(type)!);
    expect(wanted.length).toBeGreaterThan(0);
    expect(sorted(await inDuck(`select * from '${file(`tables/${type}.parquet`)}'`))).toEqual(wanted);
    expect(sorted(all(shared, `select * from ${table}`))).toEqual(wanted);
    const short = wanted.map((row) => ({ ...row, claim: texts({ claim: String(row.claim).slice(0, 13) }).claim }));
    expect(sorted(all(record, `select * from ${table}`))).toEqual(short);
  });
});

describe('Parquet', () => {
  it('has types: lists, doubles, whole numbers', async () => {
    const typeOf = async (table: string, column: string): Promise<unknown> =>
      (await inDuck(`select typeof("${column}") as t from '${file(`tables/${table}.parquet`)}' limit 1`))[0]!.t;
    expect([await typeOf('event', 'countries'), await typeOf('figure', 'value'), await typeOf('figure', 'start')]).toEqual([
      ...['VARCHAR[]', 'DOUBLE', 'INTEGER'],
    ]);
  });
  it('an empty record has the columns, and says the version of the schema', async () => {
    const empty = await recordOf([]);
    fs.writeFileSync(file('empty.parquet'), await bytesOf(empty.record, { format: 'parquet', type: 'event' }));
    await empty.record.close();
    await empty.place.clear();
    expect(await inDuck(`select count(*)::int as n from '${file('empty.parquet')}'`)).toEqual([{ n: 0 }]);
    const about = await inDuck(`select decode(key) as k, decode(value) as v from parquet_kv_metadata('${file('empty.parquet')}')`);
    expect(about).toContainEqual({ k: 'rapporteur.schemaVersion', v: schemaVersion });
  });
});

describe('SQLite', () => {
  it('is whole, small, and points at its stories', () => {
    expect(all(shared, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(all(shared, 'pragma foreign_key_check')).toEqual([]);
    expect(all(shared, 'select * from about')).toEqual([{ name: 'schemaVersion', value: schemaVersion }]);
    expect(fs.statSync(file('facts.db')).size).toBeLessThan(fs.statSync(file('record.db')).size);
  });
  it.each([
    ['stories', 'id'],
    ['meetings', 'key'],
    ['finding_places', 'number'],
  ])('%s: the file and the record show the same', (name, order) => {
    const rows = (db: DatabaseSyncInstance): Row[] => all(db, `select * from ${name} order by ${order}`);
    const shown = (row: Row): Row => ({ ...row, ...('claim' in row ? { claim: String(row.claim).slice(0, 13) } : {}), finding: null });
    expect(rows(record).map(shown)).toEqual(rows(shared).map(shown));
    expect(rows(record).length).toBeGreaterThan(1);
  });
  it('findings have their rule, words and story', () => {
    for (const db of [record, shared])
      expect(all(db, 'select rule, severity, places, quote, article from findings')).toEqual([
        { rule: 'figures/contradicting-values', severity: 'warning', places: 2, quote: '越俄', article: told[0]!.article.id },
      ]);
  });
});

describe('SPEC R-86: every row has a key of its own', () => {
  it('also where two stories print the same sentence, and what was rejected has none', () => {
    const rows = types.flatMap(({ type }) => csv.get(type)!);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
    expect(
      csv
        .get('agreement')!
        .filter((row) => row.name === '同一协定')
        .map((row) => row.id === stories[3]!.statements[0]!.id),
    ).toEqual([true, true]);
    expect(csv.get('project')!.map((row) => row.name)).not.toContain('不实项目');
  });
});

describe('the queries that pages show', () => {
  const queries = (page: string): string[] =>
    [...readText(page).matchAll(/^```sql\n([\s\S]*?)^```$/gm)].flatMap((m) => m[1]!.split(/;\s*$/m).filter((one) => one.trim() !== ''));
  const cases = filesUnder('docs', /\.md$/).flatMap((page) => queries(page).map((query) => [page, query.trim()] as const));
  it('there are some', () => expect(cases.length).toBeGreaterThan(5));
  it.each(cases)('%s: %s', async (page, query) => {
    const rows =
      page === 'docs/exports/parquet.md'
        ? await inDuck(query.replaceAll("'tables/", `'${file('tables')}/`))
        : all(page === 'docs/record.md' ? record : shared, query);
    expect(rows.length).toBeGreaterThan(0);
  });
});
