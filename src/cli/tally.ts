import type { Document } from '../app/read.js';
import { complain, type Exit, exit } from './terminal.js';

/** Names each problem as it comes, and knows in the end how it went. */
export class Tally {
  private problems = 0;
  private found = 0;

  take(document: Pick<Document, 'source' | 'problem'>): void {
    const { problem } = document;
    if (problem) {
      this.problems++;
      complain(document.source, problem.message);
    }
    if (problem?.code !== 'not-found') this.found++;
  }

  /** 2 where none of the inputs exists: then nothing was done at all. */
  exit(): Exit {
    if (this.found === 0) return exit.trouble;
    return this.problems > 0 ? exit.findings : exit.fine;
  }
}
