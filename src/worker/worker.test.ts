import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultsOf, linesOf } from '../../test/store/contract-stories.js';
import { story } from '../../test/told.js';
import { refusal } from '../acquire/problem.js';
import { articleId, type Document } from '../app/read.js';
import type { Source } from '../app/sources.js';
import { maxAttempts, type Store } from '../store/port.js';
import { openSqlite } from '../store/sqlite/open.js';
import { StoreError } from '../store/store-error.js';
import { foldText } from '../text/fold.js';
import { MemoryTransport } from '../transport/memory.js';
import type { Transport } from '../transport/transport.js';
import { serveHealth } from './health.js';
import { jsonLog, type LogLine } from './log.js';
import { statusOf } from './status.js';
import { toldOf } from './told.js';
import { Worker, type WorkerOptions } from './worker.js';

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:', { fold: foldText });
});
afterEach(() => store.close());

const at = '2026-01-02T03:04:05.000Z';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
type Text = readonly [source: string, text: string];
const texts = (count: number): Text[] => Array.from({ length: count }, (_, i) => [`s${i}`, `第${i}份`] as const);

/** Puts texts on the list; gives the numbers of their jobs. */
async function ask(wanted: readonly Text[], extractor = '1', announced = false): Promise<number[]> {
  const jobs = wanted.map(([source, text]) => ({
    ...{ document: articleId(bytes(text)), source, bytes: bytes(text) },
    told: toldOf({ source, bytes: bytes(text), told: { title: text } }, { published: '2020-01-01' }),
  }));
  return (await store.enqueue(jobs, extractor, at, { announced })).flatMap((one) => (one.state === 'waiting' ? [one.n] : []));
}

/** A reader of texts; one with `坏` is refused. `seen` is told of each. */
function readers(seen: (source: string) => void | Promise<void> = () => undefined): WorkerOptions['readers'] {
  return {
    size: 3,
    async read(source: Source): Promise<Document> {
      if ('error' in source) throw source.error;
      await seen(source.source);
      const text = new TextDecoder().decode(source.bytes);
      if (text.includes('坏')) return { source: source.source, text: null, reading: null, problem: refusal('reader', 'hangs') };
      const { text: _, ...reading } = story(source.source, [{ type: 'agreement', quote: text, name: text }], {
        title: source.told?.title ?? null,
      });
      const article = { ...reading.article, id: articleId(source.bytes) };
      return { source: source.source, text, reading: { ...reading, article }, problem: null };
    },
  };
}

function worker(options: Partial<WorkerOptions> = {}): { worker: Worker; log: LogLine[] } {
  const log: LogLine[] = [];
  const made = new Worker({
    ...{ store, transport: new MemoryTransport(), readers: readers(), extractor: '1', id: 'w', log: (line) => log.push(line) },
    ...{ redriveAfter: 0, drain: true, heartbeat: 20 },
    ...options,
  });
  return { worker: made, log };
}

