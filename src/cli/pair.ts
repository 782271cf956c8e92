import { Command } from 'commander';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { complain, type Exit, exit, print, printJson } from './terminal.js';
import { pairOf, withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  limit: number;
}

/** `rapporteur pair`: the record of two countries or groups in time order. */
export function pairCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('pair')
    .description('everything about two countries or groups in time order, each with its sentence and source')
    .argument('<a>', 'a country or group: a code (VN, EAEU) or a name in English or Chinese (Vietnam, 越南)')
    .argument('<b>', 'the other one')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--limit <n>', 'facts to show of each kind', wholeNumber(1, 100_000), 100)
    .addHelpText(
      'after',
      `
Examples:
  rapporteur pair VN RU
  rapporteur pair 越南 白俄罗斯
  rapporteur pair Vietnam EAEU --json | jq .sections.figures

Exit status: 0, or 2 where there is no record or a name is not known.`,
    )
    .action((a: string, b: string, options: Options) => run(() => pair(a, b, options)));
}

async function pair(a: string, b: string, options: Options): Promise<Exit> {
  const { placeLabel } = await import('../app/places.js');
  const { storedPair } = await import('../app/query.js');
  const [one, other] = await pairOf(a, b);
  return withRecord(options.db, async (record) => {
    const found = await storedPair(record, one, other, { limit: options.limit });
    if (options.json) {
      await printJson(found);
      return exit.fine;
    }
    const names = found.pair.map(placeLabel).join(' – ');
    const { isEmpty, pairText } = await import('./pair-text.js');
    if (isEmpty(found)) complain(`${record.location}: nothing is said about ${names}`);
    else await print(`${names}\n`);
    for (const part of pairText(found)) await print(part);
    return exit.fine;
  });
}
