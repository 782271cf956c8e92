import { type Entities, entitiesBy, Naming, type Resolved } from '../record/entities.js';
import type { ReadStory } from '../record/view.js';
import { gather } from '../resolve/appearances.js';
import { DecisionLog } from '../resolve/decisions.js';
import type { Store, StoredArticle } from '../store/port.js';
import { StoreError } from '../store/store-error.js';
import { resolverVersion } from './record.js';

/** The log of a record, to be asked; what is added to it here is not kept. */
export async function logOf(store: Store): Promise<DecisionLog> {
  const log = new DecisionLog();
  for (const d of await store.decisions()) log.add(d);
  return log;
}

/** A story of the record with what stands of it under the decisions. */
export function standingStory({ article, text, standing }: StoredArticle): ReadStory {
  return { article, text, statements: standing };
}

/**
 * Brings what names come to up to date: where the record has changed since the last time, all its names are joined anew and kept.
 * `stories`: the whole record as it stands, where it is at hand. Gives what was found now; `null` where what is kept holds. A record that
 * cannot be written is resolved again each time.
 */
export async function resolveRecord(store: Store, log: DecisionLog, stories?: readonly ReadStory[]): Promise<Resolved | null> {
  const state = await store.state();
  const mark = `${resolverVersion()}/${state}`;
  if ((await store.resolvedFor()) === mark) return null;
  const naming = new Naming(log);
  const take = ({ article, statements }: ReadStory): void => {
    for (const statement of statements) naming.add({ statement, article });
  };
  if (stories) for (const story of stories) take(story);
  else for await (const stored of store.readings({})) take(standingStory(stored));
  const resolved = naming.resolved();
  try {
    await store.keepResolved(resolved, state, mark);
  } catch (error) {
    if (!(error instanceof StoreError && (error.code === 'read-only' || error.code === 'locked' || error.code === 'full'))) throw error;
  }
  return resolved;
}

/** The entities of the whole record that these stories name, up to date. */
export async function entitiesIn(store: Store, log: DecisionLog, stories: readonly ReadStory[]): Promise<Entities> {
  const resolved = await resolveRecord(store, log);
  if (resolved) return entitiesBy(resolved.entities);
  const names = gather(log.apart());
  for (const { article, statements } of stories) for (const statement of statements) names.add({ statement, article });
  const refs = names.appearances().map((a) => a.ref);
  return entitiesBy(await store.entities({ refs }, { limit: refs.length }));
}
