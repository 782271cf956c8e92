import { Command } from 'commander';
import type { Document } from '../app/read.js';
import { dateOption, encodingOption, jsonOption, sizeOption, wholeNumber } from './options.js';
import { sections } from './sections.js';
import { Tally } from './tally.js';
import { type Exit, exit, print, printJson, Trouble } from './terminal.js';

interface Options {
  at: number;
  json?: boolean;
  encoding?: string;
  date?: string;
  maxSize: number;
}

/** How the reader came to read a place: sections by name. `undefined` where the place is not in the text. */
export type Explain = (document: Document, at: number) => Readonly<Record<string, unknown>> | undefined;

/** `rapporteur explain`: why a place of a story was read as it was. */
export function explainCommand(run: (work: () => Promise<Exit>) => Promise<void>, explain: () => Promise<Explain>): Command {
  return new Command('explain')
    .description('show how one clause of a story was read: fold, matches, path and what lost to it, frames, registers')
    .argument('<file>', 'a file, or - for standard input')
    .requiredOption('--at <n>', 'a character of the clause, counted from 0 as in start and end', wholeNumber(0, 1_000_000_000))
    .addOption(jsonOption())
    .addOption(encodingOption())
    .addOption(dateOption())
    .addOption(sizeOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur explain story.txt --at 120
  rapporteur explain story.txt --at 120 --json

Exit status: 0, 1 where the file cannot be read, 2 where there is no such place in it.`,
    )
    .action((file: string, options: Options) => run(async () => explainFile(file, options, await explain())));
}

async function explainFile(file: string, options: Options, explain: Explain): Promise<Exit> {
  const { readDocuments } = await import('../app/read.js');
  const tally = new Tally();
  const documents = readDocuments([file], {
    limit: options.maxSize,
    ...(options.encoding === undefined ? {} : { charset: options.encoding }),
    ...(options.date === undefined ? {} : { published: options.date }),
  });
  for await (const document of documents) {
    tally.take(document);
    if (document.text === null) continue;
    const explanation = explain(document, options.at);
    if (!explanation) throw new Trouble(`${document.source}: has no character ${options.at} (it has ${Array.from(document.text).length})`);
    if (options.json) await printJson(explanation);
    else await print(sections(explanation));
    return exit.fine;
  }
  return tally.exit();
}
