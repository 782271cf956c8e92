/** TrueType tables by their tag. Numbers in them are big-endian. */
export type Tables = ReadonlyMap<string, Uint8Array>;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The tables of a font file (OpenType specification, table directory). */
export function tablesOf(font: Uint8Array): Tables {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const tag = String.fromCharCode(...font.subarray(at, at + 4));
    const offset = view.getUint32(at + 8);
    tables.set(tag, font.subarray(offset, offset + view.getUint32(at + 12)));
  }
  return tables;
}

/** The file that holds these tables. */
export function fontFile(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const padded = (length: number): number => (length + 3) & ~3;
  const head = 12 + 16 * sorted.length;
  const file = new Uint8Array(sorted.reduce((sum, [, table]) => sum + padded(table.length), head));
  const view = viewOf(file);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  for (const [at, n] of [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].entries())
    view.setUint16(4 + 2 * at, n);
  let offset = head;
  for (const [at, [tag, table]] of sorted.entries()) {
    const row = 12 + 16 * at;
    file.set(table, offset);
    for (let k = 0; k < 4; k++) view.setUint8(row + k, tag.charCodeAt(k));
    let sum = 0;
    for (let k = offset; k < offset + padded(table.length); k += 4) sum = (sum + view.getUint32(k)) >>> 0;
    for (const [k, n] of [sum, offset, table.length].entries()) view.setUint32(row + 4 + 4 * k, n);
    offset += padded(table.length);
  }
  return file;
}

/** A glyph with its metrics: how far it moves on, and where its outline begins. */
interface Glyph {
  outline: Uint8Array;
  advance: number;
  bearing: number;
}

/** The glyphs of a font in their order. */
function glyphsOf(tables: Tables): Glyph[] {
  const [glyf, loca, hmtx] = ['glyf', 'loca', 'hmtx'].map((tag) => tables.get(tag)!);
  const [places, metrics] = [viewOf(loca!), viewOf(hmtx!)];
  const isLong = viewOf(tables.get('head')!).getInt16(50) === 1;
  const full = viewOf(tables.get('hhea')!).getUint16(34);
  const place = (at: number): number => (isLong ? places.getUint32(4 * at) : 2 * places.getUint16(2 * at));
  return Array.from({ length: viewOf(tables.get('maxp')!).getUint16(4) }, (_, at) => ({
    outline: glyf!.subarray(place(at), place(at + 1)),
    advance: metrics.getUint16(4 * Math.min(at, full - 1)),
    bearing: at < full ? metrics.getInt16(4 * at + 2) : metrics.getInt16(4 * full + 2 * (at - full)),
  }));
}

/** Which glyph shows each code point (`cmap`, formats 4 and 12). */
function charactersOf(cmap: Uint8Array): Map<number, number> {
  const view = viewOf(cmap);
  const found = new Map<number, number>();
  for (let at = 4; at < 4 + 8 * view.getUint16(2); at += 8) {
    const start = view.getUint32(at + 4);
    const format = view.getUint16(start);
    if (format === 12)
      for (let row = start + 16; row < start + 16 + 12 * view.getUint32(start + 12); row += 12)
        for (let ch = view.getUint32(row); ch <= view.getUint32(row + 4); ch++)
          found.set(ch, view.getUint32(row + 8) + ch - view.getUint32(row));
    if (format === 4) addSegments(view, start, found);
  }
  return found;
}

/** The characters that a font file shows. */
export function charactersIn(font: Uint8Array): Set<string> {
  return new Set([...charactersOf(tablesOf(font).get('cmap')!)].flatMap(([ch, glyph]) => (glyph === 0 ? [] : String.fromCodePoint(ch))));
}

function addSegments(view: DataView, start: number, found: Map<number, number>): void {
  const twice = view.getUint16(start + 6);
  for (let k = 0; k < twice; k += 2) {
    const [end, first] = [view.getUint16(start + 14 + k), view.getUint16(start + 16 + twice + k)];
    const delta = view.getUint16(start + 16 + 2 * twice + k);
    const at = start + 16 + 3 * twice + k;
    const range = view.getUint16(at);
    for (let ch = first; ch <= end && ch !== 0xffff; ch++) {
      const glyph = range === 0 ? ch : view.getUint16(at + range + 2 * (ch - first));
      if (range === 0 || glyph !== 0) found.set(ch, (glyph + delta) & 0xffff);
    }
  }
}

