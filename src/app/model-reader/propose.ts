import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import type { Store } from '../../store/port.js';
import { type ModelOptions, type Proposals, proposalsFor } from './proposals.js';

/** A story of the record of which a model was asked. */
export interface Asked {
  /** Id of the story. */
  story: string;
  source: string;
  title: string | null;
  proposals: Proposals;
}

export interface ProposeOptions extends ModelOptions {
  /** Only stories that say something about these two. */
  pair: readonly [string, string] | null;
  /** How many stories at most. */
  limit: number;
  /** The moment, ISO 8601 in UTC. */
  now: () => string;
}

/** Where a model fails with so many stories in a row, the others are not tried. */
const mostFailures = 3;

/**
 * Asks a model about current stories of a record of which it was not asked yet, the newest first, and keeps what it proposes for review. A story about
 * which it gives no answer counts as not asked.
 */
export async function* propose(store: Store, { pair, limit, now, ...options }: ProposeOptions): AsyncGenerator<Asked> {
  const subject = pair && pairSubject(...pairOf(...pair));
  let failures = 0;
  for (const id of await store.unasked(options.model, subject, limit)) {
    const stored = await store.article(id);
    if (!stored) continue;
    const { article, statements, text, findings } = stored;
    const proposals = await proposalsFor({ article, statements, findings }, text, options);
    failures = proposals.problem ? failures + 1 : 0;
    if (!proposals.problem) await store.keepProposals(id, options.model, proposals.statements, now());
    yield { story: id, source: article.source, title: article.title, proposals };
    if (failures === mostFailures) return;
  }
}
