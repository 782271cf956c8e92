import type { Reading } from '../model/article.js';

/** `pending`: being read, or its reader died; `failed`: may be tried again; `quarantined`: failed too often to be tried again. */
export type DocumentState = 'pending' | 'done' | 'failed' | 'quarantined';

/** One row per document: what was read, what is being read, what could not be read. */
export interface LedgerRow {
  /** `sha256:` + hex of the bytes; for a source that could not be read at all, `unread:` + hex of the source's name. */
  id: string;
  /** The source under which it was last seen. */
  source: string;
  state: DocumentState;
  /** Why it failed, or what was noticed although it was read. */
  reason: string | null;
  /** How often it was tried since it last succeeded or the extractor last changed. */
  attempts: number;
  /** Version of the extractor that last tried it. */
  extractor: string;
  firstAt: string;
  lastAt: string;
}

/** A document that somebody is about to read. */
export interface Started {
  id: string;
  source: string;
}

/** A document that was read: stored whole, in one transaction with its ledger row, or not at all. */
export interface Finished {
  /** `article.id` is the document's id, `article.source` where it was found. */
  reading: Reading;
  text: string;
  /** Something that is worth knowing although the document was read. */
  warning?: string;
}

/**
 * What storing a document did. `new`: not known before; `same`: nothing to do; `revised`: the source had other bytes before,
 * which are now superseded; `reread`: the same bytes, read by another version of the extractor.
 */
export type Stored = 'new' | 'same' | 'revised' | 'reread';
