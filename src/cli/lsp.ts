import { Command, Option } from 'commander';
import type { Severity } from '../model/finding.js';
import { dbOption } from './options.js';
import type { Exit } from './terminal.js';

interface Options {
  db: string;
  baseline?: string;
  severity: Severity;
}

/** `rapporteur lsp`: `check` for editors, over standard input and output. */
export function lspCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('lsp')
    .description('check drafts in an editor while they are written (language server over standard input and output)')
    .addOption(dbOption())
    .option('--baseline <file>', 'findings that were accepted, which are not shown')
    .addOption(
      new Option('--severity <severity>', 'the least grave findings that are shown').choices(['error', 'warning', 'note']).default('note'),
    )
    .option('--stdio', 'talk over standard input and output, as it always does; editors say it by habit')
    .addHelpText(
      'after',
      `
Examples:
  rapporteur lsp
  rapporteur lsp --db archive.db --severity warning

An editor starts it: docs/check-in-editors.md says how. Paths are those of the folder that the editor has open.
Exit status: 0 when the editor shuts it down, 1 when the editor is gone.`,
    )
    .action((options: Options, command: Command) =>
      run(async () => {
        const { serveEditor } = await import('../lsp/server.js');
        const { db, baseline, severity } = options;
        serveEditor(process.stdin, process.stdout, {
          ...{ db, severity, dbNamed: command.getOptionValueSource('db') !== 'default' },
          ...(baseline === undefined ? {} : { baseline }),
          version: command.parent?.version() ?? '0.0.0',
        });
        // the editor ends the process
        return new Promise<Exit>(() => undefined);
      }),
    );
}
