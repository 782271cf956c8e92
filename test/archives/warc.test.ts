import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchivePlace } from '../../src/acquire/source.js';
import { type Archived, readArchive } from '../../src/acquire/warc/warc.js';
import { openRecord } from '../../src/app/record.js';
import { startRecord } from '../../src/app/start.js';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-warc-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const page = (n: number): string =>
  `<html><body><h1>第${n}次会晤</h1><article><p>${n}月1日，越南外长在河内会见了第${n}位来访的老挝外长。</p><p>双方同意扩大经贸合作，并尽快举行下一次会议。</p></article></body></html>`;
function record(type: string, url: string, block: Uint8Array | string, more = ''): Buffer {
  const bytes = Buffer.from(block as string);
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\n${more}Content-Length: ${bytes.length}\r\n\r\n`),
    bytes,
    Buffer.from('\r\n\r\n'),
  ]);
}
const answer = (
  n: number,
  head = 'Content-Type: text/html; charset=utf-8\r\n',
  body: Uint8Array | string = page(n),
  status = '200 OK',
): Buffer =>
  record(
    'response',
    `https://example.org/${n}`,
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n`), Buffer.from(body as string)]),
  );
const info = record('warcinfo', '', 'software: own');
const archive = (...records: Buffer[]): Buffer => Buffer.concat([info, ...records]);
const packed = (...records: Buffer[]): Buffer => Buffer.concat([info, ...records].map((r) => zlib.gzipSync(r)));

function put(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
}
async function all(file: string, from?: ArchivePlace, limit = 1_000_000): Promise<Archived[]> {
  const out: Archived[] = [];
  for await (const one of readArchive(file, limit, from)) out.push(one);
  return out;
}
const sources = (list: Archived[]): string[] =>
  list.map(({ source }) => ('error' in source ? `${source.source}: ${source.error.code}` : source.source));
const three = [answer(1), answer(2), answer(3)];
const urls = [1, 2, 3].map((n) => `https://example.org/${n}`);

describe('archives', () => {
  it.each([
    ['plain', 'a.warc', () => archive(...three)],
    ['gzip, record by record', 'a.warc.gz', () => packed(...three)],
    ['gzip in one piece', 'a.warc.gz', () => zlib.gzipSync(archive(...three))],
    [
      'gzip in pieces that cut records',
      'a.warc.gz',
      () =>
        Buffer.concat([0, 1, 2, 3, 4].map((i) => zlib.gzipSync(archive(...three).subarray(i * 300, i === 4 ? undefined : (i + 1) * 300)))),
    ],
  ])('%s: every document, and from every place the rest', async (_, name, bytes) => {
    const file = put(name, bytes());
    const found = await all(file);
    expect(sources(found)).toEqual(urls);
    expect('bytes' in found[1]!.source && Buffer.from(found[1]!.source.bytes).toString()).toBe(page(2));
    for (const [i, { next }] of found.entries()) expect(sources(await all(file, next))).toEqual(urls.slice(i + 1));
  });

  it('WET texts, files, answers packed and in pieces', async () => {
    const chunked = `5\r\n${'<p>ab'}\r\n4;x=1\r\nc</p\r\n1\r\n>\r\n0\r\n\r\n`;
    const file = put(
      'b.warc',
      archive(
        record('conversion', 'https://example.org/t', '越南外长访问老挝。', 'Content-Type: text/plain\r\n'),
        record('resource', 'https://example.org/r', page(4), 'Content-Type: text/html\r\n'),
        answer(5, 'Content-Type: text/html\r\nContent-Encoding: gzip\r\n', zlib.gzipSync(page(5))),
        answer(6, 'Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n', chunked),
        answer(7, 'Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n', page(7)),
      ),
    );
    const found = await all(file);
    expect(found.map(({ source }) => ('bytes' in source ? Buffer.from(source.bytes).toString() : source.error.code))).toEqual([
      '越南外长访问老挝。',
      page(4),
      page(5),
      '<p>abc</p>',
      page(7),
    ]);
  });

  it('requests, images, redirects and other schemes are passed over', async () => {
    const file = put(
      'c.warc.gz',
      packed(
        record('request', 'https://example.org/1', 'GET / HTTP/1.1\r\n\r\n'),
        answer(2, 'Content-Type: image/png\r\n'),
        answer(3, 'Location: /\r\n', '', '301 Moved'),
        record('response', 'dns:example.org', 'x'),
        record('revisit', 'https://example.org/4', ''),
        answer(5),
      ),
    );
    expect(sources(await all(file))).toEqual(['https://example.org/5']);
  });
});

const bomb = zlib.gzipSync(Buffer.alloc(60_000_000, 'a'));
/** Archives that are broken or mean harm: what is well in them is read, the rest has its reason. */
const hostile: readonly [name: string, packed: boolean, bytes: () => Buffer, found: RegExp][] = [
  ['cut within a record', false, () => archive(...three).subarray(0, -150), /1,.*2,.*: archive$/],
  ['cut within a packed record', true, () => packed(...three).subarray(0, -60), /1,.*2,.*: archive$/],
  [
    'rubbish between records',
    false,
    () => archive(answer(1), Buffer.from('rubbish '.repeat(100)), Buffer.from('\n'), answer(2)),
    /1,.*: archive,.*2$/,
  ],
  ['rubbish in a member', true, () => packed(answer(1), Buffer.from('rubbish'), answer(2)), /1,.*: archive,.*2$/],
  ['no gzip after a member', true, () => Buffer.concat([packed(answer(1)), Buffer.from('plain')]), /1,.*: archive$/],
  [
    'damaged within a member',
    true,
    () => {
      const b = packed(answer(1), answer(2));
      b.fill(0xff, b.length - 200, b.length - 100);
      return b;
    },
    /1,.*: archive$/,
  ],
  [
    'a record without a length',
    false,
    () => archive(Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/0\r\n\r\nx\r\n\r\n'), answer(1)),
    /: archive,.*1$/,
  ],
  [
    'a negative length',
    false,
    () => archive(Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n\r\n\r\n'), answer(1)),
    /: archive,.*1$/,
  ],
  [
    'a length beyond the file',
    false,
    () =>
      archive(
        answer(1),
        Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/0\r\nContent-Length: 999999\r\n\r\nx'),
      ),
    /1,.*: archive$/,
  ],
  [
    'a length of exabytes',
    false,
    () =>
      archive(
        answer(1),
        Buffer.from(
          'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/0\r\nContent-Length: 9007199254740991\r\n\r\nx',
        ),
      ),
    /1,.*0: too-big,.*: archive$|1,.*: archive$/,
  ],
  ['a head that never ends', false, () => archive(answer(1), Buffer.from(`WARC/1.0\r\n${'X: y\r\n'.repeat(50_000)}`)), /1,.*: archive/],
  [
    'a record over the limit',
    true,
    () => packed(answer(1), answer(2, 'Content-Type: text/html\r\n', 'x'.repeat(2_000_000)), answer(3)),
    /1,.*2: too-big,.*3$/,
  ],
  ['a bomb as a record', true, () => Buffer.concat([packed(answer(1)), bomb, zlib.gzipSync(answer(3))]), /1,.*: archive,.*3$/],
  [
    'a body that is a bomb',
    false,
    () => archive(answer(2, 'Content-Type: text/html\r\nContent-Encoding: gzip\r\n', bomb), answer(3)),
    /2: packed,.*3$/,
  ],
  [
    'a body in brotli that is a bomb',
    false,
    () =>
      archive(
        answer(
          2,
          'Content-Type: text/html\r\nContent-Encoding: br\r\n',
          zlib.brotliCompressSync(Buffer.alloc(30_000_000), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } }),
        ),
        answer(3),
      ),
    /2: packed,.*3$|3$/,
  ],
  ['a file of nothing', false, () => Buffer.alloc(0), /^$/],
  ['a page that is called an archive', false, () => Buffer.from(page(1)), /: archive$/],
  ['an image that is called an archive', true, () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]), /: archive$/],
];

