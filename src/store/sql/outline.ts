import { sql } from 'kysely';
import type { Subject } from '../../record/subjects.js';
import { inPowers } from './insert-rows.js';
import type { FilingTable, OutlineTable, Tx } from './tables.js';

const keyOf = ({ subject, type, claim }: OutlineTable): string => `${subject} ${type} ${claim}`;

/** What has an outline. */
const kindsOutlined: readonly (string | undefined)[] = ['pair', 'multilateral'];

/** The filings of pairs and of statements about many countries, claim by claim. */
function outlined(rows: readonly FilingTable[], subjects: ReadonlyMap<number, Subject>): OutlineTable[] {
  const found = new Map<string, OutlineTable>();
  for (const { subject, type, claim, since, until } of rows) {
    if (!kindsOutlined.includes(subjects.get(subject)?.kind)) continue;
    const row = { subject, type, claim, since, until, tellings: 1 };
    const known = found.get(keyOf(row));
    if (!known) found.set(keyOf(row), row);
    else {
      known.since = Math.min(known.since, since);
      known.until = Math.min(known.until, until);
      known.tellings++;
    }
  }
  return [...found.values()];
}

/** Takes filings into the outlines. */
export async function addToOutline(tx: Tx, rows: readonly FilingTable[], subjects: ReadonlyMap<number, Subject>): Promise<void> {
  for (const piece of inPowers(outlined(rows, subjects)))
    await tx
      .insertInto('outline')
      .values(piece)
      .onConflict((c) =>
        c.columns(['subject', 'type', 'claim']).doUpdateSet((e) => ({
          since: sql<number>`case when excluded.since < outline.since then excluded.since else outline.since end`,
          until: sql<number>`case when excluded.until < outline.until then excluded.until else outline.until end`,
          tellings: e('outline.tellings', '+', e.ref('excluded.tellings')),
        })),
      )
      .execute();
}

/** Makes the outlines anew where filings were taken out. */
export async function takeFromOutline(tx: Tx, rows: readonly FilingTable[], subjects: ReadonlyMap<number, Subject>): Promise<void> {
  for (const { subject, type, claim } of outlined(rows, subjects)) {
    await tx.deleteFrom('outline').where('subject', '=', subject).where('type', '=', type).where('claim', '=', claim).execute();
    await sql`insert into outline (subject, type, claim, since, until, tellings)
      select subject, type, claim, min(since), min(until), count(*) from filing
      where subject = ${subject} and type = ${type} and claim = ${claim} group by subject, type, claim`.execute(tx);
  }
}
