import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/document.js';
import { filesUnder, root } from '../docs/pages.js';
import { stories } from '../spec/stories.js';
import { folderWith, remove, run } from './run.js';

let folder: string;
const here = (args: readonly string[]) => run(args, { cwd: folder });
const corpus = filesUnder('corpus/zh', /\.txt$/).map((file) => path.join(root, file));

beforeAll(async () => {
  folder = folderWith({});
  expect((await run(['start', ...corpus, '--no-serve'], { cwd: folder })).code).toBe(0);
});
afterAll(() => remove(folder));

const words = (brief: Brief): string[] => [
  ...[brief.title, brief.intro],
  ...brief.sections.flatMap((s) => [s.title, ...(s.table?.head ?? [])]),
];

describe('rapporteur brief over the corpus', () => {
  it('in Markdown, Chinese where nothing is said', async () => {
    const { code, out, err } = await here(['brief', 'VN', 'RU']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^# 越南与俄罗斯关系简报\n\n依据\d+篇报道，最新一篇为\d{4}年\d+月\d+日。\n/);
    const titles = [...out.matchAll(/^## (.*)$/gm)].map((m) => m[1]);
    expect(titles).toEqual([
      '关系现状',
      '近期往来',
      '现任职务',
      '贸易及其他数据',
      '目标及进展',
      '待落实的承诺',
      '合作机制与下次会议',
      '合作项目',
      '协议',
      '存疑之处',
      '出处',
    ]);
    expect(out).toMatch(/\| 2020年1月至9月 \| 俄罗斯与越南双边贸易额 \| 41亿美元\[\^\d+\] \| 增长13%\[\^\d+\] \| /);
    const used = new Set([...out.matchAll(/\[\^(\d+)\](?!:)/g)].map((m) => m[1]));
    const given = [...out.matchAll(/^\[\^(\d+)\]: “/gm)].map((m) => m[1]);
    expect([...used].sort()).toEqual([...given].sort());
  });

  it.each([
    ['VN', 'RU'],
    ['VN', 'BY'],
    ['VN', 'KR'],
    ['CN', 'VN'],
    ['VN', 'EU'],
  ])('%s %s: every quote stands in its story, every line has a source, and its own words are Chinese', async (a, b) => {
    const brief = JSON.parse((await here(['brief', a, b, '--json'])).out) as Brief;
    expect(brief.notes.length).toBeGreaterThan(0);
    for (const note of brief.notes) {
      const story = stories.find((s) => path.join(root, s.file) === note.source);
      expect(story?.text.includes(note.quote), note.quote).toBe(true);
    }
    for (const { lines } of brief.sections)
      for (const line of lines)
        expect(
          [line, ...line.under].some((l) => l.pieces.some((p) => p.notes.length > 0)) || line.under.some((l) => l.under.length > 0),
        ).toBe(true);
    for (const text of words(brief)) expect(text).not.toMatch(/[A-Za-z]/);
  });

  it('the order of the countries turns the title only; that of the files nothing', async () => {
    const other = folderWith({});
    await run(['start', ...corpus.toReversed(), '--no-serve'], { cwd: other });
    const [one, two] = [await here(['brief', '越南', '韩国']), await run(['brief', 'VN', 'KR'], { cwd: other })];
    remove(other);
    expect(two.out).toBe(one.out);
    const turned = await here(['brief', 'KR', 'VN']);
    expect(turned.out).toContain('# 韩国与越南关系简报');
    expect(
      turned.out
        .split('## 贸易')[1]!
        .split('## 目标')[0]!
        .replace(/\[\^\d+\]/g, ''),
    ).toBe(
      one.out
        .split('## 贸易')[1]!
        .split('## 目标')[0]!
        .replace(/\[\^\d+\]/g, ''),
    );
  });

  it('in HTML that loads and runs nothing', async () => {
    const { code, out } = await here(['brief', 'VN', 'KR', '--format', 'html', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).not.toMatch(/<script|<img|<link|<iframe| on[a-z]+=|url\(|@import/i);
    const ids = new Set([...out.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]));
    const links = [...out.matchAll(/ href="#([^"]+)"/g)].map((m) => m[1]!);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it.each([
    ['vi', 'Quan hệ Việt Nam – Hàn Quốc: bản tóm lược', 'Dự án'],
    ['ru', 'Вьетнам – Республика Корея: справка об отношениях', 'Проекты'],
  ])('in %s', async (lang, title, section) => {
    const { code, out } = await here(['brief', 'VN', 'KR', '--lang', lang]);
    expect([code, out.startsWith(`# ${title}\n`), out.includes(`\n## ${section}\n`)]).toEqual([0, true, true]);
  });

  it('as files for Word and for print, the same bytes in every run', async () => {
    for (const [format, start] of [
      ['docx', 'PK'],
      ['pdf', '%PDF-1.7'],
    ] as const) {
      const wanted = ['brief', 'VN', 'RU', '--format', format, '--out'];
      const results = [await here([...wanted, `one.${format}`]), await here([...wanted, `two.${format}`])];
      expect(results.map(({ code, out, err }) => [code, out, err])).toEqual([
        [0, '', ''],
        [0, '', ''],
      ]);
      const [one, two] = ['one', 'two'].map((name) => fs.readFileSync(path.join(folder, `${name}.${format}`)));
      expect(one!.toString('latin1', 0, start.length)).toBe(start);
      expect(one!.equals(two!)).toBe(true);
    }
    expect(await here(['brief', 'VN', 'RU', '--format', 'pdf', '--out', 'no/such/folder.pdf'])).toMatchObject({ code: 2, out: '' });
  });

  it('draws what is told for two years or more, each point with its note', async () => {
    const { out } = await here(['brief', 'VN', 'BY', '--format', 'html', '--lang', 'en']);
    expect(out.match(/<svg /g)).toHaveLength(3);
    expect(out).toMatch(/<text class="\w+ backed"[^>]*>89\.6 million \(Jan–Sep\)<a href="#note-\d+">\[\d+\]<\/a><\/text>/);
  });

  it('marks what the stories since a day have brought', async () => {
    const { out } = await here(['brief', 'VN', 'RU', '--changed-since', '2022']);
    expect(out).toContain('“新增”和“更新”标出2022年1月1日以来的报道所带来的内容。');
    expect(out).toMatch(/^- \*\*新增\*\* 预告：2024年6月19日至20日：/m);
    expect(out).toMatch(/^- 2020年11月11日：/m);
    expect(await here(['brief', 'VN', 'RU', '--changed-since', 'soon'])).toMatchObject({ code: 2, out: '' });
  });

  it('since a day', async () => {
    const { out } = await here(['brief', 'VN', 'RU', '--since', '2024']);
    expect(out).toContain('动态自2024年1月1日起');
    const contacts = out.split('## 近期往来')[1]!.split('## ')[0]!;
    expect(contacts).toContain('2024年');
    expect(contacts).not.toMatch(/20(?:1\d|2[0-3])年/);
  });

  it('a pair of which nothing is told, a wrong day, no record', async () => {
    const nothing = await here(['brief', 'FR', 'PE']);
    expect([nothing.code, nothing.out.includes('[^')]).toEqual([0, false]);
    expect(await here(['brief', 'VN', 'RU', '--since', 'soon'])).toMatchObject({ code: 2, out: '' });
    expect(await here(['brief', 'VN', 'RU', '--db', 'none.db'])).toMatchObject({ code: 2, out: '' });
    expect(await here(['brief', 'VN', 'Atlantis'])).toMatchObject({ code: 2, out: '' });
  });
});
