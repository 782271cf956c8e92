/** Recognises by content what is not a story in plain text: images, archives, office files, databases, pages. Pure. */

import { sentence } from '../model/sentence.js';

interface Magic {
  name: string;
  at: number;
  bytes: readonly number[];
}

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
const magic = (name: string, bytes: readonly number[] | string, at = 0): Magic => ({
  name,
  at,
  bytes: typeof bytes === 'string' ? ascii(bytes) : bytes,
});

const magics: readonly Magic[] = [
  magic(sentence`a PNG image`, [0x89, 0x50, 0x4e, 0x47]),
  magic(sentence`a JPEG image`, [0xff, 0xd8, 0xff]),
  magic(sentence`a GIF image`, 'GIF87a'),
  magic(sentence`a GIF image`, 'GIF89a'),
  magic(sentence`a WebP image`, 'WEBP', 8),
  magic(sentence`a sound file`, 'WAVE', 8),
  magic(sentence`a video`, 'ftyp', 4),
  magic(sentence`a PDF document`, '%PDF-'),
  magic(sentence`an RTF document`, '{\\rtf'),
  magic(sentence`a ZIP archive or an office document`, [0x50, 0x4b, 0x03, 0x04]),
  magic(sentence`a ZIP archive`, [0x50, 0x4b, 0x05, 0x06]),
  magic(sentence`an older office document`, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  magic(sentence`an SQLite database`, 'SQLite format 3\0'),
  magic(sentence`a gzip archive`, [0x1f, 0x8b]),
  magic(sentence`a bzip2 archive`, 'BZh91AY&SY'),
  magic(sentence`an xz archive`, [0xfd, 0x37, 0x7a, 0x58, 0x5a]),
  magic(sentence`a Zstandard archive`, [0x28, 0xb5, 0x2f, 0xfd]),
  magic(sentence`a 7-Zip archive`, [0x37, 0x7a, 0xbc, 0xaf]),
  magic(sentence`a RAR archive`, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]),
  magic(sentence`a program`, [0x7f, 0x45, 0x4c, 0x46]),
  magic(sentence`a font`, 'wOF2'),
];

/** The name of the file format whose signature the bytes begin with, such as `a PNG image`, or `undefined`. */
export function knownFormat(bytes: Uint8Array): string | undefined {
  return magics.find((m) => m.bytes.every((b, i) => bytes[m.at + i] === b))?.name;
}

const opening =
  /^<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|div|p|article|section|main|table|span|center|font|h[1-6]|a|br|img|ul|ol)(?=[\s>/])/i;
const closing = /<\/(?:p|div|span|a|li|td|tr|table|body|html|head|script|style|h[1-6]|article|section|ul|ol|font)>/gi;
const peek = 65_536;

/** `html` or `xml` where the text is markup and not a plain story; `undefined` otherwise. Looks at the first 65,536 units. */
export function markup(text: string): 'html' | 'xml' | undefined {
  let head = text.slice(0, peek).trimStart();
  const xml = head.startsWith('<?xml');
  if (xml) head = head.slice(Math.max(head.indexOf('?>') + 2, 5)).trimStart();
  while (head.startsWith('<!--')) {
    const end = head.indexOf('-->');
    head = end < 0 ? '' : head.slice(end + 3).trimStart();
  }
  if (/^<!doctype\s+html/i.test(head) || opening.test(head)) return 'html';
  if (xml) return 'xml';
  let seen = 0;
  for (const _ of head.matchAll(closing)) if (++seen >= 5) return 'html';
  return undefined;
}

/** Share of control characters other than tab, line ends, form feed, and Ctrl-Z among the first 65,536 units; 1 where there is a NUL. */
export function controlShare(text: string): number {
  if (text.includes('\0')) return 1;
  const head = text.slice(0, peek);
  const found = head.match(/[\x01-\x08\x0b\x0e-\x19\x1b-\x1f\x7f]/g);
  return found ? found.length / head.length : 0;
}
