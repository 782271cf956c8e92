import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { faultsOf, put, summit, three } from '../../../test/store/contract-stories.js';
import { toStepFour } from '../../../test/store/old-shape.js';
import { digest } from '../../record/canonical.js';
import { pairSubject } from '../../record/subjects.js';
import { foldText } from '../../text/fold.js';
import type { Store } from '../port.js';
import { newest } from '../sql/migrations.js';
import { openSqlite } from './open.js';
import { views } from './views.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-shape-'));
  file = path.join(folder, 'record.db');
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const open = (): Promise<Store> => openSqlite(file, { fold: foldText });
const pair = pairSubject('RU', 'VN');

/** What the steps after the fourth keep up. */
async function kept(store: Store): Promise<unknown> {
  return [
    await store.coverage(),
    await store.newestDay(),
    await store.claimCounts(pair),
    await store.claims(pair, 'event', { limit: 10 }),
    (await store.claimsWhere(pair, 'event', {}, { limit: 10 })).rows.map((row) => row.claim.key),
    await faultsOf(store),
  ];
}

it('a record in the shape of step 4 is brought up to date with nothing lost', async () => {
  const store = await open();
  await put(store, three);
  const before = await kept(store);
  await store.close();
  toStepFour(file);
  const again = await open();
  expect(await kept(again)).toEqual(before);
  expect(JSON.stringify(before)).toContain('峰会');
  expect(await again.madeOf(pair)).toMatchObject({ version: '0 0 0' });
  await again.remove(summit.article.id);
  expect(await faultsOf(again)).toEqual([]);
  expect(await again.madeOf(pair)).not.toMatchObject({ version: '0 0 0' });
  await again.close();
  const shown = new DatabaseSync(file, { readOnly: true });
  expect(shown.prepare('select count(*) as n from events').get()).toEqual({ n: expect.any(Number) });
  shown.close();
});

it('the views are those of step 8: where they change, a further step must make them anew, and be named here with what they are then', () => {
  expect([newest, digest(JSON.stringify(views), 16)]).toEqual([11, '97b95f57f42bbd64']);
});
