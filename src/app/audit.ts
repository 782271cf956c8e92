import { audit, type Failure } from '../audit/engine.js';
import { rules } from '../audit/rules.js';
import { longestStory } from '../extract/read.js';
import type { Finding } from '../model/finding.js';
import { entitiesBy } from '../record/entities.js';
import { type ReadStory, type Told, viewOf } from '../record/view.js';
import type { DecisionLog } from '../resolve/decisions.js';
import { answeredScope, type Store } from '../store/port.js';
import { logOf, resolveRecord, standingStory } from './entities.js';

/** The name under which findings that need more than one story are stored. */
const scope = 'record';
const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));

/**
 * Runs every rule over the whole record as decided and stores what no story shows by itself (what a story shows was stored when it
 * was read); what is known to be wrong is not judged. What a story showed and decisions have since taken away is stored as answered.
 * Gives the faults of rules; there are none unless a rule has one. The record is held in memory while this runs.
 */
export async function auditRecord(store: Store): Promise<Failure[]> {
  const log = await logOf(store);
  const stories: ReadStory[] = [];
  const known = new Map<string, Finding>();
  const long = new Set<string>();
  for await (const stored of store.readings({})) {
    stories.push(standingStory(stored));
    if (stored.text.length > longestStory) long.add(stored.article.id);
    for (const finding of stored.findings) known.set(keyOf(finding), finding);
  }
  const resolved = await resolveRecord(store, log, stories);
  const entities = entitiesBy(resolved?.entities ?? (await store.entities({}, { limit: Number.MAX_SAFE_INTEGER })));
  const { findings, failures } = audit(viewOf(withoutKnownWrong(stories, log), { entities, log }));
  await store.replaceFindings(
    scope,
    findings.filter((f) => !known.has(keyOf(f))),
  );
  const found = new Set(findings.map(keyOf));
  const answered = [...known].filter(([key, f]) => ruleIds.has(f.rule) && !found.has(key) && !long.has(f.evidence[0]!.article));
  await store.replaceFindings(answeredScope, log.decisions.length === 0 ? [] : answered.map(([, f]) => f));
  return failures;
}

/** What is known to be wrong has been found already: no rule need say it again. */
export function withoutKnownWrong(stories: readonly ReadStory[], log: DecisionLog): readonly ReadStory[] {
  if (log.levels.size === 0) return stories;
  const { decided } = viewOf([], { log });
  const holds = (told: Told): boolean => decided.wrong(told) === null;
  return stories.map((story) => ({
    ...story,
    statements: story.statements.filter((statement) => holds({ statement, article: story.article })),
  }));
}

function keyOf({ rule, message, evidence }: Finding): string {
  return JSON.stringify([rule, message, evidence.map(({ article, start, end }) => [article, start, end])]);
}
