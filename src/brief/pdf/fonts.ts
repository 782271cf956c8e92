import subsetFont from 'subset-font';
import { charactersIn, mergeFonts } from './truetype.js';

/** One of the files among which a font divides its characters. */
export interface FontPart {
  /** Code points as a style sheet writes them: `U+20-7E,U+A0`. */
  range: string;
  /** The file: a variable font (WOFF2) with a weight axis. */
  read(): Promise<Uint8Array>;
}

/** A font that has every character it was asked for, as TrueType. */
export interface Font {
  bytes: Uint8Array;
  /** What none of the parts has. */
  missing: ReadonlySet<string>;
}

/** A font of one weight (400 regular, 700 bold) with just these characters, under a name such as `NotoSansSC-Regular`. */
export async function fontFor(characters: ReadonlySet<string>, parts: readonly FontPart[], weight: number, name: string): Promise<Font> {
  const left = new Set([...characters].filter((ch) => ch >= ' '));
  const fonts: Uint8Array[] = [];
  for (const part of parts) {
    const has = rangesOf(part.range);
    const own = [...left].filter((ch) => has.some(([a, b]) => a <= ch.codePointAt(0)! && ch.codePointAt(0)! <= b)).sort();
    if (own.length === 0) continue;
    const font = await subsetFont(await part.read(), own.join(''), {
      targetFormat: 'truetype',
      variationAxes: { wght: weight },
      noHinting: true,
    });
    const shown = charactersIn(font);
    for (const ch of own) if (shown.has(ch)) left.delete(ch);
    fonts.push(font);
  }
  return { bytes: mergeFonts(fonts, name), missing: left };
}

function rangesOf(range: string): [number, number][] {
  return range.split(',').map((part) => {
    const [from, to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
  });
}
