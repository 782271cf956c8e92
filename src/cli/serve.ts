import { Command } from 'commander';
import type { Store } from '../app/record.js';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  port: number;
}

/** The port where none is named. */
export const usualPort = 7357;

/** `rapporteur serve`: the record as pages on this machine. */
export function serveCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('serve')
    .description('show the record in a browser, on this machine only')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--port <n>', 'where to listen on 127.0.0.1; 0 takes any free port', wholeNumber(0, 65_535), usualPort)
    .addHelpText(
      'after',
      `
Examples:
  rapporteur serve
  rapporteur serve --db archive.db --port 8080

Exit status: 0 when it is stopped (Ctrl-C), 2 where there is no record or the port is taken.`,
    )
    .action((options: Options) =>
      run(() => withRecord(options.db, (record) => serveUntilStopped(record, options.port, options.json ?? false))),
    );
}

/** Serves until the process is told to stop. */
export async function serveUntilStopped(record: Store, port: number, json: boolean): Promise<Exit> {
  const { serveRecord } = await import('../http/server.js');
  const serving = await serveRecord(record, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Trouble(`port ${port} is taken (stop what uses it, or choose another with --port)`);
    if (error.code === 'EACCES') throw new Trouble(`port ${port} may not be used (choose one above 1023 with --port)`);
    throw error;
  });
  if (json) await printJson({ url: serving.url });
  else await print(`Serving the record on ${serving.url} (Ctrl-C stops)\n`);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  await serving.close();
  return exit.fine;
}
