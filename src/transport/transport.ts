/**
 * A queue between those who ask for documents to be read and those who read them. It carries numbers of jobs and nothing else: what they are, and
 * whether they are done, is said by the ledger alone. It may lose messages and repeat them. One contract (contract.test.ts) holds for every kind.
 */
export interface Transport {
  /** Where the queue is, for messages: without a password. */
  readonly location: string;
  /** Puts jobs into the queue, in this order. Throws a `TransportError` where that cannot be said to have happened. */
  publish(jobs: readonly number[]): Promise<void>;
  /** Up to `limit` messages as soon as there is one; none where none came within `wait` milliseconds. Throws a `TransportError`. */
  take(limit: number, wait: number): Promise<Message[]>;
  /** For information: it may be late, and says nothing about what is done. `null` where the queue cannot be reached. */
  depth(): Promise<Depth | null>;
  /** Gives back what was taken and not acknowledged. */
  close(): Promise<void>;
}

/** A job that one taker has for itself until the deadline: what is not acknowledged by then is given to another. Acknowledging later does no harm. */
export interface Message {
  job: number;
  /** How often the queue has handed it out, this time included. */
  deliveries: number;
  /** It is done with. */
  ack(): Promise<void>;
  /** Another is to have it, after so many milliseconds. */
  nak(delay: number): Promise<void>;
  /** The deadline begins anew. */
  working(): Promise<void>;
}

/** How many messages wait, and how many are taken and not acknowledged. */
export interface Depth {
  waiting: number;
  taken: number;
}

export interface TransportOptions {
  /** Milliseconds in which a message must be acknowledged. Default 30,000. */
  ackWait?: number;
  /** How many messages are fetched ahead by one taker. Default 64. */
  ahead?: number;
}

/** Milliseconds in which a message must be acknowledged. */
export const usualAckWait = 30_000;

/** The queue cannot do what it was asked. `message` is one sentence for people. It may pass by itself. */
export class TransportError extends Error {
  override readonly name = 'TransportError';

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
