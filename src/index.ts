/**
 * The library: reads a story and gives what it says. Pure: no files, no network, no clock; works in Node and in a browser worker.
 *
 * @example
 * import { read } from 'rapporteur';
 * const { article, statements } = read({ id: 'sha256:…', source: 'draft.txt', text });
 */
export { auditStory } from './audit/engine.js';
export { languages, longestStory, read, type Story } from './extract/read.js';
export { type Article, type Line, lineOf, type Passage, type Published, type Reading, schemaVersion } from './model/article.js';
export type { Finding, Place, Severity } from './model/finding.js';
export { kinds } from './model/kinds/registry.js';
export type {
  Actor,
  Basis,
  Bound,
  EventKind,
  Measure,
  Modality,
  Speaker,
  Stance,
  Statement,
  StatementOf,
  StatementType,
  Strength,
} from './model/statement.js';
