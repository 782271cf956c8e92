import { Converter } from 'opencc-js/t2cn';

/**
 * Folding makes variants of one character equal for matching: full and half width, Kangxi radicals and compatibility forms
 * (NFKC), traditional characters, the many middle dots and dashes, no-break spaces. A map leads back to the text as read.
 */
export interface Folded {
  /** The text as read. */
  raw: string;
  /** The folded text, in which everything is matched. */
  text: string;
  /** For each UTF-16 unit of `text`: the code point of `raw` where it begins. One more entry at the end: the length of `raw`. */
  start: Int32Array;
  /** For each UTF-16 unit of `text`: the code point of `raw` after it. */
  end: Int32Array;
}

const simplify = Converter({ from: 't', to: 'cn' });
/** Forms that Hong Kong or Japan prints and the converter leaves alone. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  [...'敍叙衞卫囯国鶏鸡淸清靑青戸户緖绪歴历硏研鬪斗鄕乡呉吴'].flatMap((ch, i, all) => (i % 2 === 0 ? [[ch, all[i + 1]!] as const] : [])),
);
const known = new Map<number, string>();

const DOTS = new Set([0x00b7, 0x2022, 0x2027, 0x30fb, 0xff65, 0x22c5, 0x2219, 0x16eb, 0x25cf]);
const SPACES = new Set([0x00a0, 0x3000, 0x2002, 0x2003, 0x2009, 0x202f, 0x205f, 0x0009, 0x000b, 0x000c]);

function foldPoint(cp: number): string {
  if (DOTS.has(cp)) return '·';
  if (SPACES.has(cp)) return ' ';
  // Zero-width characters, bidi controls, soft hyphen and byte order mark carry no letter.
  if ((cp >= 0x200b && cp <= 0x200f) || (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2060 && cp <= 0x2069)) return '';
  if (cp === 0xfeff || cp === 0x00ad || cp === 0x000d) return '';
  if (cp === 0x2014 || cp === 0x2015 || cp === 0x2013 || cp === 0x2500) return '—';
  if (cp === 0x301c || cp === 0xff5e || cp === 0x223c) return '~';
  // The dot stroke, typed for the mark of lists that looks like it.
  if (cp === 0x4e36) return '、';
  if (cp === 0x300c || cp === 0x300e || cp === 0xff62) return '“';
  if (cp === 0x300d || cp === 0x300f || cp === 0xff63) return '”';
  const ch = String.fromCodePoint(cp);
  if (cp < 0x2000) return ch;
  const compat =
    cp >= 0x2e80 && cp <= 0x2fdf
      ? radical(ch)
      : cp >= 0xf900 || (cp >= 0x3200 && cp <= 0x33ff) || cp === 0x3002
        ? ch.normalize('NFKC')
        : ch;
  return isHan(compat.codePointAt(0) ?? 0) ? (VARIANTS.get(compat) ?? simplify(compat)) : compat;
}

function radical(ch: string): string {
  return ch.normalize('NFKC');
}

export function isHan(cp: number): boolean {
  return (cp >= 0x4e00 && cp <= 0x9fff) || (cp >= 0x3400 && cp <= 0x4dbf) || (cp >= 0x20000 && cp <= 0x3ffff) || cp === 0x3007;
}

function foldCached(cp: number): string {
  let s = known.get(cp);
  if (s === undefined) {
    s = foldPoint(cp);
    if (known.size < 100_000) known.set(cp, s);
  }
  return s;
}

const isAlnum = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/**
 * Whether a run of blanks at `i`..`j` separates nothing: between Han and Latin or digits, or between lone Han characters, as in a
 * name set wide (范 明 政). A blank between two longer Han runs is kept: headlines use it as a comma.
 */
function isVoidSpace(units: string, i: number, j: number): boolean {
  const before = units.charCodeAt(i - 1);
  const after = units.charCodeAt(j);
  if (Number.isNaN(before) || Number.isNaN(after)) return false;
  const hanBefore = isHan(before);
  const hanAfter = isHan(after);
  if (hanBefore && hanAfter) return isLone(units, i - 1, -1) || isLone(units, j, 1);
  if ((hanBefore && isAlnum(after)) || (isAlnum(before) && hanAfter)) return true;
  return false;
}

/** Whether the Han character at `at` has no Han neighbour on its far side, but a blank beyond which Han goes on, or an edge. */
function isLone(units: string, at: number, step: -1 | 1): boolean {
  const next = units.charCodeAt(at + step);
  if (units[at + step] === ' ') return isHan(units.charCodeAt(at + 2 * step));
  return Number.isNaN(next) ? false : !isHan(next) && !isAlnum(next) && units[at + step] !== '\n';
}

/** A full stop of Latin type between the parts of a name in Han characters (安娜.贝克), and not behind the number of a list (一.). */
const NAME_DOT = /(?<=[\u4e00-\u9fff](?<![一二三四五六七八九十]))\.(?=[\u4e00-\u9fff])/g;

/** What one unit folds to where that is one unit, filled as texts need it; 0 not yet known or not so. Spares a string for each character of a text. */
const units = new Uint16Array(65536);

/** Folds a text. Time is linear in its length. */
export function fold(raw: string): Folded {
  let size = raw.length + 16;
  let text = new Uint16Array(size);
  let start = new Int32Array(size);
  let n = 0;
  let point = 0;
  for (let i = 0; i < raw.length; point++) {
    const unit = units[raw.charCodeAt(i)]!;
    if (unit !== 0 && n < size) {
      text[n] = unit;
      start[n++] = point;
      i++;
      continue;
    }
    const cp = raw.codePointAt(i)!;
    const s = foldCached(cp);
    if (n + s.length > size) {
      size = 2 * size + s.length;
      text = grown(text, new Uint16Array(size));
      start = grown(start, new Int32Array(size));
    }
    for (let k = 0; k < s.length; k++) {
      text[n] = s.charCodeAt(k);
      start[n++] = point;
    }
    if (s.length === 1 && cp <= 0xffff && (cp < 0xd800 || cp > 0xdfff)) units[cp] = s.charCodeAt(0);
    i += cp > 0xffff ? 2 : 1;
  }
  return dropVoidSpaces(raw, textOf(text.subarray(0, n)).replace(NAME_DOT, '·'), start, point);
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** As many arguments as one call takes. */
const CHUNK = 8192;

function textOf(codes: Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < codes.length; i += CHUNK) parts.push(String.fromCharCode(...codes.subarray(i, i + CHUNK)));
  return parts.join('');
}

/** `start`: the code point of each unit of `text`; its places are moved up where blanks are dropped. */
function dropVoidSpaces(raw: string, text: string, start: Int32Array, length: number): Folded {
  const out: string[] = [];
  let size = 0;
  let from = 0;
  const keep = (a: number, b: number): void => {
    out.push(text.slice(a, b));
    if (size < a) start.copyWithin(size, a, b);
    size += b - a;
  };
  for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i)) {
    let j = i;
    while (text.charCodeAt(j) === 32) j++;
    if (isVoidSpace(text, i, j)) {
      keep(from, i);
      from = j;
    } else if (j - i > 1) {
      keep(from, i + 1);
      from = j;
    }
    i = j;
  }
  keep(from, text.length);
  const places = new Int32Array(size + 1);
  places.set(start.subarray(0, size));
  places[size] = length;
  const end = new Int32Array(size);
  for (let k = 0; k < size; k++) end[k] = places[k]! + 1;
  return { raw, text: out.length === 1 ? out[0]! : out.join(''), start: places, end };
}

/** Folds a word or a query the same way as a text. */
export function foldText(text: string): string {
  return fold(text).text;
}
