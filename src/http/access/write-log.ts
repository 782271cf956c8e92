import { appendFile } from 'node:fs/promises';

/** One thing that somebody changed, or tried to change. */
export interface Written {
  at: string;
  who: string;
  role: string;
  /** Address of the client. */
  from: string;
  operation: string;
  path: string;
  status: number;
  /** Ids of what came of it. */
  ids: string[];
}

/** Keeps what was changed by whom. */
export interface WriteLog {
  add(written: Written): Promise<void>;
}

/** A log in a file: a line of JSON each, only ever added to. */
export function writeLogIn(file: string): WriteLog {
  let last: Promise<void> = Promise.resolve();
  return {
    add(written) {
      last = last.catch(() => undefined).then(() => appendFile(file, `${JSON.stringify(written)}\n`, { mode: 0o600 }));
      return last;
    },
  };
}
