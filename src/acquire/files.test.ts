import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSources, type SourceOptions } from './files.js';
import { fits } from './glob.js';
import type { Source } from './source.js';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-files-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (...parts: string[]) => path.join(folder, ...parts);
function write(name: string, text = name): string {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true });
  fs.writeFileSync(at(name), text);
  return at(name);
}
async function all(inputs: string[], options: SourceOptions = {}): Promise<Source[]> {
  const sources = await openSources(inputs, options);
  const out: Source[] = [];
  for await (const s of sources.read()) out.push(s);
  expect(out).toHaveLength(sources.total);
  return out;
}
const brief = (list: Source[]) =>
  list.map((s) => [path.relative(folder, s.source), 'bytes' in s ? Buffer.from(s.bytes).toString() : s.error.code]);

describe('documents', () => {
  it('come from files in the order given', async () => {
    write('b.md');
    write('a.txt');
    expect(brief(await all([at('b.md'), at('a.txt')]))).toEqual([
      ['b.md', 'b.md'],
      ['a.txt', 'a.txt'],
    ]);
  });

  it('come from folders: .txt only, sorted, with what is below, hidden ones left out', async () => {
    for (const f of ['z.txt', 'a/2.txt', 'a/1.TXT', 'a/note.md', 'b.txt', '.git/x.txt', '._b.txt', '越南.txt']) write(f);
    expect(brief(await all([folder])).map(([name]) => name)).toEqual(['a/1.TXT', 'a/2.txt', 'b.txt', 'z.txt', '越南.txt']);
  });

  it('come from globs', async () => {
    for (const f of ['a1.txt', 'a2.txt', 'b1.txt', 'sub/a3.txt', 'sub/deep/a4.txt', 'a5.md']) write(f);
    const names = async (pattern: string) => brief(await all([at(pattern)])).map(([name]) => name);
    expect(await names('a*.txt')).toEqual(['a1.txt', 'a2.txt']);
    expect(await names('?1.txt')).toEqual(['a1.txt', 'b1.txt']);
    expect(await names('a[!2].*')).toEqual(['a1.txt', 'a5.md']);
    expect(await names('**/a*.txt')).toEqual(['a1.txt', 'a2.txt', 'sub/a3.txt', 'sub/deep/a4.txt']);
    expect(await names('sub/**')).toEqual(['sub/a3.txt', 'sub/deep/a4.txt']);
    expect(await names('*/a3.txt')).toEqual(['sub/a3.txt']);
    expect(brief(await all([at('c*.txt')]))).toEqual([['c*.txt', 'not-found']]);
  });

  it('may have brackets in their names', async () => {
    write('a[1].txt');
    expect(brief(await all([at('a[1].txt')]))).toEqual([['a[1].txt', 'a[1].txt']]);
  });

  it('come from standard input', async () => {
    const [got] = await all(['-'], { stdin: Readable.from([Buffer.from('越'), Buffer.from('南')]) });
    expect(got).toMatchObject({ source: '-' });
    expect('bytes' in got! && Buffer.from(got.bytes).toString()).toBe('越南');
  });

  it('may be empty', async () => {
    write('empty.txt', '');
    expect(brief(await all([at('empty.txt')]))).toEqual([['empty.txt', '']]);
  });
});

describe('one bad document leaves the others alone', () => {
  it('not there', async () => {
    write('a.txt');
    expect(brief(await all([at('none.txt'), at('a.txt'), at('a.txt', 'below')]))).toEqual([
      ['none.txt', 'not-found'],
      ['a.txt', 'a.txt'],
      ['a.txt/below', 'not-found'],
    ]);
  });

  it('vanished between the listing and its turn', async () => {
    write('a.txt');
    write('b.txt');
    const sources = await openSources([folder]);
    fs.rmSync(at('a.txt'));
    const out: Source[] = [];
    for await (const s of sources.read()) out.push(s);
    expect(brief(out)).toEqual([
      ['a.txt', 'vanished'],
      ['b.txt', 'b.txt'],
    ]);
  });

  it('became a folder between the listing and its turn', async () => {
    write('a.txt');
    const sources = await openSources([folder]);
    fs.rmSync(at('a.txt'));
    fs.mkdirSync(at('a.txt'));
    for await (const s of sources.read()) expect(s).toMatchObject({ error: { code: 'folder', fatal: true } });
  });

  it('may not be read', async () => {
    write('a.txt');
    write('secret.txt');
    fs.chmodSync(at('secret.txt'), 0);
    fs.chmodSync(folder, 0o755);
    const root = process.geteuid!() === 0;
    if (root) process.seteuid!(65534);
    try {
      expect(brief(await all([folder]))).toEqual([
        ['a.txt', 'a.txt'],
        ['secret.txt', 'unreadable'],
      ]);
    } finally {
      if (root) process.seteuid!(0);
    }
  });

  it('a socket', async () => {
    const server = net.createServer().listen(at('socket.txt'));
    await new Promise((done) => server.once('listening', done));
    write('a.txt');
    try {
      expect(brief(await all([folder]))).toEqual([
        ['a.txt', 'a.txt'],
        ['socket.txt', 'unreadable'],
      ]);
    } finally {
      server.close();
    }
  });

  it('links that lead nowhere, to themselves, or to a folder above', async () => {
    write('a.txt');
    fs.symlinkSync('nowhere', at('dead.txt'));
    fs.symlinkSync('self.txt', at('self.txt'));
    fs.symlinkSync('.', at('up'));
    expect(brief(await all([folder]))).toEqual([
      ['a.txt', 'a.txt'],
      ['dead.txt', 'vanished'],
      ['self.txt', 'loop'],
      ['up', 'loop'],
    ]);
  });

  it('links to other folders are followed', async () => {
    write('real/a.txt');
    fs.mkdirSync(at('in'));
    fs.symlinkSync(at('real'), at('in', 'link'));
    expect(brief(await all([at('in')]))).toEqual([['in/link/a.txt', 'real/a.txt']]);
  });

  it('over the limit, which is said', async () => {
    write('big.txt', 'x'.repeat(1_000_001));
    write('fits.txt', 'x');
    const [big, small] = await all([folder], { limit: 1_000_000 });
    expect(big).toMatchObject({ error: { code: 'too-big', fatal: true } });
    expect((big as { error: { message: string } }).error.message).toContain('has 1.1 MB, more than the limit of 1 MB');
    expect(small).toHaveProperty('bytes');
  });

  it('the limit holds for streams without an end', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1000);
      })(),
    );
    expect(await all(['-'], { stdin: endless, limit: 5000 })).toMatchObject([{ error: { code: 'too-big' } }]);
    expect(await all(['/dev/zero'], { limit: 5000 })).toMatchObject([{ error: { code: 'too-big' } }]);
  });

  it('a folder without text', async () => {
    write('a.md');
    expect(brief(await all([folder]))).toEqual([['', 'no-text']]);
  });

  it('names that no system allows', async () => {
    expect(await all([`${folder}/\0.txt`, 'x'.repeat(5000)])).toMatchObject([
      { error: { code: 'not-found' } },
      { error: { code: 'not-found' } },
    ]);
  });
});

describe('a pattern', () => {
  it.each([
    ['*', '', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'aXbY', false],
    ['[a-c]?', 'b越', true],
    ['[!a-c]', 'b', false],
    ['[', '[', true],
    ['a', 'ab', false],
  ])('%s against %j: %s', (pattern, name, result) => {
    expect(fits(pattern, name)).toBe(result);
  });

  it('takes no exponential time', () => {
    expect(fits(`${'*a'.repeat(50)}b`, 'a'.repeat(250))).toBe(false);
  });
});
