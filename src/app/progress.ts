/** Told how far a long piece of work is. Adapters draw it; the work itself knows no terminal. */
export interface Progress {
  /** Once, before the first document. */
  begin(total: number): void;
  /** After each document, whether it could be read or not. */
  step(source: string): void;
  /** Once, also where the work stopped early. */
  end(): void;
}

/** Progress that nobody watches. */
export const silent: Progress = { begin: () => undefined, step: () => undefined, end: () => undefined };
