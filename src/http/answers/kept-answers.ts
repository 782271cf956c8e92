import type { Written } from '../../app/record.js';

/** An answer as it is sent. */
export interface Answer {
  status: number;
  headers: readonly (readonly [string, string])[];
  /** Compressed by gzip where `isPacked`. */
  body: Uint8Array;
  isPacked: boolean;
  /** How many milliseconds it took to make, without waiting for its turn. */
  took: number;
}

/** What was asked: an address with its origin, and whether as a table. */
export interface Question {
  url: string;
  asCsv: boolean;
}

export interface KeptAnswersOptions {
  make(question: Question): Promise<Answer>;
  /** How many answers can be made at once now; where none, they are to be had elsewhere. */
  threads(): number;
  /** Whether so much is being made that a newer answer would not come soon. */
  isBusy(): boolean;
  /** What has been written in the record until now. */
  written(): Promise<Written>;
  /** Bytes of all answers that are kept, as packed as they are. Default 64 MB. */
  most?: number;
  /** Milliseconds that a newer answer is waited for while an older one is at hand. Default 100. */
  patience?: number;
  /** Milliseconds since it was last known to be true, after which an answer is not given any more. Default 300,000. */
  oldest?: number;
  /** Milliseconds. */
  now?: () => number;
}

interface Kept {
  answer: Answer;
  /** What had been written before it was made. */
  written: Written;
  /** When it was last known to be true. */
  trueAt: number;
  madeAt: number;
}

interface Making {
  own: number;
  answer: Promise<Answer>;
}

const overhead = 500;
/** A new answer is made when the old one is so many times as old as the making takes, and at least `shortestRest` milliseconds. */
const restPerWork = 20;
const shortestRest = 1000;

/**
 * Answers to what is asked again and again. As long as nobody has written, an answer holds. Where others have written since (another
 * program, while an import runs), the newer answer is given where it can be had at once, else the older one, which is then at most `oldest` old;
 * what this process itself has written is in every answer.
 */
export class KeptAnswers {
  readonly #options: Required<KeptAnswersOptions>;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Making>();
  #bytes = 0;

  constructor(options: KeptAnswersOptions) {
    this.#options = { most: 64_000_000, patience: 100, oldest: 300_000, now: () => performance.now(), ...options };
  }

  /** How many threads can answer now. */
  get threads(): number {
    return this.#options.threads();
  }

  /** An answer, and how many milliseconds ago it was known to be true. Rejects as `make` does. */
  async answer(question: Question): Promise<{ answer: Answer; age: number }> {
    const key = `${question.asCsv ? 'csv' : 'json'} ${question.url}`;
    const written = await this.#options.written();
    const now = this.#options.now();
    const kept = this.#kept.get(key);
    if (kept && kept.written.own === written.own) {
      if (kept.written.others === written.others) {
        kept.trueAt = now;
        this.#touch(key, kept);
        return { answer: kept.answer, age: 0 };
      }
      const age = now - kept.trueAt;
      if (age <= this.#options.oldest) {
        if (now - kept.madeAt < Math.max(shortestRest, restPerWork * kept.answer.took)) return { answer: kept.answer, age };
        const isBusy = this.#options.isBusy();
        const making = this.#make(key, question, written);
        const newer = await atMost(isBusy ? 0 : this.#options.patience, making);
        return newer ? { answer: newer, age: 0 } : { answer: kept.answer, age };
      }
    }
    return { answer: await this.#make(key, question, written), age: 0 };
  }

  /** Makes an answer, once for all who ask meanwhile; but what was begun before this process wrote is of no use after that. */
  #make(key: string, question: Question, written: Written): Promise<Answer> {
    const making = this.#making.get(key);
    if (making?.own === written.own) return making.answer;
    const began = this.#options.now();
    const answer = this.#options.make(question).then(
      (made) => {
        if (this.#making.get(key)?.answer === answer) {
          this.#making.delete(key);
          this.#keep(key, { answer: made, written, trueAt: began, madeAt: this.#options.now() });
        }
        return made;
      },
      (error) => {
        if (this.#making.get(key)?.answer === answer) this.#making.delete(key);
        throw error;
      },
    );
    this.#making.set(key, { own: written.own, answer });
    return answer;
  }

  #keep(key: string, kept: Kept): void {
    this.#drop(key);
    const size = sizeOf(key, kept);
    if (kept.answer.status !== 200 || size > this.#options.most / 10) return;
    this.#kept.set(key, kept);
    this.#bytes += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#options.most) break;
      this.#drop(oldest);
    }
  }

  #touch(key: string, kept: Kept): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (!kept) return;
    this.#kept.delete(key);
    this.#bytes -= sizeOf(key, kept);
  }
}

function sizeOf(key: string, { answer }: Kept): number {
  return answer.body.byteLength + 2 * key.length + overhead;
}

/** What comes in time; `null` where it takes longer, or fails. */
async function atMost<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  if (milliseconds <= 0) {
    work.catch(() => {});
    return null;
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), milliseconds);
  });
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
