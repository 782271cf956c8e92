// A module that reads, for tests of pools of readers: a text `fault: name` does what `faults` says, any other is read as nothing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';

const answerPipe = 3;
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const never = () => new Promise(() => setInterval(() => undefined, 1000));
const frame = (value) => {
  const json = Buffer.from(JSON.stringify(value));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(json.length);
  return Buffer.concat([head, json]);
};
/** Writes to a descriptor that may be full for a moment. */
const pour = (fd, bytes) => {
  try {
    fs.writeSync(fd, bytes);
  } catch (error) {
    if (error.code !== 'EAGAIN') throw error;
  }
};
const endless = (fd, bytes) => {
  for (;;) pour(fd, bytes);
};
const deep = (n) => deep(n + 1) + 1;

let asked = 0;
const faults = {
  hang: never,
  'busy loop': () => {
    for (;;);
  },
  'busy expression': () => /^(?:a+)+$/.test(`${'a'.repeat(40)}b`),
  'starved of turns': async () => {
    for (;;) await null;
  },
  'heap flood': () => {
    for (const held = []; ; ) held.push(Array.from({ length: 20_000 }, () => ({ n: held.length })));
  },
  'text flood': () => {
    for (let held = ['x']; ; ) held = [...held, ...held];
  },
  'flood beside the heap': () => {
    for (const held = []; ; ) held.push(Buffer.alloc(20_000_000, 1));
  },
  'stack overflow': () => deep(0),
  'exit 0': () => process.exit(0),
  'exit 3': () => process.exit(3),
  abort: () => process.abort(),
  'signal kill': () => process.kill(process.pid, 'SIGKILL') && never(),
  'signal segv': () => process.kill(process.pid, 'SIGSEGV') && never(),
  'signal stop': () => process.kill(process.pid, 'SIGSTOP') && never(),
  'thrown later': () => {
    setTimeout(() => {
      throw new Error('later');
    });
    return never();
  },
  'rejected unheard': () => {
    Promise.reject(new Error('unheard'));
    return never();
  },
  'throws nothing': () => {
    throw null;
  },
  'throws a long message': () => {
    throw new Error('x'.repeat(1_000_000));
  },
  'garbage answer': () => pour(answerPipe, Buffer.alloc(4096, 'garbage')) || never(),
  'endless answer': () => endless(answerPipe, frame({ n: -1, document: 'x'.repeat(10_000) })),
  'answer that says it is huge': () => pour(answerPipe, Buffer.alloc(8, 0xff)) || never(),
  'endless standard output': () => endless(1, Buffer.alloc(65_536, 'x')),
  'endless standard error': () => endless(2, Buffer.alloc(65_536, 'x')),
  'closes its pipe': () => fs.closeSync(answerPipe) || never(),
  'leaves a process behind': () => {
    spawn('sleep', ['3'], { stdio: 'inherit', detached: true });
    process.exit(1);
  },
  'late answer': async (source) => {
    await pause(3000);
    return read(source);
  },
  'answers with nothing': () => null,
  'answers with a number': () => 7,
  'answers for another': () => read({ source: 'other', bytes: Buffer.from('other') }),
  'answers with half a reading': (source) => ({ ...read(source), reading: { article: {}, statements: 'none' } }),
  'answers twice': (source) => {
    pour(answerPipe, frame({ n: asked, document: read(source) }));
    return read(source);
  },
};

function read({ source, bytes }) {
  const id = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const article = { id, source, language: null, title: null, agency: null, place: null, published: null, passages: [] };
  return { source, text: Buffer.from(bytes).toString(), reading: { article, statements: [], findings: [] }, problem: null };
}

export async function readSource(source) {
  asked++;
  const name = /^fault: (?<name>.+)$/.exec(Buffer.from(source.bytes).toString())?.groups.name;
  if (name !== undefined) return await faults[name](source);
  return read(source);
}

/** The names of all faults. */
export const names = Object.keys(faults);
