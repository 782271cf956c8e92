import type { Decision } from '../../resolve/decision.js';
import { lineOf } from '../../resolve/decision.js';
import { DecisionLog, type Refusal } from '../../resolve/decisions.js';
import type { FilingTools } from './filing.js';
import { restand } from './standing.js';
import type { Db, Tx } from './tables.js';

/** The log of a store, read once and then line by line as it grows. */
export class StoredLog {
  #log = new DecisionLog();
  #last = 0;

  /** The log as it is now. */
  async read(db: Db): Promise<DecisionLog> {
    const rows = await db.selectFrom('decision').select(['n', 'json']).where('n', '>', this.#last).orderBy('n').execute();
    for (const { n, json } of rows) {
      this.#log.add(JSON.parse(json) as Decision);
      this.#last = Number(n);
    }
    return this.#log;
  }

  /** Writes decisions that the log has taken already. */
  async write(tx: Tx, taken: readonly Decision[]): Promise<void> {
    for (const d of taken) {
      const row = await tx
        .insertInto('decision')
        .values({ id: d.id, json: lineOf(d) })
        .returning('n')
        .executeTakeFirstOrThrow();
      this.#last = Number(row.n);
    }
  }

  /** To be called where what was added has not been written after all. */
  forget(): void {
    this.#log = new DecisionLog();
    this.#last = 0;
  }
}

/** `Decisions.decisions` of the port. */
export async function decisions(db: Db): Promise<Decision[]> {
  const rows = await db.selectFrom('decision').select('json').orderBy('n').execute();
  return rows.map((row) => JSON.parse(row.json) as Decision);
}

/** `Decisions.decide` of the port. */
export async function decide(
  tx: Tx,
  wanted: readonly Decision[],
  whole: boolean,
  stored: StoredLog,
  tools: FilingTools,
): Promise<(Refusal | null)[]> {
  const results = wanted.map((d) => tools.log.add(d) ?? null);
  if (whole && results.some((r) => r !== null)) {
    stored.forget();
    return results;
  }
  const taken = wanted.filter((_, i) => results[i] === null);
  await stored.write(tx, taken);
  for (const n of await articlesChangedBy(tx, taken, tools.log)) await restand(tx, n, tools);
  return results;
}

/** The articles in which decisions can change what stands: one, or all where many statements are decided at once. */
async function articlesChangedBy(tx: Tx, taken: readonly Decision[], log: DecisionLog): Promise<number[]> {
  const ids = new Set<string>();
  for (const d of taken) {
    const meant = meantBy(d, log);
    if (meant?.kind === 'statement') ids.add(meant.article);
    else if (meant?.kind === 'broad') {
      if (meant.scope.level === 'article') ids.add(meant.scope.id);
      else return numbers(await tx.selectFrom('article').select('n').orderBy('n').execute());
    }
  }
  if (ids.size === 0) return [];
  return numbers(
    await tx
      .selectFrom('article')
      .select('n')
      .where('id', 'in', [...ids])
      .orderBy('n')
      .execute(),
  );
}

const numbers = (rows: readonly { n: number }[]): number[] => rows.map((row) => Number(row.n));

/** The decision that an undo, or an undo of an undo, speaks of. */
function meantBy(d: Decision, log: DecisionLog): Decision | undefined {
  return d.kind === 'undo' ? meantBy(log.get(d.of)!, log) : d;
}
