import { Command } from 'commander';
import type { Status } from '../worker/status.js';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { openQueue, queueOption } from './queue.js';
import { type Exit, exit, print, printJson } from './terminal.js';
import { visible } from './width.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  queue?: string;
  limit: number;
}

/** `rapporteur status`: how far the reading is. */
export function statusCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('status')
    .description('say how far the reading of the list is: rates, what waits, who reads, what was given up and why')
    .addOption(dbOption())
    .addOption(queueOption())
    .option('--limit <n>', 'how many of the documents that failed are named', wholeNumber(0, 100_000), 20)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur status
  rapporteur status --store postgres://desk@db/record --json

Whether all is read is said by the record, not by the queue.
Exit status: 0 fine, 1 something was given up or waits while nobody reads, 2 the record cannot be opened.`,
    )
    .action((options: Options) => run(() => tell(options)));
}

async function tell(options: Options): Promise<Exit> {
  const { statusOf } = await import('../worker/status.js');
  return withRecord(options.db, async (store) => {
    const transport = await openQueue(options.db, options.queue).catch(() => undefined);
    try {
      const status = await statusOf(store, { transport, at: new Date().toISOString(), failures: options.limit });
      if (options.json) await printJson(status);
      else await print(inWords(status));
      const idle = status.waiting > 0 && !status.workers.some((worker) => worker.alive);
      return idle || status.documents.quarantined > 0 ? exit.findings : exit.fine;
    } finally {
      await transport?.close();
    }
  });
}

/** For people. */
function inWords(status: Status): string {
  const { waiting, oldest, documents, perMinute, secondsLeft, workers, failures, queue } = status;
  const alive = workers.filter((worker) => worker.alive);
  const lines = [
    status.drained
      ? 'Everything on the list is read.'
      : `${stories(waiting)} to be read; the oldest has waited ${duration(oldest?.seconds ?? 0)}.`,
    `${stories(documents.done)} read, ${documents.failed} failed and will be tried again, ${documents.quarantined} given up.`,
    alive.length === 0
      ? `Nobody is reading${waiting > 0 ? ': start rapporteur work' : ''}.`
      : `${alive.length === 1 ? 'One worker reads' : `${alive.length} workers read`} ${perMinute} stories a minute${secondsLeft ? `: about ${duration(secondsLeft)} to go` : ''}.`,
    ...workers.map((worker) => {
      const { id, concurrency, read, failed, extractor, trouble } = worker;
      const other = extractor === status.extractor ? '' : ', another version of the reader';
      const wrong = trouble ? `; last trouble at ${trouble.at}: ${visible(trouble.reason)}` : '';
      return `  ${visible(id)}: ${worker.alive ? `${concurrency} at once` : `not heard of since ${worker.seenAt}`}, ${read} read, ${failed} failed${other}${wrong}`;
    }),
    ...(queue ? [`The queue ${visible(queue.location)} holds ${queue.waiting} messages, ${queue.taken} are being worked at.`] : []),
    ...(failures.length > 0 ? ['Failed:'] : []),
    ...failures.map(({ source, state, attempts, reason }) => {
      const how = state === 'quarantined' ? `given up after ${attempts} attempts` : `${attempts} of 5 attempts`;
      return `  ${visible(source)}: ${visible(reason ?? '')} (${how})`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function stories(n: number): string {
  return n === 1 ? '1 story' : `${n} stories`;
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
