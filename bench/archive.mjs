#!/usr/bin/env node
// A large body of stories read from end to end: does anything crash, is every quote the text at its place, what takes long, what is found.
//
//   node bench/archive.mjs INPUT… [--every N] [--json]
//
// INPUT: files, folders or archives in any form that `rapporteur read` takes (one story a line in .jsonl, .warc.gz, saved pages, …); none of
// them belongs to the project. --every 10 reads each tenth story. A story that takes more than 50 ms is read twice more and its best time
// counts, so that a busy machine is not taken for a slow reader. Prints what was refused with its reason, and statements by kind, with how
// many there are per thousand stories. Exit status 1 where a story stopped the reader or a quote is not exact. Needs `npm run build`.
import { parseArgs } from 'node:util';
import { readSource } from '../dist/app/read.js';
import { openStories } from '../dist/app/sources.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  console.error('which stories? node bench/archive.mjs FOLDER…');
  process.exit(2);
}
const every = Number(values.every);
const slow = 50;

const told = { stories: 0, characters: 0, refused: {}, faults: [], inexact: 0, slow: 0, slowest: 0, kinds: {} };

function timed(source) {
  const from = performance.now();
  const document = readSource(source);
  return [document, performance.now() - from];
}

function count(statement) {
  const kind = statement.kind ?? statement.measure ?? statement.status ?? statement.stance;
  for (const key of kind === undefined ? [statement.type] : [statement.type, `${statement.type} ${kind}`])
    told.kinds[key] = (told.kinds[key] ?? 0) + 1;
}

function take(source) {
  let [document, ms] = timed(source);
  for (let again = 0; ms > slow && again < 2; again++) ms = Math.min(ms, timed(source)[1]);
  const { reading, text, problem } = document;
  if (reading === null) {
    if (problem.code === 'fault') told.faults.push(`${document.source}: ${problem.message}`);
    told.refused[problem.code] = (told.refused[problem.code] ?? 0) + 1;
    return;
  }
  told.stories++;
  told.characters += text.length;
  told.slowest = Math.max(told.slowest, ms);
  if (ms > slow) told.slow++;
  const points = [...text];
  for (const statement of reading.statements) {
    count(statement);
    if (points.slice(statement.start, statement.end).join('') !== statement.quote) told.inexact++;
  }
}

const from = process.cpuUsage();
const { stories } = await openStories(positionals, {});
let seen = 0;
for await (const source of stories) {
  if (seen++ % every === 0) take(source);
  if (process.stderr.isTTY && seen % 500 === 0) process.stderr.write(`\r${seen} stories`);
}
const { user, system } = process.cpuUsage(from);
told.seconds = (user + system) / 1e6;

if (values.json) console.log(JSON.stringify(told));
else print();
process.exitCode = told.faults.length > 0 || told.inexact > 0 ? 1 : 0;

function print() {
  const { stories: n, characters, refused, faults, inexact, slowest, kinds, seconds } = told;
  console.log(
    `${n} stories of ${Math.round(characters / n)} characters, ${seconds.toFixed(0)} s of processor (${Math.round(n / seconds)} stories/s)`,
  );
  console.log(
    `refused: ${
      Object.entries(refused)
        .map(([why, k]) => `${k} ${why}`)
        .join(', ') || 'none'
    }; stopped the reader: ${faults.length}; quotes that are not exact: ${inexact}`,
  );
  console.log(`above ${slow} ms: ${told.slow}; slowest ${slowest.toFixed(0)} ms\n`);
  for (const fault of faults) console.log(fault);
  const byCount = Object.entries(kinds).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  console.log('statements, per thousand stories, kind');
  for (const [kind, k] of byCount) console.log(`${String(k).padStart(10)} ${((1000 * k) / n).toFixed(1).padStart(9)}  ${kind}`);
}
