import zlib from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { storiesIn } from '../../src/acquire/stories.js';
import { unpackedFile } from '../../src/acquire/unpack.js';
import { readSource } from '../../src/app/read.js';
import { document, listedOften, overlapping, pdf, said, wordsAndBlanks } from './bombs.js';

const limit = 5_000_000;

/** What becomes of a file: the code of its refusal, or how it is read. */
async function fate(name: string, bytes: Uint8Array): Promise<string> {
  const found: string[] = [];
  const given = (async function* () {
    yield { source: name, bytes };
  })();
  for await (const source of storiesIn(given, { limit })) {
    const { reading, problem, text } = readSource(source);
    if (reading === null) expect(problem!.message).toMatch(/^[^\n]+ \(.+\)$/);
    else expect(text!.length).toBeLessThanOrEqual(limit);
    if (found.length < 5) found.push(reading === null ? problem!.code : 'read');
  }
  return found.join(' ');
}

const zeros = Buffer.alloc(40_000_000, 'a');
const mail = (head: string, body: string): Buffer => Buffer.from(`From: desk@example.org\n${head}\n\n${body}`);

/** Files that are small and become large, or look as if they would: 9 more come over the network (test/fetch) and 18 in archives (test/archives). */
const bombs: readonly [name: string, file: string, bytes: () => Uint8Array, fate: string][] = [
  ['a part that is listed 5,000 times', 'a.docx', () => listedOften(5_000, 900_000), 'read'],
  ['5,000 parts of the same bytes', 'a.docx', () => overlapping(5_000), 'read'],
  ['a part that becomes too large', 'a.docx', () => document('a'.repeat(6_000_000)), 'too-big'],
  ['a part that grows more than it may', 'a.docx', () => document('a'.repeat(2_000_000)), 'too-big'],
  ['a part that says it is small', 'a.docx', () => said(1_000, 4_000_000), 'no-text'],
  ['a part that says it has 4 GB', 'a.docx', () => said(0xffff_ffff, 1_000), 'too-big'],
  ['a part that says it has nothing', 'a.docx', () => said(0, 1_000_000), 'no-text'],
  ['Word in Word in Word', 'a.docx', () => zipSync({ a: zipSync({ b: zipSync({ c: new Uint8Array(document()) }) }) }), 'binary'],
  ['a list of parts that is cut off', 'a.docx', () => document().subarray(0, -30), 'packed'],
  ['elements 100,000 deep', 'a.docx', () => document(`${'<w:x>'.repeat(100_000)}`), 'xml'],
  ['600,000 elements', 'a.docx', () => document('<w:t/>'.repeat(600_000)), 'too-big'],
  ['a picture under another name', 'a.html', () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), zeros]), 'binary'],
  ['gzip under another name', 'a.txt', () => zlib.gzipSync(zeros), 'binary'],
  ['Zstandard under another name', 'a.txt', () => Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0]), 'binary'],
  ['xz under another name', 'a.csv', () => Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0]), 'binary'],
  ['pages that are their own parents', 'a.pdf', () => pdf(wordsAndBlanks(1), 1, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>'), 'pdf'],
  ['a billion pages', 'a.pdf', () => pdf(wordsAndBlanks(1), 1, '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>'), 'read'],
  ['a page packed 20 times over', 'a.pdf', () => pdf(wordsAndBlanks(1_000_000), 20), 'read'],
  ['a page that is packed wrongly', 'a.pdf', () => pdf(Buffer.from('x'), 0).subarray(0, 400), 'pdf'],
  [
    'a mail of 100,000 parts',
    'a.eml',
    () => mail('Content-Type: multipart/mixed; boundary=b', '--b\nContent-Type: text/plain\n\n'.repeat(100_000)),
    'no-text',
  ],
  ['a mail whose body is a bomb', 'a.eml', () => mail('Content-Encoding: gzip', zlib.gzipSync(zeros).toString('latin1')), 'no-text'],
  ['brackets 300,000 deep', 'a.json', () => Buffer.from('['.repeat(300_000)), 'json'],
  ['objects 200,000 deep in a line', 'a.jsonl', () => Buffer.from(`${'{"a":'.repeat(200_000)}\n`), 'json'],
  ['a cell that never ends', 'a.csv', () => Buffer.from(`text\n"${'越南'.repeat(100_000)}`), 'read'],
];

describe('S2: files that are bombs', () => {
  it.each(bombs)('%s', async (_, name, bytes, expected) => expect(await fate(name, bytes())).toBe(expected));

  it.each([
    ['gzip', zlib.gzipSync(zeros), 'too-big'],
    ['gzip in many members', Buffer.concat(Array.from({ length: 9 }, () => zlib.gzipSync(zeros.subarray(0, 1_000_000)))), 'too-big'],
    ['gzip that is cut off', zlib.gzipSync(zeros.subarray(0, 100_000)).subarray(0, 40), 'packed'],
    ['gzip with rubbish behind it', Buffer.concat([zlib.gzipSync('x'), Buffer.from([0x1f, 0x8b, 8, 1, 2])]), 'packed'],
  ])('a feed in %s', (_, bytes, code) => expect(unpackedFile(bytes, limit)).toMatchObject({ code }));

  it('the deck has 28 cases here, 55 with those of test/fetch and test/archives', () => {
    expect(bombs.length + 4).toBe(28);
  });
});
