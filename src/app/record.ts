import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../store/port.js';
import { openSqlite } from '../store/sqlite/open.js';
import { foldText } from '../text/fold.js';

export type { Store, Written } from '../store/port.js';

/** Whether a record is kept in a database (`postgres://…`) and not in a file. */
export function isDatabase(place: string): boolean {
  return /^postgres(ql)?:\/\//i.test(place);
}

/**
 * Opens the record in a file, made where there is none, or in a database, which must be there; with `make` false the record too. Throws a
 * `StoreError` that says what is wrong with it.
 */
export async function openRecord(place: string, make = true): Promise<Store> {
  if (!isDatabase(place)) return openSqlite(place, { fold: foldText });
  const { openPostgres } = await import('../store/postgres/open.js');
  return openPostgres(place, { fold: foldText, make });
}

/** A file for what belongs to a record and is not in it: beside the record's own, or named after the database in the folder where the program runs. */
export function fileBeside(location: string, ending: string): string {
  if (!isDatabase(location) || !URL.canParse(location)) return `${location}.${ending}`;
  const { hostname, port, pathname } = new URL(location);
  const name = [decodeURIComponent(pathname.slice(1)), hostname, port].filter((part) => part !== '').join('-');
  return `rapporteur-${name.replace(/[^\p{L}\p{N}.-]/gu, '_')}.${ending}`;
}

/** Whether there is anything at the place of a record. Of a database it is found out by opening it. */
export function recordExists(place: string): boolean {
  return isDatabase(place) || existsSync(place);
}

/** The package's own folder: with `corpus/` in it, above `dist/` or `src/`. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What decides how a text is read. */
const readers = ['acquire', 'audit', 'extract', 'generated', 'grammar', 'knowledge', 'lang', 'lexicon', 'model', 'text'];

/** What decides how names are joined. */
const resolvers = ['generated', 'knowledge', 'model', 'record', 'resolve'];

const versions = new Map<readonly string[], string>();

/**
 * Names the reader by the bytes of its code and word lists: after any change of them documents are read again, and never
 * otherwise.
 */
export function extractorVersion(): string {
  return codeVersion(readers);
}

/** Names what joins names in the same way: after any change of it the record is resolved again. */
export function resolverVersion(): string {
  return codeVersion(resolvers);
}

/** What decides what does not add up. */
const auditors = ['audit', ...resolvers];

/** Names the rules in the same way: after any change of them the whole record is audited again. */
export function auditorVersion(): string {
  return codeVersion(auditors);
}

/** What decides what is in a list about a pair. */
const listers = ['app', ...resolvers];

/** Names what makes such lists: after any change of it they are made anew. */
export function listerVersion(): string {
  return codeVersion(listers);
}

function codeVersion(rooms: readonly string[]): string {
  const known = versions.get(rooms);
  if (known !== undefined) return known;
  const base = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const room of rooms) {
    const files = readdirSync(path.join(base, room), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((f) => /(?<!\.test|\.d)\.[jt]s$/.test(f)).sort()) {
      hash.update(`${room}/${file}\0`).update(readFileSync(path.join(base, room, file)));
    }
  }
  const version = hash.digest('hex').slice(0, 16);
  versions.set(rooms, version);
  return version;
}
