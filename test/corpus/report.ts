/**
 * Prints how the reader does on the corpus: the diff of each story and precision, recall and F1 by type.
 *
 *   npx tsx test/corpus/report.ts [PART-OF-NAME…] [--gaps] [--read] [--totals]
 *
 * `--gaps` lists known gaps and false alarms too, `--read` prints what is read in each story in the notation of the `.expect` files,
 * `--totals` leaves the diffs out. Exit status 1 where a story does not read as asked.
 */
import { passes } from './compare.js';
import { showDiff, showStatement, showTotals } from './show.js';
import { diffStory, loadStory, readStory, storyNames } from './stories.js';

// A reader that stops early (head) is no error.
process.stdout.on('error', () => process.exit());
const args = process.argv.slice(2);
const flags = new Set(args.filter((a) => a.startsWith('--')));
const wanted = args.filter((a) => !a.startsWith('--'));
const names = storyNames().filter((n) => wanted.length === 0 || wanted.some((w) => n.includes(w)));
const results = names.map((name) => {
  const story = loadStory(name);
  return { name, story, diff: diffStory(story) };
});
for (const { name, story, diff } of results) {
  if (flags.has('--totals')) break;
  const lines = showDiff(diff, flags.has('--gaps'));
  if (lines.length > 0) console.log(`${name}\n${lines.join('\n')}`);
  if (flags.has('--read')) for (const s of readStory(story).statements) console.log(`  read      ${showStatement(s)}`);
}
const diffs = results.map((r) => r.diff);
const failing = diffs.filter((d) => !passes(d)).length;
const sum = (count: (d: (typeof diffs)[number]) => number) => diffs.reduce((n, d) => n + count(d), 0);
console.log(showTotals(diffs).join('\n'));
console.log(
  `stories ${names.length}, as asked ${names.length - failing}; known gaps ${sum((d) => d.gaps.length)}, known false alarms ${sum((d) => d.alarms.length)}`,
);
process.exitCode = failing > 0 ? 1 : 0;
