import type { StatementOf, StatementType } from '../../model/statement.js';
import { type Decided, decidedBy } from '../../record/decided.js';
import type { Entities } from '../../record/entities.js';
import { pairOf } from '../../record/pair.js';
import { pairSubject } from '../../record/subjects.js';
import { compareTold, type Told } from '../../record/told.js';
import type { DecisionLog } from '../../resolve/decisions.js';
import type { Store } from '../../store/port.js';
import { keptEntities, logOf } from '../entities.js';

/**
 * How many tellings of each type are looked at, the latest of them: a pair of which a record of years says more is shown as far back as that.
 * `kind`: only events of this kind.
 */
export type Looked = Partial<Record<StatementType, number | { most: number; kind: string }>>;

/** What is told of a pair, as decided. */
export interface PairTold {
  pair: readonly [string, string];
  log: DecisionLog;
  decided: Decided;
  /** The tellings of a type in the record's fixed order, without those known to be wrong (but for figures, which are shown as such). */
  told<T extends StatementType>(type: T): readonly Told<StatementOf<T>>[];
  /** What the names in these tellings come to, as it was resolved last. */
  entities(): Promise<Entities>;
  /** The day of the newest story of the record, `YYYY-MM-DD`: what is due by then is due. `null` where no story has a day. */
  today: string | null;
}

/** What current stories tell of two countries or groups, in any order. */
export async function pairTold(store: Store, a: string, b: string, looked: Looked): Promise<PairTold> {
  const pair = pairOf(a, b);
  const log = await logOf(store);
  const decided = decidedBy(log);
  const byType = new Map<StatementType, Told[]>();
  for (const [name, asked] of Object.entries(looked)) {
    const type = name as StatementType;
    const { most, ...more } = typeof asked === 'number' ? { most: asked } : asked;
    const { rows } = await store.toldWhere({ pair: pairSubject(...pair), types: [type], ...more }, { limit: most });
    byType.set(type, rows.filter((t) => type === 'figure' || decided.wrong(t) === null).sort(compareTold));
  }
  return {
    ...{ pair, log, decided },
    told: <T extends StatementType>(type: T) => (byType.get(type) ?? []) as unknown as Told<StatementOf<T>>[],
    entities: () => keptEntities(store, log, [...byType.values()].flat()),
    today: await store.newestDay(),
  };
}
