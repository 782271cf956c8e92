import { Command } from 'commander';
import { counted } from '../app/counted.js';
import { progressBar } from './bar.js';
import { jsonOption } from './options.js';
import { complain, type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { inRecord, withRecord } from './with-record.js';

interface Options {
  replace?: boolean;
  json?: boolean;
}

/** `rapporteur copy`: a record to another place. */
export function copyCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('copy')
    .description(
      'copy a record from a file or a database to another one, with its decisions, imports and ledger, and hold both against each other',
    )
    .argument('<from>', 'the record: a file, or a database as postgres://user@host/name')
    .argument('<to>', 'where to: a file, made where there is none, or a database that is there')
    .option('--replace', 'take out what is there first; otherwise a place that has a record is left as it is')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur copy rapporteur.db postgres://desk@db.example/record
  rapporteur copy postgres://desk@db.example/record backup.db

A copy that is stopped leaves nothing behind. Nothing should be written to the record meanwhile: if it is, the copy is that of the beginning, and
the comparison at the end says so.

Exit status: 0 copied and equal, 1 copied and not equal, 2 there is no record, the other place has one, or one of them cannot be opened.`,
    )
    .action((from: string, to: string, options: Options) => run(() => copy(from, to, options)));
}

async function copy(from: string, to: string, options: Options): Promise<Exit> {
  const { CopyDiffers, copyRecord } = await import('../app/copy.js');
  return withRecord(from, (source) =>
    inRecord(to, async (target) => {
      if (source.location === target.location)
        throw new Trouble(`${source.location}: is both the record and the copy (name another place)`);
      try {
        const copied = await copyRecord(source, target, { replace: options.replace ?? false, progress: progressBar('copying') });
        if (options.json) await printJson({ from: source.location, to: target.location, equal: true, ...copied });
        else
          await print(
            `${target.location}: ${counted(copied.articles, 'article')}, ${counted(copied.rows, 'row')}: the export is the same\n`,
          );
        return exit.fine;
      } catch (error) {
        if (error instanceof RangeError) throw new Trouble(`${target.location}: ${error.message} (--replace takes it out)`);
        if (!(error instanceof CopyDiffers)) throw error;
        if (options.json) await printJson({ from: source.location, to: target.location, equal: false });
        complain(target.location, `is not the same as ${source.location}: ${error.message} (copy again with --replace)`);
        return exit.findings;
      }
    }),
  );
}
