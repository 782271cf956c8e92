import { describe, expect, it } from 'vitest';
import { all, at, faultsOf, finished, linesOf, plain, put, talks } from '../../test/store/contract-stories.js';
import { engines, withStore } from '../../test/store/engines.js';
import { type SmallStory, story } from '../../test/told.js';
import type { Enqueued, NewJob } from './jobs.js';
import { maxAttempts, type Store } from './port.js';

const later = '2026-01-02T03:04:06.000Z';
const jobOf = ({ article, text }: SmallStory): NewJob => ({
  ...{ document: article.id, source: article.source, told: '{}' },
  bytes: new TextEncoder().encode(text),
});
const other = story('b.txt', [{ type: 'agreement', quote: '协定乙', name: '乙' }]);
const next = story('a.txt', [{ type: 'agreement', quote: '协定丙', name: '丙' }]);

describe.each(engines)('SPEC R-52: what is still to be read: $name', (engine) => {
  let store: Store;
  const { reopen, another } = withStore(engine, (s) => {
    store = s;
  });
  const ask = (stories: readonly SmallStory[], extractor = '1', again = false): Promise<Enqueued[]> =>
    store.enqueue(stories.map(jobOf), extractor, at, { again, announced: true });
  const numbers = async (stories: readonly SmallStory[], extractor = '1'): Promise<number[]> =>
    (await ask(stories, extractor)).map((one) => (one.state === 'waiting' ? one.n : expect.fail(one.state)));
  const finish = (n: number, told: SmallStory, extractor = '1') => store.finishJobs([{ n, finished: finished(told) }], extractor, at);

  it('is kept with its bytes until it is stored, once', async () => {
    const [n] = await numbers([talks]);
    await reopen();
    expect(await store.jobs([n!, 999], '1')).toEqual([{ ...jobOf(talks), n, attempts: 0, held: null }]);
    expect(await store.backlog()).toEqual({ waiting: 1, quarantined: 0, oldest: at });
    expect(await finish(n!, talks)).toEqual(['new']);
    expect(await finish(n!, talks)).toEqual(['gone']);
    expect(await store.jobs([n!], '1')).toEqual([]);
    expect(await store.backlog()).toEqual({ waiting: 0, quarantined: 0, oldest: null });
    expect((await store.counts()).documents).toMatchObject({ done: 1 });
    expect(await faultsOf(store)).toEqual([]);
  });
  it('is asked for once, and not where it was read', async () => {
    const [n] = await numbers([talks, talks]);
    expect(await ask([talks])).toEqual([{ state: 'waiting', n }]);
    await finish(n!, talks);
    expect(await ask([talks])).toEqual([{ state: 'same' }]);
    expect((await ask([{ ...talks, article: { ...talks.article, source: 'elsewhere' } }]))[0]?.state).toBe('waiting');
    expect((await ask([talks], '2'))[0]?.state).toBe('waiting');
  });
  it('takes its turn behind earlier states of its source and its own bytes elsewhere', async () => {
    const copy = { ...talks, article: { ...talks.article, source: 'copy' } };
    const ns = await numbers([talks, next, copy, other]);
    const held = async () => (await store.jobs(ns, '1')).map((job) => job.held);
    expect(await held()).toEqual([null, 'earlier', 'earlier', null]);
    expect(await finish(ns[0]!, talks)).toEqual(['new']);
    expect(await held()).toEqual([null, null, null]);
    expect(await store.finishJobs([{ n: ns[1]!, finished: finished(next) }], '1', at)).toEqual(['revised']);
    expect(await ask([talks])).toMatchObject([{ state: 'waiting' }]);
  });
  it('one of two who read the same stores it', async () => {
    const [n] = await numbers([talks]);
    const second = await another();
    const both = await Promise.all([store, second].map((s) => s.finishJobs([{ n: n!, finished: finished(talks) }], '1', at)));
    await second.close();
    expect(both.flat().sort()).toEqual(['gone', 'new']);
    expect((await store.counts()).articles).toBe(1);
  });
  it('what is stored for another document or another source takes no job out', async () => {
    const [n] = await numbers([talks]);
    expect(await finish(n!, other)).toEqual(['gone']);
    expect(await finish(n!, { ...talks, article: { ...talks.article, source: 'copy' } })).toEqual(['gone']);
    expect((await store.backlog()).waiting).toBe(1);
  });
  it('an older version of the extractor leaves what is for a newer one, and what a newer one has read', async () => {
    await store.enrol('1', at);
    await store.enrol('2', at);
    await store.enrol('1', later);
    const [old, fresh] = [(await numbers([talks], '1'))[0]!, (await numbers([other], '2'))[0]!];
    expect((await store.jobs([old, fresh], '1')).map((job) => job.held)).toEqual([null, 'newer']);
    expect((await store.jobs([old, fresh], '2')).map((job) => job.held)).toEqual([null, null]);
    expect(await finish(fresh, other, '1')).toEqual(['gone']);
    await numbers([talks], '2');
    expect(await finish(old, talks, '1')).toEqual(['gone']);
    expect(await finish(old, talks, '2')).toEqual(['new']);
    const copy = { ...talks, article: { ...talks.article, source: 'copy' }, statements: [] };
    const [n] = await numbers([{ ...copy }], '1');
    expect(await finish(n!, copy, '1')).toEqual(['same']);
    expect(await store.article(talks.article.id)).toMatchObject({ extractor: '2', statements: talks.statements });
    expect(await store.sources(talks.article.id)).toEqual(['a.txt', 'copy']);
    expect((await store.documents([talks.article.id])).get(talks.article.id)?.extractor).toBe('2');
  });
  it('is announced again when nothing was heard of it for long, or the clock was put back', async () => {
    const ns = await numbers([talks, other, plain]);
    expect(await store.announce(at, later, 10)).toEqual([]);
    expect(await store.announce(later, later, 2)).toEqual(ns.slice(0, 2));
    expect(await store.announce(later, later, 10)).toEqual(ns.slice(2));
    expect(await store.announce('2025-01-01T00:00:00.000Z', '2025-01-01T00:01:00.000Z', 10)).toEqual(ns);
    expect((await ask([talks]))[0]).toEqual({ state: 'waiting', n: ns[0] });
    const [unannounced] = await store.enqueue([jobOf(next)], '1', at);
    expect(await store.announce('2020-01-01T00:00:00.000Z', later, 10)).toEqual([(unannounced as { n: number }).n]);
  });
  it('is quarantined with the reason when it fails too often, whatever version reads it, until somebody asks again', async () => {
    const [n] = await numbers([talks]);
    for (let i = 1; i <= maxAttempts; i++) {
      const row = await store.failJob(n!, `hangs ${i}`, i % 2 === 0 ? '2' : '1', later);
      expect(row).toMatchObject({ id: talks.article.id, attempts: i, state: i < maxAttempts ? 'failed' : 'quarantined' });
    }
    expect(await store.failJob(n!, 'hangs', '1', at)).toBeNull();
    expect(await finish(n!, talks)).toEqual(['gone']);
    expect(await store.backlog()).toEqual({ waiting: 0, quarantined: 1, oldest: null });
    expect((await store.ledger(['quarantined'], all)).map((r) => r.reason)).toEqual([`hangs ${maxAttempts}`]);
    expect(await ask([talks])).toEqual([{ state: 'quarantined' }]);
    expect((await store.jobs(await numbers([next]), '1'))[0]?.held).toBeNull();
    const [again] = await ask([talks], '1', true);
    expect(again).toMatchObject({ state: 'waiting' });
    expect(await store.backlog()).toMatchObject({ waiting: 2, quarantined: 0 });
  });
  it('one whose reading ends its worker each time is quarantined too', async () => {
    const [n] = await numbers([talks]);
    for (let i = 1; i <= maxAttempts; i++) expect(await store.startJob(n!, 'ended the worker', '1', at)).toBe(true);
    expect(await store.startJob(n!, 'ended the worker', '1', at)).toBe(false);
    expect(await store.startJob(n!, 'ended the worker', '1', at)).toBe(false);
    expect((await store.documents([talks.article.id])).get(talks.article.id)).toMatchObject({
      ...{ state: 'quarantined', reason: 'ended the worker', attempts: maxAttempts },
    });
    const [m] = await numbers([other]);
    await store.startJob(m!, 'ended the worker', '1', at);
    expect(await store.failJob(m!, 'is empty', '1', at, true)).toMatchObject({ attempts: 1, state: 'failed' });
  });
  it('leaves no trace in the export', async () => {
    const [n] = await numbers([talks]);
    await store.enrol('9', at);
    await finish(n!, talks);
    await numbers([other]);
    const through = await linesOf(store);
    const direct = await another();
    await store.remove(talks.article.id);
    await put(store, [talks]);
    expect(await linesOf(direct)).toBe(through);
    await direct.close();
  });
  it('knows who reads', async () => {
    await store.keepWorker({ id: 'w2', seenAt: at, json: '{"a":1}' }, at);
    await store.keepWorker({ id: 'w1', seenAt: at, json: '{}' }, at);
    await store.keepWorker({ id: 'w2', seenAt: later, json: '{"a":2}' }, at);
    expect(await store.workers()).toEqual([
      { id: 'w1', seenAt: at, json: '{}' },
      { id: 'w2', seenAt: later, json: '{"a":2}' },
    ]);
    await store.keepWorker({ id: 'w3', seenAt: later, json: '{}' }, later);
    await store.removeWorker('w3');
    expect((await store.workers()).map((w) => w.id)).toEqual(['w2']);
  });
});
