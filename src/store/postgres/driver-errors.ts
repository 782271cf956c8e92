import { StoreError, type StoreErrorCode } from '../store-error.js';

/** Failures that say something about the database and not about a query: beginnings of PostgreSQL's error codes, the longest first. */
const failures: readonly { state: string; code: StoreErrorCode; why: string }[] = [
  { state: '28P01', code: 'cannot-open', why: 'the user name or the password is wrong: check both in its address' },
  { state: '3D000', code: 'cannot-open', why: "there is no such database: make it (create database … encoding 'UTF8' template template0)" },
  {
    state: '25006',
    code: 'read-only',
    why: 'it may only be read: write to the primary server, or choose another place (nothing stored is lost)',
  },
  {
    state: '42501',
    code: 'read-only',
    why: 'this user may not do that there: grant it the rights, or choose another user (nothing stored is lost)',
  },
  { state: '40001', code: 'locked', why: 'other programs write the same: try again (nothing stored is lost)' },
  { state: '40P01', code: 'locked', why: 'other programs write the same: try again (nothing stored is lost)' },
  { state: '55P03', code: 'locked', why: 'another program has been writing it for too long: try again later (nothing stored is lost)' },
  { state: '57P03', code: 'locked', why: 'its server is starting or stopping: try again soon' },
  { state: '53300', code: 'locked', why: 'its server has no connection left: try again later, or allow it more connections' },
  {
    state: '53100',
    code: 'full',
    why: "there is no room left on its server's disk: free space there, then run the same command again (nothing stored is lost)",
  },
  {
    state: '53200',
    code: 'full',
    why: 'its server has no memory left for this: write fewer stories at once, or raise max_locks_per_transaction',
  },
  { state: 'XX001', code: 'corrupt', why: 'it is damaged: restore a backup, or read the sources again into a new one' },
  { state: 'XX002', code: 'corrupt', why: 'an index of it is damaged: run reindex there, then rapporteur doctor' },
  { state: '28', code: 'cannot-open', why: 'its server refuses this user from here: check its address, and pg_hba.conf of the server' },
  { state: '57P', code: 'io', why: 'its server has ended the connection: try again (nothing stored is lost)' },
  { state: '08', code: 'io', why: 'the connection to its server was lost: try again (nothing stored is lost)' },
  { state: '58', code: 'io', why: "its server's disk cannot be read or written: check the server, then try again" },
];

/** Failures of the connection itself: codes of Node, or words of the driver. */
const unanswered = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT', 'EACCES'];
const lost = /ECONNRESET|EPIPE|Connection terminated|Client has encountered a connection error|not queryable/;

/** The error of the server or of the driver as a `StoreError` where it is about the database; anything else (a mistake in a query) as it came. */
export function asStoreError(error: unknown, location: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const { code: state = '' } = error as Error & { code?: string };
  const found = failures.find((f) => state.length === 5 && state.startsWith(f.state));
  if (found) return new StoreError(found.code, `${location}: ${found.why}.`, error);
  if (isStalePlan(error))
    return new StoreError('locked', `${location}: its tables were changed meanwhile: try again (nothing stored is lost).`, error);
  if (state === '54000' && error.message.includes('index row'))
    return new RangeError('a name in it, or its source, is longer than the database can look for', { cause: error });
  if (lost.test(`${state} ${error.message}`))
    return new StoreError('io', `${location}: the connection to its server was lost: try again (nothing stored is lost).`, error);
  return error;
}

/** What went wrong while connecting, as a `StoreError`. */
export function asOpenError(error: unknown, location: string): unknown {
  const known = asStoreError(error, location);
  if (known instanceof StoreError || !(error instanceof Error)) return known;
  const { code = '', errors } = error as Error & { code?: string; errors?: readonly { code?: string }[] };
  const codes = [code, ...(errors ?? []).map((one) => one.code ?? '')];
  if (codes.some((one) => unanswered.includes(one)) || /timeout/i.test(error.message))
    return new StoreError('cannot-open', `${location}: no server answers there: check that it runs, and its address.`, error);
  if (error.message.includes('password must be a string'))
    return new StoreError(
      'cannot-open',
      `${location}: its server asks for a password: write it into the address, or into PGPASSWORD.`,
      error,
    );
  return new StoreError('cannot-open', `${location} cannot be opened (${error.message.split('\n')[0]}).`, error);
}

/** Whether a prepared query would give other columns than when it was prepared: a newer version has changed the tables. A new connection knows them. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && (error as Error & { routine?: string }).routine === 'RevalidateCachedQuery';
}

/** Whether the same transaction would go through if it were tried again. */
export function isPassing(error: unknown): boolean {
  const cause = error instanceof StoreError ? (error.cause as { code?: string } | undefined) : undefined;
  return cause?.code === '40001' || cause?.code === '40P01' || isStalePlan(cause);
}
