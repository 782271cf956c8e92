#!/usr/bin/env node
// How long until workers read at their old rate again after a worker, the broker, the database has died.
//
//   node bench/recovery.mjs [--workers N] [--stories N] [--only worker,broker,database] [--settle SECONDS] [--longest SECONDS]
//
// Stories of bench/world.mjs (default 20,000; more than are read) are on the list of a PostgreSQL server, workers (default 4) are told of them by NATS, or by PostgreSQL where
// NATS is not installed. When they have read for `--settle` seconds (default 20) their rate is taken; then one is killed with SIGKILL, and who has
// died is started again at once, as whoever keeps them running does. Rates are those of windows of five seconds, by what the list has lost. Prints after how many
// seconds the first window at 90 % of the rate before had ended. Needs `npm run build`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { articleId } from '../dist/app/read.js';
import { extractorVersion, openRecord } from '../dist/app/record.js';
import { openTransport } from '../dist/transport/open.js';
import { toldOf } from '../dist/worker/told.js';
import { natsInstalled, startNats, startPostgres } from './servers.mjs';
import { storyOf } from './world.mjs';

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '4' },
    stories: { type: 'string', default: '20000' },
    only: { type: 'string', default: natsInstalled ? 'worker,broker,database' : 'worker,database' },
    settle: { type: 'string', default: '20' },
    longest: { type: 'string', default: '120' },
  },
});
const [count, stories, settle, longest] = [values.workers, values.stories, values.settle, values.longest].map(Number);
const program = path.join(import.meta.dirname, '..', 'bin', 'rapporteur.js');
/** Seconds over which a rate is taken. */
const span = 5;

const postgres = await startPostgres(['synchronous_commit=on', 'full_page_writes=on']);
const nats = natsInstalled ? await startNats() : undefined;
const url = new URL(postgres.address);
{
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('create database recovery');
  await client.end();
}
url.pathname = '/recovery';
const queue = nats ? `${nats.address}recovery` : url.href;

async function ask() {
  const store = await openRecord(url.href);
  const transport = await openTransport(queue);
  const extractor = extractorVersion();
  await store.enrol(extractor, new Date().toISOString());
  for (let from = 0; from < stories; from += 500) {
    const jobs = Array.from({ length: Math.min(500, stories - from) }, (_, i) => {
      const { text, source } = storyOf(from + i);
      const bytes = Buffer.from(text);
      return { document: articleId(bytes), source, bytes, told: toldOf({ source, bytes }, {}) };
    });
    const asked = await store.enqueue(jobs, extractor, new Date().toISOString(), { announced: true });
    await transport.publish(asked.flatMap((one) => (one.state === 'waiting' ? [one.n] : [])));
  }
  await transport.close();
  await store.close();
}

const workers = new Set();
let isStopping = false;
function startWorker() {
  const env = { ...process.env, RAPPORTEUR_DB: url.href, RAPPORTEUR_QUEUE: queue };
  const child = spawn(process.execPath, [program, 'work', '--concurrency', '1'], { env, stdio: 'ignore' });
  workers.add(child);
  child.once('exit', () => {
    workers.delete(child);
    if (!isStopping) startWorker();
  });
  return child;
}

/** How many are on the list; waits while the database does not answer. */
async function waiting() {
  for (;;) {
    const client = new pg.Client({ connectionString: url.href });
    client.on('error', () => {});
    try {
      await client.connect();
      return Number((await client.query("select count(*) as n from job where state = 'waiting'")).rows[0].n);
    } catch {
      await pause(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** Stories a second over so many seconds. */
async function rate(over) {
  const [from, before] = [performance.now(), await waiting()];
  await pause(over * 1000);
  return ((before - (await waiting())) / (performance.now() - from)) * 1000;
}

const blows = {
  worker: async () => void [...workers][0].kill('SIGKILL'),
  broker: () => nats.crash(),
  database: () => postgres.crash(),
};

try {
  await ask();
  for (let i = 0; i < count; i++) startWorker();
  const begun = await waiting();
  while ((await waiting()) === begun) await pause(500);
  for (const who of values.only.split(',')) {
    await pause(5000);
    const before = await rate(settle);
    const from = performance.now();
    await blows[who]();
    let took = null;
    let now = 0;
    while (took === null && performance.now() - from < longest * 1000) {
      now = await rate(span);
      if (now >= 0.9 * before) took = (performance.now() - from) / 1000;
    }
    console.log(
      `${who.padEnd(9)} ${before.toFixed(1)} stories/s before; ${took === null ? `not back after ${longest} s (${now.toFixed(1)} stories/s)` : `back at ${now.toFixed(1)} after ${took.toFixed(1)} s`}`,
    );
  }
} finally {
  isStopping = true;
  await Promise.all(
    [...workers].map(async (child) => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }),
  );
  await nats?.stop();
  await postgres.stop();
}
