import type { Meant, Place, Said, Severity } from '../model/finding.js';
import type { Unit } from '../record/units.js';
import type { RecordView } from '../record/view.js';

/** What a rule found; the engine adds the rule's id, and its severity where none is given. */
export interface Found {
  /** The values as compared, with the tolerance that was allowed. */
  message: Said;
  /** The place itself first, then everything that it is held against. Never empty. */
  evidence: readonly Place[];
  /** Where one reading mends it: what to write. For a text rule it replaces the first place character for character. */
  suggestion?: string | Meant;
  severity?: Severity;
}

/** What an example expects: one entry per finding, in the order of the findings. */
export interface Expected {
  /** Part of the quote of the finding's first place. */
  at: string;
  severity?: Severity;
  /** Parts of the message, such as the numbers as compared. */
  says?: readonly string[];
  suggestion?: string;
}

/** A small record in the notation of `notation.ts`, and what the rule must find in it. No `finds`: a near miss, must stay silent. */
export interface Example {
  name: string;
  record: string;
  finds: readonly Expected[];
}

/**
 * What a rule needs to see. `story`: it is given one story at a time. `any`: it judges whatever the view holds, one story or many.
 * `record`: it says something only where the record around a story is known, and is not run over a story alone.
 */
export type Scope = 'story' | 'any' | 'record';

/**
 * An audit rule: one file, `rules/<topic>/<name>.ts`. Its header is its page in docs/rules; its examples are run as tests.
 * A rule is a pure function of the view: no state, no order of reading, no clock (the record's newest story tells the day).
 */
export interface Rule {
  /** `<topic>/<name>`: the path of its file. */
  id: string;
  /** The severity of a finding that names none itself. */
  severity: Severity;
  title: string;
  /** What it reports and what it leaves alone, and why. Markdown paragraphs. */
  description: string;
  /** How far two values may differ before they count as different. */
  tolerance: string;
  /** Where the method comes from. */
  source: string;
  scope: Scope;
  /** For the scopes `any` and `record`: what it judges together, and may look at nothing else. */
  over?: Unit;
  /** For rules that look at the day of the record: the days from which on they may say something else of what the view holds. */
  wakes?(view: RecordView): readonly string[];
  examples: readonly Example[];
  run(view: RecordView): readonly Found[];
}
