import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, decided, faultsOf, finding, linesOf, put, summit, talks, three } from '../../test/store/contract-stories.js';
import { engines, type Place } from '../../test/store/engines.js';
import { published, story } from '../../test/told.js';
import { resolveNames } from '../record/entities.js';
import type { TableRows } from '../store/copying.js';
import type { Store } from '../store/port.js';
import { phrasesOf } from '../store/search-tokens.js';
import { foldText } from '../text/fold.js';
import { CopyDiffers, copyRecord } from './copy.js';

const ways = engines.flatMap((from) => engines.map((to) => [from.name, to.name, from, to] as const));
const at = '2026-01-02T03:04:05.000Z';

describe.each(ways)('a record is copied from %s to %s', (_, __, one, other) => {
  let places: Place[];
  let from: Store;
  let to: Store;
  beforeEach(async () => {
    places = [await one.place(), await other.place()];
    [from, to] = (await Promise.all(places.map((place) => place.open()))) as [Store, Store];
  });
  afterEach(async () => {
    await Promise.all([from.close(), to.close()]);
    for (const place of places) await place.clear();
  });

  const fill = async (): Promise<void> => {
    await put(from, [{ ...talks, findings: [finding(talks.article.id, 'figures/a')] }, ...three.slice(1)]);
    await put(from, [story('b.txt', [{ type: 'agreement', quote: '新的𠀀文\u0001', name: '新' }], published('2022'))]);
    await from.decide([decided({ kind: 'statement', article: talks.article.id, read: talks.statements[1]!, is: 'reject' })]);
    const told = talks.statements.map((statement) => ({ statement, article: talks.article }));
    await from.keepResolved(resolveNames(told), await from.state(), 'x');
    const changes = await from.changes('unit', 2);
    await from.settleUnits(changes.map((change) => ({ change, findings: [finding(talks.article.id, 'r/b')], wakes: ['2030-01-01'] })));
    await from.keepImport({ id: 'i', at, json: '{}' });
    await from.keepWatch({ id: 'w', at, json: '{}' });
    await from.fail({ id: 'sha256:9', source: 'broken', reason: 'is empty' }, '1', at);
  };

  it('with all that is in it, and goes on from there', async () => {
    await fill();
    const copied = await copyRecord(from, to);
    expect(copied).toMatchObject({ articles: 3, export: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const told = async (store: Store): Promise<unknown[]> => [
      await linesOf(store),
      await store.counts(),
      await store.decisions(),
      await store.imports(all),
      await store.watches(),
      await store.ledger(['failed', 'done'], all),
      await store.entities({}, all),
      await store.changes('unit', 100),
      await store.findings({}, all),
      await store.revisions('b.txt'),
      (await store.search(phrasesOf('越南', foldText), all)).articles.map((a) => a.id).sort(),
      await store.state(),
    ];
    expect(await told(to)).toEqual(await told(from));
    expect(await faultsOf(to)).toEqual([]);
    for (const store of [from, to]) {
      await put(store, [story('later.txt', [{ type: 'event', quote: '越南与俄罗斯会谈', date: '2024' }])]);
      await store.decide([{ ...decided({ kind: 'identity', a: 'A', b: 'B', is: 'same' }), id: 'later' }]);
      await store.remove(summit.article.id);
    }
    expect(await told(to)).toEqual(await told(from));
  });

  it('only where there is none yet, unless it is to be replaced', async () => {
    await fill();
    await put(to, three);
    const before = await linesOf(to);
    await expect(copyRecord(from, to)).rejects.toThrow(RangeError);
    expect(await linesOf(to)).toBe(before);
    await copyRecord(from, to, { replace: true });
    expect(await linesOf(to)).toBe(await linesOf(from));
  });

  it('whole or not at all', async () => {
    await fill();
    async function* broken(): AsyncGenerator<TableRows> {
      for await (const batch of from.rows()) {
        if (batch.table === 'statement') throw new Error('stopped');
        yield batch;
      }
    }
    await expect(to.fill(broken())).rejects.toThrow('stopped');
    expect([await linesOf(to), (await to.counts()).articles]).toEqual(['', 0]);
    await copyRecord(from, to);
  });

  it('and says so where the copy is not the same', async () => {
    await fill();
    const changed: Store = Object.assign(Object.create(to) as Store, {
      async *rows() {
        for await (const batch of to.rows()) yield batch.table === 'decision' ? { ...batch, rows: [] } : batch;
      },
    });
    await expect(copyRecord(from, changed)).rejects.toThrow(CopyDiffers);
  });
});
