#!/usr/bin/env node
// The HTTP interface under load on this machine: so many requests a second from so many clients, while an import goes on.
//
//   node bench/load.mjs RECORD [--rate 200] [--clients 32] [--seconds 60] [--import 500]
//
// RECORD (a file, as bench/record.mjs makes) is served as `rapporteur serve` does. The requests are what the screen and programs ask most: pairs, their
// events, figures, promises, bodies and people, stories, statements, findings and search, of pairs as often told as not. They are sent at the rate
// whatever the answers take, each by the next client that is free; a request's time runs from when it was due, so that waiting for a client counts.
// Answers may come packed (gzip), as browsers and most programs ask. Before that every address is asked once, one after the other: a server that runs has its lists made. How long that took is told.
// Meanwhile `--import` new stories are read into the same record by another process, over and over. Prints the rate, times and errors. Needs `npm run build`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { program, served } from './serving.mjs';
import { storyOf } from './world.mjs';

const option = (value) => ({ type: 'string', default: value });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rate: option('200'), clients: option('32'), seconds: option('60'), import: option('500') },
});
const [rate, clients, seconds, stories] = [values.rate, values.clients, values.seconds, values.import].map(Number);
const [record] = positionals;

const { base, server } = await served(record);

/** Sends one request; gives its status, how many bytes came, and how old the answer says to be. */
const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
const ask = (address) =>
  new Promise((done, failed) => {
    http
      .get(`${base}${address}`, { agent, headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        let bytes = 0;
        answer.on('data', (part) => {
          bytes += part.length;
        });
        answer.on('end', () => done({ status: answer.statusCode, bytes, age: Number(answer.headers.age ?? 0) }));
      })
      .on('error', failed);
  });
const json = async (address) => (await fetch(`${base}${address}`)).json();

const pairs = (await json('/api/v1/pairs?limit=100')).items.map(({ pair }) => pair.join('/'));
const found = (await json('/api/v1/stories?limit=100')).items.map(({ id }) => id);
const words = ['贸易额', '会谈', '铁路', '总理', '合作', '外长', '访问', '签署', '亿美元', '委员会', '电站', '油'];
let turn = 0;
/** The next address: a fixed round of what is asked most, over all pairs and stories in turn. */
function next() {
  const n = turn++;
  const lap = Math.floor(n / 10);
  const pair = pairs[(lap * 7) % pairs.length];
  return [
    () => `/api/v1/pairs/${pair}`,
    () => `/api/v1/pairs/${pair}/events?limit=50`,
    () => `/api/v1/pairs/${pair}/figures?limit=50`,
    () => `/api/v1/pairs/${pair}/promises?limit=50`,
    () => `/api/v1/pairs/${pair}/people?limit=50`,
    () => `/api/v1/stories/${encodeURIComponent(found[lap % found.length])}`,
    () => '/api/v1/pairs?limit=50',
    () => '/api/v1/overview',
    () => '/api/v1/findings?limit=50',
    () => `/api/v1/search?q=${encodeURIComponent(words[lap % words.length])}&limit=20`,
  ][n % 10]();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-load-'));
let [from, imported, isOver] = [5_000_000, 0, false];
/** Reads new stories into the record until the load is over. */
async function importing() {
  while (!isOver && stories > 0) {
    const file = path.join(folder, 'stories.jsonl');
    const lines = Array.from({ length: stories }, (_, i) => JSON.stringify({ id: `load-${from + i}`, text: storyOf(from + i).text }));
    fs.writeFileSync(file, lines.join('\n'));
    const child = spawn(process.execPath, [program, 'start', file, '--db', record, '--no-serve'], { stdio: 'ignore' });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`the import ended with ${code}`);
    from += stories;
    imported += stories;
  }
}

const [times, errors] = [[], new Map()];
const ages = [];
const waiting = [];
let busy = 0;
async function send(due) {
  busy++;
  const address = next();
  try {
    const { status, age } = await ask(address);
    ages.push(age);
    if (status !== 200) errors.set(`${status} ${address.split('?')[0]}`, (errors.get(`${status} ${address.split('?')[0]}`) ?? 0) + 1);
  } catch (error) {
    errors.set(String(error.code), (errors.get(String(error.code)) ?? 0) + 1);
  }
  times.push({
    took: performance.now() - due,
    what: address
      .replace(/\/[A-Z-]+\/[A-Z-]+/, '/A/B')
      .split('?')[0]
      .replace(/stories\/.+/, 'stories/ID'),
  });
  busy--;
  const later = waiting.shift();
  if (later !== undefined) void send(later);
}
const warmBegan = performance.now();
const round = 10 * Math.max(pairs.length, found.length);
const addresses = new Set(Array.from({ length: round }, next));
for (const address of addresses) await ask(address);
turn = 0;
console.log(`${addresses.size} addresses asked once: ${((performance.now() - warmBegan) / 1000).toFixed(0)} s`);
const imports = importing();
const began = performance.now();
await new Promise((done) => {
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
    for (; sent < due; sent++) {
      const at = began + (sent * 1000) / rate;
      if (busy < clients) void send(at);
      else waiting.push(at);
    }
    if (sent >= rate * seconds && busy === 0 && waiting.length === 0) {
      clearInterval(timer);
      done();
    }
  }, 2);
});
const took = (performance.now() - began) / 1000;
isOver = true;
await imports;
server.kill('SIGTERM');
await once(server, 'exit');
fs.rmSync(folder, { recursive: true, force: true });

const of = (list, share) => list[Math.min(list.length - 1, Math.floor(list.length * share))];
const spread = (list) => {
  const sorted = list.map(({ took: ms }) => ms).sort((a, b) => a - b);
  return (
    ['0.5', '0.95', '0.99'].map((share) => `p${Number(share) * 100} ${of(sorted, Number(share)).toFixed(1)} ms`).join('   ') +
    `   most ${sorted.at(-1).toFixed(0)} ms`
  );
};
console.log(
  `${times.length} requests of ${clients} clients in ${took.toFixed(1)} s (${(times.length / took).toFixed(0)} a second), ${imported} stories read meanwhile`,
);
console.log(`all                        ${spread(times)}`);
for (const what of new Set(times.map((one) => one.what)))
  console.log(`${what.padEnd(26)} ${spread(times.filter((one) => one.what === what))}`);
ages.sort((a, b) => a - b);
console.log(`age of the answers: p50 ${of(ages, 0.5)} s, p99 ${of(ages, 0.99)} s, at most ${ages.at(-1)} s`);
console.log(errors.size === 0 ? 'no error' : `errors: ${[...errors].map(([what, n]) => `${what}: ${n}`).join(', ')}`);
process.exitCode = errors.size === 0 ? 0 : 1;
