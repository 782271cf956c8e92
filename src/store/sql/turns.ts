/** Lets pieces of work run one after the other, or some of them together; in the order in which they come. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private readonly running = new Set<Promise<unknown>>();

  /** Runs when all that came before has ended; what comes later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = Promise.allSettled([this.last, ...this.running]).then(work);
    this.last = turn.catch(() => {});
    return turn;
  }

  /** Runs when what came before and runs alone has ended. */
  together<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    const ended = turn
      .catch(() => {})
      .then(() => {
        this.running.delete(ended);
      });
    this.running.add(ended);
    return turn;
  }
}
