import { seen } from './unseen.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text that HTML and XML show as it is, in elements and in quoted attributes. */
export function htmlText(text: string): string {
  return seen(text).replace(/[&<>"']/g, (ch) => entities[ch]!);
}
