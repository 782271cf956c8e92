import { Command, InvalidArgumentError, Option } from 'commander';
import type { Taken, WideLevel } from '../app/decide.js';
import { dbOption, jsonOption } from './options.js';
import { type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { visible } from './width.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  why: string;
  by?: string;
  set: Record<string, unknown>;
  all?: WideLevel;
}

const ofNames = ['same', 'different', 'unsure'] as const;
const ofStatements = ['accept', 'reject', 'edit', 'prefer', 'wrong'] as const;
type Verdict = (typeof ofNames)[number] | (typeof ofStatements)[number];

/** `field=value`, the value as JSON where it is JSON, else as text. */
function setField(said: string, before: Record<string, unknown>): Record<string, unknown> {
  const at = said.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('a field is set as field=value.');
  const [field, text] = [said.slice(0, at), said.slice(at + 1)];
  try {
    return { ...before, [field]: JSON.parse(text) };
  } catch {
    return { ...before, [field]: text };
  }
}

/** `rapporteur decide`: what somebody knows better than the machine. */
export function decideCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('decide')
    .description('say what you know better: who is who, whether a statement is right, which value counts')
    .argument('<verdict>', [...ofNames, ...ofStatements].join(', '))
    .argument('<what...>', 'a question or two names (same, different, unsure); else a statement: its id, or SOURCE:LINE as findings do')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--why <text>', 'the reason; wrong needs one', '')
    .addOption(new Option('--by <name>', 'who decides (default: your login name)').env('RAPPORTEUR_BY'))
    .option('--set <field=value>', 'for edit, as often as needed: what a field should say, as JSON or plain text', setField, {})
    .addOption(
      new Option('--all <what>', 'for accept, reject, wrong: all statements of its claim, article, source or rule').choices([
        ...['claim', 'article', 'source', 'rule'],
      ]),
    )
    .addHelpText(
      'after',
      `
Examples:
  rapporteur decide same q1f0c2a9d                          answers a question of rapporteur questions
  rapporteur decide same 切尔尼申科 切尔内申科 --why 'one deputy prime minister'
  rapporteur decide different 武契奇 达契奇
  rapporteur decide wrong wire/a.txt:4 --why 'the ministry corrected it to 108.5 million'
  rapporteur decide edit 3fa9c01b --set value=108500000
  rapporteur decide prefer 3fa9c01b --why 'customs data'
  rapporteur decide reject wire/a.txt:4:1 --all rule

Every decision is a line of a log that only grows: rapporteur decisions lists, exports and undoes.
Exit status: 0 decided, 2 not decided: something is not known, or other decisions stand against it.`,
    )
    .action((verdict: string, what: string[], options: Options) => run(() => decide(verdict as Verdict, what, options)));
}

async function decide(verdict: Verdict, what: readonly string[], options: Options): Promise<Exit> {
  const { decideNames, decideStatement, loginName } = await import('../app/decide.js');
  refuseContradictions(verdict, what, options);
  const author = { by: options.by ?? loginName(), why: options.why, at: new Date().toISOString() };
  return withRecord(options.db, async (record) => {
    const taken = isOfNames(verdict)
      ? decideNames(record, verdict, what, author)
      : decideStatement(record, verdict, what[0]!, { fields: options.set, all: options.all }, author);
    await tellTaken(await orTrouble(taken), options.json);
    return exit.fine;
  });
}

const isOfNames = (verdict: Verdict): verdict is (typeof ofNames)[number] => (ofNames as readonly string[]).includes(verdict);

function refuseContradictions(verdict: Verdict, what: readonly string[], { why, set, all }: Options): void {
  const fields = Object.keys(set).length;
  if (![...ofNames, ...ofStatements].includes(verdict))
    throw new Trouble(`${verdict}: there is no such verdict (it is one of ${[...ofNames, ...ofStatements].join(', ')})`);
  if (!isOfNames(verdict) && what.length > 1) throw new Trouble(`${verdict}: takes one statement (${what.length} are given)`);
  if (verdict === 'wrong' && why.trim() === '') throw new Trouble('wrong: what is known to be wrong has a reason (--why TEXT)');
  if (verdict === 'edit' && fields === 0) throw new Trouble('edit: what should it say? (--set field=value)');
  if (verdict !== 'edit' && fields > 0) throw new Trouble(`--set: goes with edit, not with ${verdict}`);
  if (all !== undefined && !['accept', 'reject', 'wrong'].includes(verdict)) throw new Trouble(`--all: does not go with ${verdict}`);
}

/** A decision that was not taken ends the command with its reason. */
export async function orTrouble<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.name === 'Undecided') throw new Trouble(`not decided: ${error.message}`);
    throw error;
  }
}

/** What was taken into the log, one decision a line. */
export async function tellTaken({ decisions, notes }: Taken, json: boolean | undefined): Promise<void> {
  const { sayDecision } = await import('../app/decision-words.js');
  for (const d of decisions) await (json ? printJson(d) : print(`${visible(`${d.id}  ${sayDecision(d)}`)}\n`));
  if (!json) for (const note of notes) await print(`  ${visible(note)}\n`);
}
