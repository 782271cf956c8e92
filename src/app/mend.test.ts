import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../acquire/encode.js';
import { type Checked, checkDraft, checkDrafts } from './check.js';
import { mendedText, mendsAmong } from './mend.js';
import { readSource } from './read.js';

const check = (text: string): Promise<Checked> =>
  checkDraft(readSource({ source: 'draft.txt', bytes: new TextEncoder().encode(text) }), null);
const numerals = (text: string): string[] => text.match(/[\p{N}〇○零一二两三四五六七八九十百千万亿]/gu) ?? [];
const mend = async (text: string): Promise<string> => {
  const { reported, text: read } = await check(text);
  return mendedText(Array.from(read ?? ''), mendsAmong(reported));
};

const page = (body: string): string => `越南与俄罗斯外长举行会谈\n\n越通社河内——2020年11月11日，${body}(完)\n`;

describe('SPEC R-77: what is mended', () => {
  it.each([
    ['双方进⾏会谈。', '双方进行会谈。'],
    ['双方交换了了意见。', '双方交换了意见。'],
    ['双\u200b方会谈。', '双方会谈。'],
    ['外长谢尔盖·科瓦连科(SergeyKovalenko)会见客人。', '外长谢尔盖·科瓦连科(Sergey Kovalenko)会见客人。'],
  ])('%s', async (from, to) => expect(await mend(page(from))).toBe(page(to)));
  it.each([
    ['the letter O in a number', '贸易额为2O20万美元。'],
    ['a full-width digit', '贸易额达1２00万美元。'],
    ['a circle for zero', '二○二○年举行会谈。'],
    ['an invisible character inside a number', '贸易额达44\u200b00万美元。'],
    ['a radical that is a numeral', '双方签署⼆项协议。'],
    ['a suggestion that is a figure', '2020年越俄双边贸易总额达到1085亿美元；其中，越南对俄罗斯出口1080万美元；从俄罗斯进口9770万美元。'],
  ])('not %s', async (_, body) => expect(await mend(page(body))).toBe(page(body)));
  it('no numeral is ever added, lost, changed or joined to another, and what is mended is in order', async () => {
    const pieces = fc.constantFrom(
      ...['⾏', '⼆', '了了', '的的', '\u200b', '○', 'O', '2', '０', '亿', '一', '方', '，', 'カ', '\u{20000}', '關係', '\n', ' '],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 40 }), async (parts) => {
        const text = page(`双方${parts.join('')}会谈。`);
        const mended = await mend(text);
        const runs = (s: string): string[] => s.match(/[\p{N}〇○一二亿]+/gu) ?? [];
        expect(numerals(mended)).toEqual(numerals(text));
        expect(runs(mended)).toEqual(runs(text));
      }),
      { seed: 7357, numRuns: 150 },
    );
  });
});

describe('SPEC R-77: the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-mend-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => path.join(folder, name);
  async function fix(file: string, how: 'write' | 'dry-run' = 'write'): Promise<Checked> {
    for await (const checked of checkDrafts([file], null, { fix: how })) return checked;
    throw new Error('nothing was checked');
  }
  const [wrong, right] = ['双方交换了了意见，越南外交部长表示两国关系良好。', '双方交换了意见，越南外交部长表示两国关系良好。'].map(
    page,
  ) as [string, string];

  it.each([
    ['utf-8', ''],
    ['utf-8', '\ufeff'],
    ['utf-16le', '\ufeff'],
    ['utf-16be', '\ufeff'],
    ['gb18030', ''],
  ])('keeps its encoding %s and mark "%s", its line ends and its rights', async (encoding, mark) => {
    const code = (text: string): Uint8Array => encode(mark + text.replaceAll('\n', '\r\n'), encoding)!;
    fs.writeFileSync(at('a.txt'), code(wrong));
    fs.chmodSync(at('a.txt'), 0o666);
    const checked = await fix(at('a.txt'));
    expect(checked.mended.map((m) => [m.at.quote, m.mend])).toEqual([['了了', '了']]);
    expect(checked.findings).toEqual([]);
    expect(new Uint8Array(fs.readFileSync(at('a.txt')))).toEqual(new Uint8Array(code(right)));
    expect(fs.statSync(at('a.txt')).mode & 0o777).toBe(0o666);
    expect(fs.readdirSync(folder)).toEqual(['a.txt']);
  });
  it('a link stays a link', async () => {
    fs.writeFileSync(at('a.txt'), wrong);
    fs.symlinkSync('a.txt', at('b.txt'));
    await fix(at('b.txt'));
    expect([fs.readlinkSync(at('b.txt')), fs.readFileSync(at('a.txt'), 'utf8')]).toEqual(['a.txt', right]);
  });
  it('a dry run says what it would do, and changes nothing', async () => {
    fs.writeFileSync(at('a.txt'), wrong);
    const checked = await fix(at('a.txt'), 'dry-run');
    expect([checked.mended.length, checked.findings.length, fs.readFileSync(at('a.txt'), 'utf8')]).toEqual([1, 1, wrong]);
  });
  it('leaves a file alone that would not come back byte for byte', async () => {
    const bytes = Buffer.concat([Buffer.from(wrong), Buffer.of(0xff), Buffer.from('末\n')]);
    fs.writeFileSync(at('a.txt'), bytes);
    const checked = await fix(at('a.txt'));
    expect(checked.problem).toMatchObject({ code: 'not-mended', message: expect.stringContaining('without loss') });
    expect([checked.mended, fs.readFileSync(at('a.txt'))]).toEqual([[], bytes]);
  });
  it('leaves alone what an ignore line lets pass', async () => {
    const excused = wrong.replace('\n\n', '\n\n<!-- rapporteur-ignore text/doubled-word: 引文如此 -->\n');
    fs.writeFileSync(at('a.txt'), excused);
    const checked = await fix(at('a.txt'));
    expect([checked.findings, checked.mended, fs.readFileSync(at('a.txt'), 'utf8')]).toEqual([[], [], excused]);
  });
});
