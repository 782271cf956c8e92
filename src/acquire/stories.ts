import { sentence } from '../model/sentence.js';
import { knownFormat, markup } from './content.js';
import { decodeAny } from './decode.js';
import { defaultLimit } from './files.js';
import { storiesInCsv } from './forms/csv.js';
import { storyInMail } from './forms/eml.js';
import { storiesInJson, storiesInJsonLines, storyInLine } from './forms/json.js';
import { isNewsMl, storiesInNewsMl } from './forms/newsml.js';
import { storyInPdf } from './forms/pdf.js';
import type { FieldMap } from './forms/row.js';
import { lineOfFile } from './line-file.js';
import { charsetIn } from './page/charset.js';
import { readPage } from './page/page.js';
import { textOfStory, toldBy } from './page/story-text.js';
import { refusal } from './problem.js';
import type { Source } from './source.js';

/** How documents are taken apart into stories. */
export interface StoryOptions {
  /** The label that the user gave. */
  charset?: string;
  /** Where it was found, where its source is not an address or led to another. */
  address?: string;
  /** Which fields of JSON and CSV hold which part of a story. */
  fields?: FieldMap;
  /** Bytes that one document may have when it is unpacked. */
  limit?: number;
}

type WithBytes = Extract<Source, { bytes: Uint8Array }>;

/**
 * Documents as stories in plain text: pages, office documents, PDF, mails, JSON, CSV and NewsML become the text of their stories with what is
 * said about each; plain text passes as it is. What cannot be read becomes an error in its place. Never throws.
 */
export async function* storiesIn(sources: AsyncIterable<Source>, options: StoryOptions = {}): AsyncGenerator<Source> {
  for await (const source of sources) {
    if ('error' in source) {
      yield source;
      continue;
    }
    const place = source.place ? { place: source.place } : {};
    try {
      for await (const story of storiesOf(source, options)) yield { ...story, ...place };
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      yield {
        source: source.source,
        error: refusal('fault', sentence`could not be taken apart: ${why} (report it with the file)`),
        ...place,
      };
    }
  }
}

/** The stories of one document, by what its bytes say it is, else by its name. */
async function* storiesOf(source: WithBytes, options: StoryOptions): AsyncGenerator<Source> {
  const { bytes } = source;
  if (lineOfFile.test(source.source)) {
    yield* tabled('line', source, options);
    return;
  }
  const name = source.source.toLowerCase().split(/[?#]/, 1)[0]!;
  const starts = (...magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);
  if (starts(0x25, 0x50, 0x44, 0x46)) yield await storyInPdf(bytes, source.source);
  else if (starts(0x50, 0x4b, 3, 4))
    yield (await import('./forms/docx.js')).storyInDocx(bytes, source.source, options.limit ?? defaultLimit) ?? source;
  else if (name.endsWith('.eml')) yield storyInMail(bytes, source.source);
  else {
    const form = /\.(?<form>jsonl|ndjson|json|csv|tsv)$/.exec(name)?.groups?.form;
    if (form === undefined) yield* markedUp(source, options);
    else yield* tabled(form, source, options);
  }
}

/** Rows of JSON or CSV, or one line of JSON. */
function* tabled(form: string, source: WithBytes, options: StoryOptions): Generator<Source> {
  const charset = options.charset ?? source.charset;
  const { text, problem } = decodeAny(source.bytes, charset === undefined ? {} : { charset });
  const fields = options.fields ?? {};
  if (problem?.fatal) yield { source: source.source, error: problem };
  else if (form === 'line') yield storyInLine(text, source.source, fields);
  else if (form === 'json') yield* storiesInJson(text, source.source, fields);
  else if (form === 'csv' || form === 'tsv') yield* storiesInCsv(text, source.source, fields);
  else yield* storiesInJsonLines(text, source.source, fields);
}

function* markedUp(source: WithBytes, options: StoryOptions): Generator<Source> {
  const text = looksMarkedUp(source.bytes) ? decoded(source, options) : null;
  if (text !== null && !text.problem?.fatal && isNewsMl(text.text)) yield* storiesInNewsMl(text.text, source.source);
  else yield storyOf(source, options);
}

/** A page or a plain text: one document of one story. */
export function storyOf(source: WithBytes, options: StoryOptions): Source {
  if (!looksMarkedUp(source.bytes)) return source;
  const found = decoded(source, options);
  if (found.problem?.fatal) return { source: source.source, error: found.problem };
  if (markup(found.text) !== 'html') return source;
  const story = readPage(found.text, addressOf(source, options));
  const text = textOfStory(story);
  if (text === '') return { source: source.source, error: noStory };
  if (markup(text) === 'html') return { source: source.source, error: brokenMarkup };
  const told = { ...toldBy(story), ...source.told };
  const warning = found.problem ? { warning: found.problem } : {};
  return { source: source.source, bytes: new TextEncoder().encode(text), charset: 'utf-8', told, ...warning };
}

const noStory = refusal('no-story', sentence`is a page without a story in it (give the page of the story itself)`);

/** What a document is, and the text of its source where that is a page or a plain text. */
export type Form = { form: 'text' | 'page'; text: string; encoding: string; address: string | null } | { form: 'other' };

/** The form of a document of one story, as `storiesIn` takes it apart. */
export function formOf(source: WithBytes, options: StoryOptions): Form {
  const name = source.source.toLowerCase();
  if (knownFormat(source.bytes) !== undefined || /\.(?:eml|jsonl|ndjson|json|csv|tsv)$/.test(name) || lineOfFile.test(source.source))
    return { form: 'other' };
  const marked = looksMarkedUp(source.bytes) ? decoded(source, options) : null;
  if (marked !== null && isNewsMl(marked.text)) return { form: 'other' };
  const isPage = marked !== null && markup(marked.text) === 'html';
  const charset = source.charset ?? options.charset;
  const { text, encoding } = isPage ? marked : decodeAny(source.bytes, charset === undefined ? {} : { charset });
  return { form: isPage ? 'page' : 'text', text, encoding, address: addressOf(source, options) };
}

function addressOf(source: WithBytes, options: StoryOptions): string | null {
  return options.address ?? source.told?.url ?? (/^https?:/i.test(source.source) ? source.source : null);
}

const brokenMarkup = refusal(
  'no-story',
  sentence`is a page with broken markup, in which the story cannot be told from it (get the page again)`,
);

function decoded(source: WithBytes, options: StoryOptions): ReturnType<typeof decodeAny> {
  const charset = options.charset ?? source.charset ?? charsetIn(source.bytes);
  return decodeAny(withoutNuls(source.bytes), charset === null ? {} : { charset });
}

/** The bytes of a page without single NULs, which browsers pass over; UTF-16, and whatever else is full of them, as it is. */
function withoutNuls(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0) || bytes[0] === 0xff || bytes[0] === 0xfe) return bytes;
  const rest = bytes.filter((byte) => byte !== 0);
  return bytes.length - rest.length > bytes.length / 100 ? bytes : rest;
}

/** Whether the bytes may be markup: text with a `<` near its beginning, in whatever encoding. */
function looksMarkedUp(bytes: Uint8Array): boolean {
  return knownFormat(bytes) === undefined && bytes.subarray(0, 65_536).includes(0x3c);
}
