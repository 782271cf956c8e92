import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Brief } from '../brief/document.js';
import { type FontPart, fontFor } from '../brief/pdf/fonts.js';
import { briefPdf, charactersOf } from '../brief/pdf/pdf.js';

const require = createRequire(import.meta.url);

/**
 * The files of the fonts that come with the package: Noto Sans SC has Chinese, Latin with Vietnamese, and the Cyrillic of Russian; what it lacks
 * (Belarusian, Ukrainian and other letters) is taken from Noto Sans.
 */
async function fontParts(): Promise<FontPart[]> {
  const indexes = [
    require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
    require.resolve('@fontsource-variable/noto-sans/unicode.json'),
  ];
  return (await Promise.all(indexes.map(partsOf))).flat();
}

/** `index`: which characters stand in which file, Chinese before Latin. */
async function partsOf(index: string): Promise<FontPart[]> {
  const folder = path.dirname(index);
  const ranges = Object.entries(JSON.parse(await readFile(index, 'utf8')) as Record<string, string>).reverse();
  return ranges.map(([name, range]) => ({
    range,
    read: () => readFile(path.join(folder, 'files', `${path.basename(folder)}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`)),
  }));
}

/** The brief as PDF, its characters with it: it looks the same everywhere. */
export async function pdfOf(brief: Brief): Promise<Uint8Array> {
  const parts = await fontParts();
  const titles = [brief.title, brief.notesTitle, ...brief.sections.map((s) => s.title)].join('').normalize('NFC');
  const regular = await fontFor(charactersOf(brief), parts, 400, 'NotoSansSC-Regular');
  const bold = await fontFor(new Set(`${titles}□`), parts, 700, 'NotoSansSC-Bold');
  return briefPdf(brief, { regular, bold });
}
