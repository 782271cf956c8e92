import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/model/kinds/registry.js';
import { folderWith, linesOf, remove, run, story } from './run.js';

let folder: string;
const here = (...args: string[]) => run(['export', ...args], { cwd: folder });

beforeAll(async () => {
  folder = folderWith({ 'a.txt': story });
  expect((await run(['start', 'a.txt', '--no-serve'], { cwd: folder })).code).not.toBe(2);
});
afterAll(() => remove(folder));

describe('rapporteur export', () => {
  it('writes a table for each type into a folder, and leaves no draft behind', async () => {
    expect(await here('--format', 'csv', '--out', 'tables/all')).toMatchObject({ code: 0, out: '', err: '' });
    const files = fs.readdirSync(path.join(folder, 'tables', 'all'));
    expect(files.sort()).toEqual(
      Object.keys(kinds)
        .map((type) => `${type}.csv`)
        .sort(),
    );
    const rows: Record<string, string>[] = parse(fs.readFileSync(path.join(folder, 'tables', 'all', 'figure.csv')), {
      columns: true,
      bom: true,
    });
    expect(rows).toEqual([expect.objectContaining({ measure: 'trade.total', value: '4400000000', source: 'a.txt' })]);
  });
  it('one type goes to standard output', async () => {
    const { code, out } = await here('--format', 'csv', '--type', 'figure');
    expect([code, out]).toEqual([0, fs.readFileSync(path.join(folder, 'tables', 'all', 'figure.csv'), 'utf8')]);
  });
  it('a Parquet file of one type is what the folder has', async () => {
    expect(await here('--format', 'parquet', '--out', 'parquet')).toMatchObject({ code: 0, out: '', err: '' });
    expect(await here('--format', 'parquet', '--type', 'figure', '--out', 'figure.parquet')).toMatchObject({ code: 0, err: '' });
    expect(fs.readFileSync(path.join(folder, 'figure.parquet'))).toEqual(fs.readFileSync(path.join(folder, 'parquet', 'figure.parquet')));
  });
  it.each(['jsonl', 'xlsx', 'sqlite'])('%s: a file has what standard output has', async (format) => {
    const piped = await here('--format', format);
    expect([piped.code, piped.err, piped.out.length > 0]).toEqual([0, '', true]);
    expect(await here('--format', format, '--out', `record.${format}`)).toMatchObject({ code: 0, out: '', err: '' });
    expect(fs.readFileSync(path.join(folder, `record.${format}`)).toString()).toBe(piped.out);
  });
  it('--json is --format jsonl', async () => {
    expect((await here('--json')).out).toBe((await here('--format', 'jsonl')).out);
    expect((await here('--json', '--format', 'csv')).code).toBe(2);
  });
  it('one clear line where it cannot be done', async () => {
    for (const args of [
      ['--format', 'csv'],
      ['--format', 'parquet'],
      ['--format', 'doc'],
      ['--format', 'jsonl', '--type', 'opinion'],
      ['--format', 'jsonl', '--since', 'soon'],
      ['--format', 'jsonl', '--out', 'no/such/file'],
      ['--format', 'csv', '--out', 'a.txt'],
      ['--format', 'jsonl', '--db', 'none.db'],
      [],
    ]) {
      const { code, out, err } = await here(...args);
      expect([args, code, out, linesOf(err).length]).toEqual([args, 2, '', 1]);
    }
    expect(fs.readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
