#!/usr/bin/env node
// The same stories through three ways: SQLite in one process, PostgreSQL with workers that share the list in it, and PostgreSQL with workers
// that are told by NATS JetStream. All three records must be the same, byte for byte, after the audit.
//
//   node bench/compare.mjs [--stories N] [--workers N] [--only sqlite,postgres,nats]      (npm run compare -- …)
//
// N stories of a small world (bench/world.mjs; default 1,000) are read; `--workers` processes (default 4) with one reader each. Prints how long each way
// took, and the SHA-256 of its export; exit status 1 where two differ. Needs `npm run build`; NATS is left out where it is not installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { auditRecord } from '../dist/app/audit.js';
import { ingest } from '../dist/app/ingest.js';
import { articleId } from '../dist/app/read.js';
import { extractorVersion, openRecord } from '../dist/app/record.js';
import { openTransport } from '../dist/transport/open.js';
import { toldOf } from '../dist/worker/told.js';
import { natsInstalled, startNats, startPostgres } from './servers.mjs';
import { storyOf } from './world.mjs';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '4' },
    only: { type: 'string', default: 'sqlite,postgres,nats' },
  },
});
const [stories, workers] = [Number(values.stories), Number(values.workers)];
const ways = values.only.split(',').filter((way) => way !== 'nats' || natsInstalled);
if (!natsInstalled) console.log('nats-server is not installed: that way is left out');
const program = path.join(import.meta.dirname, '..', 'bin', 'rapporteur.js');
const extractor = extractorVersion();
const at = '2026-01-02T03:04:05.000Z';
const seconds = (from) => (performance.now() - from) / 1000;

/** One process reads and stores. */
async function readAlone(store) {
  async function* documents() {
    for (let n = 0; n < stories; n++) {
      const { text, source } = storyOf(n);
      yield { source, bytes: Buffer.from(text) };
    }
  }
  await ingest(store, documents(), { extractor, now: () => at });
}

/** All are put on the list, and the queue is told. */
async function ask(store, queue) {
  const transport = await openTransport(queue);
  await store.enrol(extractor, at);
  for (let from = 0; from < stories; from += 100) {
    const jobs = [];
    for (let n = from; n < Math.min(stories, from + 100); n++) {
      const { text, source } = storyOf(n);
      const bytes = Buffer.from(text);
      jobs.push({ document: articleId(bytes), source, bytes, told: toldOf({ source, bytes }, {}) });
    }
    const asked = await store.enqueue(jobs, extractor, new Date().toISOString(), { announced: true });
    await transport.publish(asked.flatMap((one) => (one.state === 'waiting' ? [one.n] : [])));
  }
  await transport.close();
}

/** Workers read all that is on the list. */
async function work(place, queue) {
  const env = { ...process.env, RAPPORTEUR_DB: place, RAPPORTEUR_QUEUE: queue };
  const codes = await Promise.all(
    Array.from({ length: workers }, async () => {
      const child = spawn(process.execPath, [program, 'work', '--concurrency', '1', '--drain'], {
        env,
        stdio: ['ignore', 'ignore', 'ignore'],
      });
      return (await once(child, 'exit'))[0];
    }),
  );
  if (codes.some((code) => code !== 0)) throw new Error(`workers ended with ${codes.join(', ')}`);
}

async function exported(store) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const line of store.export()) {
    hash.update(line).update('\n');
    bytes += Buffer.byteLength(line) + 1;
  }
  return { hash: hash.digest('hex'), bytes };
}

async function measure(way, place, queue) {
  const store = await openRecord(place);
  if (queue !== null) await ask(store, queue);
  const from = performance.now();
  if (queue === null) await readAlone(store);
  else await work(place, queue);
  const took = seconds(from);
  const then = performance.now();
  await auditRecord(store);
  const audited = seconds(then);
  const { articles, statements } = await store.counts();
  const { hash, bytes } = await exported(store);
  await store.close();
  const told = Object.values(statements).reduce((a, b) => a + b, 0);
  console.log(
    `${way.padEnd(9)} ${articles} stories, ${told} statements in ${took.toFixed(0)} s, ${(stories / took).toFixed(1)} stories/s; audited in ${audited.toFixed(0)} s; export ${bytes} bytes, sha256 ${hash}`,
  );
  return hash;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-compare-'));
const postgres = ways.some((way) => way !== 'sqlite') ? await startPostgres() : undefined;
const nats = ways.includes('nats') ? await startNats() : undefined;
const hashes = new Set();
try {
  for (const way of ways) {
    let [place, queue] = [path.join(folder, 'record.db'), null];
    if (way !== 'sqlite') {
      const url = new URL(postgres.address);
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      await client.query(`create database compare_${way}`);
      await client.end();
      url.pathname = `/compare_${way}`;
      place = url.href;
      queue = way === 'nats' ? `${nats.address}compare` : place;
    }
    hashes.add(await measure(way, place, queue));
  }
} finally {
  await nats?.stop();
  await postgres?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(hashes.size === 1 ? `the same, byte for byte: ${ways.join(', ')}` : 'THEY DIFFER');
process.exit(hashes.size === 1 ? 0 : 1);
