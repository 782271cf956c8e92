import { Command, CommanderError } from 'commander';
import { auditCommand } from './audit.js';
import { briefCommand } from './brief.js';
import { checkCommand } from './check.js';
import { copyCommand } from './copy.js';
import { decideCommand } from './decide.js';
import { decisionsCommand } from './decisions.js';
import { doctorCommand } from './doctor.js';
import { enqueueCommand } from './enqueue.js';
import { explainCommand } from './explain.js';
import { exportCommand } from './export.js';
import { lspCommand } from './lsp.js';
import { mcpCommand } from './mcp.js';
import { pairCommand } from './pair.js';
import { proposeCommand } from './propose.js';
import { questionsCommand } from './questions.js';
import { readCommand } from './read.js';
import { searchCommand } from './search.js';
import { serveCommand } from './serve.js';
import { startCommand } from './start.js';
import { statusCommand } from './status.js';
import { complain, type Exit, exit, Trouble } from './terminal.js';
import { watchCommand } from './watch.js';
import { workCommand } from './work.js';

/** How a command runs its work: what it returns becomes the exit code, what it throws becomes one line. */
export type Run = (work: () => Promise<Exit>) => Promise<void>;

/** The whole command line; `done` is told the exit code. Nothing runs before `parseAsync`. */
export function createProgram(version: string, done: (code: Exit) => void): Command {
  const run: Run = async (work) => {
    try {
      done(await work());
    } catch (error) {
      complain(reasonOf(error));
      done(exit.trouble);
    }
  };
  const program = new Command('rapporteur')
    .description('Reads newswire about relations between countries, keeps the record of them, and says what does not add up.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .configureOutput({ outputError: (text, write) => write(usage(text)) })
    .exitOverride();
  for (const command of commands(run)) program.addCommand(command.copyInheritedSettings(program));
  return program.addHelpText(
    'after',
    `
Examples:
  rapporteur start                 read the stories that come with it, then serve the record
  rapporteur start wire/*.txt      read these instead
  rapporteur pair VN RU            the record of two countries, in time order
  rapporteur check draft.txt       hold a draft against the record; nothing is stored

Exit status: 0 fine, 1 findings or files that could not be read, 2 the command could not be carried out.`,
  );
}

function commands(run: Run): Command[] {
  return [
    startCommand(run),
    readCommand(run),
    watchCommand(run),
    pairCommand(run),
    briefCommand(run),
    searchCommand(run),
    exportCommand(run),
    auditCommand(run),
    checkCommand(run),
    proposeCommand(run),
    questionsCommand(run),
    decideCommand(run),
    decisionsCommand(run),
    explainCommand(run),
    enqueueCommand(run),
    workCommand(run),
    statusCommand(run),
    doctorCommand(run),
    copyCommand(run),
    serveCommand(run),
    mcpCommand(run),
    lspCommand(run),
  ];
}

/** What commander says of a wrong call, in one line. */
function usage(text: string): string {
  return `rapporteur: ${text
    .trim()
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')} (see rapporteur --help)\n`;
}

/** One line on why something failed. */
function reasonOf(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  if (error instanceof Error && error.name === 'StoreError') return error.message;
  const said = error instanceof Error ? (process.env.RAPPORTEUR_DEBUG ? (error.stack ?? error.message) : error.message) : String(error);
  return `stopped by a fault of its own: ${said} (please report it)`;
}

/** Runs the arguments as a shell gives them (without the first two). Resolves to the exit code; never rejects. */
export async function execute(args: readonly string[], version: string): Promise<Exit> {
  let code: Exit = exit.fine;
  const program = createProgram(version, (c) => {
    code = c;
  });
  try {
    if (args.length === 0) {
      process.stderr.write(program.helpInformation());
      return exit.trouble;
    }
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      complain(reasonOf(error));
      return exit.trouble;
    }
    return error.exitCode === 0 ? exit.fine : exit.trouble;
  }
}
