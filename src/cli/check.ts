import { Command, Option } from 'commander';
import type { Baseline } from '../app/baseline-file.js';
import type { BriefLanguage } from '../app/brief.js';
import type { Checked, CheckOptions, Reported } from '../app/check.js';
import { counted } from '../app/counted.js';
import type { FindingWriter } from '../app/finding-formats.js';
import type { Store } from '../app/record.js';
import { progressBar } from './bar.js';
import { draftText, mendLines } from './check-report.js';
import {
  dateOption,
  encodingOption,
  findingLanguage,
  jsonOption,
  readOptions,
  type SourceOptions,
  sizeOption,
  wholeNumber,
} from './options.js';
import { Tally } from './tally.js';
import { complain, type Exit, exit, print, Trouble } from './terminal.js';
import { inRecord } from './with-record.js';

interface Options extends SourceOptions {
  db?: string;
  format?: 'pretty' | 'json' | 'sarif' | 'github';
  json?: boolean;
  baseline?: string;
  updateBaseline?: boolean;
  reason?: string;
  maxWarnings?: number;
  fix?: boolean;
  fixDryRun?: boolean;
  explain?: string;
  lang?: BriefLanguage;
}

/** `rapporteur check`: drafts held against themselves and the record; nothing is stored. */
export function checkCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('check')
    .description('hold drafts against themselves and against the record; nothing is stored')
    .argument('[inputs...]', 'files, folders, globs in quotes, or - for standard input')
    .option('--store, --db <place>', 'the record to hold them against (default: rapporteur.db where there is one)')
    .addOption(new Option('--format <format>', 'how findings are printed (default: pretty)').choices(['pretty', 'json', 'sarif', 'github']))
    .addOption(jsonOption())
    .option('--baseline <file>', 'findings that were accepted, which do not count')
    .option('--update-baseline', 'accept what is found now into the baseline; needs --reason')
    .option('--reason <text>', 'why it is accepted, for --update-baseline')
    .option('--max-warnings <n>', 'exit status 1 on more warnings than this (default: any number is fine)', wholeNumber(0, 1_000_000))
    .option('--fix', 'mend typography in the files, never a figure, and print what was changed')
    .option('--fix-dry-run', 'print what --fix would change, and change nothing')
    .option('--explain <rule>', 'print the page of a rule, such as figures/parts-do-not-sum, and check nothing')
    .addOption(findingLanguage())
    .addOption(encodingOption())
    .addOption(dateOption())
    .addOption(sizeOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur check draft.txt
  rapporteur check draft.txt --date 2020-11-11 --max-warnings 0
  pbpaste | rapporteur check -
  rapporteur check draft.txt --lang zh
  rapporteur check drafts/ --format sarif > findings.sarif
  rapporteur check drafts/ --baseline accepted.json --update-baseline --reason 'as the ministry printed it'
  rapporteur check --explain figures/parts-do-not-sum

A line of its own lets findings of a rule in the next paragraph pass: <!-- rapporteur-ignore RULE: reason -->
Exit status: 0 no errors, 1 errors, too many warnings or a draft that could not be read, 2 the check could not be made.`,
    )
    .action((inputs: string[], options: Options, command: Command) =>
      run(() => check(inputs, options, command.parent?.version() ?? '0.0.0')),
    );
}

async function check(inputs: readonly string[], options: Options, version: string): Promise<Exit> {
  if (options.explain !== undefined) return explainRule(options.explain, inputs);
  refuseContradictions(inputs, options);
  const { recordExists } = await import('../app/record.js');
  const file = options.db ?? 'rapporteur.db';
  if (recordExists(file)) return inRecord(file, (record) => checkAll(inputs, record, options, version), false);
  if (options.db !== undefined) throw new Trouble(`${file}: there is no record (leave --db out to check drafts by themselves)`);
  return checkAll(inputs, null, options, version);
}

function refuseContradictions(inputs: readonly string[], options: Options): void {
  const { format, baseline, reason } = options;
  if (inputs.length === 0) throw new Trouble('check: no drafts are given (name files, folders, or - for standard input)');
  if (options.json && format !== undefined && format !== 'json') throw new Trouble(`--json and --format ${format}: choose one`);
  if (options.updateBaseline && baseline === undefined) throw new Trouble('--update-baseline: which one? (name it with --baseline FILE)');
  if (options.updateBaseline && !reason?.trim()) throw new Trouble('--update-baseline: findings are accepted for a reason (--reason TEXT)');
  if (reason !== undefined && !options.updateBaseline) throw new Trouble('--reason: goes with --update-baseline');
  if (options.fix && options.updateBaseline) throw new Trouble('--fix and --update-baseline: mend first, then accept what is left');
  if (options.fix && options.fixDryRun) throw new Trouble('--fix and --fix-dry-run: choose one');
  if (options.fix && inputs.includes('-')) throw new Trouble('--fix: standard input cannot be mended (give a file, or use --fix-dry-run)');
}

async function explainRule(rule: string, inputs: readonly string[]): Promise<Exit> {
  const { pageOf, rulesLike } = await import('../app/rule-page.js');
  if (inputs.length > 0) throw new Trouble('--explain: prints a page and takes no drafts');
  const page = pageOf(rule);
  if (page === undefined) {
    const near = rulesLike(rule);
    const hint = near.length > 0 ? `there are ${near.join(', ')}` : 'docs/rules/README.md lists them';
    throw new Trouble(`${rule}: there is no such rule (${hint})`);
  }
  await print(page);
  return exit.fine;
}

async function checkAll(inputs: readonly string[], record: Store | null, options: Options, version: string): Promise<Exit> {
  const { checkDrafts } = await import('../app/check.js');
  const baseline = await openBaseline(options);
  const writer = await writerOf(options, record, version);
  const tally = new Tally();
  const count = { error: 0, warning: 0, note: 0 };
  const accepted: Reported[] = [];
  let faults = 0;
  for await (const draft of checkDrafts(inputs, record, checkOptions(options, baseline))) {
    tally.take(draft);
    for (const { rule, reason } of draft.failures) complain(`rule ${rule}`, `failed: ${reason} (please report it)`);
    faults += draft.failures.length;
    for (const finding of draft.findings) count[finding.severity]++;
    for (const one of draft.reported) if (one.suppression?.by === 'baseline') accepted.push(one);
    await print(writer.draft(draft));
  }
  await print(writer.end());
  if (options.updateBaseline && baseline) await saveBaseline(options.baseline!, baseline, accepted);
  if (record === null && pretty(options)) complain('rapporteur.db: there is no record; drafts were held against themselves only');
  const tooMany = count.warning > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  if (tooMany) complain(`${counted(count.warning, 'warning')}, and --max-warnings allows ${options.maxWarnings}`);
  return count.error > 0 || tooMany || faults > 0 ? exit.findings : tally.exit();
}

const pretty = ({ json, format }: Options): boolean => !json && (format ?? 'pretty') === 'pretty';

function checkOptions(options: Options, baseline: Baseline | undefined): CheckOptions {
  return {
    ...readOptions(options),
    ...(process.stdout.isTTY ? {} : { progress: progressBar('checking') }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(options.updateBaseline ? { acceptFor: options.reason!.trim() } : {}),
    ...(options.fix ? { fix: 'write' } : options.fixDryRun ? { fix: 'dry-run' } : {}),
  };
}

/** Formats for programs have standard output to themselves: there, what was mended goes to standard error. */
async function writerOf(options: Options, record: Store | null, version: string): Promise<FindingWriter> {
  const dryRun = options.fixDryRun === true;
  if (pretty(options)) {
    const { asWritten, speakerIn } = await import('../app/speaker.js');
    const speaker = options.lang === undefined ? asWritten : speakerIn(options.lang);
    return { draft: (draft) => draftText(draft, record?.location ?? null, dryRun, speaker), end: () => '' };
  }
  const { findingWriter } = await import('../app/finding-formats.js');
  const format = options.format === undefined || options.format === 'pretty' ? 'json' : options.format;
  const writer = findingWriter(format, version);
  const draft = (checked: Checked): string => {
    for (const line of mendLines(checked.mended, dryRun)) complain(line);
    return writer.draft(checked);
  };
  return { draft, end: () => writer.end() };
}

async function openBaseline({ baseline, updateBaseline }: Options): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  const { readBaseline } = await import('../app/baseline-file.js');
  return readBaseline(baseline, updateBaseline === true).catch((error: Error) => {
    throw new Trouble(`${baseline}: ${error.message}`);
  });
}

async function saveBaseline(file: string, known: Baseline, accepted: readonly Reported[]): Promise<void> {
  const { withAccepted, writeBaseline } = await import('../app/baseline-file.js');
  const next = withAccepted(known, accepted);
  await writeBaseline(file, next).catch((error: Error) => {
    throw new Trouble(`${file}: ${error.message}`);
  });
  const added = next.accepted.length - known.accepted.length;
  const met = new Set(accepted.map((one) => one.fingerprint));
  const unmet = known.accepted.filter((line) => !met.has(line.fingerprint)).length;
  const rest = unmet === 0 ? '' : `; ${unmet} of those it had answer to nothing in these drafts`;
  complain(file, `${counted(added, 'finding')} accepted${rest}`);
}