describe('S2: broken and hostile archives', () => {
  it.each(hostile)('%s', async (_, isPacked, bytes, found) => {
    const file = put(isPacked ? 'h.warc.gz' : 'h.warc', bytes());
    const list = await all(file);
    expect(sources(list).join(', ').replaceAll('https://example.org/', '')).toMatch(found);
    for (const { source } of list) if ('error' in source) expect(source.error.message).toMatch(/^[^\n]+ \(.+\)$/);
  });
});

it('an archive goes into the record once, and on from where it was', async () => {
  const many = Array.from({ length: 60 }, (_, i) => answer(i + 1));
  const file = put('m.warc.gz', packed(...many.slice(0, 40)));
  const db = path.join(folder, 'r.db');
  const store = await openRecord(db);
  expect((await startRecord(store, [file])).summary).toMatchObject({ new: 40, failed: 0 });
  expect((await startRecord(store, [file])).summary).toMatchObject({ new: 0, same: 0, failed: 0 });
  fs.writeFileSync(file, packed(...many));
  expect((await startRecord(store, [file])).summary).toMatchObject({ new: 20, same: 40, failed: 0 });
  fs.rmSync(`${db}.archives.json`);
  expect((await startRecord(store, [file])).summary).toMatchObject({ new: 0, same: 60, failed: 0 });
  const first = (await store.articles({}, { limit: 100 })).find((a) => a.source === 'https://example.org/1');
  expect(first).toMatchObject({ title: '第1次会晤', url: 'https://example.org/1' });
  await store.close();
});
