import fs from 'node:fs';
import path from 'node:path';
import { showStatement } from './show.js';
import { diffStory, loadStory, storyNames } from './stories.js';

/**
 * Brings the marks of the corpus up to what is read now: `npx tsx test/corpus/mark.ts [names…]`. A demanded line that is not read
 * becomes a known gap (`-`), a statement that no line asks for a known false alarm (`!`); marks that no longer hold are taken away.
 * Read the diff before you commit it: each new mark is a fault that you accept for now.
 */
for (const name of process.argv.length > 2 ? process.argv.slice(2) : storyNames()) {
  const story = loadStory(name);
  const diff = diffStory(story);
  const file = path.join(import.meta.dirname, '..', '..', 'corpus', `${name}.expect`);
  const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
  for (const { line } of diff.missed) lines[line.number - 1] = `- ${lines[line.number - 1]}`;
  const gone = new Set<number>();
  for (const line of diff.stale) {
    if (line.mark === 'gap') lines[line.number - 1] = lines[line.number - 1]!.replace(/^-\s*/, '');
    else gone.add(line.number - 1);
  }
  const kept = lines.filter((_, i) => !gone.has(i));
  for (const s of diff.unexpected) kept.push(`! ${showStatement(s)}`);
  fs.writeFileSync(file, `${kept.join('\n')}\n`);
}
