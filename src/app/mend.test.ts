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

  const html = (title: string, first: string, second: string): string =>
    [
      '<!doctype html>\r\n<html lang="zh"><head><meta charset="utf-8"><title>越南与俄罗斯外长会谈了了</title>',
      '<meta property="og:description" content="双方交换了了意见"><script>var a = "交换了了意见";</script></head>',
      `<body><nav><a href="/">友好的的新闻</a></nav><article><h1>${title}</h1>`,
      `<p class=x>越通社河内——2020年11月11日，${first}</p><!-- 交换了了意见 -->`,
      `<p>${second}<br>越南外交部长表示，两国关系良好，今后将继续加强各领域合作。</article>`,
      '<ul><li><a href="/1">俄罗斯总统会见了了越南客人</a></li><li><a href="/2">另一条</a></li></ul></body></html>',
    ].join('\r\n');
  it.each([
    ['a page', '双方交换了了意见。', '双方交换了意见。', 'utf-8'],
    ['a page in another encoding', '双方进⾏会谈，交换了了意见。', '双方进行会谈，交换了意见。', 'gb18030'],
    ['what stands beside markup', '双方<b>进⾏</b>了<i>友好</i>会谈。', '双方<b>进行</b>了<i>友好</i>会谈。', 'utf-8'],
    ['characters written as references', '双方&ldquo;进&#12175;&rdquo;会谈&hellip;', '双方&ldquo;进行&rdquo;会谈&hellip;', 'utf-8'],
  ])('of %s only the printed text of the story is mended', async (_, from, to, encoding) => {
    const first = '越南外交部长范平明在河内会见俄罗斯外交部长谢尔盖·拉夫罗夫(SergeiLavrov)。';
    const before = html('越南与俄罗斯外长会谈', first, from);
    const after = html('越南与俄罗斯外长会谈', first.replace('SergeiLavrov', 'Sergei Lavrov'), to);
    fs.writeFileSync(at('a.html'), encode(before.replace('utf-8', encoding), encoding)!);
    const checked = await fix(at('a.html'));
    expect(checked.problem).toBeNull();
    expect(checked.mended.length).toBeGreaterThan(1);
    expect(checked.reported.filter((r) => r.mend !== null)).toEqual([]);
    expect(fs.readFileSync(at('a.html')).equals(encode(after.replace('utf-8', encoding), encoding)!)).toBe(true);
  });
  it('what does not stand so in the source of a page is named, and the rest mended', async () => {
    const split = html('越南与俄罗斯外长会谈', '越南外交部长会见客人，双方进⾏会谈。', '双方交换<b>了</b>了意见。');
    fs.writeFileSync(at('a.html'), split);
    const dry = await fix(at('a.html'), 'dry-run');
    expect([dry.mended.map((m) => m.at.quote), fs.readFileSync(at('a.html'), 'utf8')]).toEqual([['⾏'], split]);
    const checked = await fix(at('a.html'));
    expect(checked.problem?.message).toMatch(/^is mended in 1 of 2 places: /);
    expect(fs.readFileSync(at('a.html'), 'utf8')).toBe(split.replace('⾏', '行'));
    expect((await fix(at('a.html'))).problem?.message).toMatch(/^is not mended: none of the words stand so/);
  });
  it.each([
    ['a.csv', `title,text\n越俄会谈,"${wrong.replaceAll('\n', ' ')}"\n`],
    ['a.jsonl', `${JSON.stringify({ title: '越俄会谈', text: wrong })}\n`],
    ['a.eml', `From: a@b.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${wrong}`],
  ])('%s is left as it is', async (name, text) => {
    fs.writeFileSync(at(name), text);
    const checked = await fix(at(name));
    expect(checked.problem?.message).toBe('is not mended: it is neither plain text nor a page (mend the document that it was made from)');
    expect([checked.mended, fs.readFileSync(at(name), 'utf8')]).toEqual([[], text]);
  });
});
