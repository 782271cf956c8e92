/** A word of a list with its class; `value` says what it stands for. */
export interface Entry {
  form: string;
  class: string;
  value: string;
  notes: string;
}

/**
 * All word lists in one automaton. Node children are kept in one open-addressing table keyed by node and character, so a text is
 * scanned with one look-up per character tried, whatever the number of words.
 */
export class Trie {
  private keys: Float64Array;
  private next: Int32Array;
  private mask: number;
  private used = 0;
  private nodes = 1;
  private readonly payload: (Entry[] | undefined)[] = [undefined];
  longest = 0;

  constructor(expected = 1 << 15) {
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.keys = new Float64Array(size).fill(-1);
    this.next = new Int32Array(size);
    this.mask = size - 1;
  }

  add(entry: Entry): void {
    if (entry.form === '') return;
    let node = 0;
    for (let i = 0; i < entry.form.length; i++) node = this.child(node, entry.form.charCodeAt(i));
    let list = this.payload[node];
    if (!list) {
      list = [];
      this.payload[node] = list;
    }
    list.push(entry);
    if (entry.form.length > this.longest) this.longest = entry.form.length;
  }

  private child(node: number, unit: number): number {
    const key = node * 65536 + unit;
    let slot = hash(node, unit) & this.mask;
    while (this.keys[slot] !== -1) {
      if (this.keys[slot] === key) return this.next[slot]!;
      slot = (slot + 1) & this.mask;
    }
    if (this.used * 2 > this.mask) {
      this.grow();
      return this.child(node, unit);
    }
    this.keys[slot] = key;
    this.next[slot] = this.nodes;
    this.used++;
    this.payload.push(undefined);
    return this.nodes++;
  }

  private grow(): void {
    const { keys, next } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.next = new Int32Array(keys.length * 2);
    this.mask = keys.length * 2 - 1;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      if (key === -1) continue;
      let slot = hash(Math.floor(key / 65536), key % 65536) & this.mask;
      while (this.keys[slot] !== -1) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.next[slot] = next[i]!;
    }
  }

  /** Calls `found` for every word that begins at `at`, shortest first. */
  at(text: string, at: number, limit: number, found: (end: number, entries: readonly Entry[]) => void): void {
    let node = 0;
    for (let i = at; i < limit; i++) {
      const unit = text.charCodeAt(i);
      const key = node * 65536 + unit;
      let slot = hash(node, unit) & this.mask;
      let to = -1;
      while (this.keys[slot] !== -1) {
        if (this.keys[slot] === key) {
          to = this.next[slot]!;
          break;
        }
        slot = (slot + 1) & this.mask;
      }
      if (to < 0) return;
      node = to;
      const words = this.payload[node];
      if (words) found(i + 1, words);
    }
  }
}

function hash(node: number, unit: number): number {
  return Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b) >>> 7;
}
