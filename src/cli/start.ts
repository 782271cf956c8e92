import { Command } from 'commander';
import { counted } from '../app/counted.js';
import { kindNames, kindTitle } from '../app/headings.js';
import type { Started } from '../app/start.js';
import { progressBar } from './bar.js';
import { findingText } from './findings.js';
import { dbOption, jsonOption, readOptions, type SourceOptions, wholeNumber, withSources } from './options.js';
import { serveUntilStopped, threadsOn, usualPort } from './serve.js';
import { table } from './table.js';
import { complain, type Exit, exit, print, printJson } from './terminal.js';
import { inRecord } from './with-record.js';

interface Options extends SourceOptions {
  db: string;
  json?: boolean;
  port: number;
  serve: boolean;
  jobs: number;
}

/** `rapporteur start`: stories into the record, what was found, and the pages of it. */
export function startCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return withSources(
    new Command('start')
      .description('read stories into the record, print what was found, and show it in a browser')
      .argument(
        '[inputs...]',
        'files, folders, globs in quotes, addresses, or -; the stories that come with the program where none is given',
      )
      .addOption(dbOption())
      .option('--no-serve', 'stop after reading')
      .option('--port <n>', 'where to listen on 127.0.0.1; 0 takes any free port', wholeNumber(0, 65_535), usualPort)
      .option('--jobs <n>', 'read so many stories at once, each in a process of its own; 0 reads in this one', wholeNumber(0, 256), 0)
      .addOption(jsonOption()),
  )
    .addHelpText(
      'after',
      `
Examples:
  rapporteur start
  rapporteur start wire/ --db wire.db
  rapporteur start 'wire/*.txt' --no-serve --json

What was read before is not read again; reading the same twice changes nothing.
Exit status: 0 fine, 1 something is wrong with a file (with --no-serve), 2 the record cannot be written or the port is taken.`,
    )
    .action((inputs: string[], options: Options) => run(() => start(inputs, options)));
}

async function start(inputs: readonly string[], options: Options): Promise<Exit> {
  const { ownStories, startRecord } = await import('../app/start.js');
  const { textsOf } = await import('../app/texts.js');
  const chosen = inputs.length > 0 ? inputs : [ownStories(process.cwd())];
  return inRecord(options.db, async (record) => {
    const started = await startRecord(record, chosen, {
      ...readOptions(options),
      jobs: options.jobs,
      progress: progressBar('reading'),
      onProblem: complain,
    });
    if (options.json) await printJson(summaryOf(record.location, started));
    else {
      const { asWritten } = await import('../app/speaker.js');
      const texts = await textsOf(
        record,
        started.findings.map((row) => row.finding),
      );
      await print(await report(record.location, started));
      for (const { finding } of started.findings) await print(findingText(finding, texts, asWritten));
    }
    if (options.serve) return serveUntilStopped(record, options.port, options.json ?? false, { threads: threadsOn(options.db) });
    return started.problems > 0 ? exit.findings : exit.fine;
  });
}

function summaryOf(db: string, { summary, problems, counts, pairs, findings }: Started): Record<string, unknown> {
  return { db, summary, problems, counts, pairs, findings: findings.map((row) => row.finding) };
}

async function report(db: string, { summary, counts, pairs }: Started): Promise<string> {
  const { placeLabel } = await import('../app/places.js');
  const done = [
    `${summary.new} new`,
    ...(summary.same > 0 ? [`${summary.same} known`] : []),
    ...(summary.revised > 0 ? [`${summary.revised} revised`] : []),
    ...(summary.reread > 0 ? [`${summary.reread} read again`] : []),
    ...(summary.failed > 0 ? [`${summary.failed} could not be read`] : []),
  ];
  const kinds = kindNames.map((type) => [kindTitle(type), String(counts.statements[type]), String(counts.claims[type])]);
  const { error, warning, note } = counts.findings;
  const lines = [
    `${db}: ${counted(counts.articles, 'article')} (${done.join(', ')})\n\n`,
    table([{ head: 'Kind 种类' }, { head: 'Statements 陈述', right: true }, { head: 'Claims 事实', right: true }], kinds),
    '\n',
    ...(pairs.length > 0
      ? [
          table(
            [{ head: 'Pair 双边' }, { head: 'Statements 陈述', right: true }, { head: 'Newest contact 最近往来' }],
            pairs.map(({ pair, statements, newestContact }) => [pair.map(placeLabel).join(' – '), String(statements), newestContact ?? '']),
          ),
          '\n',
        ]
      : []),
    `Findings 问题: ${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(note, 'note')}${error + warning + note > 0 ? ' (rapporteur audit prints them); the first:' : ''}\n\n`,
  ];
  return lines.join('');
}
