import { Command } from 'commander';
import { counted } from '../app/counted.js';
import { progressBar } from './bar.js';
import { dbOption, jsonOption } from './options.js';
import { complain, type Exit, exit, print, printJson } from './terminal.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
}

/** `rapporteur doctor`: the record held against itself. */
export function doctorCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('doctor')
    .description('check the record itself: its file, its sums, and that every quote equals its text; nothing is changed')
    .addOption(dbOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur doctor
  rapporteur doctor --db archive.db --json

Exit status: 0 all is well, 1 faults (each is named), 2 there is no record, or it cannot be opened.`,
    )
    .action((options: Options) => run(() => doctor(options)));
}

async function doctor(options: Options): Promise<Exit> {
  const { examine } = await import('../app/doctor.js');
  return withRecord(options.db, async (record) => {
    const bar = progressBar('checking');
    let begun = false;
    const report = await examine(record, {
      onProgress: (_, total) => {
        if (!begun) bar.begin(total);
        begun = true;
        bar.step('');
      },
    });
    if (begun) bar.end();
    for (const { check, subject, message } of report.faults) complain(record.location, check, subject, message);
    if (options.json) await printJson(report);
    else {
      const { articles, statements, quotes, findings, documents } = report.checked;
      const looked = [
        counted(articles, 'article'),
        counted(statements, 'statement'),
        counted(findings, 'finding'),
        counted(documents, 'document'),
      ];
      const verdict = report.found === 0 ? 'every quote equals its text' : counted(report.found, 'fault');
      await print(`${record.location}: ${looked.join(', ')}, ${counted(quotes, 'quote')}: ${verdict}\n`);
    }
    return report.found > 0 ? exit.findings : exit.fine;
  });
}
