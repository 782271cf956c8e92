import { sentence } from '../../model/sentence.js';
import { decodeAny } from '../decode.js';
import { refusal } from '../problem.js';
import type { Source } from '../source.js';
import { fieldsOf } from '../warc/fields.js';
import { emptyRow, storyOfRow } from './row.js';

/** No mail is read deeper, nor further than so many parts. */
const deepest = 10;
const mostParts = 200;

/** The story in a mail (RFC 5322, MIME): its subject, date and text; attachments are not read. */
export function storyInMail(bytes: Uint8Array, file: string): Source {
  const found: Found = { plain: null, html: null, parts: 0 };
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const head = headOf(raw);
  if (!head.fields.has('from') && !head.fields.has('subject') && !head.fields.has('date'))
    return { source: file, error: refusal('mail', sentence`is no mail: it has no From, Subject or Date (check the file)`) };
  walk(raw, found, 0);
  const text = found.plain ?? found.html;
  const subject = head.fields.get('subject');
  return storyOfRow(
    { ...emptyRow, title: subject === undefined ? null : words(subject), text, date: head.fields.get('date') ?? null },
    file,
  );
}

interface Found {
  plain: string | null;
  html: string | null;
  parts: number;
}

function headOf(raw: string): { fields: Map<string, string>; body: string } {
  const empty = /\r?\n\r?\n/.exec(raw.slice(0, 500_000));
  const end = empty ? empty.index : raw.length;
  return { fields: fieldsOf(raw.slice(0, end).replace(/\r?\n[ \t]+/g, ' ')), body: empty ? raw.slice(end + empty[0].length) : '' };
}

function walk(raw: string, found: Found, depth: number): void {
  if (depth > deepest || ++found.parts > mostParts) return;
  const { fields, body } = headOf(raw);
  const type = fields.get('content-type') ?? 'text/plain';
  const kind = type.split(';', 1)[0]!.trim().toLowerCase();
  if (kind.startsWith('multipart/')) {
    const boundary = /boundary\s*=\s*(?:"([^"]{1,100})"|([^\s;]{1,100}))/i.exec(type.slice(0, 2_000));
    const mark = boundary?.[1] ?? boundary?.[2];
    if (mark === undefined) return;
    // The part before the first mark is for programs that know no MIME.
    for (const part of body.split(`--${mark}`).slice(1, mostParts)) {
      if (part.startsWith('--')) break;
      walk(part.replace(/^\r?\n/, ''), found, depth + 1);
    }
    return;
  }
  if (/^attachment/i.test(fields.get('content-disposition') ?? '')) return;
  if (kind === 'message/rfc822') walk(body, found, depth + 1);
  else if (kind === 'text/plain') found.plain ??= textIn(body, fields, type);
  else if (kind === 'text/html') found.html ??= textIn(body, fields, type);
}

function textIn(body: string, fields: ReadonlyMap<string, string>, type: string): string | null {
  const how = (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  const bytes =
    how === 'base64'
      ? Buffer.from(body, 'base64')
      : how === 'quoted-printable'
        ? quoted(body.replace(/=[ \t]*\r?\n/g, ''))
        : Buffer.from(body, 'latin1');
  const charset = /charset\s*=\s*"?([\w:.-]{1,40})/i.exec(type)?.[1];
  const { text, problem } = decodeAny(bytes, charset === undefined ? {} : { charset });
  return problem?.fatal || text.trim() === '' ? null : text;
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** A header with encoded words (RFC 2047) in plain letters. */
function words(said: string): string {
  const joined = said.slice(0, 5_000).replace(/\?=\s+=\?/g, '?==?');
  const plain = joined.replace(
    /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([BQ])\?([^?\s]{0,2000})\?=/gi,
    (_, charset: string, how: string, text: string) => {
      const bytes = how.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quoted(text.replaceAll('_', ' '));
      try {
        return new TextDecoder(charset).decode(bytes);
      } catch {
        return text;
      }
    },
  );
  // Without a label a header is UTF-8 or nothing that can be told.
  return plain === said ? new TextDecoder().decode(Buffer.from(said, 'latin1')) : plain;
}
