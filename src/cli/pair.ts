import { Command } from 'commander';
import { sectionNames, sectionTitles } from '../app/headings.js';
import type { StoredPair } from '../app/query.js';
import { dateShown, speakerOf, versionsOf } from '../app/wording.js';
import { dbOption, jsonOption, wholeNumber } from './options.js';
import { table } from './table.js';
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
    if (sectionNames.every((name) => found.sections[name].total === 0)) complain(`${record.location}: nothing is said about ${names}`);
    else await print(`${names}\n`);
    for (const name of sectionNames) await print(section(name, found));
    return exit.fine;
  });
}

function section(name: (typeof sectionNames)[number], { sections, wrong }: StoredPair): string {
  const { total, claims } = sections[name];
  if (total === 0) return '';
  const rows = claims.map(({ claim, tellings }) => {
    const versions = versionsOf(claim.told);
    const quotes = versions.map(({ told }) => {
      const { statement, article } = told[0]!;
      const speaker = speakerOf(statement);
      return `“${statement.quote}”\n${speaker === null ? '' : `${speaker} · `}${article.source}`;
    });
    const others = tellings - versions.length;
    const also = others > 0 ? `\nand ${others} more telling${others === 1 ? '' : 's'}` : '';
    const lines = versions.map(({ line, told }) => {
      const reasons = told.map((t) => wrong.find((w) => w.article === t.article.id && w.statement === t.statement.id)?.reason);
      return reasons.includes(undefined) ? line : `${line} (known to be wrong: ${reasons[0]})`;
    });
    return [dateShown(claim.told[0]!) ?? '', lines.join('\n≠ '), quotes.join('\n') + also];
  });
  const more = total > claims.length ? `and ${total - claims.length} more (--limit shows them)\n` : '';
  const { en, zh } = sectionTitles[name];
  return `\n${en} ${zh} (${total})\n${table([{ head: 'When', width: 21 }, { head: 'What' }, { head: 'Said where 原文' }], rows)}${more}`;
}
