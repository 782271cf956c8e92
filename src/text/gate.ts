import { PairFilter } from './pair-filter.js';
import { ANY, prefixesOf } from './prefixes.js';

/** Every gate, for the test that holds each against its expression. */
export const gates: Gate[] = [];

/** First characters by their last bits. */
const FIRSTS = 1024;
/** Size of the filter of pairs. */
const PAIRS = 12;

/**
 * A regular expression that looks at the text before it runs: at the places where the two characters are some that a match can begin
 * with, and only there. An expression of many words is tried by the engine word after word at each character; a glance at two tables
 * leaves out nearly all of that. How a match can begin is read from the expression itself (`prefixesOf`), so a rule that is changed
 * changes its gate. The tables may let a place through that begins no match, but keep none back that does.
 */
export class Gate {
  readonly pattern: RegExp;
  private readonly sticky: RegExp;
  /** Whether a match can only begin where the text does. */
  private readonly isAnchored: boolean;
  /** By a first character: 0 no match, 1 with certain second ones, 2 with any. */
  private readonly firsts = new Uint8Array(FIRSTS);
  private readonly pairs = new PairFilter(PAIRS);
  /** Whether the source leaves nothing to look for; then the expression runs as it is. */
  private readonly isOpen: boolean;

  constructor(pattern: RegExp) {
    if (/[gmy]/.test(pattern.flags)) throw new Error(`no gate for flags ${pattern.flags}`);
    this.pattern = pattern;
    this.sticky = new RegExp(pattern.source, `${pattern.flags}y`);
    const prefixes = pattern.flags.includes('i') ? undefined : prefixesOf(pattern.source);
    this.isOpen = prefixes === undefined || [...prefixes].some((p) => p === '' || p[0] === ANY);
    this.isAnchored = pattern.source[0] === '^' && !hasAlternatives(pattern.source);
    if (this.isOpen) return;
    for (const p of prefixes!) {
      const first = p.charCodeAt(0);
      if (p.length === 1 || p[1] === ANY) this.firsts[first & (FIRSTS - 1)] = 2;
      else {
        this.pairs.add(first, p.charCodeAt(1));
        this.firsts[first & (FIRSTS - 1)] ||= 1;
      }
    }
  }

  /** What `RegExp.test` gives. */
  test(text: string): boolean {
    if (this.isOpen) return this.pattern.test(text);
    if (this.isAnchored) return this.isAt(text, 0) && this.pattern.test(text);
    const { sticky } = this;
    for (let i = 0; i < text.length; i++) {
      if (!this.isAt(text, i)) continue;
      sticky.lastIndex = i;
      if (sticky.test(text)) return true;
    }
    return false;
  }

  /** What `RegExp.exec` gives. */
  exec(text: string): RegExpExecArray | null {
    if (this.isOpen) return this.pattern.exec(text);
    if (this.isAnchored) return this.isAt(text, 0) ? this.pattern.exec(text) : null;
    const { sticky } = this;
    for (let i = 0; i < text.length; i++) {
      if (!this.isAt(text, i)) continue;
      sticky.lastIndex = i;
      const found = sticky.exec(text);
      if (found) return found;
    }
    return null;
  }

  /** What `String.replace` gives for an expression with the flag g. */
  replaceAll(text: string, by: (match: string) => string): string {
    let out = '';
    let from = 0;
    const { sticky } = this;
    if (this.isOpen || this.isAnchored) return text.replace(new RegExp(this.pattern.source, `${this.pattern.flags}g`), by);
    for (let i = 0; i < text.length; i++) {
      if (!this.isAt(text, i)) continue;
      sticky.lastIndex = i;
      const found = sticky.exec(text);
      if (!found) continue;
      out += text.slice(from, i) + by(found[0]);
      from = i + found[0].length;
      i = from - 1;
    }
    return from === 0 ? text : out + text.slice(from);
  }

  /** Whether a match may begin at `i`. */
  private isAt(text: string, i: number): boolean {
    if (i >= text.length) return false;
    const first = text.charCodeAt(i);
    const kind = this.firsts[first & (FIRSTS - 1)]!;
    if (kind !== 1) return kind === 2;
    return i + 1 < text.length && this.pairs.has(first, text.charCodeAt(i + 1));
  }
}

/** The expression behind its gate. */
export function gated(pattern: RegExp): Gate {
  const gate = new Gate(pattern);
  gates.push(gate);
  return gate;
}

/** Whether a | stands outside all brackets. */
function hasAlternatives(source: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const ch = source[i]!;
    if (ch === '\\') i++;
    else if (inClass) inClass = ch !== ']';
    else if (ch === '[') inClass = true;
    else if (ch === '(') depth++;
    else if (ch === ')') depth--;
    else if (ch === '|' && depth === 0) return true;
  }
  return false;
}
