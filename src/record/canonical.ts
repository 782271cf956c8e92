import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * JSON with sorted keys and no blanks; fields that are `undefined` are left out. Equal values give equal bytes, whatever the
 * order in which they were built.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let json = '';
  if (Array.isArray(value)) {
    for (const v of value) json += `${json === '' ? '' : ','}${canonicalJson(v)}`;
    return `[${json}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(fields).sort()) {
    const v = fields[name];
    if (v !== undefined) json += `${json === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(v)}`;
  }
  return `{${json}}`;
}

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal, cut to `digits` (64 at most). */
export function digest(text: string, digits = 64): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);
}

/** The first 52 bits of a hexadecimal digest: an integer that a double carries exactly. It sorts as the digest does. */
export function shortNumber(hex: string): number {
  return Number.parseInt(hex.slice(0, 13), 16);
}

const dots = /[\u2022\u2027\u2219\u22c5\u30fb\uff65]/g;
const hanBlank = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * One spelling for what differs only in type: width, compatibility forms, middle dots, blanks between Han characters, title
 * marks. It joins no two different spellings of a name: that is decided elsewhere.
 */
export function canonicalName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(dots, '·')
    .replace(/[《》〈〉]/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(hanBlank, '')
    .trim();
}
