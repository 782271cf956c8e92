import { type Problem, refusal } from '../problem.js';

/** Ends a fetch with a problem. `retryAfter`: seconds that the server asks to wait. */
export class Stop extends Error {
  readonly problem: Problem;
  readonly retryAfter: number | null;

  constructor(code: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.problem = refusal(code, message);
    this.retryAfter = retryAfter;
  }
}
