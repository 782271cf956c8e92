import { articleId } from '../../src/app/read.js';
import type { Store } from '../../src/app/record.js';
import { fingerprint } from './life.js';
import { fingerprintOfOne, isPoison, type Story } from './stories.js';

/** What is wrong with a record of these stories, all of which were to be read by a version of the extractor: nothing lost, nothing doubled, and the export of one process. */
export async function examine(store: Store, stories: readonly Story[], version: number): Promise<string[]> {
  const wrong: string[] = [];
  const ids = new Set(stories.filter((one) => !isPoison(one)).map(({ bytes }) => articleId(bytes)));
  const bad = new Set(stories.filter(isPoison).map(({ bytes }) => articleId(bytes)));
  const { articles, superseded, documents } = await store.counts();
  if (articles + superseded !== ids.size) wrong.push(`${articles + superseded} stories, not ${ids.size}`);
  if (documents.done !== ids.size) wrong.push(`${documents.done} done, not ${ids.size}`);
  const given = new Set((await store.ledger(['quarantined'], { limit: 10_000 })).map((row) => row.id));
  for (const id of bad) if (!given.has(id)) wrong.push(`poison ${id} was not given up`);
  for (const id of given) if (!bad.has(id)) wrong.push(`${id} was given up, and is no poison`);
  for await (const fault of store.check()) wrong.push(`${fault.check}: ${fault.message}`);
  if ((await fingerprint(store)) !== (await fingerprintOfOne(stories, version))) wrong.push('another fingerprint than that of one process');
  return wrong;
}
