import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';

/** What somebody may do: look, decide, or change what the record holds. Each may do what those before it may. */
export const roles = ['read', 'review', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Whether one role includes another. */
export function includes(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted);
}

/** Somebody who may use the server; only the hash of the token is held. */
export interface Holder {
  name: string;
  role: Role;
  hash: Buffer;
}

const shortest = 24;

/**
 * Reads a file of tokens: a line each, `NAME ROLE TOKEN`, or `NAME ROLE sha256:HASH` with the hash of the token in hex; lines that begin with `#` and
 * empty ones are skipped. Throws an `Error` that says what
 * is wrong with it, and where others may read it.
 */
export function readTokens(file: string): Holder[] {
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw new Error('others may read it (chmod 600 it)');
  const holders = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, i) => (/^\s*(#|$)/.test(line) ? [] : [holderIn(line, i + 1)]));
  if (holders.length === 0) throw new Error('it has no token in it (a line each: NAME ROLE TOKEN)');
  return holders;
}

function holderIn(line: string, number: number): Holder {
  const [name, role, token, ...more] = line.trim().split(/\s+/);
  if (name === undefined || token === undefined || more.length > 0) throw new Error(`line ${number}: write NAME ROLE TOKEN`);
  if (!roles.includes(role as Role)) throw new Error(`line ${number}: the role is one of ${roles.join(', ')}`);
  const [, hash] = /^sha256:([0-9a-f]{64})$/i.exec(token) ?? [];
  if (hash !== undefined) return { name, role: role as Role, hash: Buffer.from(hash, 'hex') };
  if (token.startsWith('sha256:')) throw new Error(`line ${number}: a hash has 64 hexadecimal digits (printf %s TOKEN | sha256sum)`);
  if (token.length < shortest)
    throw new Error(`line ${number}: a token has ${shortest} characters or more (openssl rand -hex 32 makes one)`);
  return { name, role: role as Role, hash: hashOf(token) };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whose token it is; `undefined` where it is nobody's. Takes as long for a wrong token as for a right one. */
export function holderOf(holders: readonly Holder[], token: string): Holder | undefined {
  const hash = hashOf(token);
  let found: Holder | undefined;
  for (const holder of holders) if (timingSafeEqual(holder.hash, hash)) found = holder;
  return found;
}
