import { type Appearance, type EntityType, gather, refOf, type Said } from '../resolve/appearances.js';
import { candidatePairs, type Pair } from '../resolve/candidates.js';
import { DecisionLog } from '../resolve/decisions.js';
import { type Disagreement, type Entity, type Question, resolve } from '../resolve/entities.js';

export type { Entity } from '../resolve/entities.js';

/** What all names of a record come to. */
export interface Resolved {
  /** Pairs of names that were judged to be one, or perhaps one. */
  pairs: readonly Pair[];
  /** Each name by itself, by ref. */
  appearances: readonly Appearance[];
  entities: readonly Entity[];
  questions: readonly Question[];
  disagreements: readonly Disagreement[];
}

/** Who or what stands behind a name. */
export interface Entities {
  /**
   * The entity that a statement names so; `undefined` where the name is not among those that were resolved. `countries` in any
   * order; for people the office that stands beside the name, and the id of the statement that says it.
   */
  named(
    type: EntityType,
    name: string,
    countries: readonly string[],
    more?: { office?: string | null; statement?: string },
  ): Entity | undefined;
}

/** Collects names one statement after the other; memory grows with the names. The order says nothing. */
export class Naming {
  readonly #log: DecisionLog;
  readonly #gathering;

  constructor(log: DecisionLog = new DecisionLog()) {
    this.#log = log;
    this.#gathering = gather(log.apart());
  }

  add(said: Said): void {
    this.#gathering.add(said);
  }

  /** Joins what is decided, then what is beyond doubt; the rest becomes questions. */
  resolved(): Resolved {
    const appearances = this.#gathering.appearances();
    return resolveAppearances(appearances, this.#log);
  }
}

/** The same for names of which it is known where they stand. `pairs`: where they are known too. */
export function resolveAppearances(
  appearances: readonly Appearance[],
  log: DecisionLog,
  pairs: readonly Pair[] = candidatePairs(appearances),
): Resolved {
  const { entities, questions, disagreements } = resolve(appearances, log.ties(), pairs);
  return { appearances, entities, questions, disagreements, pairs };
}

/** The same for statements at hand. */
export function resolveNames(said: Iterable<Said>, log?: DecisionLog): Resolved {
  const naming = new Naming(log);
  for (const one of said) naming.add(one);
  return naming.resolved();
}

/** Makes entities ready to be looked up. */
export function entitiesBy(entities: Iterable<Entity>): Entities {
  const byRef = new Map<string, Entity>();
  for (const entity of entities) for (const ref of entity.refs) byRef.set(ref, entity);
  return {
    named(type, name, countries, { office = null, statement } = {}) {
      const ref = refOf(type, name, countries, office);
      return (statement === undefined ? undefined : byRef.get(`${ref}#${statement}`)) ?? byRef.get(ref);
    },
  };
}
