import type { Statement, StatementOf, StatementType } from '../../model/statement.js';
import { type Decided, decidedBy } from '../../record/decided.js';
import { type Entities, entitiesBy, resolveNames } from '../../record/entities.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import { compareTold, type Told } from '../../record/told.js';
import { gather } from '../../resolve/appearances.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import type { Store } from '../../store/port.js';
import { logOf } from '../entities.js';

/** So many tellings of one type are looked at for a pair, the latest of them. */
export const mostTold = 20_000;

/** What is told of a pair, as decided. */
export interface PairTold {
  pair: readonly [string, string];
  log: DecisionLog;
  decided: Decided;
  /** The tellings of a type in the record's fixed order, without those known to be wrong (but for figures, which are shown as such). */
  told<T extends StatementType>(type: T): readonly Told<StatementOf<T>>[];
  /** What the names in these tellings come to, as it was resolved last. */
  entities: Entities;
  /** The day of the newest story of the record, `YYYY-MM-DD`: what is due by then is due. `null` where no story has a day. */
  today: string | null;
}

/** What current stories tell of two countries or groups, in any order: the tellings of these types. */
export async function pairTold(store: Store, a: string, b: string, types: readonly StatementType[]): Promise<PairTold> {
  const pair = pairOf(a, b);
  const log = await logOf(store);
  const decided = decidedBy(log);
  const byType = new Map<StatementType, Told[]>();
  for (const type of types) {
    const { rows } = await store.toldWhere({ pair: pairSubject(...pair), types: [type] }, { limit: mostTold });
    byType.set(type, rows.filter((t) => type === 'figure' || decided.wrong(t) === null).sort(compareTold));
  }
  const newest = await store.stories({}, { limit: 1 });
  return {
    ...{ pair, log, decided },
    told: <T extends StatementType>(type: T) => (byType.get(type) ?? []) as unknown as Told<StatementOf<T>>[],
    entities: await keptEntities(store, log, [...byType.values()].flat()),
    today: newest.rows[0]?.published?.date.split('/').at(-1) ?? null,
  };
}

/** Who is named in these tellings, as the record resolved it last; where it never was, their names are joined by themselves. */
export async function keptEntities(store: Store, log: DecisionLog, told: readonly Told<Statement>[]): Promise<Entities> {
  if ((await store.resolvedFor()) === null) return entitiesBy(resolveNames(told, log).entities);
  const names = gather(log.apart());
  for (const one of told) names.add(one);
  const refs = names.appearances().map((appearance) => appearance.ref);
  return entitiesBy(await store.entities({ refs }, { limit: refs.length }));
}
