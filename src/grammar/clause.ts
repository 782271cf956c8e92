import { as, isA, type Token } from './token.js';

/**
 * A clause around one trigger: what stands before it (its subject and the groups that markers open) and after it. Order inside
 * the clause is free: a group is found by its marker, not by its place.
 */
export interface Groups {
  /** Entities before the trigger that no marker governs. */
  subject: Token[];
  /** Entities by the value of the marker that governs them (with, to, by, at, obj, about, from, pass, source). */
  marked: Map<string, Token[]>;
  /** Entities after the trigger, up to the next finite verb or the end of the clause. */
  object: Token[];
  /** Expressions of time anywhere in the clause before or after the trigger. */
  times: Token[];
}

/** What a language calls its parts, so that the matcher itself knows no language. */
export interface ClauseGrammar {
  /** Classes that can fill a slot. */
  entity: readonly string[];
  /** Classes that end the groups after the trigger. */
  verb: readonly string[];
  /** Value of a marker token, or nothing; some words mark only before certain others. */
  marker(token: Token, next: Token | undefined): string | undefined;
  /** A token that lists entities of one group (、). */
  isList(token: Token): boolean;
  /** A token that joins the last entity to such a list (A、B和C). */
  isLast(token: Token): boolean;
  /** A token that goes on with the group of a marker, where two entities stand around it (从A以及B). */
  isAdded(token: Token): boolean;
  /** The particle that ends a relative clause (的). */
  isRelative(token: Token): boolean;
  /** An entity that names no side by itself: what the particle joins to it does (A和B的代表). */
  isBare(token: Token | undefined): boolean;
}

/** Cuts tokens into clauses at the given separators; brackets are taken out and returned apart. */
export function clausesOf(tokens: readonly Token[], isSeparator: (token: Token) => boolean): { clauses: Token[][]; asides: Token[][] } {
  const clauses: Token[][] = [];
  const asides: Token[][] = [];
  let current: Token[] = [];
  let aside: Token[] | undefined;
  let quoted = -1;
  tokens.forEach((t, i) => {
    if (t.text === '“') quoted = closing(tokens, i, isSeparator);
    if (i === quoted) quoted = -1;
    if (t.edges.length === 0 && t.text === '(' && !aside) {
      aside = [];
      return;
    }
    if (aside) {
      if (t.edges.length === 0 && t.text.endsWith(')')) {
        asides.push(aside);
        aside = undefined;
      } else aside.push(t);
      return;
    }
    if (t.edges.length === 0 && quoted < 0 && isSeparator(t)) {
      if (current.length > 0) clauses.push(current);
      current = [];
      return;
    }
    current.push(t);
  });
  if (aside) asides.push(aside);
  if (current.length > 0) clauses.push(current);
  return { clauses, asides };
}

/** Index of the quotation mark that closes a short quoted name opened at `i`, or -1: commas inside a name part nothing, and no name that a sentence goes on from ends with one. */
function closing(tokens: readonly Token[], i: number, isSeparator: (token: Token) => boolean): number {
  for (let j = i + 1; j < tokens.length && tokens[j]!.start - tokens[i]!.end <= 30; j++)
    if (tokens[j]!.text === '”') {
      if (j + 1 < tokens.length && isSeparator(tokens[j - 1]!)) return -1;
      // 某人说,“…,…”。: what is said, and no name.
      const isSpeech = i > 0 && isSeparator(tokens[i - 1]!) && (j + 1 === tokens.length || /^[。!?]$/.test(tokens[j + 1]!.text));
      return isSpeech ? -1 : j;
    }
  return -1;
}

/** The groups around the trigger at index `at` of a clause. `from` is where the part before it begins. */
export function groupsAround(clause: readonly Token[], at: number, grammar: ClauseGrammar, from = 0): Groups {
  const groups: Groups = { subject: [], marked: new Map(), object: [], times: [] };
  before(clause.slice(from, at), grammar, groups);
  after(clause, at + 1, grammar, groups);
  return groups;
}

function before(tokens: readonly Token[], g: ClauseGrammar, groups: Groups): void {
  let marker: string | undefined;
  let held: Token[] = [];
  const flush = (): void => {
    if (marker === undefined) groups.subject.push(...held);
    else groups.marked.set(marker, [...(groups.marked.get(marker) ?? []), ...held]);
    held = [];
  };
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]!;
    if (isA(t, 'time')) groups.times.push(t);
    if (g.isAdded(t) && marker !== undefined && isA(tokens[i - 1], ...g.entity) && isA(tokens[i + 1], ...g.entity)) continue;
    const m = g.marker(t, tokens[i + 1]);
    if (g.isLast(t) && endsList(tokens, i, g)) continue;
    if (m !== undefined && !g.isList(t) && !(isA(t, ...g.entity) && !as(t, 'mark'))) {
      flush();
      marker = m;
      continue;
    }
    if (isA(t, ...g.entity)) held.push(t);
    else if (g.isRelative(t) && held.length > 0) {
      const owned = nextEntity(tokens, i + 1, g);
      if (isA(owned, ...g.entity) && !g.isBare(owned)) held = held.slice(0, -1);
    }
  }
  flush();
}

/** Whether a list goes before the token at `i` and its last entity stands behind it. */
function endsList(tokens: readonly Token[], i: number, g: ClauseGrammar): boolean {
  return (
    i > 2 &&
    g.isList(tokens[i - 2]!) &&
    isA(tokens[i - 1], ...g.entity) &&
    isA(tokens[i - 3], ...g.entity) &&
    isA(tokens[i + 1], ...g.entity)
  );
}

function nextEntity(tokens: readonly Token[], from: number, g: ClauseGrammar): Token | undefined {
  for (let i = from; i < tokens.length && i < from + 2; i++) if (isA(tokens[i], ...g.entity)) return tokens[i];
  return undefined;
}

function after(clause: readonly Token[], from: number, g: ClauseGrammar, groups: Groups): void {
  // What a talk is about is no side of it.
  let about = false;
  for (let i = from; i < clause.length; i++) {
    const t = clause[i]!;
    if (isA(t, 'time')) {
      groups.times.push(t);
      continue;
    }
    if (g.marker(t, clause[i + 1]) === 'about') about = true;
    if (about && (isA(t, 'lv', 'v') || /^(?:问题|一事|事宜|议题)$/.test(t.text))) about = false;
    if (isA(t, ...g.entity) && !about) {
      if (g.isRelative(clause[i + 1] ?? t) && isA(clause[i + 2], ...g.entity) && !g.isBare(clause[i + 2])) continue;
      groups.object.push(t);
      continue;
    }
    if (isA(t, ...g.verb)) {
      const to = relativeEnd(clause, i, g);
      if (to < 0) return;
      i = to;
    }
  }
}

/** Index of the particle that closes a relative clause opened by the verb at `i` and followed by an entity; -1 without one. */
export function relativeEnd(clause: readonly Token[], i: number, g: ClauseGrammar): number {
  for (let j = i + 1; j < clause.length && j <= i + 8; j++) {
    if (g.isRelative(clause[j]!) && (isA(clause[j + 1], ...g.entity) || isA(clause[j + 2], ...g.entity))) return j;
  }
  return -1;
}
