import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { line as schema } from '../../src/model/article.js';
import { folderWith, linesOf, remove, run, start, story } from './run.js';

let folder: string;
beforeAll(() => {
  folder = folderWith({
    'b.txt': story,
    'a.txt': story.replaceAll('2019', '2018'),
    'deep/c.txt': story.replaceAll('2019', '2017'),
    'note.md': story.replaceAll('2019', '2016'),
  });
});
afterAll(() => remove(folder));

const sourcesOf = (out: string): string[] =>
  linesOf(out).map((line) => (JSON.parse(line) as { article: { source: string } }).article.source);

describe('rapporteur read', () => {
  it('SPEC R-41: one line per article in the order of the input', async () => {
    const { code, out, err } = await run(['read', '--format', 'jsonl', 'b.txt', '.', 'note.md'], { cwd: folder });
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(sourcesOf(out)).toEqual(['b.txt', 'a.txt', 'b.txt', 'deep/c.txt', 'note.md']);
    for (const line of linesOf(out)) expect(() => schema.parse(JSON.parse(line))).not.toThrow();
  });

  it('SPEC R-40: the same bytes, the same line', async () => {
    const [one, two] = await Promise.all([run(['read', 'a.txt'], { cwd: folder }), run(['read', 'a.txt'], { cwd: folder })]);
    expect(one.out).toBe(two.out);
  });

  it('reads globs and standard input', async () => {
    expect(sourcesOf((await run(['read', '*.txt', 'deep/*'], { cwd: folder })).out)).toEqual(['a.txt', 'b.txt', 'deep/c.txt']);
    const { out, code } = await run(['read', '-'], { input: story });
    expect([sourcesOf(out), code]).toEqual([['-'], 0]);
  });

  it('has a table for people', async () => {
    const { out, code } = await run(['read', '--format', 'table', 'a.txt'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('越南与俄罗斯外长举行会谈');
    expect(out).toContain('VNA 河内 · 2020-11-11');
    expect(out).toContain('│ 据越南海关总局的数据');
  });

  it('takes the day of publication from the command line', async () => {
    const { out } = await run(['read', '--date', '2021-01-02', 'a.txt'], { cwd: folder });
    expect(JSON.parse(out)).toMatchObject({ article: { published: { date: '2021-01-02', basis: 'metadata' } } });
  });

  it('ends quietly when its reader goes away', async () => {
    const many = Array.from({ length: 300 }, () => 'a.txt');
    const child = start(['read', ...many], { cwd: folder });
    let err = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout!.once('data', () => child.stdout!.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect([code, err]).toEqual([0, '']);
  });

  it('waits for a slow reader', async () => {
    const child = start(['read', ...Array.from({ length: 200 }, () => 'a.txt')], { cwd: folder });
    let out = '';
    for await (const chunk of child.stdout!) {
      out += String(chunk);
      await new Promise((done) => setTimeout(done, 1));
    }
    expect(linesOf(out)).toHaveLength(200);
  });

  it('SPEC R-71: says nothing on standard error in a pipe when all is well', async () => {
    expect((await run(['read', 'a.txt'], { cwd: folder })).err).toBe('');
  });

  it.each([
    [['read'], 'missing required argument'],
    [['read', '--format', 'xml', 'a.txt'], '--format'],
    [['read', '--nope', 'a.txt'], 'unknown option'],
    [['read', '--date', 'soon', 'a.txt'], '--date'],
    [['read', '--max-size', '0', 'a.txt'], '--max-size'],
    [['nope'], 'unknown command'],
  ])('SPEC R-70: 2 for %j', async (args, said) => {
    const { code, out, err } = await run(args, { cwd: folder });
    expect([code, out]).toEqual([2, '']);
    expect(linesOf(err)).toHaveLength(1);
    expect(err).toContain(said);
    expect(err).toMatch(/^rapporteur: /);
  });

  it('has help with examples', async () => {
    for (const args of [['--help'], ['read', '--help'], ['help', 'read']]) {
      const { code, out } = await run(args);
      expect(code).toBe(0);
      expect(out).toContain('Examples:');
    }
  });

  it('prints its version', async () => {
    const about = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
    expect((await run(['--version'])).out.trim()).toBe(about.version);
  });
});
