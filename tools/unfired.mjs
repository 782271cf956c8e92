#!/usr/bin/env node
// What of the Chinese pack never fires on the stories of the corpus: rules that no story needs, or that no story shows.
//
//   node tools/unfired.mjs [--words]
//
// Prints, each with what it is about: frames that give nothing, phrases that are never made or never stand on the best path, values of a
// frame's triggers from which nothing is read, and kinds of statements that are never read. --words adds the words of the triggers that
// stand in no story. Exit status 0.
import fs from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

const root = path.join(import.meta.dirname, '..');
const source = path.join(root, 'src', 'lang', 'zh');
const load = (file) => tsImport(path.join(root, 'src', file), import.meta.url);
const { frames, framesByClass } = await load('lang/zh/frames/registry.ts');
const { readChinese } = await load('lang/zh/story.ts');
const { fold } = await load('text/fold.ts');
const { eventKinds, measures } = await load('model/statement.ts');

const texts = fs
  .readdirSync(path.join(root, 'corpus', 'zh'))
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .map((file) => fs.readFileSync(path.join(root, 'corpus', 'zh', file), 'utf8'));

/** Ids that the code of a folder gives to rules. */
function idsIn(folder) {
  const code = fs
    .readdirSync(path.join(source, folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => fs.readFileSync(path.join(source, folder, file), 'utf8'));
  return [...new Set(code.flatMap((text) => [...text.matchAll(/'(zh\/[\w/-]+)'/g)].map((m) => m[1])))].sort();
}

const fired = { rules: new Set(), made: new Set(), onPath: new Set(), triggers: new Set(), kinds: new Set(), words: new Set() };
for (const text of texts) {
  const { items } = readChinese(fold(text), null, ({ sentence, drafts }) => {
    for (const e of sentence.chart.edges) fired.made.add(e.rule);
    for (const token of sentence.tokens)
      for (const e of token.edges) {
        fired.onPath.add(e.rule);
        if (e.rule === 'word') fired.words.add(`${e.cls} ${e.value.form}`);
        for (const frame of framesByClass.get(e.cls) ?? [])
          if (drafts.some((d) => d.rule === frame.id && d.span.start <= token.start && token.end <= d.span.end))
            fired.triggers.add(`${frame.id} ${e.cls} ${e.value?.value}`);
      }
  });
  for (const draft of items.flatMap((item) => item.drafts)) {
    fired.rules.add(draft.rule);
    fired.kinds.add(draft.type === 'event' ? `event ${draft.kind}` : 'measure' in draft ? `${draft.type} ${draft.measure}` : draft.type);
  }
}

/** A list under its heading; nothing of it where it is empty. */
function show(heading, list) {
  console.log(`${heading}: ${list.length === 0 ? 'none' : list.length}`);
  for (const line of list) console.log(`  ${line}`);
}

const phrases = idsIn('phrases');
console.log(`${texts.length} stories, ${frames.length} frames, ${phrases.length} phrases`);
show(
  'frames that give nothing',
  frames.map((f) => f.id).filter((id) => !fired.rules.has(id)),
);
show(
  'phrases that are never made',
  phrases.filter((id) => !fired.made.has(id)),
);
show(
  'phrases that are made and never stand on the path',
  phrases.filter((id) => fired.made.has(id) && !fired.onPath.has(id)),
);
show(
  'values of triggers from which nothing is read',
  frames.flatMap((f) =>
    f.triggers.flatMap((t) =>
      (t.values ?? []).filter((v) => !fired.triggers.has(`${f.id} ${t.cls} ${v}`)).map((v) => `${f.id}: ${t.cls} ${v}`),
    ),
  ),
);
show('kinds of statements that are never read', [
  ...eventKinds.map((kind) => `event ${kind}`).filter((kind) => !fired.kinds.has(kind)),
  ...measures.map((measure) => `figure ${measure}`).filter((kind) => !fired.kinds.has(kind)),
]);

if (process.argv.includes('--words')) {
  const classes = new Set(frames.flatMap((f) => f.triggers.map((t) => t.cls)));
  const { tables } = await load('generated/words-zh.ts');
  const { entriesOf } = await load('lexicon/table.ts');
  const words = Object.values(tables).flatMap((table) => entriesOf(table));
  show(
    'words of triggers that stand in no story',
    words
      .filter((w) => classes.has(w.class) && !fired.words.has(`${w.class} ${w.form}`))
      .map((w) => `${w.class} ${w.form} ${w.value}`.trimEnd()),
  );
}
