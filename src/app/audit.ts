import { auditStory, auditUnit, type Failure } from '../audit/engine.js';
import { rules } from '../audit/rules.js';
import { sieves } from '../audit/sieves/sieves.js';
import { longestStory } from '../extract/read.js';
import { decidedBy } from '../record/decided.js';
import { type Entities, entitiesBy } from '../record/entities.js';
import { isUnit, typesIn } from '../record/units.js';
import { type ReadStory, storiesOf, type Told, viewOf } from '../record/view.js';
import type { DecisionLog } from '../resolve/decisions.js';
import type { Store } from '../store/port.js';
import type { Change, StoryResult, UnitResult } from '../store/upkeep.js';
import { keptEntities, logOf, resolveRecord, standingStory } from './entities.js';
import { auditorVersion } from './record.js';

const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));

/** So many units, or statements, are settled in one transaction. */
const unitsAtOnce = 200;
const statementsAtOnce = 20_000;

/**
 * Runs the rules over the record as decided and stores what no story shows by itself (what a story shows was stored when it was read). Only what has
 * changed since the last time is judged again, unit by unit (`Unit` of src/audit/rule.ts); memory holds one unit at a time. What is known to be wrong is
 * not judged. What a story showed and decisions have since taken away is stored as answered. Gives the faults of rules; there are none unless a
 * rule has one.
 */
export async function auditRecord(store: Store): Promise<Failure[]> {
  const log = await logOf(store);
  const resolved = await resolveRecord(store, log);
  const version = auditorVersion();
  if ((await store.auditedBy()) !== version) await store.touchAll(version);
  const today = await store.newestDay();
  await store.advance(today);
  const work = new Auditing(store, log, today ?? undefined, resolved ? entitiesBy(resolved.entities) : undefined);
  await work.units();
  await work.stories();
  return work.failures;
}

class Auditing {
  readonly failures: Failure[] = [];
  private readonly store: Store;
  private readonly log: DecisionLog;
  private readonly today: string | undefined;
  private readonly entities: Entities | undefined;
  /** Where some statements are known to be wrong, or decided to be of another person, a sieve does not know which. */
  private readonly sifts: boolean;

  constructor(store: Store, log: DecisionLog, today: string | undefined, entities: Entities | undefined) {
    this.store = store;
    this.log = log;
    this.today = today;
    this.entities = entities;
    this.sifts = log.levels.size === 0 && log.apart().size === 0;
  }

  /** Every unit that is out of date, as many together as fit into memory. A unit that changes meanwhile is left for the next time. */
  async units(): Promise<void> {
    for (let last = ''; ; ) {
      const changes = await this.store.changes('unit', unitsAtOnce, last);
      if (changes.length === 0) return;
      last = changes.at(-1)!.key;
      let results: UnitResult[] = [];
      let statements = 0;
      for (const change of changes) {
        const { result, size } = await this.unit(change);
        results.push(result);
        statements += size;
        if (statements < statementsAtOnce) continue;
        await this.store.settleUnits(results);
        results = [];
        statements = 0;
      }
      await this.store.settleUnits(results);
    }
  }

  private async unit(change: Change): Promise<{ result: UnitResult; size: number }> {
    const cut = change.key.indexOf(':');
    const over = change.key.slice(0, cut);
    // a unit of an earlier version of the rules: nothing is found in it any more
    if (!isUnit(over)) return { result: { change, findings: [], wakes: [] }, size: 0 };
    const told = (await this.store.told(change.key, typesIn(over), this.sifts ? sieves[over] : undefined)).filter((t) =>
      holds(this.log, t),
    );
    const person = over === 'entity' ? change.key.slice(cut + 1) : undefined;
    const byPerson = told.length > 0 && (over === 'entity' || over === 'post');
    const entities = byPerson ? (this.entities ?? (await keptEntities(this.store, this.log, told))) : entitiesBy([]);
    const view = viewOf(storiesOf(told), { entities, log: this.log, today: this.today, person });
    const { findings, failures, wakes } = auditUnit(over, view);
    this.failures.push(...failures);
    return { result: { change, findings, wakes }, size: told.length };
  }

  /** What decisions have taken away of what stories showed. */
  async stories(): Promise<void> {
    for (let last = ''; ; ) {
      const changes = await this.store.changes('story', unitsAtOnce, last);
      if (changes.length === 0) return;
      last = changes.at(-1)!.key;
      const results: StoryResult[] = [];
      for (const change of changes) {
        results.push({ change, answered: this.log.decisions.length === 0 ? [] : await this.answered(change.key) });
      }
      await this.store.settleStories(results);
    }
  }

  private async answered(id: string): Promise<StoryResult['answered']> {
    const stored = await this.store.article(id);
    if (!stored?.current || stored.findings.length === 0 || stored.text.length > longestStory) return [];
    const [story] = withoutKnownWrong([standingStory(stored)], this.log);
    const { article, text, statements } = story!;
    const { findings, failures } = auditStory(article, text, statements, undefined, this.log);
    this.failures.push(...failures);
    const found = new Set(findings.map(keyOf));
    return stored.findings.filter((f) => ruleIds.has(f.rule) && !found.has(keyOf(f)));
  }
}

/** What is known to be wrong has been found already: no rule need say it again. */
export function withoutKnownWrong(stories: readonly ReadStory[], log: DecisionLog): readonly ReadStory[] {
  if (log.levels.size === 0) return stories;
  return stories.map((story) => ({
    ...story,
    statements: story.statements.filter((statement) => holds(log, { statement, article: story.article })),
  }));
}

/** Whether nobody has said that a statement is wrong. */
function holds(log: DecisionLog, told: Told): boolean {
  return log.levels.size === 0 || decidedBy(log).wrong(told) === null;
}

function keyOf({ rule, message, evidence }: StoryResult['answered'][number]): string {
  return JSON.stringify([rule, message, evidence.map(({ article, start, end }) => [article, start, end])]);
}
