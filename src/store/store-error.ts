/**
 * Why a store could not do what it was asked. `locked` may pass by itself; `full`, `read-only` and `cannot-open` after someone
 * acts; `corrupt` and `not-a-database` need a backup; `newer` needs a newer program; `closed` is a mistake of the caller.
 */
export type StoreErrorCode = 'locked' | 'full' | 'read-only' | 'cannot-open' | 'io' | 'corrupt' | 'not-a-database' | 'newer' | 'closed';

/** A failure of the store itself, never of one document. `message` is one sentence for people: what, where, why, what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
