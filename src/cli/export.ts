import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExportOptions, FormatName } from '../app/export.js';
import { kindNames } from '../app/headings.js';
import type { StatementType } from '../model/statement.js';
import { dayRange } from '../model/values/edtf.js';
import { dbOption, jsonOption } from './options.js';
import { type Exit, exit, print, Trouble } from './terminal.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  format?: FormatName;
  type?: StatementType;
  since?: string;
  out?: string;
}

/** Named here, since the formats themselves are loaded only when one is written. */
export const formatNames: readonly FormatName[] = [
  'csv',
  'xlsx',
  'parquet',
  'sqlite',
  'jsonl',
  'ftm',
  'jsonld',
  'plover',
  'cameo',
  'graphml',
  'ics',
  'atom',
];

function dayOf(said: string): string {
  const day = dayRange(said)?.min;
  if (!day) throw new InvalidArgumentError('a date is written 2020-11-11, 2020-11 or 2020.');
  return day;
}

/** `rapporteur export`: the record in the formats of other programs. */
export function exportCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('export')
    .description(
      'write the record in a format of other programs: spreadsheets, notebooks, databases, Aleph, event data, graphs, calendars, feeds',
    )
    .addOption(dbOption())
    .addOption(jsonOption().conflicts('format'))
    .addOption(
      new Option(
        '--format <format>',
        'csv, xlsx, parquet, sqlite tables; jsonl stories; ftm FollowTheMoney; jsonld; plover, cameo event rows; graphml who met whom; ics plans; atom news',
      ).choices(formatNames),
    )
    .addOption(new Option('--type <type>', 'statements of one type only').choices(kindNames))
    .option('--since <date>', 'stories published since this day only, such as 2020-11-11', dayOf)
    .option('--out <path>', 'write into this file instead of standard output; for csv and parquet without --type a folder')
    .addHelpText(
      'after',
      `
Examples:
  rapporteur export --format csv --out tables
  rapporteur export --format csv --type figure > figures.csv
  rapporteur export --format xlsx --out record.xlsx
  rapporteur export --format parquet --out tables
  rapporteur export --format sqlite --out facts.db
  rapporteur export --format ics --since 2024-06-01 --out plans.ics

Exit status: 0, also where the record is empty; 2 where there is no record or the file cannot be written.`,
    )
    .action((options: Options) => run(() => exportRecord(options)));
}

async function exportRecord({ db, json, format: named, type, since, out }: Options): Promise<Exit> {
  const format = json ? 'jsonl' : named;
  if (format === undefined) throw new Trouble(`no format is named (use --format with one of ${formatNames.join(', ')})`);
  const { exported, exportFile, exportFolder, exportFormats } = await import('../app/export.js');
  const { files, binary } = exportFormats.find((f) => f.name === format)!;
  const several = files && type === undefined;
  if (several && out === undefined)
    throw new Trouble(`${format}: has a file for each type (name a folder with --out, or one type with --type)`);
  if (binary && out === undefined && process.stdout.isTTY)
    throw new Trouble(`${format}: is not for a terminal (name a file with --out, or send standard output somewhere)`);
  const wanted: ExportOptions = { format, ...(type === undefined ? {} : { type }), ...(since === undefined ? {} : { since }) };
  return withRecord(db, async (record) => {
    if (out === undefined) for await (const piece of exported(record, wanted)) await print(piece);
    else await saved(out, () => (several ? exportFolder(record, wanted, out) : exportFile(record, wanted, out)));
    return exit.fine;
  });
}

async function saved(out: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // an error of the record, or of the program itself, is none of the file
    if (code === undefined || (error as Error).name === 'StoreError') throw error;
    throw new Trouble(`${out}: cannot be written: ${code} (name another place with --out)`);
  }
}
