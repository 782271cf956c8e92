#!/usr/bin/env node
// What a large record costs: stories of a small world (bench/world.mjs) read, stored, audited, added to one by one, and asked.
//
//   node bench/record.mjs [--stories N] [--truth N] [--more N] [--rounds N] [--file FILE | --store ADDRESS]
//
// N stories (default 20,000) are read and stored as `rapporteur ingest` does; of the first `--truth` (default 1,000) it is told how many of the facts
// that their world knows were read. Then the whole record is audited, `--more` stories (default 40) are read and audited one by one,
// and each of the commonest queries is asked `--rounds` times (default 60), of pairs as often told as not; the calls of the page of a pair are
// asked of the pair that is told of most, through the HTTP interface. With `--file` the record is kept there, with `--store` in a PostgreSQL
// database, and a record that is there already is gone on with. Prints figures, judges nothing. Needs `npm run build`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditRecord } from '../dist/app/audit.js';
import { storedBrief } from '../dist/app/brief.js';
import { recordOverview } from '../dist/app/facts/overview.js';
import { ingest } from '../dist/app/ingest.js';
import {
  listArticles,
  listFindings,
  listPairs,
  listSubjects,
  pairSection,
  personClaims,
  recordCounts,
  storedArticle,
  storedPair,
} from '../dist/app/query.js';
import { readText } from '../dist/app/read.js';
import { openRecord } from '../dist/app/record.js';
import { searchRecord } from '../dist/app/search.js';
import { createRoutes } from '../dist/http/routes.js';
import { storyOf } from './world.mjs';

const option = (value) => ({ type: 'string', default: value });
const { values } = parseArgs({
  options: {
    stories: option('20000'),
    truth: option('1000'),
    more: option('40'),
    rounds: option('60'),
    file: { type: 'string' },
    store: { type: 'string' },
  },
});
const [stories, truthOf, more, rounds] = [values.stories, values.truth, values.more, values.rounds].map(Number);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-bench-'));
const file = values.store ?? values.file ?? path.join(folder, 'bench.db');
const at = '2026-01-02T03:04:05.000Z';

const seconds = (from) => (performance.now() - from) / 1000;
/** Seconds of processor time so far: what is left of a figure where other programs share the machine. */
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const say = (what, text) => console.log(`${what.padEnd(26)} ${text}`);
const memory = () =>
  `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB (at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB so far)`;
/** Of a database its server knows the size: \l+ in psql. */
const size = () => ['', '-wal'].reduce((sum, end) => sum + (fs.existsSync(file + end) ? fs.statSync(file + end).size : 0), 0);
const of = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const spread = (times) =>
  `median ${of(times, 0.5).toFixed(1).padStart(7)} ms   p95 ${of(times, 0.95).toFixed(1).padStart(7)} ms   most ${Math.max(...times)
    .toFixed(1)
    .padStart(7)} ms`;

