import { Command, Option } from 'commander';
import type { Document } from '../app/read.js';
import { lineOf } from '../model/article.js';
import { progressBar } from './bar.js';
import { jsonOption, readOptions, type SourceOptions, withSources } from './options.js';
import { table } from './table.js';
import { Tally } from './tally.js';
import { type Exit, print, printJson } from './terminal.js';
import { visible } from './width.js';

interface Options extends SourceOptions {
  format?: 'jsonl' | 'table' | 'text';
  json?: boolean;
}

/** `rapporteur read`: documents to statements, nothing stored. */
export function readCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return withSources(
    new Command('read')
      .description('read stories and print what they say; nothing is stored')
      .argument('<inputs...>', 'files, folders (every story below them), globs in quotes, addresses, or - for standard input')
      .addOption(
        new Option(
          '--format <format>',
          'jsonl: one line of JSON per article; table: for people; text: the stories alone, as taken from their pages (default: table on a terminal, else jsonl)',
        ).choices(['jsonl', 'table', 'text']),
      )
      .addOption(jsonOption()),
  )
    .addHelpText(
      'after',
      `
Examples:
  rapporteur read story.txt                      what one story says, as a table
  rapporteur read stories/ > statements.jsonl    every story below a folder, one line per article
  rapporteur read page.html --format text        the story of a saved page, as plain text
  rapporteur read https://example.org/story      a page on the web
  rapporteur read 'wire/2020-*.txt' --encoding gb18030
  curl -s https://example.org/story.txt | rapporteur read - --format table

Each file that cannot be read is named on standard error; the others go on.
Exit status: 0 all read, 1 something is wrong with a file, 2 nothing to read or a wrong option.`,
    )
    .action((inputs: string[], options: Options) => run(() => read(inputs, options)));
}

async function read(inputs: readonly string[], options: Options): Promise<Exit> {
  const { readDocuments } = await import('../app/read.js');
  const format = options.json ? 'jsonl' : (options.format ?? (process.stdout.isTTY ? 'table' : 'jsonl'));
  const tally = new Tally();
  const documents = readDocuments(inputs, {
    ...readOptions(options),
    ...(process.stdout.isTTY ? {} : { progress: progressBar('reading') }),
  });
  for await (const document of documents) {
    tally.take(document);
    if (!document.reading) continue;
    if (format === 'text') await print(`${document.text!.trimEnd()}\n`);
    else if (format === 'jsonl') await printJson(lineOf(document.reading));
    else await print(await page(document));
  }
  return tally.exit();
}

/** One article for people: its head, its statements, its findings. */
async function page(document: Document): Promise<string> {
  const { describe, speakerOf } = await import('../app/wording.js');
  const { article, statements, findings } = document.reading!;
  const date = article.published
    ? `${article.published.date}${article.published.basis === 'stated' ? '' : ` (${article.published.basis})`}`
    : 'no date';
  const about = [[article.agency, article.place].filter((x) => x !== null).join(' '), date, article.language ?? 'language unknown'];
  const lines = [
    `\n${visible(article.title ?? '(no title)')}`,
    `  ${visible(document.source)} · ${about
      .filter((x) => x !== '')
      .map(visible)
      .join(' · ')}`,
    `  ${statements.length} statements, ${findings.length} findings`,
  ];
  const rows = statements.map((s) => {
    const speaker = speakerOf(s);
    return [
      s.item === 0 ? s.type : `${s.type}\nrelated ${s.item}`,
      speaker === null ? describe(s) : `${describe(s)}\nsays ${speaker}`,
      s.quote,
    ];
  });
  const said = rows.length > 0 ? table([{ head: 'Kind', width: 11 }, { head: 'What it says' }, { head: 'Quote 原文' }], rows) : '';
  const wrong = findings.map((f) => `  ${f.severity}: ${visible(f.message)} [${f.rule}]\n`).join('');
  return `${lines.join('\n')}\n${said}${wrong}`;
}
