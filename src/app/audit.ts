import { audit, type Failure } from '../audit/engine.js';
import type { Finding } from '../model/finding.js';
import { type ReadStory, viewOf } from '../record/view.js';
import type { Store } from '../store/port.js';

/** The name under which findings that need more than one story are stored. */
const scope = 'record';

/**
 * Runs every rule over the whole record and stores what no story shows by itself (what a story shows was stored when it was
 * read). Gives the faults of rules; there are none unless a rule has one. The record is held in memory while this runs.
 */
export async function auditRecord(store: Store): Promise<Failure[]> {
  const stories: ReadStory[] = [];
  const known = new Set<string>();
  for await (const { article, text, statements, findings } of store.readings({})) {
    stories.push({ article, text, statements });
    for (const finding of findings) known.add(keyOf(finding));
  }
  const { findings, failures } = audit(viewOf(stories));
  await store.replaceFindings(
    scope,
    findings.filter((f) => !known.has(keyOf(f))),
  );
  return failures;
}

function keyOf({ rule, message, evidence }: Finding): string {
  return JSON.stringify([rule, message, evidence.map(({ article, start, end }) => [article, start, end])]);
}
