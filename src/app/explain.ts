import { type Explanation, explain, placeOfWords } from '../extract/explain.js';
import type { Document } from './read.js';

export type { Explanation };

/**
 * How the sentence around a place of a document was read. The place is a code point counted from 0, or words that stand there;
 * `undefined` where the document has no such place, or none that is read.
 */
export function explainDocument(document: Document, place: number | string, published?: string): Explanation | undefined {
  if (document.text === null || document.reading === null) return undefined;
  const at = typeof place === 'number' ? place : placeOfWords(document.text, place);
  if (at === undefined) return undefined;
  const { id, source } = document.reading.article;
  return explain({ id, source, text: document.text, ...(published === undefined ? {} : { published }) }, at);
}
