/** Fields that are no part of what is said: the id itself, and how the statement came to be read. */
const APART = new Set(['id', 'rule', 'confidence']);

/**
 * Names what is said: two statements of one item that say the same with the same quote have the same id, whatever rule read them, in
 * whatever order their fields stand, and wherever in the text. It is the hash of `[item, fields, quote]` as JSON with sorted keys.
 */
export class Identity {
  private readonly hash = new Hash();
  /** Sorted keys by the rule whose statements have them, and their number. */
  private readonly sorted = new Map<string, { keys: readonly string[]; inOrder: readonly string[] }>();

  /** The id of a statement with these fields. */
  of(fields: Readonly<Record<string, unknown>>, quote: string, item: number): string {
    const { hash } = this;
    hash.begin();
    hash.plain(`[${item},`);
    this.object(fields, this.keysOf(fields));
    hash.plain(',');
    hash.string(quote);
    hash.plain(']');
    return hash.end();
  }

  private keysOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
    const keys = Object.keys(fields);
    const kind = `${fields.rule as string} ${keys.length}`;
    const known = this.sorted.get(kind);
    if (known && sameList(known.keys, keys)) return known.inOrder;
    const inOrder = keys.filter((key) => !APART.has(key)).sort();
    this.sorted.set(kind, { keys, inOrder });
    return inOrder;
  }

  private value(value: unknown): void {
    const { hash } = this;
    if (typeof value === 'string') hash.string(value);
    else if (Array.isArray(value)) {
      hash.plain('[');
      for (let i = 0; i < value.length; i++) {
        if (i > 0) hash.plain(',');
        this.value(value[i] ?? null);
      }
      hash.plain(']');
    } else if (value === null) hash.plain('null');
    else if (typeof value !== 'object') hash.plain(JSON.stringify(value));
    else this.object(value as Record<string, unknown>, Object.keys(value).sort());
  }

  private object(fields: Readonly<Record<string, unknown>>, inOrder: readonly string[]): void {
    const { hash } = this;
    let open = '{"';
    for (const key of inOrder) {
      const value = fields[key];
      if (value === undefined) continue;
      hash.plain(open);
      hash.plain(key);
      hash.plain('":');
      this.value(value);
      open = ',"';
    }
    hash.plain(open === '{"' ? '{}' : '}');
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

const SEEDS = [0x9e3779b9, 0x243f6a88] as const;

/**
 * 106 bits of a text, as hex: two 53-bit multiplicative hashes with different seeds. It names statements and guards nothing, so a
 * cryptographic hash, which costs a twentieth of all reading, is not needed.
 */
class Hash {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;

  begin(): void {
    this.a = 0xdeadbeef ^ SEEDS[0];
    this.b = 0x41c6ce57 ^ SEEDS[0];
    this.c = 0xdeadbeef ^ SEEDS[1];
    this.d = 0x41c6ce57 ^ SEEDS[1];
  }

  /** Takes in a text as it stands. */
  plain(text: string): void {
    let { a, b, c, d } = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul(b ^ unit, 0x5f356495);
      c = Math.imul(c ^ unit, 0x9e3779b1);
      d = Math.imul(d ^ unit, 0x5f356495);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }

  /** Takes in a text as a JSON string. */
  string(text: string): void {
    if (NEEDS_ESCAPE.test(text)) this.plain(JSON.stringify(text));
    else {
      this.plain('"');
      this.plain(text);
      this.plain('"');
    }
  }

  end(): string {
    return half(this.a, this.b) + half(this.c, this.d);
  }
}

/** What JSON writes otherwise than it stands: control characters, quotation marks, backslashes, surrogates without a partner. */
const NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;

/** 53 bits of two mixed halves: 14 hex digits. */
function half(a: number, b: number): string {
  const low = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  const high = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return `${HEX[(high >>> 12) & 511]}${HEX[high & 4095]}${BYTE[low >>> 24]}${HEX[(low >>> 12) & 4095]}${HEX[low & 4095]}`;
}

/** Numbers up to 4095 as three hex digits. */
const HEX: readonly string[] = Array.from({ length: 4096 }, (_, n) => n.toString(16).padStart(3, '0'));
/** Numbers up to 255 as two. */
const BYTE: readonly string[] = HEX.slice(0, 256).map((digits) => digits.slice(1));
