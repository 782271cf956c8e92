import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Whether an argument has wildcards: `*`, `?`, `[…]`. (`**` stands for any number of folders.) */
export function hasWildcard(text: string): boolean {
  return /[*?[]/.test(text);
}

/**
 * Whether a name fits a pattern of one path segment: `*` any characters, `?` one, `[a-z]` one of a set (`[!…]` none of it).
 * Takes time proportional to the product of the two lengths at worst.
 */
export function fits(pattern: string, name: string): boolean {
  const tokens = tokenise(pattern);
  const chars = [...name];
  let p = 0;
  let n = 0;
  let star = -1;
  let resume = 0;
  while (n < chars.length) {
    const token = tokens[p];
    if (token === '*') {
      star = p++;
      resume = n;
    } else if (token !== undefined && matches(token, chars[n]!)) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else return false;
  }
  while (tokens[p] === '*') p++;
  return p === tokens.length;
}

type Token = '*' | '?' | { set: readonly (readonly [string, string])[]; not: boolean } | { literal: string };

function tokenise(pattern: string): Token[] {
  const out: Token[] = [];
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const ch = chars[i]!;
    const close = ch === '[' ? chars.indexOf(']', i + 2) : -1;
    if (ch === '*' || ch === '?') out.push(ch);
    else if (close > 0) {
      out.push(setOf(chars.slice(i + 1, close)));
      i = close;
    } else out.push({ literal: ch });
  }
  return out;
}

function setOf(inside: readonly string[]): Token {
  const not = inside[0] === '!' || inside[0] === '^';
  const set: [string, string][] = [];
  for (let i = not ? 1 : 0; i < inside.length; i++) {
    const ranged = inside[i + 1] === '-' && i + 2 < inside.length;
    set.push([inside[i]!, inside[ranged ? i + 2 : i]!]);
    if (ranged) i += 2;
  }
  return { set, not };
}

function matches(token: Token, ch: string): boolean {
  if (token === '*' || token === '?') return true;
  if ('literal' in token) return token.literal === ch;
  return token.set.some(([from, to]) => from <= ch && ch <= to) !== token.not;
}

/** The paths that fit a pattern, sorted; folders that cannot be listed hold none. Names that begin with a dot need a dot in the pattern. */
export async function glob(pattern: string): Promise<string[]> {
  const root = path.parse(pattern).root;
  const segments = pattern
    .slice(root.length)
    .split(path.sep === '\\' ? /[\\/]/ : '/')
    .filter((s) => s !== '');
  const found = new Set<string>();
  await walk(root, segments, found);
  return [...found].sort();
}

async function walk(base: string, segments: readonly string[], found: Set<string>): Promise<void> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return;
  if (segment !== '**' && !hasWildcard(segment)) return step(path.join(base, segment), rest, found, true);
  const entries = await list(base);
  if (segment === '**') {
    await walk(base, rest.length > 0 ? rest : ['*'], found);
    for (const e of entries) if (e.isDirectory() && !e.name.startsWith('.')) await walk(path.join(base, e.name), segments, found);
    return;
  }
  for (const e of entries) {
    const hidden = e.name.startsWith('.') && !segment.startsWith('.');
    if (!hidden && fits(segment, e.name)) await step(path.join(base, e.name), rest, found, false);
  }
}

async function step(place: string, rest: readonly string[], found: Set<string>, check: boolean): Promise<void> {
  if (rest.length > 0) return walk(place, rest, found);
  if (!check || (await list(path.dirname(place))).some((e) => e.name === path.basename(place))) found.add(place);
}

async function list(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
