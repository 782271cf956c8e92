import { Command, InvalidArgumentError, Option } from 'commander';
import type { BriefLanguage } from '../app/brief.js';
import type { BriefFormat } from '../app/brief-formats.js';
import { dayRange } from '../model/values/edtf.js';
import { dbOption, jsonOption } from './options.js';
import { type Exit, exit, print, Trouble } from './terminal.js';
import { pairOf, withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  since?: string;
  changedSince?: string;
  lang: BriefLanguage;
  format: BriefFormat;
  out?: string;
}

function dayOf(said: string): string {
  const day = dayRange(said)?.min;
  if (!day) throw new InvalidArgumentError('a date is written 2020-11-11, 2020-11 or 2020.');
  return day;
}

/** `rapporteur brief`: where two countries or groups stand, every line with its sources. */
export function briefCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('brief')
    .description(
      'where two countries or groups stand: relations, contacts, offices, trade, targets, commitments, doubts; every line with its source',
    )
    .argument('<a>', 'a country or group: a code (VN, EAEU) or a name in English or Chinese (Vietnam, 越南)')
    .argument('<b>', 'the other one')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--since <date>', 'news since this day only, such as 2020-11-11; what stands is shown whatever its day', dayOf)
    .option('--changed-since <date>', 'mark what the stories published since this day have brought', dayOf)
    .addOption(
      new Option('--lang <language>', 'language of the brief: zh Chinese, en English, vi Vietnamese, ru Russian')
        .choices(['zh', 'en', 'vi', 'ru'])
        .default('zh'),
    )
    .addOption(
      new Option('--format <format>', 'md Markdown, html one page that loads nothing, docx for Word, pdf')
        .choices(['md', 'html', 'docx', 'pdf'])
        .default('md'),
    )
    .option('--out <file>', 'write into this file instead of standard output')
    .addHelpText(
      'after',
      `
Examples:
  rapporteur brief VN RU
  rapporteur brief 越南 白俄罗斯 --since 2021 --format html > brief.html
  rapporteur brief Vietnam EAEU --lang en
  rapporteur brief VN RU --changed-since 2024-06-01 --format docx --out brief.docx

Exit status: 0, or 2 where there is no record or a name is not known.`,
    )
    .action((a: string, b: string, options: Options) => run(() => brief(a, b, options)));
}

async function brief(a: string, b: string, options: Options): Promise<Exit> {
  const { storedBrief } = await import('../app/brief.js');
  const { writtenBrief } = await import('../app/brief-formats.js');
  const { since, changedSince, lang: language, format, out } = options;
  const isBinary = !options.json && (format === 'docx' || format === 'pdf');
  if (isBinary && out === undefined && process.stdout.isTTY)
    throw new Trouble(`${format}: is not for a terminal (name a file with --out, or send standard output somewhere)`);
  const [one, other] = await pairOf(a, b);
  return withRecord(options.db, async (record) => {
    const wanted = { language, ...(since === undefined ? {} : { since }), ...(changedSince === undefined ? {} : { changedSince }) };
    const made = await storedBrief(record, one, other, wanted);
    const content = options.json ? `${JSON.stringify(made)}\n` : await writtenBrief(made, format);
    if (out === undefined) await print(content);
    else await save(out, content);
    return exit.fine;
  });
}

async function save(file: string, content: string | Uint8Array): Promise<void> {
  const { replaceFile } = await import('../app/replace-file.js');
  try {
    await replaceFile(file, content);
  } catch (error) {
    throw new Trouble(
      `${file}: cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)} (name another file with --out)`,
    );
  }
}
