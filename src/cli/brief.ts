import { Command, InvalidArgumentError, Option } from 'commander';
import type { BriefLanguage } from '../app/brief.js';
import { dayRange } from '../model/values/edtf.js';
import { dbOption, jsonOption } from './options.js';
import { type Exit, exit, print, printJson } from './terminal.js';
import { pairOf, withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  since?: string;
  changedSince?: string;
  lang: BriefLanguage;
  format: 'md' | 'html' | 'docx' | 'pdf';
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
    .addOption(new Option('--lang <language>', 'language of the brief: zh Chinese, en English').choices(['zh', 'en']).default('zh'))
    .addOption(new Option('--format <format>', 'md Markdown, html one page that loads nothing').choices(['md', 'html']).default('md'))
    .addHelpText(
      'after',
      `
Examples:
  rapporteur brief VN RU
  rapporteur brief 越南 白俄罗斯 --since 2021 --format html > brief.html
  rapporteur brief Vietnam EAEU --lang en

Exit status: 0, or 2 where there is no record or a name is not known.`,
    )
    .action((a: string, b: string, options: Options) => run(() => brief(a, b, options)));
}

async function brief(a: string, b: string, options: Options): Promise<Exit> {
  const { briefHtml, briefMarkdown, storedBrief } = await import('../app/brief.js');
  const [one, other] = await pairOf(a, b);
  return withRecord(options.db, async (record) => {
    const { since, lang: language } = options;
    const made = await storedBrief(record, one, other, { language, ...(since === undefined ? {} : { since }) });
    if (options.json) await printJson(made);
    else await print(options.format === 'html' ? briefHtml(made) : briefMarkdown(made));
    return exit.fine;
  });
}
