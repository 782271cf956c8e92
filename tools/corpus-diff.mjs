#!/usr/bin/env node
// What a change does to the corpus: every statement added, lost or changed since a commit.
//
//   node tools/corpus-diff.mjs [COMMIT]        default: HEAD, against the work tree
//
// Both versions of the reader read today's stories. Exit status 0 whatever the difference is, 2 where a version cannot be built.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const commit = process.argv[2] ?? 'HEAD';
const base = path.join(root, '.tmp', 'corpus-diff');

function run(folder, args, options = {}) {
  const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30, ...options });
  if (done.status === 0) return done.stdout;
  console.error(`corpus-diff: ${args.join(' ')} exits with ${done.status} in ${folder}\n${done.stdout}${done.stderr}`);
  process.exit(2);
}

/** Builds the reader in a folder and gives the statements of every story, by the story's file name. */
function readings(folder) {
  run(folder, ['tools/compile-data.mjs']);
  run(folder, [path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json']);
  const lines = run(folder, ['bin/rapporteur.js', 'read', '--format', 'jsonl', path.join(root, 'corpus')])
    .trimEnd()
    .split('\n');
  return new Map(lines.map((line) => JSON.parse(line)).map((r) => [path.basename(r.article.source), r.statements]));
}

/** What a statement says, without where it stands and how it was found; keys in a fixed order. */
function fact({ id, start, end, confidence, rule, roles, ...rest }) {
  return Object.fromEntries(
    Object.keys(rest)
      .sort()
      .map((key) => [key, JSON.stringify(rest[key])]),
  );
}

const said = (s) => JSON.stringify(fact(s));
const overlap = (a, b) => a.type === b.type && a.item === b.item && a.start < b.end && b.start < a.end;
const fields = (pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('  ');
const dull = new Set(['type', 'quote', 'plover', 'cameo']);

/** One statement: type, what it says (nothing that is empty), quote. */
function show(s) {
  const telling = Object.entries(fact(s)).filter(([key, value]) => !dull.has(key) && !/^(null|\[\]|0|"actual")$/.test(value));
  return `${s.type}  ${fields(telling)}  «${s.quote}»`;
}

/** What differs between two readings of one sentence. */
function showChange(old, now) {
  const [before, after] = [fact(old), fact(now)];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);
  return `${now.type}  ${fields(keys.map((key) => [key, `${before[key]} → ${after[key]}`]))}  «${now.quote}»`;
}

fs.rmSync(base, { recursive: true, force: true });
fs.mkdirSync(base, { recursive: true });
const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 });
execFileSync('tar', ['-x', '-C', base], { input: archive });
fs.symlinkSync(path.join(root, 'node_modules'), path.join(base, 'node_modules'));
const before = readings(base);
const after = readings(root);
fs.rmSync(base, { recursive: true, force: true });

const totals = { added: 0, lost: 0, changed: 0 };
for (const story of [...new Set([...before.keys(), ...after.keys()])].sort()) {
  const old = before.get(story) ?? [];
  const now = after.get(story) ?? [];
  const lost = old.filter((s) => !now.some((t) => said(t) === said(s)));
  const added = now.filter((s) => !old.some((t) => said(t) === said(s)));
  const lines = [];
  for (const s of lost) {
    const at = added.findIndex((t) => overlap(s, t));
    if (at < 0) lines.push(`  - ${show(s)}`);
    else lines.push(`  ~ ${showChange(s, added.splice(at, 1)[0])}`);
    totals[at < 0 ? 'lost' : 'changed']++;
  }
  totals.added += added.length;
  lines.push(...added.map((s) => `  + ${show(s)}`));
  if (lines.length > 0) console.log(`${story}\n${lines.join('\n')}`);
}
console.log(`since ${commit}: ${totals.added} added, ${totals.lost} lost, ${totals.changed} changed`);
