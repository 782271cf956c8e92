import { type Entities, entitiesBy, Naming, type Resolved, resolveAppearances } from '../record/entities.js';
import type { ReadStory, Told } from '../record/view.js';
import { type Appearance, gather } from '../resolve/appearances.js';
import { candidatePairs, type Pair } from '../resolve/candidates.js';
import { DecisionLog } from '../resolve/decisions.js';
import type { Store, StoredArticle } from '../store/port.js';
import { StoreError } from '../store/store-error.js';
import type { Edge, ResolvedPart } from '../store/upkeep.js';
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

/** Where more names than this have changed, all are resolved anew: that takes one pass over the record. */
const mostNames = 2000;
/** How often it is tried again where somebody else writes meanwhile. */
const tries = 3;

/**
 * Brings what names come to up to date: names of which stories say something else than when they were resolved last are joined anew, with all that
 * hangs together with them, and kept. Gives what was found where it could not be kept (then of all names); `null` where what is kept holds.
 */
export async function resolveRecord(store: Store, log: DecisionLog): Promise<Resolved | null> {
  const version = resolverVersion();
  for (let left = tries; left > 0; left--) {
    const state = await store.state();
    const whole = (await store.resolvedFor()) !== version;
    const changed = whole ? [] : await store.changes('name', mostNames + 1);
    if (!whole && changed.length === 0) return null;
    try {
      if (whole || changed.length > mostNames) {
        if (await store.keepResolved(await resolveAll(store, log), state, version)) return null;
      } else {
        const { resolved, part } = await resolvePart(
          store,
          log,
          changed.map((c) => c.key),
        );
        if (await store.keepResolved(resolved, state, version, part)) return null;
      }
    } catch (error) {
      if (!(error instanceof StoreError && (error.code === 'read-only' || error.code === 'locked' || error.code === 'full'))) throw error;
      break;
    }
  }
  return resolveAll(store, log);
}

async function resolveAll(store: Store, log: DecisionLog): Promise<Resolved> {
  const naming = new Naming(log);
  for await (const told of store.toldAll()) naming.add(told);
  return naming.resolved();
}

/** Resolves changed names, and whatever a chain of likely pairs or decisions joins to them, now or when it was resolved last. */
async function resolvePart(store: Store, log: DecisionLog, keys: readonly string[]): Promise<{ resolved: Resolved; part: ResolvedPart }> {
  const bare = [...new Set(keys.map(withoutStatement))];
  const found = await appearancesOf(store, log, bare);
  const changed = new Set([...keys, ...bare, ...(await store.variants(bare)), ...found.map((a) => a.ref)]);
  const near = (await store.neighbours(found)).filter((ref) => !changed.has(ref));
  const pairs = candidatePairs([...found, ...(await store.names(near))], changed);
  const touched = await reach(store, log, changed, pairs);
  const appearances = [...found, ...(await store.names([...touched].filter((ref) => !changed.has(ref))))].sort((a, b) =>
    a.ref < b.ref ? -1 : 1,
  );
  const byRef = new Map(appearances.map((a) => [a.ref, a]));
  const kept = (await store.edges([...touched])).flatMap((edge): Pair[] => {
    const [a, b] = [byRef.get(edge.a), byRef.get(edge.b)];
    return changed.has(edge.a) || changed.has(edge.b) || !a || !b ? [] : [{ a, b, judgement: edge.judgement }];
  });
  const all = [...pairs, ...kept].sort((p, q) => (p.a.ref + p.b.ref < q.a.ref + q.b.ref ? -1 : 1));
  const resolved = resolveAppearances(appearances, log, all);
  const disagreements = [...(await store.disagreements()).filter((d) => !touched.has(d.a)), ...resolved.disagreements].sort((p, q) =>
    `${p.a}\n${p.b}` < `${q.a}\n${q.b}` ? -1 : 1,
  );
  return { resolved: { ...resolved, disagreements }, part: { changed: [...changed].sort(), touched: [...touched].sort() } };
}

const withoutStatement = (ref: string): string => ref.replace(/#.*$/s, '');

/** What the record says now under these names, with those that decisions set apart from them; none for a name that nobody says any more. */
async function appearancesOf(store: Store, log: DecisionLog, refs: readonly string[]): Promise<Appearance[]> {
  const wanted = new Set(refs);
  const names = gather(log.apart());
  for (const told of await store.sayings(refs)) names.add(told);
  const named = names.appearances().filter((a) => a.type !== 'state' && a.type !== 'group' && wanted.has(withoutStatement(a.ref)));
  return [...named, ...(await store.presences(refs))];
}

/** Every name that chains of pairs, kept or new, and of decisions lead to. */
async function reach(store: Store, log: DecisionLog, from: ReadonlySet<string>, pairs: readonly Pair[]): Promise<Set<string>> {
  const next = new Map<string, string[]>();
  const link = (a: string, b: string): void => {
    for (const [here, there] of [[a, b] as const, [b, a] as const]) next.set(here, [...(next.get(here) ?? []), there]);
  };
  for (const { a, b } of pairs) link(a.ref, b.ref);
  for (const { a, b } of log.ties().all()) link(a, b);
  const reached = new Set(from);
  for (let edge = [...from]; edge.length > 0; ) {
    const kept: readonly Edge[] = await store.edges(edge);
    const bare = edge.map(withoutStatement);
    const others = [
      ...edge.flatMap((ref) => next.get(ref) ?? []),
      ...kept.flatMap(({ a, b }) => [a, b]),
      ...bare,
      ...(await store.variants(bare)),
    ];
    edge = [...new Set(others)].filter((ref) => !reached.has(ref));
    for (const ref of edge) reached.add(ref);
  }
  return reached;
}

/** The entities of the whole record that these statements name, up to date. */
export async function entitiesOf(store: Store, log: DecisionLog, said: Iterable<Told>): Promise<Entities> {
  const resolved = await resolveRecord(store, log);
  return resolved ? entitiesBy(resolved.entities) : keptEntities(store, log, said);
}

/** The same, as they were kept last. */
export async function keptEntities(store: Store, log: DecisionLog, said: Iterable<Told>): Promise<Entities> {
  const names = gather(log.apart());
  for (const told of said) names.add(told);
  const refs = names.appearances().map((a) => a.ref);
  return entitiesBy(await store.entities({ refs }, { limit: refs.length }));
}

/** The entities of the whole record that these stories name, up to date. */
export function entitiesIn(store: Store, log: DecisionLog, stories: readonly ReadStory[]): Promise<Entities> {
  return entitiesOf(
    store,
    log,
    stories.flatMap(({ article, statements }) => statements.map((statement) => ({ statement, article }))),
  );
}
