import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { published, type Said, story } from '../../../test/told.js';
import { type BriefLanguage, dossierOf, wordsOf } from '../../app/brief.js';
import { viewOf } from '../../record/view.js';
import { composeBrief } from '../compose.js';
import type { Brief } from '../document.js';
import { briefDocx } from './docx.js';

const said: Said[] = [
  { type: 'office', quote: '越南外长甲某', person: '甲某', office: '外长' },
  { type: 'figure', quote: '2018年45亿美元', value: 4.5e9, period: '2018', source: '越南海关' },
  { type: 'figure', quote: '2019年约49亿美元', value: 4.9e9, period: '2019', bound: 'about' },
  { type: 'target', quote: '力争2025年达100亿美元', value: 1e10, due: '2025' },
  { type: 'project', quote: '“龙湾”电站在建', name: '“龙湾”电站', status: 'building' },
];
const stories = [story('a.txt', said, { ...published('2022-02-01'), title: '贸易', agency: 'VNA' })];
const briefIn = (lang: BriefLanguage, list = stories): Brief => {
  const before = { day: '2022-01-01', dossier: dossierOf(viewOf([]), 'VN', 'RU', [], null) };
  return composeBrief(dossierOf(viewOf(list), 'VN', 'RU', [], null), wordsOf(lang), before);
};
const partsOf = (brief: Brief): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(briefDocx(brief))).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** Tags that are not closed in their order, and bare characters that XML forbids. */
function faults(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [tag, close, name, rest] of xml.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<(\/?)([\w:]+)((?:"[^"]*"|[^">])*)>/g)) {
    if (close) {
      if (open.pop() !== name) wrong.push(tag);
    } else if (!rest!.endsWith('/')) open.push(name!);
  }
  const text = xml.replace(/<[^>]*>/g, '');
  return [...wrong, ...open, ...(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.exec(text) ?? [])];
}
const textOf = (xml: string): string => [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<\/w:p>/g)].map((m) => m[1] ?? '\n').join('');
const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((m) => m[1]!);

describe('a brief as DOCX', () => {
  const parts = partsOf(briefIn('zh'));
  const body = parts['word/document.xml']!;

  it('holds the parts that its content types and relations name, each of them well-formed', () => {
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    for (const [name, xml] of Object.entries(parts)) expect([name, faults(xml)]).toEqual([name, []]);
    for (const name of all(parts['[Content_Types].xml']!, /PartName="\/([^"]*)"/g)) expect(Object.keys(parts)).toContain(name);
    for (const target of all(parts['word/_rels/document.xml.rels']!, /Target="([^"]*)"/g))
      expect(Object.keys(parts)).toContain(`word/${target}`);
    expect(all(body, /r:id="([^"]*)"/g).every((id) => parts['word/_rels/document.xml.rels']!.includes(`Id="${id}"`))).toBe(true);
  });
  it('sets Chinese in a Chinese font, marked as simplified Chinese, its punctuation too', () => {
    expect(parts['word/styles.xml']).toContain('w:eastAsia="Microsoft YaHei"');
    expect(parts['word/styles.xml']).toMatch(/<w:lang w:val="[\w-]+" w:eastAsia="zh-CN"\/>/);
    expect(body).toContain('<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“</w:t></w:r>');
  });
  it('says all that the brief says, with every note linked to its source', () => {
    const text = textOf(body);
    for (const words of [
      '越南与俄罗斯关系简报',
      '外长：甲某（2022年2月1日报道）',
      '约49亿美元',
      '“越南外长甲某” — 贸易 · VNA · 2022年2月1日 · a.txt',
    ])
      expect(text).toContain(words);
    const places = all(body, /<w:bookmarkStart w:id="\d+" w:name="([^"]*)"/g);
    const links = all(body, /<w:hyperlink w:anchor="([^"]*)"/g);
    expect(places).toEqual(briefIn('zh').notes.map((n) => `note${n.number}`));
    expect([...new Set(links)].sort()).toEqual([...places].sort());
  });
  it('draws the chart with shapes of its own, numbered each once, its labels with their notes', () => {
    expect(all(body, /<wp:docPr id="\d+" name="[^"]*" descr="([^"]*)"/g)).toEqual(['俄罗斯与越南双边贸易额（美元）']);
    const ids = [...all(body, /<wps:cNvPr id="(\d+)"/g), ...all(body, /<wp:docPr id="(\d+)"/g)];
    expect(new Set(ids).size).toBe(ids.length);
    const labels = all(body, /<w:txbxContent>(.*?)<\/w:txbxContent>/g).map(textOf);
    expect(labels).toContain('约49亿[3]\n');
    expect(labels).toContain('到2025年达到100亿[4]\n');
  });
  it('marks what is new', () => expect(textOf(body)).toContain('新增 龙湾电站：实施中'));
  it('the table has the width of the page and its head on every page', () => {
    const widths = all(body, /<w:gridCol w:w="(\d+)"\/>/g).map(Number);
    expect(widths.reduce((sum, w) => sum + w, 0)).toBe(11906 - 2 * 1134);
    expect(all(body, /(<w:tblHeader\/>)/g)).toHaveLength(1);
  });
  it.each([
    ['en', 'en-GB', 'Who holds which office'],
    ['vi', 'vi-VN', 'Ai giữ chức vụ nào'],
    ['ru', 'ru-RU', 'Кто какую должность занимает'],
  ] as const)('in %s', (lang, tag, title) => {
    const own = partsOf(briefIn(lang));
    expect(own['word/styles.xml']).toContain(`<w:lang w:val="${tag}" w:eastAsia="zh-CN"/>`);
    expect(textOf(own['word/document.xml']!)).toContain(`\n${title}\n`);
    expect(faults(own['word/document.xml']!)).toEqual([]);
  });
  it('the same brief gives the same bytes; its only time is the day of the newest story', () => {
    expect(briefDocx(briefIn('zh'))).toEqual(briefDocx(briefIn('zh')));
    expect(parts['docProps/core.xml']).toContain('>2022-02-01T00:00:00Z</dcterms:created>');
  });
  it('what a story says is text, whatever it holds', () => {
    const hostile = '<w:p/>&amp;]]>"\'\u0000\u202e\ud83d\ude00';
    const own = partsOf(briefIn('zh', [story('<x>', [{ type: 'project', quote: hostile, name: hostile, status: 'building' }])]));
    expect(faults(own['word/document.xml']!)).toEqual([]);
    expect(own['word/document.xml']).toContain('&lt;w:p/&gt;&amp;amp;]]&gt;&quot;&#39;U+0000U+202E\ud83d\ude00');
  });
  it('a brief with nothing in it', () => expect(textOf(partsOf(briefIn('zh', []))['word/document.xml']!)).toContain('未见报道。'));
});
