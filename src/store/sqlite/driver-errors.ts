import { StoreError, type StoreErrorCode } from '../store-error.js';

/** Failures that say something about the file and not about a query: SQLite's primary result code and its standing message. */
const failures: readonly { number: number; text: string; code: StoreErrorCode }[] = [
  { number: 5, text: 'database is locked', code: 'locked' },
  { number: 6, text: 'database table is locked', code: 'locked' },
  { number: 8, text: 'attempt to write a readonly database', code: 'read-only' },
  { number: 10, text: 'disk I/O error', code: 'io' },
  { number: 11, text: 'database disk image is malformed', code: 'corrupt' },
  { number: 13, text: 'database or disk is full', code: 'full' },
  { number: 14, text: 'unable to open database file', code: 'cannot-open' },
  { number: 26, text: 'file is not a database', code: 'not-a-database' },
  // no such number is ever written
  { number: -1, text: 'Value is too large to be represented', code: 'corrupt' },
];

function message(code: StoreErrorCode, file: string, detail: string): string {
  switch (code) {
    case 'locked':
      return `${file} is being written by another program: wait until that has ended, then try again (nothing stored is lost).`;
    case 'read-only':
      return `${file} may not be written: allow writing to the file and its folder, or choose another place (nothing stored is lost).`;
    case 'full':
      return `There is no room left for ${file}: free space on its disk, then run the same command again (nothing stored is lost).`;
    case 'cannot-open':
      return `${file} cannot be opened: check that its folder exists and that both may be read and written.`;
    case 'corrupt':
      return `${file} is damaged (${detail}): put it aside and restore a copy, or read the sources again into a new file.`;
    case 'not-a-database':
      return `${file} is not a record: choose another file; it was left as it is.`;
    default:
      return `The disk could not read or write ${file} (${detail}): check the disk, then try again.`;
  }
}

/** What SQLite says of tables and views that are not what this program has made. */
const shapeErrors = /^(?:no such (?:column|function|table|collation)|malformed database schema|error in |near |unrecognized token)/;

/** A failure of opening a file: where what describes its tables cannot be understood, it is damaged. */
export function asOpeningError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError || !shapeErrors.test(error.message)) return error;
  return new StoreError('corrupt', message('corrupt', file, error.message.split('\n')[0]!), error);
}

/** The driver's error as a `StoreError` where it is about the file; anything else (a mistake in a query) as it came. */
export function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const { errcode, errstr } = error as Error & { errcode?: number; errstr?: string };
  // Some calls of the driver give no number, only the message.
  const found = failures.find((f) => (errcode === undefined ? error.message.startsWith(f.text) : f.number === (errcode & 0xff)));
  return found === undefined ? error : new StoreError(found.code, message(found.code, file, errstr ?? error.message), error);
}
