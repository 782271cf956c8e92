#!/usr/bin/env node
// `npm test`: every check of the project in one run. Each step runs even where an earlier one failed; the last line is
// `N passed, N failed` (and `, N skipped` where tests need data that is not here). Exit status 0 or 1.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', ...name.split('/'));
const report = path.join(root, '.tmp', 'vitest.json');

const steps = [
  ['tables compiled', ['tools/compile-data.mjs']],
  ['build', [bin('typescript/bin/tsc'), '-p', 'tsconfig.build.json']],
  ['types of the interface', ['tools/api-types.mjs']],
  ['screen built', [bin('vite/bin/vite.js'), 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']],
  ['formatter and linter', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']],
  ['types, tests included', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json']],
  ['types of the screen', [bin('typescript/bin/tsc'), '--noEmit', '-p', 'web/tsconfig.json']],
];

/** Runs Node with the arguments; true where it exits with 0. */
function run(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

const heading = (text) => console.log(`\n== ${text} ==`);
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

let passed = 0;
let failed = 0;
let skipped = 0;

for (const [name, args] of steps) {
  heading(name);
  const from = performance.now();
  const ok = run(args);
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name} (${seconds(from)})`);
}

heading('tests');
fs.rmSync(report, { force: true });
const from = performance.now();
const failedBefore = failed;
const ok = run([bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
const tests = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : undefined;
if (tests) {
  // a file that cannot even be loaded has no tests to count: it is one failure
  const broken = tests.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'));
  passed += tests.numPassedTests;
  skipped += tests.numPendingTests + tests.numTodoTests;
  failed += tests.numFailedTests + broken.length;
  for (const file of broken) console.log(`FAILED: ${path.relative(root, file.name)} could not be run`);
}
if (!ok && failed === failedBefore) failed++; // stopped, or an error outside every test
console.log(`${ok ? 'ok' : 'FAILED'}: tests (${seconds(from)})`);

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
