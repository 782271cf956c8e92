import { Command } from 'commander';
import type { Explanation } from '../app/explain.js';
import { dateOption, encodingOption, jsonOption, readOptions, type SourceOptions, sizeOption } from './options.js';
import { sections } from './sections.js';
import { Tally } from './tally.js';
import { type Exit, exit, print, printJson, Trouble } from './terminal.js';

interface Options extends SourceOptions {
  at: string;
  json?: boolean;
}

/** `rapporteur explain`: why a place of a story was read as it was. */
export function explainCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('explain')
    .description('show how one sentence of a story was read: fold, matches, path and what lost to it, frames, registers')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('--at <place>', 'a character of the sentence, counted from 0 as in start and end, or words that stand in it')
    .addOption(jsonOption())
    .addOption(encodingOption())
    .addOption(dateOption())
    .addOption(sizeOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur explain story.txt --at 120
  rapporteur explain story.txt --at 双边贸易额
  rapporteur explain story.txt --at 120 --json

Exit status: 0, 1 where the file cannot be read, 2 where there is no such file, or no such place in it.`,
    )
    .action((file: string, options: Options) => run(() => explainFile(file, options)));
}

async function explainFile(file: string, options: Options): Promise<Exit> {
  const { readDocuments } = await import('../app/read.js');
  const { explainDocument } = await import('../app/explain.js');
  const tally = new Tally();
  const documents = readDocuments([file], {
    ...readOptions(options),
  });
  for await (const document of documents) {
    tally.take(document);
    if (document.text === null) continue;
    const explanation = explainDocument(document, /^\d+$/.test(options.at) ? Number(options.at) : options.at, options.date);
    if (!explanation) throw new Trouble(`${document.source}: ${missing(options.at, document.text)}`);
    if (options.json) await printJson(explanation);
    else await print(sections(rendered(explanation)));
    return exit.fine;
  }
  return tally.exit();
}

function missing(at: string, text: string): string {
  if (!/^\d+$/.test(at)) return `does not say ${at} anywhere (give words as they are printed)`;
  return `has nothing to read at character ${at} (it has ${Array.from(text).length})`;
}

/** The same for people: lists as one cell each, and the words under a heading of their own. */
function rendered(e: Explanation): Readonly<Record<string, unknown>> {
  const listed = <T extends object>(rows: readonly T[]): unknown[] =>
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, Array.isArray(v) ? v.join('\n') : v])));
  const kept = (values: Explanation['registers']['before']): unknown[] =>
    Object.entries(values).map(([register, { value, words }]) => ({ register, value, words: words ?? '' }));
  const { role, item, start, end, quote } = e.place;
  return {
    sentence: { passage: `${role}, item ${item}, ${start} to ${end}`, text: quote, ...(e.note === null ? {} : { note: e.note }) },
    fold: e.fold,
    words: listed(e.words),
    phrases: e.phrases,
    path: listed(e.path),
    'lost to the path': listed(e.lost),
    frames: listed(e.frames),
    statements: e.statements.map(({ id, rule, quote: said }) => ({ id, rule, quote: said })),
    'registers before': kept(e.registers.before),
    'registers after': kept(e.registers.after),
  };
}
