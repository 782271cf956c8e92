/** What has been decided of pairs of names, and what follows from it. */

export type Sameness = 'same' | 'different' | 'unsure';

/** One decided pair. `by` is the decision that says so. */
export interface Tie {
  a: string;
  b: string;
  is: Sameness;
  by: string;
}

/** A tie as a step of a path: from one name to the next. */
export interface Step {
  from: string;
  to: string;
  is: Sameness;
  by: string;
}

/** A pair's key, in whichever order its names are given. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Decided pairs without contradiction: no two names are at once joined by a chain and held apart. */
export class Ties {
  readonly #of = new Map<string, Map<string, Tie>>();

  /** Adds a tie, in place of what was decided of the same pair. Gives the path that speaks against it, and then adds nothing. */
  add(tie: Tie): readonly Step[] | undefined {
    const before = this.get(tie.a, tie.b);
    this.remove(tie.a, tie.b);
    const against = tie.a === tie.b ? [] : this.#against(tie);
    if (against !== undefined) {
      if (before) this.#put(before);
      return against;
    }
    this.#put(tie);
    return undefined;
  }

  remove(a: string, b: string): void {
    this.#of.get(a)?.delete(b);
    this.#of.get(b)?.delete(a);
  }

  get(a: string, b: string): Tie | undefined {
    return this.#of.get(a)?.get(b);
  }

  /** Every tie once, in a fixed order. */
  all(): Tie[] {
    const found = new Map<string, Tie>();
    for (const ties of this.#of.values()) for (const tie of ties.values()) found.set(pairKey(tie.a, tie.b), tie);
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tie]) => tie);
  }

  /** Names that decisions join with this one, itself included. */
  joined(name: string): Set<string> {
    return new Set(this.#reach(name).keys());
  }

  /** The shortest chain of "same" from one name to another. */
  chain(from: string, to: string): Step[] | undefined {
    const reached = this.#reach(from);
    if (!reached.has(to)) return undefined;
    const steps: Step[] = [];
    for (let at = to; at !== from; ) {
      const tie = reached.get(at)!;
      const before = tie.a === at ? tie.b : tie.a;
      steps.unshift({ from: before, to: at, is: 'same', by: tie.by });
      at = before;
    }
    return steps;
  }

  #put(tie: Tie): void {
    for (const [here, there] of [[tie.a, tie.b] as const, [tie.b, tie.a] as const]) {
      const ties = this.#of.get(here) ?? new Map<string, Tie>();
      this.#of.set(here, ties);
      ties.set(there, tie);
    }
  }

  /** Each name that a chain leads to, with the last tie of the chain. Neighbours in a fixed order, so that paths are too. */
  #reach(name: string): Map<string, Tie> {
    const reached = new Map<string, Tie>([[name, { a: name, b: name, is: 'same', by: '' }]]);
    const queue = [name];
    for (let at = queue.shift(); at !== undefined; at = queue.shift())
      for (const [next, tie] of [...(this.#of.get(at) ?? [])].sort(([x], [y]) => (x < y ? -1 : 1)))
        if (tie.is === 'same' && !reached.has(next)) {
          reached.set(next, tie);
          queue.push(next);
        }
    return reached;
  }

  #against(tie: Tie): Step[] | undefined {
    if (tie.is === 'unsure') return undefined;
    if (tie.is === 'different') return this.chain(tie.a, tie.b);
    const [left, right] = [this.joined(tie.a), this.joined(tie.b)];
    for (const x of [...left].sort())
      for (const [y, apart] of [...(this.#of.get(x) ?? [])].sort(([p], [q]) => (p < q ? -1 : 1)))
        if (apart.is === 'different' && right.has(y))
          return [...this.chain(tie.a, x)!, { from: x, to: y, is: 'different', by: apart.by }, ...this.chain(y, tie.b)!];
    return undefined;
  }
}
