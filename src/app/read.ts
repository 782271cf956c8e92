import { createHash } from 'node:crypto';
import { decode, unfitText } from '../acquire/decode.js';
import { defaultLimit, openSources } from '../acquire/files.js';
import type { FieldMap } from '../acquire/forms/row.js';
import { type Problem, refusal, warning } from '../acquire/problem.js';
import type { Source } from '../acquire/source.js';
import { storiesIn } from '../acquire/stories.js';
import { auditStory } from '../audit/engine.js';
import { languageOf } from '../extract/language.js';
import { languages, longestStory, read, type Story } from '../extract/read.js';
import type { Reading } from '../model/article.js';
import type { Finding } from '../model/finding.js';
import { sentence } from '../model/sentence.js';
import { type Progress, silent } from './progress.js';

/** One document on its way: what was read of it, what is wrong with it, or both (a text that is cut at its end). */
export interface Document {
  /** Path as given or found; `-` for standard input. */
  source: string;
  /** The text as read; `null` where the document was refused. */
  text: string | null;
  /** `null` exactly where `text` is. */
  reading: Reading | null;
  problem: Problem | null;
}

export interface ReadOptions {
  /** Encoding label that came with the bytes. */
  charset?: string;
  /** Day of publication that is known from elsewhere, EDTF; beats what the text says. */
  published?: string;
  /** Bytes that one document may have. */
  limit?: number;
  /** Addresses of private networks may be fetched. */
  allowPrivate?: boolean;
  /** Which fields of JSON and CSV hold which part of a story. */
  fields?: FieldMap;
  /** How far it is; `step` is called after a document was handed on. */
  progress?: Progress;
}

export { defaultLimit, type FieldMap };

/**
 * Reads documents one by one, in the order of the inputs (files, folders, globs, addresses, `-`); nothing is stored. Never throws over a
 * document: what is wrong with it comes along with it.
 */
export async function* readDocuments(inputs: readonly string[], options: ReadOptions = {}): AsyncGenerator<Document> {
  const progress = options.progress ?? silent;
  const sources = await openSources(inputs, sourceOptions(options));
  progress.begin(sources.total);
  try {
    for await (const source of storiesIn(sources.read(), options)) {
      yield readSource(source, options);
      progress.step(source.source);
    }
  } finally {
    progress.end();
  }
}

/** What `openSources` needs of the options. */
export function sourceOptions({ limit, allowPrivate }: Pick<ReadOptions, 'limit' | 'allowPrivate'>): {
  limit?: number;
  allowPrivate?: boolean;
} {
  return { ...(limit === undefined ? {} : { limit }), ...(allowPrivate === undefined ? {} : { allowPrivate }) };
}

/** One document from its bytes to its statements. Never throws. */
export function readSource(source: Source, options: Pick<ReadOptions, 'charset' | 'published'> = {}): Document {
  if ('error' in source) return refused(source.source, source.error);
  const charset = source.charset ?? options.charset;
  const decoded = decode(source.bytes, charset === undefined ? {} : { charset });
  if (decoded.problem?.fatal) return refused(source.source, decoded.problem);
  const { text } = decoded;
  const { language, ...told } = source.told ?? {};
  // Pages often say a language that is not theirs: the text itself is asked first.
  const spoken = language !== undefined && languageOf(text) === null ? { language } : {};
  return readDecoded(
    { id: articleId(source.bytes), source: source.source, text, ...told, ...spoken },
    source.warning ?? decoded.problem,
    options,
  );
}

/** A text that is no file yet, such as one in an editor, to its statements; its id is that of a file with this text in UTF-8. Never throws. */
export function readText(source: string, text: string, options: Pick<ReadOptions, 'published'> = {}): Document {
  const unfit = unfitText(text);
  if (unfit) return refused(source, unfit);
  return readDecoded({ id: articleId(new TextEncoder().encode(text)), source, text }, null, options);
}

function refused(source: string, problem: Problem): Document {
  return { source, text: null, reading: null, problem };
}

function readDecoded(story: Story, problem: Problem | null, { published }: Pick<ReadOptions, 'published'>): Document {
  const { source, text } = story;
  try {
    const found = read(published === undefined ? story : { ...story, published });
    const reading = { ...found, findings: [...found.findings, ...findingsIn(found, text)] };
    return { source, text, reading, problem: problem ?? remark(reading, text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    return refused(source, refusal('fault', sentence`stopped the reader: ${reason} (report it with the file)`));
  }
}

/** `sha256:` and the hash of the bytes as read, in hex. */
export function articleId(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** What does not add up in the part of a story that was read. */
function findingsIn({ article, statements }: Reading, text: string): Finding[] {
  return isRead(article.language) ? auditStory(article, text.slice(0, longestStory), statements).findings : [];
}

function isRead(language: string | null): language is string {
  return language !== null && languages.includes(language.split('-')[0]!);
}

/** What is worth knowing about a text that was read without damage. */
function remark({ article }: Reading, text: string): Problem | null {
  const { language } = article;
  if (!isRead(language)) {
    const why =
      language === null
        ? sentence`is in no language that it recognises (only Chinese is read)`
        : sentence`is in a language that it cannot read yet: ${language} (only Chinese is read)`;
    return warning('language', why);
  }
  if (text.length <= longestStory) return null;
  return warning(
    'long',
    sentence`is one story of ${text.length} characters; only the first ${longestStory} were read (split it into its stories)`,
  );
}
