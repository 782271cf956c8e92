/** Stands for any character in a prefix. */
export const ANY = '\uffff';

/** So many characters of a class are told apart; a larger one is any character. */
const LARGEST_CLASS = 64;
/** So many prefixes are told apart by both characters; of more, only the first one counts. */
const MOST = 4096;
/** Characters of a prefix. */
const LENGTH = 2;

/**
 * How a match of a regular expression can begin: its first two characters (`ANY` for one that may be any; one character alone where the
 * match may end there; '' where it may be empty). Read from the expression's source, so that no rule has to say it. What looks ahead or
 * behind is passed over, which only lets more through. Nothing where the source has what this does not know.
 */
export function prefixesOf(source: string): ReadonlySet<string> | undefined {
  try {
    const reader = new Reader(source);
    const all = reader.alternatives();
    return reader.at === source.length ? all : undefined;
  } catch (e) {
    if (e instanceof Unknown) return undefined;
    throw e;
  }
}

class Unknown extends Error {}

class Reader {
  at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** a|b|c, up to the end or a closing bracket. */
  alternatives(): Set<string> {
    let all = this.sequence();
    while (this.source[this.at] === '|') {
      this.at++;
      all = within(new Set([...all, ...this.sequence()]));
    }
    return all;
  }

  private sequence(): Set<string> {
    let all = new Set(['']);
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const one = this.repeated(this.atom());
      all = joined(all, one);
    }
    return all;
  }

  /** What a quantifier makes of an atom: beyond two times nothing changes at the beginning. */
  private repeated(one: Set<string>): Set<string> {
    const m = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.source.slice(this.at, this.at + 16));
    if (!m) return one;
    this.at += m[0].length;
    const [least, most] =
      m[1] !== undefined
        ? [Number(m[1]), m[2] === '' ? Number(m[1]) : m[3] === '' ? LENGTH : Number(m[3])]
        : [m[0][0] === '+' ? 1 : 0, m[0][0] === '?' ? 1 : LENGTH];
    let all = new Set<string>();
    let times = new Set(['']);
    for (let k = 0; k <= Math.min(most, LENGTH); k++) {
      if (k >= Math.min(least, LENGTH)) all = within(new Set([...all, ...times]));
      times = joined(times, one);
    }
    return all;
  }

  private atom(): Set<string> {
    const ch = this.source[this.at++]!;
    if (ch === '^' || ch === '$') return new Set(['']);
    if (ch === '.') return new Set([ANY]);
    if (ch === '[') return this.characters();
    if (ch === '(') return this.group();
    if (ch === '\\') {
      const all = this.escaped();
      return all ?? new Set(['']);
    }
    if ('*+?{}])'.includes(ch) || (ch >= '\ud800' && ch <= '\udfff')) throw new Unknown(ch);
    return new Set([ch]);
  }

  private group(): Set<string> {
    const open = /^\?(?:[:=!]|<[=!]|<[A-Za-z_]\w*>)/.exec(this.source.slice(this.at, this.at + 40))?.[0] ?? '';
    if (open === '' && this.source[this.at] === '?') throw new Unknown('(?');
    this.at += open.length;
    const all = this.alternatives();
    if (this.source[this.at++] !== ')') throw new Unknown(')');
    return /[=!]$/.test(open) ? new Set(['']) : all;
  }

  /** The characters of an escape; nothing where it stands for a place (\b). */
  private escaped(): Set<string> | undefined {
    const ch = this.source[this.at++]!;
    if (ch === 'b' || ch === 'B') return undefined;
    if (ch === 'd') return new Set('0123456789');
    if ('DsSwW'.includes(ch)) return new Set([ANY]);
    if (ch === 'u' && /^[0-9a-f]{4}$/i.test(this.source.slice(this.at, this.at + 4))) {
      this.at += 4;
      return new Set([String.fromCharCode(Number.parseInt(this.source.slice(this.at - 4, this.at), 16))]);
    }
    if (ch === 'n') return new Set(['\n']);
    if (/[A-Za-z0-9]/.test(ch)) throw new Unknown(ch);
    return new Set([ch]);
  }

  /** […]: its characters, or any. */
  private characters(): Set<string> {
    let all: Set<string> = new Set();
    const isNegated = this.source[this.at] === '^';
    if (isNegated) this.at++;
    while (this.source[this.at] !== ']') {
      const from = this.member();
      let to = from;
      if (this.source[this.at] === '-' && this.source[this.at + 1] !== ']') {
        this.at++;
        to = this.member();
      }
      if (from.size > 1 || to.size > 1 || from.has(ANY)) for (const c of [...from, ...to]) all.add(c);
      else {
        const [first, last] = [[...from][0]!.charCodeAt(0), [...to][0]!.charCodeAt(0)];
        if (last - first >= LARGEST_CLASS) all.add(ANY);
        else for (let c = first; c <= last; c++) all.add(String.fromCharCode(c));
      }
      if (all.has(ANY) || all.size > LARGEST_CLASS) all = new Set([ANY]);
    }
    this.at++;
    return isNegated ? new Set([ANY]) : all;
  }

  private member(): Set<string> {
    const ch = this.source[this.at++];
    if (ch === undefined) throw new Unknown('[');
    return ch === '\\' ? (this.escaped() ?? new Set(['\b'])) : new Set([ch]);
  }
}

function joined(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  const all = new Set<string>();
  for (const x of a) {
    if (x.length >= LENGTH) all.add(x);
    else for (const y of b) all.add((x + y).slice(0, LENGTH));
  }
  return within(all);
}

/** The prefixes, by their first character alone where there are too many. */
function within(all: Set<string>): Set<string> {
  if (all.size <= MOST) return all;
  return new Set([...all].map((x) => (x === '' ? x : `${x[0]!}${ANY}`)));
}
