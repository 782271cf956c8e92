import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiledMain } from '../../../test/cli/compiled.js';
import type { Document } from '../read.js';
import type { NoReader, Readers, ReadersOptions } from './pool.js';

const faulty = pathToFileURL(path.join(import.meta.dirname, '..', '..', '..', 'test', 'readers', 'faulty.mjs')).href;
const compiled = path.join(path.dirname(compiledMain()), '..', 'app', 'readers', 'pool.js');
const { Readers: Pool } = (await import(/* @vite-ignore */ compiled)) as { Readers: typeof Readers };

const open: Readers[] = [];
function pool(options: Partial<ReadersOptions> = {}): Readers {
  const made = new Pool({ size: 1, module: faulty, ...options });
  open.push(made);
  return made;
}
afterAll(() => Promise.all(open.map((readers) => readers.close())));

const document = (text: string): { source: string; bytes: Uint8Array } => ({
  source: `${text}.txt`,
  bytes: new TextEncoder().encode(text),
});
const fault = (name: string): { source: string; bytes: Uint8Array } => document(`fault: ${name}`);

/** What each fault must be refused with; `null` where the document is read all the same. */
const faults: readonly (readonly [name: string, reason: RegExp | null])[] = [
  ['hang', /^took longer than 1 s to read/],
  ['busy loop', /^took longer than 1 s to read/],
  ['busy expression', /^took longer than 1 s to read/],
  ['starved of turns', /^took longer than 1 s to read/],
  ['heap flood', /^needed more than 64 MB to read/],
  ['text flood', /^needed more than 64 MB to read/],
  ['flood beside the heap', /^needed more than 64 MB to read/],
  ['stack overflow', /^stopped the reader: Maximum call stack size exceeded/],
  ['exit 0', /^ended its reader \(exit code 0\)/],
  ['exit 3', /^ended its reader \(exit code 3\)/],
  ['abort', /^ended its reader \(signal SIGABRT\)/],
  ['signal kill', /^ended its reader \(signal SIGKILL\)/],
  ['signal segv', /^ended its reader \(signal SIGSEGV\)/],
  ['signal stop', /^took longer than 1 s to read/],
  ['thrown later', /^ended its reader \(exit code 1\)/],
  ['rejected unheard', /^ended its reader \(exit code 1\)/],
  ['throws nothing', /^stopped the reader: null/],
  ['throws a long message', /^stopped the reader: x{200} /],
  ['garbage answer', /^made its reader answer what cannot be understood/],
  ['endless answer', /^made its reader answer what cannot be understood/],
  ['answer that says it is huge', /^made its reader answer what cannot be understood/],
  ['endless standard output', /^took longer than 1 s to read/],
  ['endless standard error', /^took longer than 1 s to read/],
  ['closes its pipe', /^took longer than 1 s to read/],
  ['leaves a process behind', /^ended its reader \(exit code 1\)/],
  ['late answer', /^took longer than 1 s to read/],
  ['answers with nothing', /^made its reader answer what cannot be understood/],
  ['answers with a number', /^made its reader answer what cannot be understood/],
  ['answers for another', /^made its reader answer what cannot be understood/],
  ['answers with half a reading', /^made its reader answer what cannot be understood/],
  ['answers twice', null],
];

describe('documents that harm their readers', () => {
  const harmed = new Map<string, Document>();
  const others: Document[] = [];
  beforeAll(async () => {
    const timeout = 30_000;
    const [quick, patient, small] = [pool({ size: 3, timeout: 1000 }), pool({ size: 2, timeout }), pool({ memory: 64, timeout })];
    await Promise.all(
      faults.flatMap(([name, reason]) => {
        const readers = name.includes('flood') ? small : reason?.source.startsWith('^took') ? quick : patient;
        return [
          readers.read(fault(name)).then((found) => harmed.set(name, found)),
          readers.read(document(`after ${name}`)).then((found) => others.push(found)),
        ];
      }),
    );
  });

  it('are of every kind that the faulty reader knows', async () => {
    const { names } = (await import(/* @vite-ignore */ faulty)) as { names: string[] };
    expect(faults.map(([name]) => name)).toEqual(names);
  });
  it.each(faults)('%s', (name, reason) => {
    const { problem, text } = harmed.get(name)!;
    if (reason === null) expect([problem, text]).toEqual([null, `fault: ${name}`]);
    else expect([problem?.code, problem?.message, text]).toEqual(['reader', expect.stringMatching(reason), null]);
  });
  it('leave the others as they are', () => {
    expect(others.map((o) => [o.problem, o.text]).sort()).toEqual(faults.map(([name]) => [null, `after ${name}`]).sort());
  });
});

describe('a pool of readers', () => {
  it('reads as one process does', async () => {
    const text = '越通社河内——2020年11月11日，越南外长范平明与俄罗斯外长拉夫罗夫在河内会谈。';
    const source = { source: 'a.txt', bytes: new TextEncoder().encode(text), told: { title: '会谈' } };
    const { readSource } = await import('../read.js');
    const [own, broken] = await Promise.all([
      pool({ module: pathToFileURL(path.join(path.dirname(compiled), '..', 'read.js')).href }).read(source, { published: '2020-11-12' }),
      pool().read({ source: 'gone', error: { code: 'not-found', message: 'is not there', fatal: true } }),
    ]);
    expect(own).toEqual(readSource(source, { published: '2020-11-12' }));
    expect(own.reading!.statements.length).toBeGreaterThan(0);
    expect(broken).toMatchObject({ source: 'gone', text: null, problem: { code: 'not-found' } });
  });
  it('blames no document where no reader starts', async () => {
    const failure = async (options: Partial<ReadersOptions>): Promise<NoReader> =>
      pool(options)
        .read(document('a'))
        .then(
          () => expect.fail('was read'),
          (e: NoReader) => e,
        );
    expect(await failure({ module: 'file:///no/such/module.mjs' })).toMatchObject({ name: 'NoReader', message: /^a reader did not start/ });
    expect(await failure({ startTimeout: 1 })).toMatchObject({ name: 'NoReader', message: /^a reader did not start/ });
  });
  it('blames no document where it is closed', async () => {
    const readers = pool({ size: 1 });
    await readers.read(document('a'));
    const [reading, waiting] = [readers.read(fault('hang')), readers.read(document('b'))];
    const both = Promise.allSettled([reading, waiting]);
    await readers.close();
    expect((await both).map((r) => r.status === 'rejected' && (r.reason as Error).name)).toEqual(['NoReader', 'NoReader']);
    await expect(readers.read(document('c'))).rejects.toThrow('closed');
  });
});
