/** Text in the columns of a terminal, where a Chinese character takes two. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2fb}\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;
const none = /[\p{Mn}\p{Me}\p{Cf}]/u;
const hidden = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A text that cannot command the terminal: control characters, zero-width and direction marks as `<U+202E>`, line ends and tabs
 * as blanks.
 */
export function visible(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(hidden, (ch) => `<U+${ch.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`);
}

/** Columns that one character takes: 0, 1 or 2. */
function columns(ch: string): number {
  if (ch >= ' ' && ch <= '~') return 1;
  return none.test(ch) ? 0 : wide.test(ch) ? 2 : 1;
}

/** Columns that a text takes. */
export function widthOf(text: string): number {
  let sum = 0;
  for (const ch of text) sum += columns(ch);
  return sum;
}

/** Breaks a text into lines of at most `width` columns, at blanks where there are any. Nothing is lost but the blank at a break. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    const size = widthOf(piece);
    if (used + size > width && used > 0) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (piece === ' ') continue;
    }
    if (size <= width) {
      line += piece;
      used += size;
      continue;
    }
    for (const ch of piece) {
      const c = columns(ch);
      if (used + c > width && used > 0) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += ch;
      used += c;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What may not be broken: words of narrow characters; a wide character with the closing marks behind it. */
function pieces(text: string): string[] {
  const out: string[] = [];
  let word = '';
  const flush = (): void => {
    if (word !== '') out.push(word);
    word = '';
  };
  for (const ch of text) {
    if (ch === ' ') {
      flush();
      out.push(' ');
    } else if (columns(ch) === 2) {
      if (/[，。、；：？！）》」』】]/.test(ch) && (word !== '' || (out.at(-1) ?? ' ') !== ' ')) {
        if (word === '') word = out.pop()!;
        word += ch;
        flush();
      } else {
        flush();
        out.push(ch);
      }
    } else word += ch;
  }
  flush();
  return out;
}