/** A copy of an outline whose parts, where it is made of other glyphs, are numbered from `shift` on. */
function shifted(outline: Uint8Array, shift: number): Uint8Array {
  const copy = outline.slice();
  if (copy.length === 0 || viewOf(copy).getInt16(0) >= 0) return copy;
  const view = viewOf(copy);
  for (let at = 10, flags = 0x20; flags & 0x20; ) {
    flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + shift);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  return copy;
}

/**
 * One font of several that divide the characters of a family among them. The fonts are of one design: units and heights are those of the
 * first. Hints and features are left out. A character that several have is shown by the first that has it; every character has a glyph of
 * its own, so that a reader of the text gets back what was written. `name`: such as `NotoSansSC-Regular`.
 */
export function mergeFonts(fonts: readonly Uint8Array[], name: string): Uint8Array {
  const all = fonts.map(tablesOf);
  const glyphs: Glyph[] = [];
  const characters = new Map<number, number>();
  const used = new Set<number>();
  for (const tables of all) {
    const shift = glyphs.length;
    glyphs.push(...glyphsOf(tables).map((g) => ({ ...g, outline: shifted(g.outline, shift) })));
    for (const [ch, glyph] of charactersOf(tables.get('cmap')!)) {
      if (characters.has(ch)) continue;
      characters.set(ch, used.has(glyph + shift) ? glyphs.push(glyphs[glyph + shift]!) - 1 : glyph + shift);
      used.add(glyph + shift);
    }
  }
  const first = all[0]!;
  const tables = new Map<string, Uint8Array>();
  tables.set('OS/2', first.get('OS/2')!);
  tables.set('name', nameTable(name));
  const copy = (tag: string, change: (view: DataView) => void): void => {
    const table = first.get(tag)!.slice();
    change(viewOf(table));
    tables.set(tag, table);
  };
  copy('head', (v) => v.setInt16(50, 1));
  copy('hhea', (v) => v.setUint16(34, glyphs.length));
  copy('maxp', (v) => v.setUint16(4, glyphs.length));
  tables.set('post', Uint8Array.from([0, 3, 0, 0, ...new Array<number>(28).fill(0)]));
  tables.set('cmap', cmapTable(characters));

  const [loca, hmtx] = [new Uint8Array(4 * (glyphs.length + 1)), new Uint8Array(4 * glyphs.length)];
  const glyf = new Uint8Array(glyphs.reduce((sum, g) => sum + g.outline.length + (g.outline.length & 1), 0));
  let at = 0;
  for (const [k, { outline, advance, bearing }] of glyphs.entries()) {
    glyf.set(outline, at);
    viewOf(hmtx).setUint16(4 * k, advance);
    viewOf(hmtx).setInt16(4 * k + 2, bearing);
    at += outline.length + (outline.length & 1);
    viewOf(loca).setUint32(4 * k + 4, at);
  }
  for (const [tag, table] of Object.entries({ glyf, loca, hmtx })) tables.set(tag, table);
  return fontFile(tables);
}

/** The family, style, full and PostScript names, for Windows in English. */
function nameTable(name: string): Uint8Array {
  const [family, style] = name.split('-') as [string, string];
  const names: [number, string][] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, name],
  ];
  const head = 6 + 12 * names.length;
  const table = new Uint8Array(head + names.reduce((sum, [, text]) => sum + 2 * text.length, 0));
  const view = viewOf(table);
  view.setUint16(2, names.length);
  view.setUint16(4, head);
  let offset = 0;
  for (const [at, [id, text]] of names.entries()) {
    for (const [k, n] of [3, 1, 0x409, id, 2 * text.length, offset].entries()) view.setUint16(6 + 12 * at + 2 * k, n);
    for (let k = 0; k < text.length; k++) view.setUint16(head + offset + 2 * k, text.charCodeAt(k));
    offset += 2 * text.length;
  }
  return table;
}

/** Format 12, one row a character. */
function cmapTable(characters: ReadonlyMap<number, number>): Uint8Array {
  const rows = [...characters].sort(([a], [b]) => a - b);
  const table = new Uint8Array(28 + 12 * rows.length);
  const view = viewOf(table);
  for (const [at, n] of [0, 1, 3, 10].entries()) view.setUint16(2 * at, n);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + 12 * rows.length);
  view.setUint32(24, rows.length);
  for (const [k, [ch, glyph]] of rows.entries()) for (const [n, x] of [ch, ch, glyph].entries()) view.setUint32(28 + 12 * k + 4 * n, x);
  return table;
}
