import { Converter } from 'opencc-js/t2cn';

const simplify = Converter({ from: 'tw', to: 'cn' });
const dots = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\u318d\uff0e]/g;
const hanBlank = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const apostrophes = /[\u2018\u2019\u02bc\u02bb`\u00b4]/g;

/**
 * One spelling for what differs in type only: width, dots, dashes, blanks within Chinese, traditional characters. Letters keep
 * their case and marks.
 */
export function foldName(name: string): string {
  const before = folded.get(name);
  if (before !== undefined) return before;
  if (folded.size >= mostRemembered) folded.clear();
  const form = fold(name);
  folded.set(name, form);
  return form;
}

/** The same names come again and again. */
const folded = new Map<string, string>();
const mostRemembered = 50_000;

function fold(name: string): string {
  const plain = name.normalize('NFKC').replace(dots, '·').replace(dashes, '-').replace(apostrophes, "'").replace(/\s+/g, ' ');
  const tight = plain
    .replace(hanBlank, '')
    .replace(/\s*·\s*/g, '·')
    .trim();
  return /\p{Script=Han}/u.test(tight) ? simplify(tight) : tight;
}

export type Script = 'han' | 'cyrillic' | 'latin';

/** The script of a name; `undefined` where it is mixed or none of the three. */
export function scriptOf(name: string): Script | undefined {
  const found = new Set<Script | undefined>();
  for (const c of name) {
    if (!/\p{L}/u.test(c)) continue;
    if (/\p{Script=Han}/u.test(c)) found.add('han');
    else if (/\p{Script=Cyrillic}/u.test(c)) found.add('cyrillic');
    else found.add(/\p{Script=Latin}/u.test(c) ? 'latin' : undefined);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** Letters in lower case without marks: `Trịnh Đình Dũng` → `trinh dinh dung`. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
}

/** A form of a name for looking it up: letters and digits only, without case, marks and variants of a character. */
export function formKey(name: string): string {
  return plainLetters(foldName(name)).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words that belong to the name behind them: of a place, or "son of". */
const joined = new Set(
  'van von der den de da do dos di le la du ter bin ibn ben фон дер де да ди ле ла ван бин ибн 本 伊本 宾 德 达 冯'.split(' '),
);
/** Articles that translators leave out, and what stands behind a name. */
const dropped = new Set('al el as ad ar аль эль ас jr sr ii iii iv'.split(' '));

/**
 * The parts of a name, in lower case where it has case: given name first, as it is written. `hyphens` says whether `Díaz-Canel`
 * is one part or two.
 */
export function partsOf(folded: string, hyphens: 'split' | 'joined'): string[] {
  const text = folded.toLowerCase();
  const loose =
    hyphens === 'split' ? text.replace(/-/g, ' ') : text.replace(/(?<=^|[\s·])(al|el|as|аль|эль|ас)-/g, '$1 ').replace(/-/g, '');
  const words = loose
    .split(/[\s·,]+/)
    .map((w) => w.replace(/[.']/g, ''))
    .filter((w) => w !== '');
  const parts: string[] = [];
  let before = '';
  words.forEach((word, i) => {
    if (dropped.has(word) && words.length > 1) return;
    if (joined.has(word) && i > 0 && i < words.length - 1) before += word;
    else {
      parts.push(before + word);
      before = '';
    }
  });
  return parts;
}
