import type { Piece } from '../document.js';
import { htmlText } from '../escape.js';

/** How a run looks: properties of WordprocessingML in the order that its schema asks for. */
export function run(text: string, properties = ''): string {
  return text === ''
    ? ''
    : `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${htmlText(text)}</w:t></w:r>`;
}

/** A note as a link to its source at the end; `properties` as for `run`. */
export function noteLink(number: number, properties: string): string {
  return `<w:hyperlink w:anchor="note${number}" w:history="1">${run(`[${number}]`, properties)}</w:hyperlink>`;
}

/** Quotation marks, dashes and dots, which Word sets as wide as Chinese characters where it is told to. */
const wide = /([“”‘’—…·]+)/;

/** A text in a brief's language: in Chinese its punctuation is set in the Chinese font. */
export function words(text: string, isChinese: boolean, properties = ''): string {
  if (!isChinese) return run(text, properties);
  return text
    .split(wide)
    .map((part) => run(part, wide.test(part) ? `<w:rFonts w:hint="eastAsia"/>${properties}` : properties))
    .join('');
}

/** A piece of a line with its notes above the line. */
export function pieceRuns({ text, notes }: Piece, isChinese: boolean): string {
  const raised = '<w:color w:val="0B57A4"/><w:vertAlign w:val="superscript"/>';
  return words(text, isChinese) + notes.map((n) => noteLink(n, raised)).join('');
}

export function paragraph(content: string, properties: string): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}
