#!/usr/bin/env node
// Reads the gold folder's stories and holds the statements against its gold files and the floors of test/floors.json.
//
//   node tools/score.mjs [GOLD_FOLDER]        default: ../shared beside the checkout
//
// The gold folder holds seeds/ (stories), gold/<set>/ (one JSON file per story) and score/score.mjs (the scorer). Prints one line
// per measure and closes with `N passed, N failed`. Exit status 0, 1 below a floor, 2 where there is nothing to score.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const folder = path.resolve(process.argv[2] ?? path.join(root, '..', 'shared'));
const scorer = path.join(folder, 'score', 'score.mjs');
const texts = path.join(folder, 'seeds');
const output = path.join(root, '.tmp', 'score.jsonl');

function stop(message) {
  console.error(`score: ${message}`);
  process.exit(2);
}

/** What a Node program prints; stops with its own words where it fails. */
function run(args) {
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.status !== 0) stop(`${path.basename(args[0])} exits with ${done.status}: ${done.stderr.trim()}`);
  return done.stdout;
}

if (!fs.existsSync(scorer)) stop(`no gold folder at ${folder}`);
fs.mkdirSync(path.dirname(output), { recursive: true });
fs.writeFileSync(output, run([path.join(root, 'bin', 'rapporteur.js'), 'read', '--format', 'jsonl', texts]));

/** Right answers over answers asked, over every family that is asked for the field. */
function share(report, field) {
  const pairs = Object.values(report.families).flatMap((family) => (family.extra[field] ? [family.extra[field]] : []));
  const sum = (i) => pairs.reduce((total, pair) => total + pair[i], 0);
  return sum(1) === 0 ? undefined : sum(0) / sum(1);
}

/** The measure that a floor names: `figure.f1`, `soft.r`, `article.title`, `speaker`, `quotes`. */
function measure(report, misses, name) {
  if (name === 'quotes') return misses.some((line) => line.includes('quote is not the text at')) ? 0 : 1;
  const [of, part] = name.split('.');
  if (part === undefined) return share(report, of);
  if (of === 'article') return report.article[part][1] === 0 ? undefined : report.article[part][0] / report.article[part][1];
  return (report[of] ?? report.families[of])?.[part];
}

let passed = 0;
let failed = 0;
for (const [set, floors] of Object.entries(JSON.parse(fs.readFileSync(path.join(root, 'test', 'floors.json'), 'utf8')))) {
  const lines = run([scorer, path.join(folder, 'gold', set), output, '--texts', texts, '--misses', '--json'])
    .trimEnd()
    .split('\n');
  const report = JSON.parse(lines.at(-1));
  for (const [name, floor] of Object.entries(floors)) {
    const value = measure(report, lines.slice(0, -1), name);
    const ok = value !== undefined && value >= floor;
    if (ok) passed++;
    else failed++;
    const shown = value === undefined ? 'nothing to measure' : value.toFixed(3);
    console.log(`${ok ? 'ok    ' : 'BELOW '} ${set.padEnd(14)} ${name.padEnd(18)} ${shown.padStart(6)}  floor ${floor.toFixed(2)}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
