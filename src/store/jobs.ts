import type { Finished, LedgerRow, Stored } from './ledger.js';

/** A document that is to be read: its bytes and what is known about it. */
export interface NewJob {
  /** The document's id. */
  document: string;
  source: string;
  bytes: Uint8Array;
  /** What is known beside the bytes, as JSON. */
  told: string;
}

/** What became of a document that somebody asked to be read. `n` is the job's number where it is to be read. */
export type Enqueued = { state: 'waiting'; n: number } | { state: 'same' } | { state: 'quarantined' };

/** How documents are asked for. */
export interface EnqueueOptions {
  /** What is quarantined is tried again. */
  again?: boolean;
  /** A queue is told of them now. */
  announced?: boolean;
}

/** A document as whoever is to read it gets it. */
export interface Job extends NewJob {
  n: number;
  /** How often reading it has failed. */
  attempts: number;
  /** Why it is not its turn: its source or its bytes are in an earlier job, or a newer version of the extractor is asked for. */
  held: 'earlier' | 'newer' | null;
}

/** A document that was read for a job. */
export interface JobDone {
  n: number;
  finished: Finished;
}

/** What storing the document of a job did; `gone` where the job was done already, or is for a newer version. */
export type JobStored = Stored | 'gone';

/** What is still to be read. */
export interface Backlog {
  waiting: number;
  quarantined: number;
  /** When the oldest of those that wait was asked for; `null` where none waits. */
  oldest: string | null;
}

/** Somebody who reads, as last heard of. */
export interface WorkerRow {
  id: string;
  seenAt: string;
  /** What it says of itself. */
  json: string;
}

/**
 * The part of the ledger that says what is still to be read. It is the truth about that: queues only carry numbers of jobs, and may lose or repeat
 * them. Versions of the extractor are known in the order in which they first came: a later one is newer.
 */
export interface Jobs {
  /** Names a version of the extractor; where it is not known yet, it is the newest from then on. */
  enrol(extractor: string, at: string): Promise<void>;
  /**
   * Asks for documents to be read by a version of the extractor or a newer one, in this order. What such a version has read already is left, and what
   * is quarantined for it too unless it is asked for `again`. `announced`: a queue is told of them.
   */
  enqueue(jobs: readonly NewJob[], extractor: string, at: string, how?: EnqueueOptions): Promise<Enqueued[]>;
  /** Those of the jobs that are still to be done, in their order, as a version of the extractor sees them. */
  jobs(ns: readonly number[], extractor: string): Promise<Job[]>;
  /** Jobs to be done, in their order, that were announced before a time or never; as of now they are announced. */
  announce(before: string, at: string, limit: number): Promise<number[]>;
  /** Notes that reading one is begun, and counts the attempt. False where the job is gone, or was tried too often: then it is quarantined for this reason. */
  startJob(n: number, tooOften: string, extractor: string, at: string): Promise<boolean>;
  /**
   * Stores documents that were read and takes their jobs out, all in one transaction. What was done already stays as it is, and so does what a newer
   * version of the extractor has read.
   */
  finishJobs(done: readonly JobDone[], extractor: string, at: string): Promise<JobStored[]>;
  /** Records that a job's document could not be read; after `maxAttempts` it is quarantined. `counted`: `startJob` has counted the attempt. `null` where the job is gone. */
  failJob(n: number, reason: string, extractor: string, at: string, counted?: boolean): Promise<LedgerRow | null>;
  backlog(): Promise<Backlog>;
  /** Notes that a worker is there; those that were not heard of since `forget` are forgotten. */
  keepWorker(worker: WorkerRow, forget: string): Promise<void>;
  /** A worker that has ended. */
  removeWorker(id: string): Promise<void>;
  /** By id. */
  workers(): Promise<WorkerRow[]>;
}
