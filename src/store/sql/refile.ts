import { filingVersion } from '../../record/subjects.js';
import { answeredScope } from '../port.js';
import { type FilingTools, file, loadFiled } from './filing.js';
import { printAll } from './findings.js';
import { state } from './names.js';
import type { Filed } from './rows.js';
import { writeStanding } from './standing.js';
import type { Db, Tx } from './tables.js';
import { touchUnits } from './touched.js';

/** So many articles are filed together. */
const atOnce = 100;

/**
 * Files everything anew where the stored filing was made by other rules than this program's (after an update), in one
 * transaction. Does nothing otherwise.
 */
export async function refileAfterUpdate(db: Db, write: <T>(work: (tx: Tx, tools: FilingTools) => Promise<T>) => Promise<T>): Promise<void> {
  const version = String(filingVersion);
  const versionOf = async (at: Db): Promise<string | undefined> =>
    (await at.selectFrom('setting').select('value').where('name', '=', 'filing').executeTakeFirst())?.value;
  if ((await versionOf(db)) === version) return;
  await write(async (tx, tools) => {
    if ((await versionOf(tx)) === version) return;
    await refile(tx, tools);
    await tx
      .insertInto('setting')
      .values({ name: 'filing', value: version })
      .onConflict((c) => c.column('name').doUpdateSet({ value: version }))
      .execute();
  });
}

/** Drops what is derived and makes it again from the articles and the decisions. */
export async function refile(tx: Tx, tools: FilingTools): Promise<void> {
  await touchUnits(tx, Number(await state(tx)));
  const named = await tx.selectFrom('naming').select('ref').execute();
  for (const { ref } of named) tools.touched.add('name', ref);
  const answered = await tx.selectFrom('finding').select('unit').distinct().where('scope', '=', answeredScope).execute();
  for (const { unit } of answered) if (unit !== null) tools.touched.add('story', unit.slice('story:'.length));
  for (const table of ['filing', 'outline', 'outline_size', 'subject', 'claim', 'tally', 'mention', 'presence'] as const)
    await tx.deleteFrom(table).execute();
  await printAll(tx);
  await tools.search.clear(tx);
  tools.shared.clear();
  const { amount } = await tx
    .selectFrom('article')
    .select((e) => e.fn.countAll<number>().as('amount'))
    .executeTakeFirstOrThrow();
  tools.shared.tally('articles', 'all', Number(amount));
  for (let last = 0; ; ) {
    const rows = await tx.selectFrom('article').select(['n', 'current']).where('n', '>', last).orderBy('n').limit(atOnce).execute();
    if (rows.length === 0) return;
    const filed: Filed[] = [];
    for (const { n, current } of rows) {
      last = Number(n);
      await writeStanding(tx, last, tools.log);
      if (Number(current) === 1) filed.push(await loadFiled(tx, last));
    }
    await file(tx, filed, tools);
    await tools.shared.flush(tx);
  }
}
