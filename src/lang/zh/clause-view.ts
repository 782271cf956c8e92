import type { Token } from '../../grammar/token.js';
import type { Entry } from '../../lexicon/trie.js';

/** What tense and negation are read from: the trigger in its clause, and the clauses before it. */
export interface ClauseView {
  readonly clauses: readonly (readonly Token[])[];
  readonly clauseAt: number;
  readonly at: number;
  readonly clause: readonly Token[];
  readonly trigger: Token;
  readonly text: string;
  word(cls: string): Entry | undefined;
  before(): readonly Token[];
  after(): readonly Token[];
  ownSubject(): readonly { kind: string }[];
}
