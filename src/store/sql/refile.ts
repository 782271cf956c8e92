import { filingVersion } from '../../record/subjects.js';
import { answeredScope } from '../port.js';
import { addToTally, type FilingTools, file, loadFiled } from './filing.js';
import { printAll } from './findings.js';
import { state } from './names.js';
import { writeStanding } from './standing.js';
import type { Db, Tx } from './tables.js';
import { touchUnits, unitKinds } from './touched.js';

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
  await touchUnits(tx, Number(await state(tx)), [...unitKinds, 'entity']);
  const named = await tx.selectFrom('naming').select('ref').execute();
  for (const { ref } of named) tools.touched.add('name', ref);
  const answered = await tx.selectFrom('finding').select('unit').distinct().where('scope', '=', answeredScope).execute();
  for (const { unit } of answered) if (unit !== null) tools.touched.add('story', unit.slice('story:'.length));
  for (const table of ['filing', 'outline', 'subject', 'claim', 'tally', 'mention', 'presence'] as const)
    await tx.deleteFrom(table).execute();
  await printAll(tx);
  await tools.search.clear(tx);
  const { amount } = await tx
    .selectFrom('article')
    .select((e) => e.fn.countAll<number>().as('amount'))
    .executeTakeFirstOrThrow();
  await addToTally(tx, 'articles', new Map([['all', Number(amount)]]));
  for (let last = 0; ; ) {
    const row = await tx.selectFrom('article').select(['n', 'current']).where('n', '>', last).orderBy('n').limit(1).executeTakeFirst();
    if (!row) return;
    last = Number(row.n);
    await writeStanding(tx, last, tools.log);
    if (Number(row.current) === 1) await file(tx, await loadFiled(tx, last), tools);
  }
}
