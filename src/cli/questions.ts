import { Command } from 'commander';
import { counted } from '../app/counted.js';
import { placeOf, type Texts } from '../app/location.js';
import type { OpenQuestion } from '../app/questions.js';
import { block } from './findings.js';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { terminalWidth } from './table.js';
import { type Exit, exit, print, printJson } from './terminal.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  limit: number;
}

/** `rapporteur questions`: what only a person can say. */
export function questionsCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('questions')
    .description('names that may be one and are not certain enough to be joined, with the sentences of both sides')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--limit <n>', 'questions to print, the likeliest first', wholeNumber(1, 1_000_000), 20)
    .addHelpText(
      'after',
      `
Examples:
  rapporteur questions
  rapporteur questions --limit 5 --json | jq -r .short
  rapporteur decide same q1f0c2a9d                   answers one

Exit status: 0, also where there is no question; 2 where there is no record.`,
    )
    .action((options: Options) => run(() => questions(options)));
}

async function questions(options: Options): Promise<Exit> {
  const { openQuestions } = await import('../app/questions.js');
  const { textsOf } = await import('../app/texts.js');
  return withRecord(options.db, async (record) => {
    const { total, questions: open } = await openQuestions(record, options.limit);
    if (options.json) for (const question of open) await printJson(question);
    else {
      const texts = await textsOf(
        record,
        open.map((q) => ({ evidence: [...q.a.sightings, ...q.b.sightings] })),
      );
      for (const question of open) await print(questionText(question, texts));
      const more = total > open.length ? ` (${open.length} shown; --limit shows more)` : '';
      await print(`${counted(total, 'question')}${more}\n`);
    }
    return exit.fine;
  });
}

/** A question with both sides, their offices and sentences, why it is asked, and what a yes would do. */
function questionText({ short, a, b, why, consequences }: OpenQuestion, texts: Texts): string {
  const width = terminalWidth();
  const side = ({ name, ref, offices, statements, sightings }: OpenQuestion['a']): string[] => [
    ...block(
      `${name}: ${[...new Set(offices.map((o) => o.office))].join(', ') || 'no office'}; ${counted(statements, 'statement')}  ${ref}`,
      '  ',
      width,
    ),
    ...sightings.flatMap((s) => block(`${placeOf(s, texts)}${s.date === null ? '' : ` (${s.date})`}  “${s.quote}”`, '    ', width)),
  ];
  const lines = [
    ...block(`${short}  Is ${a.name} the same as ${b.name}?`, '', width),
    ...side(a),
    ...side(b),
    ...block(`why: ${why.join('; ')}`, '  ', width),
    ...block(`a yes: ${consequences.join('; ')}`, '  ', width),
    `  rapporteur decide same|different|unsure ${short}`,
  ];
  return `${lines.join('\n')}\n\n`;
}