/** What a reader must read, and what it has read, by kind of fact. Lists of states that have no order are compared without one. */
function truth() {
  const [told, read] = [new Map(), new Map()];
  const count = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const ends = ({ from, to, ...rest }) => (rest.measure === 'trade.total' ? { ...rest, ends: [from, to] } : { ...rest, from, to });
  const plain = (value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
  for (let n = 0; n < truthOf; n++) {
    const { text, facts } = storyOf(n);
    const left = new Set(readText(`${n}.txt`, text).reading.statements.map(ends));
    for (const fact of facts.map(ends)) {
      count(told, fact.type);
      const same = [...left].find((s) => Object.entries(fact).every(([key, value]) => plain(s[key]) === plain(value)));
      if (!same) continue;
      left.delete(same);
      count(read, fact.type);
    }
  }
  say('truth read', [...told].map(([type, n]) => `${type} ${read.get(type) ?? 0} of ${n}`).join(', '));
}

async function load(store) {
  const known = (await recordCounts(store)).articles;
  async function* documents() {
    for (let n = known; n < stories; n++) {
      const { text, source } = storyOf(n);
      yield { source, bytes: Buffer.from(text) };
    }
  }
  const from = performance.now();
  const worked = processor();
  let [statements, done, most] = [0, 0, 0];
  await ingest(store, documents(), {
    extractor: 'bench',
    now: () => at,
    onProgress(outcome) {
      statements += outcome.statements;
      most = Math.max(most, process.memoryUsage.rss());
      if (++done % 20_000 === 0) say('  so far', `${known + done} stories, ${seconds(from).toFixed(0)} s; ${memory()}`);
    },
  });
  const took = seconds(from);
  say(
    'read and stored',
    `${stories - known} stories, ${statements} statements, ${took.toFixed(0)} s (processor ${(processor() - worked).toFixed(0)} s), ${((stories - known) / took).toFixed(0)} stories/s; ${memory()}`,
  );
}

/** A store that counts what is judged. */
function counting(store) {
  const counts = { units: 0, statements: 0 };
  const counted = {
    ...store,
    async told(...asked) {
      const told = await store.told(...asked);
      counts.units++;
      counts.statements += told.length;
      return told;
    },
  };
  return { counted, counts };
}

async function audit(store) {
  const { counted, counts } = counting(store);
  const from = performance.now();
  const worked = processor();
  const failures = await auditRecord(counted);
  const { findings } = await recordCounts(store);
  say(
    'audited',
    `${counts.units} units, ${seconds(from).toFixed(1)} s (processor ${(processor() - worked).toFixed(0)} s); ${findings.error} errors, ${findings.warning} warnings, ${findings.note} notes, ${failures.length} failures; ${memory()}`,
  );
}

async function addOneByOne(store) {
  const { counted, counts } = counting(store);
  const [put, audited] = [[], []];
  let worked = 0;
  const known = (await recordCounts(store)).articles;
  for (let n = known; n < known + more; n++) {
    const { text, source } = storyOf(n);
    let from = performance.now();
    await ingest(store, one({ source, bytes: Buffer.from(text) }), { extractor: 'bench', now: () => at });
    put.push(performance.now() - from);
    from = performance.now();
    const before = processor();
    await auditRecord(counted);
    worked += processor() - before;
    audited.push(performance.now() - from);
  }
  say('one story more: stored', spread(put));
  say('one story more: audited', `${spread(audited)}   processor ${((worked * 1000) / more).toFixed(1).padStart(6)} ms on average`);
  say('  what was judged', `${(counts.units / more).toFixed(1)} units and ${(counts.statements / more).toFixed(0)} statements on average`);
}

/** Takes times of calls, by the clock and in processor time. */
function clock() {
  const [times, worked] = [[], []];
  return {
    async take(call) {
      const [from, before] = [performance.now(), processor()];
      await call();
      times.push(performance.now() - from);
      worked.push((processor() - before) * 1000);
    },
    first: () => worked[0],
    text: () =>
      `${spread(times)}   processor median ${of(worked, 0.5).toFixed(1).padStart(6)} ms   p95 ${of(worked, 0.95).toFixed(1).padStart(6)} ms`,
  };
}

async function* one(document) {
  yield document;
}

/** Of the stories that err on purpose, how many a finding rests on. */
async function recall(store) {
  const named = new Map();
  for (let offset = 0; ; offset += 1000) {
    const rows = await listFindings(store, { scope: 'record' }, { limit: 1000, offset });
    for (const { finding } of rows)
      for (const { article } of finding.evidence) named.set(article, (named.get(article) ?? new Set()).add(finding.rule));
    if (rows.length < 1000) break;
  }
  const [wanted, found] = [new Map(), new Map()];
  for (let n = 0; n < stories; n++) {
    const { id, planted } = storyOf(n);
    for (const rule of planted) {
      wanted.set(rule, (wanted.get(rule) ?? 0) + 1);
      if (named.get(id)?.has(rule)) found.set(rule, (found.get(rule) ?? 0) + 1);
    }
  }
  for (const [rule, n] of [...wanted].sort()) say(`planted: ${rule}`, `${found.get(rule) ?? 0} of ${n} found`);
}

async function ask(store) {
  const pairs = (await listPairs(store, { limit: 400 })).map((row) => row.pair);
  const persons = (await listSubjects(store, 'person', { limit: 2000 })).map((row) => row.subject);
  const ids = (await listArticles(store, { limit: 500, offset: Math.floor(stories / 2) })).map((article) => article.id);
  const any = (list, i) => list[(i * 7919) % list.length];
  // as often the most told as the many little told: evenly over the logarithm of the place
  const pair = (i) => pairs[Math.floor(pairs.length ** (((i * 37) % 100) / 100)) - 1];
  const section = (i, name, page) => pairSection(store, ...pair(i), name, page);
  const queries = {
    home: () => recordOverview(store),
    'overview of a pair': (i) => storedPair(store, ...pair(i), { limit: 10 }),
    'events of a pair': (i) => section(i, 'contacts', { limit: 50, newestFirst: true }),
    'figures of a pair': (i) => section(i, 'figures', { limit: 50, tellings: 5 }),
    'targets of a pair': (i) => section(i, 'targets', { limit: 50, tellings: 5 }),
    'statements of a kind': (i) => section(i, 'commitments', { limit: 50, offset: 50, tellings: 5 }),
    'search: one character': (i) => searchRecord(store, any([...'阮部越航额会'], i), { limit: 20 }),
    'search: two characters': (i) => searchRecord(store, any(['贸易', '商会', '总统', '阮文', '公约', '渔业'], i), { limit: 20 }),
    'a story': (i) => storedArticle(store, any(ids, i)),
    findings: (i) => listFindings(store, i % 2 ? { severity: 'warning' } : {}, { limit: 50, offset: (i % 5) * 50 }),
    people: (i) => listSubjects(store, 'person', { limit: 50, offset: (i % 20) * 50 }),
    'a person': (i) => personClaims(store, any(persons, i).name, any(persons, i).countries[0], 'office', { limit: 50, tellings: 5 }),
  };
  for (const [name, run] of Object.entries(queries)) {
    const timed = clock();
    for (let i = 0; i < rounds; i++) await timed.take(() => run(i));
    say(name, timed.text());
  }
  await askPage(store, pairs[0]);
  const from = performance.now();
  await storedBrief(store, ...pairs[Math.floor(pairs.length / 2)]);
  say('brief of a middling pair', `${seconds(from).toFixed(1)} s`);
}

/** The calls of the page of a pair, view by view, as a browser makes them. */
async function askPage(store, [a, b]) {
  const app = createRoutes(store, () => true);
  const views = ['', '/events', '/figures', '/promises', '/bodies', '/agreements', '/projects', '/people', '/conflicts', '/findings'];
  for (const view of views) {
    const timed = clock();
    let size = 0;
    const query = view === '' ? '' : `?limit=${view === '/events' ? 50 : 500}`;
    for (let i = 0; i < rounds / 4; i++)
      await timed.take(async () => {
        const answer = await app.request(`http://localhost/api/v1/pairs/${a}/${b}${view}${query}`, { headers: { host: 'localhost' } });
        size = (await answer.arrayBuffer()).byteLength;
      });
    say(`page of ${a}-${b}: ${view || 'header'}`, `${timed.text()}   first ${timed.first().toFixed(0)} ms   ${(size / 1e3).toFixed(0)} kB`);
  }
}

try {
  if (truthOf > 0) truth();
  const store = await openRecord(file);
  await load(store);
  await audit(store);
  await recall(store);
  if (more > 0) await addOneByOne(store);
  if (rounds > 0) await ask(store);
  await store.close();
  if (values.store === undefined) say('file', `${(size() / 1e6).toFixed(0)} MB`);
  say('memory', memory());
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
