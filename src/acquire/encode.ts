/** Texts back to the bytes they came from. Node has encoders for UTF-8 and UTF-16 only; the others are its decoders turned round. */

/** The bytes of a text in an encoding, by its WHATWG name; `undefined` where the encoding is not written here or lacks a character. */
export function encode(text: string, encoding: string): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
    case 'big5':
      return byTable(text, encoding);
    default:
      return undefined;
  }
}

/**
 * `mended` in the encoding, and with the byte order mark, of the bytes that were read as `text`. `undefined` where the text does not
 * give the very same bytes again (a damaged file), or the encoding lacks a new character.
 */
export function encodeLike(bytes: Uint8Array, text: string, encoding: string, mended: string): Uint8Array | undefined {
  for (const mark of ['', '\ufeff']) {
    const again = encode(mark + text, encoding);
    if (again && Buffer.compare(again, bytes) === 0) return encode(mark + mended, encoding);
  }
  return undefined;
}

type Table = ReadonlyMap<string, readonly number[]>;
const tables = new Map<string, Table>();

function byTable(text: string, encoding: 'gb18030' | 'big5'): Uint8Array | undefined {
  let table = tables.get(encoding);
  if (!table) {
    table = tableOf(encoding);
    tables.set(encoding, table);
  }
  const bytes: number[] = [];
  for (const ch of text) {
    const code = ch.codePointAt(0)!;
    const found = code < 0x80 ? [code] : (table.get(ch) ?? (encoding === 'gb18030' && code > 0xffff ? beyond(code) : undefined));
    if (!found) return undefined;
    for (const byte of found) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** What the decoder makes of every sequence, turned round; the first sequence of a character counts. */
function tableOf(encoding: 'gb18030' | 'big5'): Table {
  const sequences = pairs();
  if (encoding === 'gb18030') sequences.push(...fours());
  // a line end is never the second byte of a character
  const bytes = Uint8Array.from(sequences.flatMap((s) => [...s, 0x0a]));
  const decoded = new TextDecoder(encoding).decode(bytes).split('\n');
  const table = new Map<string, readonly number[]>();
  for (const [i, sequence] of sequences.entries()) {
    const ch = decoded[i]!;
    if (Array.from(ch).length === 1 && ch !== '\ufffd' && !table.has(ch)) table.set(ch, sequence);
  }
  return table;
}

function pairs(): number[][] {
  const found: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) found.push([lead, trail]);
  return found;
}

/** The four bytes of GB18030 for the basic plane: 81 30 81 30 to 84 31 A4 39. */
function fours(): number[][] {
  return Array.from({ length: 39_420 }, (_, i) => fourOf(i));
}

/** GB18030 counts the other planes from 90 30 81 30. */
function beyond(code: number): number[] {
  return fourOf(code - 0x10000 + 189_000);
}

function fourOf(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1_260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}
