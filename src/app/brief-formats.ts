import type { Brief } from '../brief/document.js';
import { briefHtml } from '../brief/html.js';
import { briefMarkdown } from '../brief/markdown.js';

/** The formats in which a brief can be had. */
export const briefFormats = ['md', 'html', 'docx', 'pdf'] as const;
export type BriefFormat = (typeof briefFormats)[number];

/**
 * The brief in a format: text, or the bytes of a file. What sets DOCX and PDF is loaded where it is asked for. `stylesheet`: the address from which HTML may
 * take its fonts.
 */
export async function writtenBrief(brief: Brief, format: BriefFormat, stylesheet?: string): Promise<string | Uint8Array> {
  if (format === 'md') return briefMarkdown(brief);
  if (format === 'html') return briefHtml(brief, stylesheet);
  if (format === 'docx') return (await import('../brief/docx/docx.js')).briefDocx(brief);
  return (await import('./brief-pdf.js')).pdfOf(brief);
}
