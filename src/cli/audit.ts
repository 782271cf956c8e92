import { Command, Option } from 'commander';
import type { BriefLanguage } from '../app/brief.js';
import { counted } from '../app/counted.js';
import type { Severity } from '../model/finding.js';
import { findingText } from './findings.js';
import { dbOption, findingLanguage, jsonOption, wholeNumber } from './options.js';
import { complain, type Exit, exit, print, printJson } from './terminal.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  severity?: Severity;
  rule?: string;
  limit: number;
  lang?: BriefLanguage;
}

/** `rapporteur audit`: what does not add up in the record. */
export function auditCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('audit')
    .description('run every rule over the record and print what does not add up, errors first')
    .addOption(dbOption())
    .addOption(jsonOption())
    .addOption(new Option('--severity <severity>', 'only findings of this severity').choices(['error', 'warning', 'note']))
    .option('--rule <id>', 'only findings of this rule, such as figures/parts-do-not-sum')
    .addOption(findingLanguage())
    .option('--limit <n>', 'findings to print', wholeNumber(1, 1_000_000), 1000)
    .addHelpText(
      'after',
      `
Examples:
  rapporteur audit
  rapporteur audit --severity error
  rapporteur audit --rule figures/parts-do-not-sum --json

With --json one finding per line.
Exit status: 0 no errors among what was printed, 1 errors, 2 there is no record.`,
    )
    .action((options: Options) => run(() => audit(options)));
}

async function audit(options: Options): Promise<Exit> {
  const { auditRecord } = await import('../app/audit.js');
  const { listFindings } = await import('../app/query.js');
  const { textsOf } = await import('../app/texts.js');
  return withRecord(options.db, async (record) => {
    const failures = await auditRecord(record);
    for (const { rule, reason } of failures) complain(`rule ${rule}`, `failed: ${reason} (please report it)`);
    const filter = {
      ...(options.severity === undefined ? {} : { severity: options.severity }),
      ...(options.rule === undefined ? {} : { rule: options.rule }),
    };
    const findings = (await listFindings(record, filter, { limit: options.limit })).map((row) => row.finding);
    if (options.json) for (const finding of findings) await printJson(finding);
    else {
      const texts = await textsOf(record, findings);
      const { asWritten, speakerIn } = await import('../app/speaker.js');
      const speaker = options.lang === undefined ? asWritten : speakerIn(options.lang);
      for (const finding of findings) await print(findingText(finding, texts, speaker));
      const by = (severity: Severity): number => findings.filter((f) => f.severity === severity).length;
      await print(`${counted(by('error'), 'error')}, ${counted(by('warning'), 'warning')}, ${counted(by('note'), 'note')}\n`);
    }
    return failures.length > 0 || findings.some((f) => f.severity === 'error') ? exit.findings : exit.fine;
  });
}
