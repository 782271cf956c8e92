import { Command } from 'commander';
import { dbOption } from './options.js';
import { type Exit, exit } from './terminal.js';
import { withRecord } from './with-record.js';

/** `rapporteur mcp`: the record as tools for an AI agent, on standard input and output. */
export function mcpCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('mcp')
    .description('serve the record to AI agents: read-only tools of the Model Context Protocol on standard input and output')
    .addOption(dbOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur mcp
  rapporteur mcp --db archive.db

An agent starts it by itself: give it this command. rapporteur serve has the same tools at /mcp.

Exit status: 0 when the input ends, 2 where there is no record.`,
    )
    .action((options: { db: string }) => run(() => serve(options.db)));
}

function serve(db: string): Promise<Exit> {
  return withRecord(db, async (record) => {
    const { packageVersion } = await import('../app/version.js');
    const { serveStdio } = await import('../mcp/server.js');
    const stop = new Promise<void>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
    });
    await serveStdio(record, packageVersion(), stop);
    return exit.fine;
  });
}