describe('SPEC R-59: a worker', () => {
  it('reads what is on the list, and the record is that of one process, whatever the order', async () => {
    const wanted = texts(40);
    await ask(wanted);
    const { worker: one, log } = worker({ readers: readers(() => new Promise((done) => setTimeout(done, Math.random() * 5))) });
    await one.run();
    expect(await store.backlog()).toEqual({ waiting: 0, quarantined: 0, oldest: null });
    expect(await faultsOf(store)).toEqual([]);
    const read = log.filter((line) => line.event === 'read');
    expect(read.map((line) => line.source).sort()).toEqual(wanted.map(([source]) => source).sort());
    expect(read[0]).toMatchObject({
      level: 'info',
      document: expect.stringMatching(/^sha256:/),
      state: 'new',
      statements: 1,
      ms: expect.any(Number),
    });
    const direct = await openSqlite(':memory:', { fold: foldText });
    for (const [source, text] of [...wanted].reverse()) {
      const { reading } = await readers().read({ source, bytes: bytes(text), told: { title: text } });
      await direct.put([{ reading: reading!, text }], '1', at);
    }
    expect(await linesOf(store)).toBe(await linesOf(direct));
    await direct.close();
  });
  it('gives up after five attempts with the reason, while the others are read', async () => {
    await ask([['bad', '坏'], ...texts(5)]);
    const { worker: one, log } = worker();
    await one.run();
    expect(log.filter((line) => line.source === 'bad').map((line) => [line.event, line.reason, line.attempts])).toEqual([
      ...Array.from({ length: maxAttempts - 1 }, (_, i) => ['failed', 'hangs', i + 1]),
      ['quarantined', 'hangs', maxAttempts],
    ]);
    const status = await statusOf(store, { at });
    expect(status).toMatchObject({ drained: true, documents: { done: 5, quarantined: 1 }, workers: [], secondsLeft: 0 });
    expect(status.failures).toMatchObject([{ source: 'bad', state: 'quarantined', reason: 'hangs', attempts: maxAttempts }]);
  });
  it('takes the states of one source in their order', async () => {
    const states: Text[] = ['旧', '新', '再', '末'].map((text) => ['a', text] as const);
    await ask(states);
    await worker({ readers: readers(() => new Promise((done) => setTimeout(done, 3 - Math.random() * 3))) }).worker.run();
    expect((await store.revisions('a')).map((r) => [r.id, r.current])).toEqual(
      states.map(([, text], i) => [articleId(bytes(text)), i === states.length - 1]),
    );
  });
  it('finishes what it is reading when it is stopped, and gives back the rest', async () => {
    const transport = new MemoryTransport();
    const numbers = await ask(texts(9), '1', true);
    await transport.publish(numbers);
    let begun = 0;
    const { worker: one } = worker({
      ...{ transport, drain: false, redriveAfter: 60_000 },
      readers: readers(async () => {
        if (++begun === 3) setTimeout(() => one.stop(), 5);
        await new Promise((done) => setTimeout(done, 50));
      }),
    });
    await one.run();
    expect(begun).toBe(3);
    expect((await store.counts()).articles).toBe(3);
    await expect.poll(() => transport.depth()).toEqual({ waiting: 6, taken: 0 });
    expect(await store.workers()).toEqual([]);
  });
  it('counts beforehand what was handed out without a word, and gives it up', async () => {
    const [n] = await ask([['a', '甲']], '1', true);
    let reads = 0;
    const handed: Transport = {
      ...{ location: 'a test', publish: async () => undefined, close: async () => undefined },
      depth: async () => ({ waiting: 1, taken: 0 }),
      take: async () => {
        await new Promise((turn) => setTimeout(turn, 5));
        const message = { job: n!, deliveries: 3, ack: async () => undefined, nak: async () => undefined, working: async () => undefined };
        return (await store.jobs([n!], '1')).length === 0 ? [] : [message];
      },
    };
    // a worker that is killed while it reads: nothing is stored
    for (let i = 0; i < maxAttempts + 1; i++) {
      const { worker: one } = worker({
        ...{ transport: handed, redriveAfter: 60_000 },
        readers: {
          size: 1,
          read: () => {
            reads++;
            return Promise.reject(new Error('killed'));
          },
        },
      });
      await one.run().catch((e: Error) => expect(e.message).toBe('killed'));
    }
    expect(reads).toBe(maxAttempts);
    expect((await store.ledger(['quarantined'], { limit: 9 })).map((r) => r.reason)).toEqual(['ended its worker each time it was read']);
  });
  it('reads on while a transaction runs, and stores what has come together; of what may have ended its worker few are in hand', async () => {
    const run = async (deliveries: number, isFull: (inHand: number, left: number) => boolean): Promise<number> => {
      const queue = new MemoryTransport();
      await queue.publish(await ask(texts(60), String(deliveries), true));
      let [inHand, stored, most] = [0, 0, 0];
      const finishJobs: Store['finishJobs'] = async (...args) => {
        // a transaction that takes its time
        while (!isFull(inHand, 60 - stored)) await new Promise((turn) => setTimeout(turn, 1));
        const results = await store.finishJobs(...args);
        inHand -= results.length;
        stored += results.length;
        return results;
      };
      const transport: Transport = {
        ...{ location: 'a test', publish: (jobs) => queue.publish(jobs), depth: () => queue.depth(), close: () => queue.close() },
        take: async (limit, wait) => (await queue.take(limit, wait)).map((message) => ({ ...message, deliveries })),
      };
      const reading = readers(() => {
        most = Math.max(most, ++inHand);
      });
      await worker({
        ...{ store: { ...store, finishJobs }, transport, readers: reading, extractor: String(deliveries), redriveAfter: 60_000 },
      }).worker.run();
      return most;
    };
    expect(await run(1, (inHand, left) => inHand === left)).toBe(60);
    expect(await run(3, (inHand, left) => inHand === Math.min(left, 6))).toBe(6);
    expect((await store.counts()).articles).toBe(60);
  });
  it('waits out what passes by itself, and stops for what does not', async () => {
    await ask(texts(3));
    let failures = 0;
    const finishJobs: Store['finishJobs'] = (...args) =>
      failures++ < 2 ? Promise.reject(new StoreError('locked', 'It is locked.')) : store.finishJobs(...args);
    const { worker: one, log } = worker({ store: { ...store, finishJobs } });
    await one.run();
    expect((await store.counts()).articles).toBe(3);
    expect(log.filter((line) => line.event === 'trouble').map((line) => line.reason)).toContain('It is locked.');
    await ask([['b', '乙']]);
    const broken = new StoreError('corrupt', 'It is damaged.');
    await expect(worker({ store: { ...store, finishJobs: () => Promise.reject(broken) } }).worker.run()).rejects.toBe(broken);
  });
  it('leaves jobs for a newer version to it, and what that has read as it is', async () => {
    await store.enrol('1', at);
    await store.enrol('2', at);
    await ask(texts(4), '2');
    await ask([['old', '旧']], '1');
    const { worker: old } = worker({ drain: false });
    const running = old.run();
    await expect.poll(async () => (await store.backlog()).waiting).toBe(4);
    await worker({ extractor: '2', id: 'w2' }).worker.run();
    old.stop();
    await running;
    for (const [, text] of texts(4)) expect((await store.article(articleId(bytes(text))))?.extractor).toBe('2');
    expect((await store.article(articleId(bytes('旧'))))?.extractor).toBe('1');
  });
  it('tells the queue again what it has lost, and is told twice without harm', async () => {
    const transport = new MemoryTransport();
    const numbers = await ask(texts(6), '1', true);
    await transport.publish([...numbers.slice(0, 2), ...numbers.slice(0, 2)]);
    const { worker: one, log } = worker({ transport, redriveAfter: 30 });
    await one.run();
    expect((await store.counts()).articles).toBe(6);
    expect(log.filter((line) => line.event === 'read')).toHaveLength(6);
    expect(log.some((line) => line.event === 'announced')).toBe(true);
  });
  it('says of itself what it does: to the record, and over HTTP', async () => {
    await ask(texts(2));
    const { worker: one } = worker({ drain: false });
    const health = await serveHealth({ store, vitals: one.vitals, host: '127.0.0.1', port: 0 });
    const page = async (path: string): Promise<[number, string]> => {
      const response = await fetch(`${health.url}${path}`);
      return [response.status, await response.text()];
    };
    expect((await page('/readyz'))[0]).toBe(503);
    const running = one.run();
    await expect.poll(async () => (await statusOf(store, { at: new Date().toISOString() })).workers[0]?.read).toBe(2);
    expect(await statusOf(store, { at: new Date().toISOString() })).toMatchObject({
      ...{ drained: true, perMinute: 2, workers: [{ id: 'w', alive: true, concurrency: 3, extractor: '1', failed: 0, trouble: null }] },
    });
    expect(await page('/healthz')).toEqual([200, '{"status":"ok"}']);
    expect((await page('/readyz'))[0]).toBe(200);
    expect((await page('/metrics'))[1]).toMatch(/^rapporteur_worker_read_total 2$/m);
    expect((await page('/metrics'))[1]).toMatch(/^rapporteur_worker_read_duration_seconds_bucket\{le="\+Inf"\} 2$/m);
    expect((await page('/else'))[0]).toBe(404);
    one.stop();
    await running;
    await health.close();
  });
});

describe('the log of a worker', () => {
  it('is a line of JSON for each thing, with the time first; lesser ones can be left out', () => {
    const lines: string[] = [];
    const log = jsonLog(
      (line) => lines.push(line),
      'warn',
      () => at,
    );
    log({ level: 'info', event: 'read', source: 'a' });
    log({ level: 'warn', event: 'failed', source: 'b\nc', reason: 'hangs' });
    expect(lines).toEqual([`{"at":"${at}","level":"warn","event":"failed","source":"b\\nc","reason":"hangs"}\n`]);
  });
});
