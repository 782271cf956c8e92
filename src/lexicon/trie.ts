import { PairFilter } from '../text/pair-filter.js';

/** A word of a list with its class; `value` says what it stands for. */
export interface Entry {
  form: string;
  class: string;
  value: string;
  notes: string;
}

/** Size of the filter of beginnings: some 20,000 pairs of characters leave one bit in ten set of 2^18, and 32 kB stay in the fastest cache. */
const FILTER_SIZE = 18;

/**
 * All word lists in one automaton. Node children are kept in one open-addressing table keyed by node and character, so a text is
 * scanned with one look-up per character tried, whatever the number of words.
 *
 * Most places of a text begin no word of two characters. A list that is `sealed` finds its first node by the character alone and asks a
 * small filter of the pairs of characters that words begin with, before it looks into the large table.
 */
export class Trie {
  private keys: Float64Array;
  private next: Int32Array;
  private mask: number;
  private used = 0;
  private nodes = 1;
  private readonly payload: (Entry[] | undefined)[] = [undefined];
  longest = 0;
  /** Of a sealed list: the node after each first character, 0 without one. */
  private first: Int32Array | undefined;
  /** Of a sealed list: the pairs of characters that words begin with. */
  private pairs = new PairFilter(5);

  constructor(expected = 1 << 15) {
    let size = 16;
    while (size < expected * 2) size *= 2;
    this.keys = new Float64Array(size).fill(-1);
    this.next = new Int32Array(size);
    this.mask = size - 1;
  }

  add(entry: Entry): void {
    if (entry.form === '') return;
    this.first = undefined;
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

  /** Makes a long list that is complete quick to look up; a word added later unseals it. */
  seal(): this {
    const first = new Int32Array(65536);
    const { keys, next } = this;
    for (let i = 0; i < keys.length; i++) if (keys[i]! >= 0 && keys[i]! < 65536) first[keys[i]!] = next[i]!;
    const unitOf = new Map<number, number>();
    for (let unit = 0; unit < 65536; unit++) if (first[unit]! > 0) unitOf.set(first[unit]!, unit);
    this.pairs = new PairFilter(FILTER_SIZE);
    for (let i = 0; i < keys.length; i++) {
      const unit = keys[i]! < 0 ? undefined : unitOf.get(Math.floor(keys[i]! / 65536));
      if (unit !== undefined) this.pairs.add(unit, keys[i]! % 65536);
    }
    this.first = first;
    return this;
  }

  /** Calls `found` for every word that begins at `at`, shortest first. */
  at(text: string, at: number, limit: number, found: (end: number, entries: readonly Entry[]) => void): void {
    let node = 0;
    let i = at;
    if (this.first !== undefined && at < limit) {
      const unit = text.charCodeAt(at);
      node = this.first[unit]!;
      if (node === 0) return;
      const words = this.payload[node];
      if (words) found(at + 1, words);
      i = at + 1;
      if (i === limit) return;
      if (!this.pairs.has(unit, text.charCodeAt(i))) return;
    }
    for (; i < limit; i++) {
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
