import { Command, Option } from 'commander';
import type { ModelOptions, Proposals } from '../app/model-reader/proposals.js';
import type { Document } from '../app/read.js';
import { lineOf } from '../model/article.js';
import { progressBar } from './bar.js';
import { jsonOption, readOptions, type SourceOptions, withSources } from './options.js';
import { table } from './table.js';
import { Tally } from './tally.js';
import { type Exit, print, printJson, Trouble } from './terminal.js';
import { visible } from './width.js';

interface Options extends SourceOptions {
  format?: 'jsonl' | 'table' | 'text';
  json?: boolean;
  reader: 'rules' | 'model';
  endpoint?: string;
  model: string;
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
      .addOption(jsonOption())
      .addOption(
        new Option(
          '--reader <reader>',
          'rules; model: a language model at --endpoint is asked too, and what it says is shown apart, as proposals',
        )
          .choices(['rules', 'model'])
          .default('rules'),
      )
      .option('--endpoint <URL>', 'where the model answers: any OpenAI-compatible address, such as http://localhost:11434/v1')
      .option('--model <name>', 'which model is asked there', 'default'),
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
  rapporteur read story.txt --reader model --endpoint http://localhost:11434/v1 --model qwen3

Each file that cannot be read is named on standard error; the others go on.
Exit status: 0 all read, 1 something is wrong with a file, 2 nothing to read or a wrong option.`,
    )
    .action((inputs: string[], options: Options) => run(() => read(inputs, options)));
}

async function read(inputs: readonly string[], options: Options): Promise<Exit> {
  const { readDocuments } = await import('../app/read.js');
  const format = options.json ? 'jsonl' : (options.format ?? (process.stdout.isTTY ? 'table' : 'jsonl'));
  const model = modelIn(options);
  const propose = model && (await import('../app/model-reader/proposals.js')).proposalsFor;
  const tally = new Tally();
  const documents = readDocuments(inputs, {
    ...readOptions(options),
    ...(process.stdout.isTTY ? {} : { progress: progressBar('reading') }),
  });
  for await (const document of documents) {
    const { reading, text } = document;
    const proposals = propose && reading && format !== 'text' ? await propose(reading, text!, model) : null;
    tally.take({ source: document.source, problem: document.problem ?? proposals?.problem ?? null });
    if (!reading) continue;
    if (format === 'text') await print(`${text!.trimEnd()}\n`);
    else if (format === 'jsonl') await printJson(proposals ? { ...lineOf(reading), proposals } : lineOf(reading));
    else await print(await page(document, proposals));
  }
  return tally.exit();
}

/** Which model is asked; `null` where none is. Throws a `Trouble` where it is not said where. */
function modelIn({ reader, endpoint, model }: Options): ModelOptions | null {
  if (reader === 'rules') {
    if (endpoint !== undefined) throw new Trouble('--endpoint is for --reader model');
    return null;
  }
  if (endpoint === undefined) throw new Trouble('--reader model needs --endpoint, the address of the model');
  const key = process.env.RAPPORTEUR_MODEL_KEY;
  return { endpoint, model, ...(key === undefined || key === '' ? {} : { key }) };
}

/** One article for people: its head, its statements, its findings, and what a model proposes. */
async function page(document: Document, proposals: Proposals | null): Promise<string> {
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
  const tableOf = (said: typeof statements, kind: string): string => {
    const rows = said.map((s) => {
      const speaker = speakerOf(s);
      return [
        s.item === 0 ? s.type : `${s.type}\nrelated ${s.item}`,
        speaker === null ? describe(s) : `${describe(s)}\nsays ${speaker}`,
        s.quote,
      ];
    });
    return rows.length > 0 ? table([{ head: kind, width: 11 }, { head: 'What it says' }, { head: 'Quote 原文' }], rows) : '';
  };
  const wrong = findings.map((f) => `  ${f.severity}: ${visible(f.message)} [${f.rule}]\n`).join('');
  const proposed = proposals ? `${agreed(proposals)}${tableOf(proposals.statements, 'Proposed')}` : '';
  return `${lines.join('\n')}\n${tableOf(statements, 'Kind')}${wrong}${proposed}`;
}

/** How a model stands to the rules, in one line. */
function agreed({ model, statements, dropped, agreement: { same, differ, rulesOnly, modelOnly } }: Proposals): string {
  const { quote, shape, repeated } = dropped;
  const left = `${quote} without their quote, ${shape} of no shape, ${repeated} repeated were left out`;
  return `  ${visible(model)}: ${statements.length} proposals (${left}); claims: ${same} as the rules, ${differ} with other values, ${rulesOnly} of the rules alone, ${modelOnly} of the model alone\n`;
}
