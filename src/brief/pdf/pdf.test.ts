import { unzlibSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { published, type Said, story } from '../../../test/told.js';
import { type BriefLanguage, briefLanguages, dossierOf, wordsOf } from '../../app/brief.js';
import { pdfOf } from '../../app/brief-pdf.js';
import { viewOf } from '../../record/view.js';
import { composeBrief } from '../compose.js';
import type { Brief } from '../document.js';
import { charactersIn, tablesOf } from './truetype.js';

const said: Said[] = [
  { type: 'office', quote: '俄罗斯外长谢尔盖·乙某(Сергей)', person: '谢尔盖·乙某', office: '外长', country: 'RU', latin: 'Sergey' },
  { type: 'figure', quote: '2018年45亿美元', value: 4.5e9, period: '2018', source: '越南海关' },
  { type: 'figure', quote: '2019年约49亿美元', value: 4.9e9, period: '2019', bound: 'about' },
  { type: 'target', quote: '力争2025年达100亿美元', value: 1e10, due: '2025' },
  { type: 'project', quote: 'Dự án điện hạt nhân Ninh Thuận — Мікалай ў Мінску', name: '宁顺核电站', status: 'building' },
];
const briefIn = (lang: BriefLanguage, more: Said[] = []): Brief =>
  composeBrief(
    dossierOf(viewOf([story('a.txt', [...said, ...more], { ...published('2022-02-01'), title: '鄭重聲明' })]), 'VN', 'RU', [], null),
    wordsOf(lang),
  );

interface Read {
  text: string;
  links: number;
  outline: string[];
  info: Record<string, unknown>;
}
/** What another program reads out of a PDF. */
async function readBack(file: Uint8Array): Promise<Read> {
  const pdf = await getDocumentProxy(file.slice());
  const { text } = await extractText(pdf, { mergePages: true });
  let links = 0;
  for (let page = 1; page <= pdf.numPages; page++) links += (await (await pdf.getPage(page)).getAnnotations()).length;
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
  return { text, links, outline: ((await pdf.getOutline()) as { title: string }[]).map((o) => o.title), info };
}
const dense = (text: string): string => text.replace(/\s/g, '');

const files = new Map<BriefLanguage, Uint8Array>();
beforeAll(async () => {
  for (const lang of briefLanguages) files.set(lang, await pdfOf(briefIn(lang)));
});

describe.each(briefLanguages)('a brief as PDF: %s', (lang) => {
  it('another program reads all of it: titles, lines, notes and sources', async () => {
    const brief = briefIn(lang);
    const read = await readBack(files.get(lang)!);
    const text = dense(read.text);
    for (const s of brief.sections) {
      expect(text).toContain(dense(s.title));
      for (const line of s.lines.flatMap((l) => [l, ...l.under])) for (const p of line.pieces) expect(text).toContain(dense(p.text));
      for (const row of s.table?.rows ?? []) for (const p of row.cells.flat()) expect(text).toContain(dense(p.text));
    }
    for (const n of brief.notes) expect(text).toContain(dense(`[${n.number}]“${n.quote}”`));
    expect(read.outline).toEqual([...brief.sections.map((s) => s.title), brief.notesTitle]);
    expect(read.info).toMatchObject({ Title: brief.title, Language: brief.lang, CreationDate: 'D:20220201000000Z' });
    const notes = brief.sections.flatMap((s) => [
      ...s.lines.flatMap((l) => [l, ...l.under]).flatMap((l) => l.pieces),
      ...(s.table?.rows.flatMap((r) => r.cells.flat()) ?? []),
    ]);
    expect(read.links).toBeGreaterThanOrEqual(notes.flatMap((p) => p.notes).length);
  });
});

describe('the PDF file', () => {
  it('is the same, byte for byte', async () => expect(await pdfOf(briefIn('zh'))).toEqual(files.get('zh')));
  it('holds an outline for every character that it shows: no blank pages', () => {
    const text = Buffer.from(files.get('zh')!).toString('latin1');
    const fonts = [...text.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, id]) => {
      const at = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj`)) + 7;
      return tablesOf(unzlibSync(files.get('zh')!.subarray(at, text.indexOf('\nendstream', at))));
    });
    expect(fonts).toHaveLength(2);
    for (const tables of fonts) {
      const glyphs = new DataView(tables.get('maxp')!.buffer, tables.get('maxp')!.byteOffset).getUint16(4);
      expect(glyphs).toBeGreaterThan(20);
      expect(tables.get('glyf')!.length).toBeGreaterThan(glyphs * 40);
    }
  });
  it('a character that no font has is an empty box, and the rest stays', async () => {
    const odd: Said = { type: 'project', quote: '𠮷野电站', name: '𠮷野电站', status: 'building' };
    const { text } = await readBack(await pdfOf(briefIn('zh', [odd])));
    expect(dense(text)).toContain('□野电站：实施中');
  });
  it('what would steer a reader is text', async () => {
    const hostile = '(a) Tj \\) endstream\u202e';
    const { text } = await readBack(await pdfOf(briefIn('en', [{ type: 'project', quote: hostile, name: hostile, status: 'building' }])));
    expect(dense(text)).toContain(dense('(a) Tj \\) endstreamU+202E: under way'));
  });
});

it('a font of several parts shows the characters of all, each by a glyph of its own', async () => {
  const { fontFor } = await import('./fonts.js');
  const { createRequire } = await import('node:module');
  const { readFile } = await import('node:fs/promises');
  const file = (part: string) =>
    createRequire(import.meta.url).resolve(`@fontsource-variable/noto-sans-sc/files/noto-sans-sc-${part}-wght-normal.woff2`);
  const parts = ['latin', 'vietnamese', 'cyrillic'].map((name) => ({ range: 'U+20-1EFF,U+2000-2FFF', read: () => readFile(file(name)) }));
  const wanted = [...'AaéưẵЖ·•“越'];
  const { bytes, missing } = await fontFor(new Set(wanted), parts, 400, 'Test-Regular');
  expect([...missing]).toEqual(['越']);
  expect([...charactersIn(bytes)].sort()).toEqual(wanted.filter((ch) => ch !== '越').sort());
  const bold = await fontFor(new Set(wanted), parts, 700, 'Test-Bold');
  expect(tablesOf(bold.bytes).get('glyf')).not.toEqual(tablesOf(bytes).get('glyf'));
});
