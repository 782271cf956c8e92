import { openSqlite } from '../../src/store/sqlite/open.js';
import { foldText } from '../../src/text/fold.js';
import { numbered } from './numbered.js';

/**
 * A process to be killed: puts the stories `from`, `from + 1`, … into the record, three to a transaction, and prints after each
 * transaction up to which story it is done. Arguments: the record's file, the first story, how many stories there are.
 */
const [file, from, count] = [process.argv[2]!, Number(process.argv[3]), Number(process.argv[4])];
const at = '2026-01-02T03:04:05.000Z';
const store = await openSqlite(file, { fold: foldText });
for (let i = from; i < count; i += 3) {
  const stories = [i, i + 1, i + 2].filter((n) => n < count).map(numbered);
  await store.begin(
    stories.map(({ reading: { article } }) => article),
    '1',
    at,
  );
  await store.put(stories, '1', at);
  process.stdout.write(`${Math.min(i + 3, count)}\n`);
}
await store.close();
