import { Command } from 'commander';
import { counted } from '../app/counted.js';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { complain, type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { visible } from './width.js';
import { pairOf, withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  endpoint: string;
  model: string;
  limit: number;
}

/** `rapporteur propose`: a language model is asked about stories of the record; what it says waits for review. */
export function proposeCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('propose')
    .description('ask a language model about stories of the record; what it proposes waits for review and stands nowhere before')
    .argument('[a]', 'only stories about this country or group, a code or a name,')
    .argument('[b]', 'and this other one')
    .addOption(dbOption())
    .addOption(jsonOption())
    .requiredOption('--endpoint <URL>', 'where the model answers: any OpenAI-compatible address, such as http://localhost:11434/v1')
    .option('--model <name>', 'which model is asked there', 'default')
    .option('--limit <n>', 'stories to ask about, the newest first', wholeNumber(1, 1_000_000), 100)
    .addHelpText(
      'after',
      `
Examples:
  rapporteur propose --endpoint http://localhost:11434/v1 --model qwen3
  rapporteur propose VN RU --endpoint http://localhost:11434/v1 --model qwen3 --limit 20

A story is asked about once for each model. A key is taken from RAPPORTEUR_MODEL_KEY. With --json one line per story.
Exit status: 0 every story asked about, 1 the model failed on some, 2 there is no record.`,
    )
    .action((a: string | undefined, b: string | undefined, options: Options) => run(() => propose(a, b, options)));
}

async function propose(a: string | undefined, b: string | undefined, { db, json, endpoint, model, limit }: Options): Promise<Exit> {
  if (a !== undefined && b === undefined) throw new Trouble('propose: a pair is of two (name the other one too)');
  const { propose: ask } = await import('../app/model-reader/propose.js');
  const pair = a === undefined ? null : await pairOf(a, b!);
  const key = process.env.RAPPORTEUR_MODEL_KEY;
  return withRecord(db, async (record) => {
    let [asked, found, failed] = [0, 0, 0];
    const now = () => new Date().toISOString();
    for await (const story of ask(record, { endpoint, model, pair, limit, now, ...(key ? { key } : {}) })) {
      const { problem, statements, dropped, agreement } = story.proposals;
      if (problem) {
        failed++;
        complain(story.source, problem.message);
      } else {
        asked++;
        found += statements.length;
      }
      if (json) await printJson({ story: story.story, source: story.source, model, statements, dropped, agreement, problem });
      else if (!problem) await print(`${visible(story.title ?? story.source)}: ${counted(statements.length, 'proposal')}\n`);
    }
    if (!json)
      await print(
        `${counted(found, 'proposal')} from ${counted(asked, 'story', 'stories')} ${found === 1 ? 'waits' : 'wait'} for review (rapporteur serve)\n`,
      );
    return failed > 0 ? exit.findings : exit.fine;
  });
}
