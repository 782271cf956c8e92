import { Command } from 'commander';
import { progressBar } from './bar.js';
import { dbOption, jsonOption, readOptions, type SourceOptions, withSources } from './options.js';
import { openQueue, queueOption } from './queue.js';
import { complain, type Exit, exit, print, printJson } from './terminal.js';
import { inRecord } from './with-record.js';

interface Options extends SourceOptions {
  db: string;
  json?: boolean;
  queue?: string;
  again?: boolean;
}

/** `rapporteur enqueue`: stories onto the list of what workers read. */
export function enqueueCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return withSources(
    new Command('enqueue')
      .description('put stories on the list of what is to be read; rapporteur work reads them, on this machine or on others')
      .argument('<inputs...>', 'files, folders, globs in quotes, addresses, or -')
      .addOption(dbOption())
      .addOption(queueOption())
      .option('--again', 'try again what was given up after failing too often')
      .addOption(jsonOption()),
  )
    .addHelpText(
      'after',
      `
Examples:
  rapporteur enqueue archive/ --store postgres://desk@db/record
  rapporteur enqueue 'wire/*.txt' --store postgres://desk@db/record --queue nats://broker:4222
  rapporteur enqueue broken/ --again

The list is in the record: what is on it is safe, whatever becomes of the queue. What was read before is not put on it.
Exit status: 0 fine, 1 something could not be read, 2 the record or the queue cannot be used.`,
    )
    .action((inputs: string[], options: Options) => run(() => enqueue(inputs, options)));
}

async function enqueue(inputs: readonly string[], options: Options): Promise<Exit> {
  const { enqueueStories } = await import('../worker/enqueue.js');
  const { extractorVersion } = await import('../app/record.js');
  return inRecord(options.db, async (record) => {
    const transport = await openQueue(options.db, options.queue);
    try {
      const summary = await enqueueStories(record, inputs, {
        ...readOptions(options),
        ...(transport ? { transport } : {}),
        extractor: extractorVersion(),
        now: () => new Date().toISOString(),
        again: options.again ?? false,
        progress: progressBar('listing'),
        onProblem: complain,
      });
      if (options.json) await printJson(summary);
      else {
        const more = [
          ...(summary.same > 0 ? [`${summary.same} read before`] : []),
          ...(summary.quarantined > 0 ? [`${summary.quarantined} given up before (--again tries them again)`] : []),
          ...(summary.unread > 0 ? [`${summary.unread} could not be read`] : []),
        ];
        await print(`${summary.waiting} to be read${more.map((text) => `, ${text}`).join('')}\n`);
      }
      return summary.unread + summary.quarantined > 0 ? exit.findings : exit.fine;
    } finally {
      await transport?.close();
    }
  });
}
