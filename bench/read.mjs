#!/usr/bin/env node
// What reading costs: `read` (no store), `read` into the store, and a part-of-speech tagger (jieba) on the same text in the same run.
//
//   node bench/read.mjs [--mb N] [--rounds N]
//
// Text: the corpus and, where present, the gold folder's stories, repeated in a fixed order up to N megabytes (default 4) of UTF-8;
// copies differ by blank lines at their end, so that each is an article of its own. The three are measured in turn, round by
// round (default 5); the median counts. Prints figures and ratios, judges nothing. Needs `npm run build`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { ingest } from '../dist/app/ingest.js';
import { readSource } from '../dist/app/read.js';
import { openRecord } from '../dist/app/record.js';

const { values } = parseArgs({ options: { mb: { type: 'string', default: '4' }, rounds: { type: 'string', default: '5' } } });
const wanted = Number(values.mb) * 1e6;
const rounds = Number(values.rounds);
const root = path.join(import.meta.dirname, '..');

const files = ['corpus/zh', '../shared/seeds'].flatMap((folder) => {
  const place = path.join(root, folder);
  if (!fs.existsSync(place)) return [];
  const names = fs.readdirSync(place).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => path.join(folder, name));
});
const texts = files.map((file) => fs.readFileSync(path.join(root, file), 'utf8'));
const documents = [];
for (let bytes = 0, copy = 0; bytes < wanted; copy++) {
  for (const [i, text] of texts.entries()) {
    const content = Buffer.from(text + '\n'.repeat(copy));
    documents.push({ source: `${copy}/${files[i]}`, bytes: content, text: content.toString('utf8') });
    bytes += content.length;
    if (bytes >= wanted) break;
  }
}
const megabytes = documents.reduce((sum, d) => sum + d.bytes.length, 0) / 1e6;

const jieba = Jieba.withDict(dict);
let statements = 0;
const work = {
  'jieba, tagging': () => {
    for (const { text } of documents) jieba.tag(text);
  },
  'read, no store': () => {
    statements = 0;
    for (const document of documents) statements += readSource(document).reading.statements.length;
  },
  'read into the store': async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-bench-'));
    try {
      const store = await openRecord(path.join(folder, 'bench.db'));
      async function* all() {
        yield* documents;
      }
      await ingest(store, all(), { extractor: 'bench', now: () => '2020-11-11T00:00:00Z' });
      await store.close();
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};

const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
for (const { text } of documents.slice(0, texts.length)) jieba.tag(text);
for (const document of documents.slice(0, texts.length)) readSource(document);
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(work)) {
    const from = performance.now();
    await run();
    times[name].push(performance.now() - from);
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const base = median(times['jieba, tagging']);

console.log(
  `${documents.length} articles, ${megabytes.toFixed(1)} MB, ${statements} statements; ${rounds} rounds, medians; Node ${process.version}`,
);
console.log(`${''.padEnd(20)} ${'articles/s'.padStart(10)} ${'MB/s'.padStart(7)} ${'× jieba'.padStart(8)}  slowest and fastest round`);
for (const [name, list] of Object.entries(times)) {
  const ms = median(list);
  const rate = (t) => ((megabytes * 1000) / t).toFixed(2);
  const row = [
    name.padEnd(20),
    ((documents.length * 1000) / ms).toFixed(0).padStart(10),
    rate(ms).padStart(7),
    (ms / base).toFixed(2).padStart(8),
  ];
  console.log(`${row.join(' ')}  ${rate(Math.max(...list))} to ${rate(Math.min(...list))} MB/s`);
}
