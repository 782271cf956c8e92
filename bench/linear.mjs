#!/usr/bin/env node
// Whether reading time grows with the length of a text and no faster, on texts made to be slow (test/fuzz/hostile.ts).
//
//   node bench/linear.mjs [PART-OF-NAME…]
//
// Each text is read at a length and at twice the length; the length grows until reading takes a second, or reaches 256,000
// characters. One line per text: the longer length, its time, the factor from the shorter one (2 where time is linear). Exit status 1
// where a factor is above 3.2.
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

const { read } = await tsImport('../src/extract/read.ts', import.meta.url);
const { hostile } = await tsImport('../test/fuzz/hostile.ts', import.meta.url);

const most = 256_000;
const enough = 1000;
const generous = 3.2;
const wanted = process.argv.slice(2);

function time(text) {
  const from = performance.now();
  read({ id: 'sha256:00', source: 'hostile', text, language: 'zh' });
  return performance.now() - from;
}

/** The better of two runs, so that a busy machine is not taken for a slow reader. */
const best = (text, first) => Math.min(first, time(text));

time(hostile.find((h) => h.name === 'sentences that all differ').make(50_000));
const rows = [];
for (const { name, make } of hostile.filter((h) => wanted.length === 0 || wanted.some((w) => h.name.includes(w)))) {
  let length = 4_000;
  let shorter = time(make(length / 2));
  let longer = time(make(length));
  while (longer < enough && length < most) {
    length *= 2;
    shorter = longer;
    longer = time(make(length));
  }
  if (longer / shorter > generous && longer < 20 * enough) {
    shorter = best(make(length / 2), shorter);
    longer = best(make(length), longer);
  }
  const factor = longer < 100 ? 2 : longer / shorter;
  rows.push({ name, length, longer, factor });
}
rows.sort((a, b) => b.longer / b.length ** 1.5 - a.longer / a.length ** 1.5);
for (const { name, length, longer, factor } of rows)
  console.log(
    `${factor > generous ? 'SLOW' : 'ok  '}  ${factor.toFixed(1).padStart(5)}x  ${longer.toFixed(0).padStart(7)} ms  ${String(length).padStart(7)} characters  ${name}`,
  );
const slow = rows.filter((r) => r.factor > generous).length;
console.log(`${path.basename(import.meta.filename)}: ${rows.length} texts, ${slow} slower than linear`);
process.exitCode = slow > 0 ? 1 : 0;
