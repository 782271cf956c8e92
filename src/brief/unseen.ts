/** What would change how a text is shown without being seen: controls, direction marks, zero-width characters. */
const unseen = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** The text in one line, with unseen characters named: U+202E. */
export function seen(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').replace(unseen, (ch) => `U+${ch.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
}
