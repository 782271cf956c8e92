import { availableParallelism, hostname } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { LogLine } from '../worker/log.js';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { openQueue, queueOption } from './queue.js';
import { type Exit, exit, printJson, Trouble } from './terminal.js';
import { inRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  queue?: string;
  concurrency: number;
  timeout: number;
  memory: number;
  drain?: boolean;
  log: LogLine['level'];
  healthPort?: number;
  healthHost: string;
}

/** `rapporteur work`: reads what is on the list. */
export function workCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('work')
    .description('read what is on the list into the record, until it is stopped')
    .addOption(dbOption())
    .addOption(queueOption())
    .option('--concurrency <n>', 'stories read at once, each in a process of its own', wholeNumber(1, 256), availableParallelism())
    .option('--timeout <seconds>', 'what takes longer to read is stopped', seconds, 5)
    .option('--memory <MB>', 'what needs more memory to be read is stopped', wholeNumber(64, 65_536), 512)
    .option('--drain', 'stop when nothing is left to be read')
    .addOption(
      new Option('--log <level>', 'what is written to standard error, as lines of JSON')
        .choices(['debug', 'info', 'warn', 'error'])
        .default('info'),
    )
    .option('--health-port <n>', 'answer there on /healthz, /readyz and /metrics; 0 takes any free port', wholeNumber(0, 65_535))
    .option('--health-host <address>', 'the address for that', '127.0.0.1')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur work --store postgres://desk@db/record --concurrency 4
  rapporteur work --store postgres://desk@db/record --queue nats://broker:4222 --health-port 9100
  rapporteur work --drain

A story that hangs, floods the memory or ends its process is stopped and tried again; after five times it is given up with the reason, which
rapporteur status names. On SIGTERM or Ctrl-C it finishes what it is reading and gives back the rest.
Exit status: 0 when it is stopped or done, 2 the record or the queue cannot be used.`,
    )
    .action((options: Options) => run(() => work(options)));
}

function seconds(said: string): number {
  const value = Number(said);
  if (!(value >= 0.1 && value <= 3600)) throw new InvalidArgumentError('it is a number of seconds from 0.1 to 3600.');
  return value;
}

async function work(options: Options): Promise<Exit> {
  const [{ Worker }, { jsonLog }, { serveHealth }] = await Promise.all([
    import('../worker/worker.js'),
    import('../worker/log.js'),
    import('../worker/health.js'),
  ]);
  const { Readers } = await import('../app/readers/pool.js');
  const { MemoryTransport } = await import('../transport/memory.js');
  const { extractorVersion } = await import('../app/record.js');
  return inRecord(options.db, async (store) => {
    const shared = await openQueue(options.db, options.queue, { ahead: options.concurrency * 2 });
    const transport = shared ?? new MemoryTransport();
    const readers = new Readers({ size: options.concurrency, timeout: options.timeout * 1000, memory: options.memory });
    const log = jsonLog((line) => void process.stderr.write(line), options.log);
    const worker = new Worker({
      ...{ store, transport, readers, log, extractor: extractorVersion(), drain: options.drain ?? false },
      id: `${hostname()}-${process.pid}-${Date.now().toString(36)}`,
      ...(shared ? {} : { redriveAfter: 0 }),
    });
    const { healthPort: port, healthHost: host } = options;
    const health = port === undefined ? null : await serveHealth({ store, vitals: worker.vitals, host, port }).catch(noPort(port));
    if (health) log({ level: 'info', event: 'health', url: health.url });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.stop());
    try {
      await worker.run();
    } finally {
      await health?.close();
      await readers.close();
      await transport.close();
    }
    const { read, failed } = worker.vitals;
    if (options.json) await printJson({ read, failed });
    return exit.fine;
  });
}

function noPort(port: number): (error: unknown) => never {
  return (error) => {
    throw new Trouble(`port ${port} cannot be used: ${(error as NodeJS.ErrnoException).code} (choose another with --health-port)`);
  };
}
