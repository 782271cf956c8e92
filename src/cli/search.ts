import { Command } from 'commander';
import { counted } from '../app/counted.js';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { table } from './table.js';
import { type Exit, exit, print, printJson } from './terminal.js';
import { visible } from './width.js';
import { withRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  limit: number;
}

/** `rapporteur search`: stories in which words stand. */
export function searchCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('search')
    .description('find stories by what stands in them; parts of the query that a blank divides must all be found')
    .argument('<words...>', 'what to look for: any run of characters, one Chinese character included')
    .addOption(dbOption())
    .addOption(jsonOption())
    .option('--limit <n>', 'stories to print', wholeNumber(1, 10_000), 20)
    .addHelpText(
      'after',
      `
Examples:
  rapporteur search 越南
  rapporteur search 核电站 俄罗斯
  rapporteur search Lavrov --json

Exit status: 0, also where nothing is found; 2 where there is no record.`,
    )
    .action((words: string[], options: Options) => run(() => search(words, options)));
}

async function search(words: readonly string[], options: Options): Promise<Exit> {
  const { searchRecord } = await import('../app/search.js');
  return withRecord(options.db, async (record) => {
    const result = await searchRecord(record, words.join(' '), { limit: options.limit });
    if (options.json) {
      await printJson(result);
      return exit.fine;
    }
    const also = result.also.length > 0 ? ` (also written ${result.also.map(visible).join(', ')})` : '';
    await print(`${result.more ? 'more than ' : ''}${counted(result.total, 'story', 'stories')}${also}\n`);
    const rows = result.hits.map(({ article, snippet }) => [
      article.published?.date ?? '',
      `${article.title ?? ''}\n${article.source}`,
      `${snippet.start > 0 ? '…' : ''}${snippet.text.trim()}…`,
    ]);
    if (rows.length > 0) await print(table([{ head: 'Date', width: 10 }, { head: 'Story' }, { head: 'Where 原文' }], rows));
    return exit.fine;
  });
}
