import zlib from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const part = 'word/document.xml';
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word file of one paragraph. */
export const document = (text = '越南外长访问老挝。', more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(zipSync({ ...more, [part]: strToU8(paragraph(text)) }));

/** The central directory of a ZIP file, and the record that ends it. */
function directoryOf(file: Buffer): { at: number; entries: Buffer; end: Buffer } {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const at = file.readUInt32LE(end + 16);
  return { at, entries: file.subarray(at, end), end: Buffer.from(file.subarray(end)) };
}

/** The same file whose list of parts is what `make` gives of the list that it has: as many entries as there are. */
function relisted(file: Buffer, make: (entry: Buffer) => readonly Buffer[]): Buffer {
  const { at, entries, end } = directoryOf(file);
  const list = make(entries);
  const size = list.reduce((sum, one) => sum + one.length, 0);
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(size, 12);
  return Buffer.concat([file.subarray(0, at), ...list, end]);
}

/** A Word file that lists its one part so many times. */
export const listedOften = (times: number, characters: number): Buffer =>
  relisted(document('a'.repeat(characters)), (entry) => Array.from({ length: times }, () => entry));

/** A Word file with so many parts of other names, all of the same packed bytes. */
export const overlapping = (times: number): Buffer =>
  relisted(document('a'.repeat(900_000)), (entry) => [
    entry,
    ...Array.from({ length: times }, (_, i) => {
      const other = Buffer.from(entry);
      other.write(String(i).padStart(5, '0'), 46, 'latin1');
      return other;
    }),
  ]);

/** A Word file that says of its part that it is so large when it is unpacked. */
export const said = (size: number, characters: number): Buffer =>
  relisted(document('a'.repeat(characters)), (entry) => {
    const lying = Buffer.from(entry);
    lying.writeUInt32LE(size, 24);
    return [lying];
  });

/** A PDF file of one page with this content, packed so many times over; `tree` is what stands for the list of pages. */
export function pdf(content: Buffer, packings = 1, tree = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'): Buffer {
  let data = content;
  for (let i = 0; i < packings; i++) data = zlib.deflateSync(data);
  const fonts = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
  const filter = `/Filter [${'/FlateDecode '.repeat(packings)}]`;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(tree),
    Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources ${fonts} >>`),
    Buffer.concat([Buffer.from(`<< /Length ${data.length} ${filter} >>\nstream\n`), data, Buffer.from('\nendstream')]),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = parts[0]!.length;
  for (const [i, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(at);
    parts.push(whole);
    at += whole.length;
  }
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 5\n0000000000 65535 f \n${lines}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`));
  return Buffer.concat(parts);
}

/** A page of words, and so many blanks. */
export const wordsAndBlanks = (blanks: number): Buffer =>
  Buffer.concat([Buffer.from('BT /F1 12 Tf (They met in Hanoi.) Tj ET\n'), Buffer.alloc(blanks, ' ')]);
