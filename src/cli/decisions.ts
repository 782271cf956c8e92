import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { counted } from '../app/counted.js';
import { orTrouble, tellTaken } from './decide.js';
import { dbOption, jsonOption } from './options.js';
import { table } from './table.js';
import { complain, type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  export?: boolean;
  import?: string;
  undo?: string;
  why: string;
  by?: string;
}

/** `rapporteur decisions`: the log, to be read, carried elsewhere and undone. */
export function decisionsCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('decisions')
    .description('list what was decided, export it, import it, undo it')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--export', 'print the log as lines of JSON, one decision each, oldest first')
    .option('--import <file>', 'take the lines of an exported log, all that can be taken; - for standard input')
    .option('--undo <id>', 'undo a decision, an undo, or a whole import by the name that it was given')
    .option('--why <text>', 'the reason, for --undo', '')
    .addOption(new Option('--by <name>', 'who undoes (default: your login name)').env('RAPPORTEUR_BY'))
    .addHelpText(
      'after',
      `
Examples:
  rapporteur decisions
  rapporteur decisions --export > decisions.jsonl
  rapporteur decisions --import decisions.jsonl --db other.db
  rapporteur decisions --undo d3c1f9a2b47e0
  rapporteur decisions --undo import-5be1a0c4

Nothing leaves the log: what is undone is listed as undone, and undoing the undo brings it back.
Exit status: 0, 1 where lines of an import were refused, 2 where there is no record or nothing to undo.`,
    )
    .action((options: Options) => run(() => decisions(options)));
}

async function decisions(options: Options): Promise<Exit> {
  const chosen = (['export', 'import', 'undo'] as const).filter((flag) => options[flag] !== undefined);
  if (chosen.length > 1) throw new Trouble(`${chosen.map((flag) => `--${flag}`).join(' and ')}: choose one`);
  if (options.import !== undefined) return importLog(options.import, options);
  const { exportDecisions } = await import('../app/decisions.js');
  return withRecord(options.db, async (record) => {
    if (options.export) {
      await print(await exportDecisions(record));
      return exit.fine;
    }
    if (options.undo === undefined) return list(record, options);
    const { loginName, undoDecision } = await import('../app/decide.js');
    const author = { by: options.by ?? loginName(), why: options.why, at: new Date().toISOString() };
    await tellTaken(await orTrouble(undoDecision(record, options.undo, author)), options.json);
    return exit.fine;
  });
}

async function importLog(file: string, options: Options): Promise<Exit> {
  const lines = await readLines(file);
  const { importDecisions } = await import('../app/decisions.js');
  return withRecord(options.db, async (record) => {
    const result = await importDecisions(record, lines);
    for (const { line, message } of result.refused) complain(`${file}:${line}`, `not taken: ${message}`);
    if (options.json) await printJson(result);
    else {
      const { batch, taken, known, refused } = result;
      await print(`${counted(taken, 'decision')} taken as ${batch}, ${known} known already, ${refused.length} refused\n`);
    }
    return result.refused.length > 0 ? exit.findings : exit.fine;
  });
}

async function readLines(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new Trouble(`${file}: cannot be read: ${(error as { code?: string }).code ?? String(error)} (check the file)`);
  }
}

async function list(record: Parameters<Parameters<typeof withRecord>[1]>[0], { json, db }: Options): Promise<Exit> {
  const { listDecisions } = await import('../app/decisions.js');
  const { sayDecision } = await import('../app/decision-words.js');
  const rows = await listDecisions(record);
  if (json) {
    for (const { decision, ...rest } of rows) await printJson({ ...decision, ...rest });
    return exit.fine;
  }
  if (rows.length === 0) complain(`${db}: nothing was decided yet (rapporteur decide --help)`);
  else {
    const cells = rows.map(({ decision: d, state, disagreement }) => [
      d.id,
      `${d.at.slice(0, 10)}\n${d.by.name}${d.by.kind === 'machine' ? ' (machine)' : ''}`,
      [sayDecision(d), ...(d.why === '' ? [] : [`because: ${d.why}`]), ...disagreement.map((x) => `now disagrees: ${x}`)].join('\n'),
      [state, ...(d.batch === undefined ? [] : [d.batch])].join('\n'),
    ]);
    await print(
      table([{ head: 'Id', width: 13 }, { head: 'When, who', width: 16 }, { head: 'Decided' }, { head: 'State', width: 15 }], cells),
    );
  }
  return exit.fine;
}
