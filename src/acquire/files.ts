import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { sentence } from '../model/sentence.js';
import { guardedFetch } from './fetch/fetch.js';
import { glob, hasWildcard } from './glob.js';
import { lineFile, readLines } from './line-file.js';
import { type Problem, refusal } from './problem.js';
import type { ArchivePlace, Source } from './source.js';
import { readArchive } from './warc/warc.js';

/** What the arguments stand for: how many documents there are, and the documents in order. */
export interface Sources {
  total: number;
  read(): AsyncGenerator<Source>;
}

export interface SourceOptions {
  /** Bytes that one document may have; 20 MB where absent. */
  limit?: number;
  /** Addresses of private networks may be fetched. */
  allowPrivate?: boolean;
  /** Where to begin in an archive that was read in part before. */
  begin?: (file: string) => ArchivePlace | undefined;
  /** What `-` stands for; the standard input of the process where absent. */
  stdin?: Readable;
}

/** 20 MB (20,000,000 bytes). */
export const defaultLimit = 20_000_000;

/** Endings of the files that a folder is searched for. */
const endings = ['.txt', '.html', '.htm', '.xhtml', '.shtml', '.pdf', '.docx', '.eml', '.warc', '.wet', '.warc.gz', '.wet.gz'];

type Entry = { source: string; listed: boolean } | { source: string; error: Problem };

/**
 * Lists the documents that files, folders (every story below them by its ending, sorted), globs, addresses and `-` stand for; reads
 * each only when its turn comes. Never throws: what cannot be listed or read becomes an error entry in its place.
 */
export async function openSources(inputs: readonly string[], options: SourceOptions = {}): Promise<Sources> {
  const entries: Entry[] = [];
  for (const input of inputs) entries.push(...(await entriesOf(input)));
  return { total: entries.length, read: () => readAll(entries, options) };
}

async function* readAll(entries: readonly Entry[], options: SourceOptions): AsyncGenerator<Source> {
  const limit = options.limit ?? defaultLimit;
  for (const entry of entries) {
    if ('error' in entry) yield entry;
    else if (isAddress(entry.source)) yield await sourceAt(entry.source, options);
    else if (archiveName.test(entry.source)) yield* archived(entry.source, limit, options);
    else if (await isLineArchive(entry.source, limit)) yield* linesOf(entry.source, limit);
    else if (entry.source === '-') yield await readStream(options.stdin ?? process.stdin, limit);
    else yield await readFile(entry, limit);
  }
}

/** Files of many stories, read one by one whatever their size. */
const archiveName = /\.(?:warc|wet)(?:\.gz)?$/i;

async function* archived(file: string, limit: number, { begin }: SourceOptions): AsyncGenerator<Source> {
  try {
    for await (const { source, next } of readArchive(file, limit, begin?.(file))) yield { ...source, place: { file, next } };
  } catch (error) {
    yield { source: file, error: because(error, true) };
  }
}

/** Whether it is a file of lines that is read line by line: packed, or larger than one document may be. */
async function isLineArchive(file: string, limit: number): Promise<boolean> {
  if (!lineFile.test(file)) return false;
  const about = await stat(file).catch(() => null);
  return about?.isFile() === true && (/\.gz$/i.test(file) || about.size > limit);
}

async function* linesOf(file: string, limit: number): AsyncGenerator<Source> {
  try {
    yield* readLines(file, limit);
  } catch (error) {
    yield { source: file, error: because(error, true) };
  }
}

/** Whether it is got from the network, not from a disk. */
export const isAddress = (input: string): boolean => /^https?:\/\//i.test(input);

/** What is at an address, by the guarded fetch. Never throws: why nothing was got comes in its place. */
export async function sourceAt(source: string, options: Pick<SourceOptions, 'limit' | 'allowPrivate'> = {}): Promise<Source> {
  const { limit = defaultLimit, allowPrivate = false } = options;
  const got = await guardedFetch(source, { limit, allowPrivate });
  return 'error' in got ? { source, error: got.error } : { source, bytes: got.bytes, ...(got.charset ? { charset: got.charset } : {}) };
}

async function entriesOf(input: string): Promise<Entry[]> {
  if (input === '-' || isAddress(input)) return [{ source: input, listed: false }];
  if (input.includes('\0')) return [{ source: input, error: refusal('not-found', sentence`is no possible file name (check the path)`) }];
  try {
    const about = await stat(input);
    if (!about.isDirectory()) return [{ source: input, listed: false }];
    const found = await inFolder(input, []);
    const none = refusal(
      'no-text',
      sentence`has no stories in it: no .txt, .html, .pdf, .docx, .eml or .warc files (name the files themselves if they are called otherwise)`,
    );
    return found.length > 0 ? found : [{ source: input, error: none }];
  } catch (error) {
    if (!hasWildcard(input) || codeOf(error) !== 'ENOENT') return [{ source: input, error: because(error, false) }];
    const found = await glob(input);
    if (found.length === 0) return [{ source: input, error: refusal('not-found', sentence`fits no file (check the pattern)`) }];
    const entries: Entry[] = [];
    for (const f of found) entries.push(...(await entriesOf(f)));
    return [...new Map(entries.map((e) => [e.source, e])).values()];
  }
}

