import { Command } from 'commander';
import type { Checked } from '../app/check.js';
import type { Store } from '../app/record.js';
import { counted } from '../app/wording.js';
import { progressBar } from './bar.js';
import { findingText } from './findings.js';
import { dateOption, encodingOption, jsonOption, sizeOption } from './options.js';
import { Tally } from './tally.js';
import { complain, type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { visible } from './width.js';
import { inRecord } from './with-record.js';

interface Options {
  db?: string;
  json?: boolean;
  encoding?: string;
  date?: string;
  maxSize: number;
}

/** `rapporteur check`: drafts held against themselves and the record; nothing is stored. */
export function checkCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('check')
    .description('hold drafts against themselves and against the record; nothing is stored')
    .argument('<inputs...>', 'files, folders, globs in quotes, or - for standard input')
    .option('--db <file>', 'the record to hold them against (default: rapporteur.db where there is one)')
    .addOption(jsonOption())
    .addOption(encodingOption())
    .addOption(dateOption())
    .addOption(sizeOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur check draft.txt
  rapporteur check draft.txt --date 2020-11-11
  pbpaste | rapporteur check -
  rapporteur check drafts/ --json

With --json one line per draft: what read prints, with the findings held against the record.
Exit status: 0 no errors, 1 errors or a draft that could not be read, 2 the check could not be made.`,
    )
    .action((inputs: string[], options: Options) => run(() => check(inputs, options)));
}

async function check(inputs: readonly string[], options: Options): Promise<Exit> {
  const { recordExists } = await import('../app/record.js');
  const file = options.db ?? 'rapporteur.db';
  if (recordExists(file)) return inRecord(file, (record) => checkAll(inputs, record, options));
  if (options.db !== undefined) throw new Trouble(`${file}: there is no record (leave --db out to check drafts by themselves)`);
  return checkAll(inputs, null, options);
}

async function checkAll(inputs: readonly string[], record: Store | null, options: Options): Promise<Exit> {
  const { checkDrafts } = await import('../app/check.js');
  const tally = new Tally();
  let errors = 0;
  const drafts = checkDrafts(inputs, record, {
    limit: options.maxSize,
    ...(process.stdout.isTTY ? {} : { progress: progressBar('checking') }),
    ...(options.encoding === undefined ? {} : { charset: options.encoding }),
    ...(options.date === undefined ? {} : { published: options.date }),
  });
  for await (const draft of drafts) {
    tally.take(draft);
    if (!draft.reading) continue;
    errors += draft.findings.filter((f) => f.severity === 'error').length;
    if (options.json) await printJson({ ...draft.reading, findings: draft.findings });
    else await print(report(draft, record));
  }
  if (record === null && !options.json) complain('rapporteur.db: there is no record; drafts were held against themselves only');
  return errors > 0 ? exit.findings : tally.exit();
}

function report({ source, reading, findings, witnesses }: Checked, record: Store | null): string {
  const texts = new Map(witnesses.map((w) => [w.id, w]));
  const against = record === null ? '' : ` held against ${record.location}`;
  const head = `${visible(source)}: ${counted(reading!.statements.length, 'statement')}${against}: ${counted(findings.length, 'finding')}\n`;
  return `${head}\n${findings.map((f) => findingText(f, texts)).join('')}`;
}
