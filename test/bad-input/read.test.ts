import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderWith, linesOf, remove, run, story } from '../cli/run.js';

let folder: string;
beforeEach(() => {
  folder = folderWith({ 'a-good.txt': story, 'z-good.txt': story.replaceAll('2019', '2018') });
});
afterEach(() => remove(folder));

const put = (name: string, bytes: string | Uint8Array): void => fs.writeFileSync(path.join(folder, name), bytes);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

/** Reads the folder: the good stories must come out, and the bad one must be named in one line. */
async function reads(said: RegExp, options: { extra?: number; args?: string[] } = {}): Promise<string> {
  const { code, out, err } = await run(['read', '.', ...(options.args ?? [])], { cwd: folder });
  expect(linesOf(err)).toHaveLength(1);
  expect(err).toMatch(said);
  expect(err).toMatch(/^rapporteur: [^:]+: .+ \(.+\)\n$/);
  expect(linesOf(out)).toHaveLength(2 + (options.extra ?? 0));
  expect(code).toBe(1);
  return err;
}

describe('SPEC R-2: one clear line, and the other files go on', () => {
  it('an empty file', async () => {
    put('bad.txt', '');
    await reads(/bad\.txt: is empty/);
  });

  it('nothing but white space', async () => {
    put('bad.txt', ' \n\n\u3000');
    await reads(/bad\.txt: has nothing but white space/);
  });

  it('binary', async () => {
    put('bad.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]));
    await reads(/bad\.txt: is a PNG image, not text/);
    put('bad.txt', new Uint8Array(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251)));
    await reads(/bad\.txt: is binary data, not text/);
  });

  it('50 MB of one line', async () => {
    put('bad.txt', '越南'.repeat(8_333_334));
    await reads(/bad\.txt: has 50\.1 MB, more than the limit of 20 MB \(split it, or raise the limit with --max-size\)/);
  });

  it('50 MB of one line with a higher limit ends too', async () => {
    put('bad.txt', 'x'.repeat(50_000_000));
    await reads(/bad\.txt: is in no language/, { extra: 1, args: ['--max-size', '60'] });
  });

  it('truncated UTF-8 is read up to the cut', async () => {
    const bytes = Buffer.from(`${story.trimEnd()}完`);
    put('bad.txt', bytes.subarray(0, bytes.length - 1));
    await reads(/bad\.txt: ends inside a character; read up to the cut/, { extra: 1 });
  });

  it('UTF-8 with a damaged byte', async () => {
    const bytes = Buffer.from(story);
    bytes[100] = 0xff;
    put('bad.txt', bytes);
    await reads(/bad\.txt: has bytes that are not utf-8/, { extra: 1 });
  });

  it('a wrong encoding label', async () => {
    const { code, out, err } = await run(['read', 'a-good.txt', '--encoding', 'big5'], { cwd: folder });
    expect(err).toBe(
      'rapporteur: a-good.txt: the encoding label "big5" does not fit its bytes; read as utf-8 (leave the label out, or correct it)\n',
    );
    expect(code).toBe(1);
    expect(out).toBe((await run(['read', 'a-good.txt'], { cwd: folder })).out);
  });

  it('UTF-16 needs no label', async () => {
    put('m.txt', utf16(story));
    const { code, out, err } = await run(['read', '.'], { cwd: folder });
    expect([code, err, linesOf(out).length]).toEqual([0, '', 3]);
  });

  it('a page without a story', async () => {
    put('bad.html', '<!DOCTYPE html><html><body><nav><a href="/">首页</a></nav></body></html>');
    await reads(/bad\.html: is a page without a story in it/);
  });

  it('SPEC R-3: a language that it does not know', async () => {
    put('bad.txt', 'Bộ trưởng Ngoại giao Việt Nam hội đàm với người đồng cấp Nga tại Hà Nội ngày 11 tháng 11.\n');
    await reads(/bad\.txt: is in .*language.*\(only Chinese is read\)/, { extra: 1 });
  });

  it('a file that is not there', async () => {
    const { code, out, err } = await run(['read', 'a-good.txt', 'gone.txt', 'z-good.txt'], { cwd: folder });
    expect([code, err, linesOf(out).length]).toEqual([1, 'rapporteur: gone.txt: is not there (check the path)\n', 2]);
  });

  it('a link to nothing', async () => {
    fs.symlinkSync('nowhere', path.join(folder, 'bad.txt'));
    await reads(/bad\.txt: was listed but is not there any more/);
  });

  it('a link to itself', async () => {
    fs.symlinkSync('bad.txt', path.join(folder, 'bad.txt'));
    await reads(/bad\.txt: is a link that leads back to itself/);
  });

  it('a folder that leads back to one above it', async () => {
    fs.symlinkSync('.', path.join(folder, 'bad'));
    await reads(/bad: leads back to a folder above it/);
  });

  it('what cannot be read', async () => {
    const server = net.createServer().listen(path.join(folder, 'bad.txt'));
    await new Promise((done) => server.once('listening', done));
    await reads(/bad\.txt: is a socket or a device, not a file/);
    await new Promise((done) => server.close(done));
  });

  it('a name that would write more than a line', async () => {
    put('bad\n\u001b[31m.txt', '');
    const err = await reads(/is empty/);
    expect(err).not.toContain('\u001b');
  });

  it('all at once: a line each, in the order of the files', async () => {
    put('b.txt', '');
    put('c.txt', '<html></html>');
    put('d.txt', new Uint8Array([0x1f, 0x8b, 8, 0]));
    const { code, out, err } = await run(['read', '.', 'gone'], { cwd: folder });
    expect(linesOf(err).map((line) => line.split(':')[1]!.trim())).toEqual(['b.txt', 'c.txt', 'd.txt', 'gone']);
    expect([code, linesOf(out).length]).toEqual([1, 2]);
  });

  it('SPEC R-70: nothing to read at all is 2', async () => {
    const { code, err } = await run(['read', 'gone', 'no*.txt'], { cwd: folder });
    expect([code, linesOf(err).length]).toEqual([2, 2]);
  });

  it('output that cannot be written', async () => {
    const { code, err } = await run(['read', '.'], { cwd: folder, outTo: '/dev/full' });
    expect([code, err]).toEqual([2, 'rapporteur: standard output: cannot be written: the disk is full (make room)\n']);
  });
});
