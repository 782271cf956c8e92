import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import type { Store } from '../app/record.js';
import type { ServeOptions } from '../http/server.js';
import { dbOption, jsonOption, privateOption, wholeNumber } from './options.js';
import { type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  port: number;
  host: string;
  tokens?: string;
  writeLog?: string;
  allowPrivate?: boolean;
  threads?: number;
}

/** The port where none is named. */
export const usualPort = 7357;

/**
 * The threads that answer of a record; where nobody says how many one less than there are processors, up to four: each keeps some memory for itself.
 * None where the record is in this process only.
 */
export function threadsOn(place: string, size = Math.max(1, Math.min(4, availableParallelism() - 1))): ServeOptions['threads'] {
  return place === ':memory:' ? undefined : { size, place };
}

/** `rapporteur serve`: the record as pages and as a programming interface. */
export function serveCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('serve')
    .description('show the record in a browser and to other programs; on this machine only unless told otherwise')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--port <n>', 'where to listen; 0 takes any free port', wholeNumber(0, 65_535), usualPort)
    .option('--host <address>', 'the address to listen on; beyond this machine with --tokens only', '127.0.0.1')
    .option('--tokens <file>', 'who may use it: a line each, NAME ROLE TOKEN, with the role read, review or admin')
    .option(
      '--write-log <file>',
      'add a line of JSON to this file for everything that somebody changes; with tokens <record>.writes.jsonl where absent',
    )
    .option(
      '--threads <n>',
      'how many threads answer what is only read, 0 for none; one less than there are processors where absent, up to 4',
      wholeNumber(0, 64),
    )
    .addOption(privateOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur serve
  rapporteur serve --db archive.db --port 8080
  rapporteur serve --host 0.0.0.0 --tokens tokens.txt --write-log writes.jsonl

Exit status: 0 when it is stopped (Ctrl-C), 2 where there is no record, the port is taken or the tokens cannot be read.`,
    )
    .action((options: Options) =>
      run(async () => {
        const access = await accessOf(options);
        return withRecord(options.db, (record) => serveUntilStopped(record, options.port, options.json ?? false, access));
      }),
    );
}

/** Who may use the server. Throws a `Trouble` where its tokens cannot be read, or where everybody could reach it without one. */
async function accessOf({ host, tokens, writeLog, allowPrivate, db, threads: size }: Options): Promise<ServeOptions> {
  const { isLoopback } = await import('../http/server.js');
  const threads = threadsOn(db, size);
  if (tokens === undefined) {
    if (!isLoopback(host)) throw new Trouble(`${host} can be reached from other machines: say with --tokens who may use it`);
    return { host, writeLog, allowPrivate, threads };
  }
  const { fileBeside } = await import('../app/record.js');
  const { readTokens } = await import('../http/access/tokens.js');
  try {
    return { host, holders: readTokens(tokens), writeLog: writeLog ?? fileBeside(db, 'writes.jsonl'), allowPrivate, threads };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Trouble(`${tokens}: ${code === 'ENOENT' ? 'there is no such file' : message}`);
  }
}

/** Serves until the process is told to stop. */
export async function serveUntilStopped(record: Store, port: number, json: boolean, options: ServeOptions = {}): Promise<Exit> {
  const { serveRecord } = await import('../http/server.js');
  const serving = await serveRecord(record, port, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Trouble(`port ${port} is taken (stop what uses it, or choose another with --port)`);
    if (error.code === 'EACCES') throw new Trouble(`port ${port} may not be used (choose one above 1023 with --port)`);
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      throw new Trouble(`${options.host} is no address of this machine (choose another with --host)`);
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
