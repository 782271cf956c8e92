import type { Ties } from './ties.js';

/** Names joined step by step, never against what was decided. */
export class Clusters {
  readonly #root = new Map<string, string>();
  readonly #members = new Map<string, string[]>();
  readonly #kept = new Map<string, Set<string>>();

  constructor(refs: Iterable<string>, ties: Ties) {
    for (const ref of refs) {
      this.#root.set(ref, ref);
      this.#members.set(ref, [ref]);
    }
    const all = ties.all();
    for (const tie of all) if (tie.is !== 'same') this.#keep(tie.a, tie.b);
    for (const tie of all) if (tie.is === 'same') for (const end of [tie.a, tie.b]) this.#ensure(end);
    for (const tie of all) if (tie.is === 'same') this.join(tie.a, tie.b);
  }

  of(ref: string): string {
    return this.#root.get(ref) ?? ref;
  }

  /** In the order in which they were joined; names of decisions that appear nowhere may be among them. */
  members(ref: string): readonly string[] {
    return this.#members.get(this.of(ref)) ?? [ref];
  }

  /** Whether a decision holds a name of one against a name of the other. */
  heldApart(a: string, b: string): boolean {
    const [x, y] = [this.members(a), this.members(b)];
    return x.some((p) => y.some((q) => this.#kept.get(p)?.has(q)));
  }

  join(a: string, b: string): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x === y) return;
    const [big, small] = this.members(x).length >= this.members(y).length ? [x, y] : [y, x];
    const members = this.#members.get(big)!;
    for (const ref of this.members(small)) {
      this.#root.set(ref, big);
      members.push(ref);
    }
    this.#members.delete(small);
  }

  /** Every cluster, its names sorted, in the order of their first names. */
  all(): string[][] {
    return [...this.#members.values()].map((refs) => [...refs].sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
  }

  #ensure(ref: string): void {
    if (this.#root.has(ref)) return;
    this.#root.set(ref, ref);
    this.#members.set(ref, [ref]);
  }

  #keep(a: string, b: string): void {
    for (const [here, there] of [[a, b] as const, [b, a] as const]) this.#kept.set(here, (this.#kept.get(here) ?? new Set()).add(there));
  }
}
