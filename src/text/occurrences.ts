/** Texts up to so many UTF-16 units are searched anew for each form; a longer one is put in order once. */
const SHORT = 10_000;

/** Forms up to this length are found by the order of a long text's stretches (a power of two). */
const SORTED = 64;

/**
 * Where forms stand in a text, and how often; places may overlap. Time in all is linear in the text and in what is asked (but for a
 * logarithm), even where every form is another one.
 */
export class Occurrences {
  private readonly text: string;
  private readonly counts = new Map<string, number>();
  private order: Int32Array | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** How often the form stands in the text, counted no further than `most`, which is the same in every call. */
  count(form: string, most: number): number {
    let n = this.counts.get(form);
    if (n === undefined) {
      n = 0;
      if (this.isSorted(form)) n = Math.min(most, this.bound(form, true) - this.bound(form, false));
      else for (let i = this.text.indexOf(form); i >= 0 && n < most; i = this.text.indexOf(form, i + 1)) n++;
      this.counts.set(form, n);
    }
    return n;
  }

  /** The first place of the form at `from` or after it, else the first in the text, else -1. */
  first(form: string, from: number): number {
    const near =
      from + SHORT >= this.text.length ? this.text.indexOf(form, from) : this.text.slice(from, from + SHORT).indexOf(form) + from;
    if (near >= from) return near;
    if (!this.isSorted(form)) {
      const after = this.text.indexOf(form, from);
      return after >= 0 ? after : this.text.indexOf(form);
    }
    const order = this.order!;
    let first = -1;
    let after = -1;
    for (let k = this.bound(form, false), end = this.bound(form, true); k < end; k++) {
      const at = order[k]!;
      if (first < 0 || at < first) first = at;
      if (at >= from && (after < 0 || at < after)) after = at;
    }
    return after >= 0 ? after : first;
  }

  private isSorted(form: string): boolean {
    if (this.text.length <= SHORT || form.length > SORTED || form === '') return false;
    this.order ??= ordered(this.text);
    return true;
  }

  /** How many places come before those that begin with the form, or (`after`) with it and before the others. */
  private bound(form: string, after: boolean): number {
    const { text } = this;
    const order = this.order!;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const here = text.slice(order[middle]!, order[middle]! + form.length);
      if (here < form || (after && here === form)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * All places of a text in the order of the `SORTED` units that begin there: by one unit, then by two, four and so on, each time with
 * the ranks of the time before (prefix doubling, Manber and Myers 1990).
 */
function ordered(text: string): Int32Array {
  const n = text.length;
  const order = new Int32Array(n);
  const rank = new Int32Array(n);
  const next = new Int32Array(n);
  for (let i = 0; i < n; i++) rank[i] = text.charCodeAt(i);
  sortBy(rank, 65536, order);
  let ranks = ranked(order, rank, n, next);
  rank.set(next);
  const shifted = new Int32Array(n);
  for (let length = 1; length < SORTED && ranks < n; length *= 2) {
    // Places in the order of what stands `length` further on: those that have nothing there come first.
    let k = 0;
    for (let i = n - length; i < n; i++) shifted[k++] = i;
    for (let i = 0; i < n; i++) if (order[i]! >= length) shifted[k++] = order[i]! - length;
    sortBy(rank, ranks, order, shifted);
    ranks = ranked(order, rank, length, next);
    rank.set(next);
  }
  return order;
}

/** Puts places in the order of their ranks; equal ones stay as they stand in `from`. */
function sortBy(rank: Int32Array, ranks: number, order: Int32Array, from?: Int32Array): void {
  const first = new Int32Array(ranks + 1);
  for (const r of rank) first[r + 1]!++;
  for (let r = 0; r < ranks; r++) first[r + 1]! += first[r]!;
  for (let k = 0; k < order.length; k++) {
    const i = from ? from[k]! : k;
    order[first[rank[i]!]!++] = i;
  }
}

/** Numbers the places by two ranks, their own and that `length` further on; gives how many numbers there are. */
function ranked(order: Int32Array, rank: Int32Array, length: number, out: Int32Array): number {
  let ranks = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const before = order[k - 1]!;
    if (k > 0 && (rank[i] !== rank[before] || rank[i + length] !== rank[before + length])) ranks++;
    out[i] = ranks;
  }
  return ranks + 1;
}