/** The stories below a folder in the order of their names; `above` are the real paths of the folders that lead here. */
async function inFolder(folder: string, above: readonly string[]): Promise<Entry[]> {
  const out: Entry[] = [];
  let here: string;
  let names: string[];
  try {
    here = await realpath(folder);
    if (above.includes(here))
      return [{ source: folder, error: refusal('loop', sentence`leads back to a folder above it (remove the link)`) }];
    names = (await readdir(folder)).filter((n) => !n.startsWith('.')).sort();
  } catch (error) {
    return [{ source: folder, error: because(error, true) }];
  }
  for (const name of names) {
    const place = path.join(folder, name);
    const wanted = endings.some((ending) => name.toLowerCase().endsWith(ending));
    try {
      const about = await stat(place);
      if (about.isDirectory()) out.push(...(await inFolder(place, [...above, here])));
      else if (wanted) out.push({ source: place, listed: true });
    } catch (error) {
      if (wanted) out.push({ source: place, error: name.includes('\ufffd') ? odd : because(error, true) });
    }
  }
  return out;
}

const odd = refusal('not-found', sentence`has a name that is not UTF-8 (rename it)`);

async function readFile(entry: { source: string; listed: boolean }, limit: number): Promise<Source> {
  const { source } = entry;
  let handle: FileHandle | undefined;
  try {
    handle = await open(source, 'r');
    const about = await handle.stat();
    if (about.isDirectory()) return { source, error: refusal('folder', sentence`is a folder now (run again)`) };
    if (about.isFile() && about.size > limit) return { source, error: tooBig(about.size, limit) };
    if (!about.isFile()) return await gather(source, handle.createReadStream({ autoClose: false, end: limit }), limit);
    const bytes = await handle.readFile();
    return bytes.length > limit ? { source, error: tooBig(bytes.length, limit) } : { source, bytes };
  } catch (error) {
    return { source, error: because(error, entry.listed) };
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

async function readStream(stream: Readable, limit: number): Promise<Source> {
  try {
    return await gather('-', stream, limit);
  } catch (error) {
    return { source: '-', error: because(error, false) };
  }
}

async function gather(source: string, stream: AsyncIterable<unknown>, limit: number): Promise<Source> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    size += bytes.length;
    if (size > limit) return { source, error: tooBig(undefined, limit) };
    chunks.push(bytes);
  }
  return { source, bytes: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) };
}

function tooBig(size: number | undefined, limit: number): Problem {
  const most = megabytes(limit);
  const why =
    size === undefined
      ? sentence`is larger than the limit of ${most} (split it, or raise the limit with --max-size)`
      : sentence`has ${megabytes(size)}, more than the limit of ${most} (split it, or raise the limit with --max-size)`;
  return refusal('too-big', why);
}

/** `20 MB`, `0.5 MB`: megabytes of 1,000,000 bytes, to one place; rounded up so that a size above a limit never looks equal to it. */
function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 100_000) / 10} MB`;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}

/** Why the system refuses a path. `listed`: it was there when its folder was listed. */
function because(error: unknown, listed: boolean): Problem {
  const code = codeOf(error);
  if (code === 'ENOENT' && listed) return refusal('vanished', sentence`was listed but is not there any more (run again if it comes back)`);
  const known = reasons[code];
  return known ? refusal(known[0], known[1]) : refusal('unreadable', sentence`cannot be read: ${code} (check the file and its disk)`);
}

const reasons: Readonly<Record<string, readonly [code: string, message: string]>> = {
  ENOENT: ['not-found', sentence`is not there (check the path)`],
  ENOTDIR: ['not-found', sentence`is not there: a part of its path is not a folder (check the path)`],
  EACCES: ['unreadable', sentence`cannot be read: permission denied (allow reading it)`],
  EPERM: ['unreadable', sentence`cannot be read: permission denied (allow reading it)`],
  ELOOP: ['loop', sentence`is a link that leads back to itself (remove the link)`],
  EISDIR: ['folder', sentence`is a folder now (run again)`],
  ENAMETOOLONG: ['not-found', sentence`is too long a name (check the path)`],
  EMFILE: ['unreadable', sentence`cannot be read: too many files are open (close other programs, or raise the limit)`],
  ENFILE: ['unreadable', sentence`cannot be read: too many files are open (close other programs, or raise the limit)`],
  ENXIO: ['unreadable', sentence`is a socket or a device, not a file (leave it out)`],
  EIO: ['unreadable', sentence`cannot be read: the disk reports an error (check the disk)`],
};
