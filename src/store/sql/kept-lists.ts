import { type Subject, subjectNumber } from '../../record/subjects.js';
import type { KeptList } from '../upkeep.js';
import type { Db, Tx } from './tables.js';

/** `Upkeep.madeOf` of the port. */
export async function madeOf(db: Db, pair: Subject): Promise<{ version: string; statements: number } | null> {
  const subjects = [pair, ...pair.countries.map((code): Subject => ({ kind: 'country', name: code, countries: [code] }))];
  const numbers = subjects.map(subjectNumber);
  const rows = await db.selectFrom('subject').select(['n', 'version', 'statements']).where('n', 'in', numbers).execute();
  const byNumber = new Map(rows.map((row) => [Number(row.n), row]));
  const own = byNumber.get(numbers[0]!);
  return own ? { version: numbers.map((n) => byNumber.get(n)?.version ?? 0).join(' '), statements: Number(own.statements) } : null;
}

/** `Upkeep.keptList` of the port. */
export async function keptList(db: Db, pair: Subject, name: string, made: string): Promise<KeptList | null> {
  const row = await db
    .selectFrom('kept_list')
    .select(['after', 'until', 'json'])
    .where('pair', '=', subjectNumber(pair))
    .where('name', '=', name)
    .where('made_of', '=', made)
    .executeTakeFirst();
  return row ?? null;
}

/** `Upkeep.keepList` of the port. */
export async function keepList(tx: Tx, pair: Subject, name: string, made: string, { after, until, json }: KeptList): Promise<void> {
  const row = { made_of: made, after, until, json };
  await tx
    .insertInto('kept_list')
    .values({ pair: subjectNumber(pair), name, ...row })
    .onConflict((c) => c.columns(['pair', 'name']).doUpdateSet(row))
    .execute();
}
