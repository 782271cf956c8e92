#!/usr/bin/env node
// Holds the reader against the test data of Microsoft Recognizers-Text for Chinese (MIT), which is read where it lies and is no part
// of this project: Specs/…/Chinese of https://github.com/microsoft/Recognizers-Text, commit 90e968e.
//
//   node bench/peers/run.mjs [FOLDER] [--misses] [--only MODEL]
//
// FOLDER holds NumberModel.json and the others; default: ../shared/peers/recognizers-text-zh beside the checkout. Prints one line per
// model: cases that count, how many pass, how many do not count and why (outside.json). --misses prints each case that counts and
// fails. Exit status 0, 2 where there are no such files, or other ones than those that outside.json is about.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const given = args.find((a, i) => !a.startsWith('--') && args[i - 1] !== '--only');
const folder = path.resolve(given ?? path.join(import.meta.dirname, '..', '..', '..', 'shared', 'peers', 'recognizers-text-zh'));
const outside = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'outside.json'), 'utf8'));
const { models, typesOf } = await tsImport('./convert.ts', import.meta.url);

function stop(message) {
  console.error(`peers: ${message}`);
  process.exit(2);
}

/** Why a case does not count: `outside` or `wrong`; nothing where it counts. */
function verdictOn(model, index, found) {
  const group = outside.groups.find((g) => g.cases[model]?.includes(index));
  if (group) return group.verdict;
  return typesOf(found).some((type) => outside.types[type] !== undefined) ? 'outside' : undefined;
}

console.log('model              counted  pass    share   outside  held wrong');
for (const [model, convert] of Object.entries(models)) {
  if (only !== undefined && model !== only) continue;
  const file = path.join(folder, `${model}.json`);
  if (!fs.existsSync(file)) stop(`${file} is not there (say where the test data is)`);
  const bytes = fs.readFileSync(file);
  if (createHash('sha256').update(bytes).digest('hex') !== outside.files[model])
    stop(`${file} is another version than the one that outside.json is about`);
  const tally = { counted: 0, pass: 0, outside: 0, wrong: 0 };
  const misses = [];
  JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')).forEach((found, index) => {
    const verdict = verdictOn(model, index, found);
    if (verdict) tally[verdict]++;
    else {
      tally.counted++;
      const { passes, asked, read } = convert(found);
      if (passes) tally.pass++;
      else misses.push(`  ${String(index).padStart(3)}  ${found.Input}\n       asked ${asked}\n       read  ${read}`);
    }
  });
  const share = `${((100 * tally.pass) / tally.counted).toFixed(1)}%`;
  const cells = [tally.counted, tally.pass, share, tally.outside, tally.wrong].map((c, i) => String(c).padStart([7, 6, 9, 10, 12][i]));
  console.log(`${model.padEnd(18)} ${cells.join('')}`);
  if (args.includes('--misses') && misses.length > 0) console.log(misses.join('\n'));
}
