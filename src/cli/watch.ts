import { Command } from 'commander';
import { dbOption, jsonOption, privateOption, sizeOption } from './options.js';
import { complain, type Exit, exit, print, printJson, Trouble } from './terminal.js';
import { inRecord } from './with-record.js';

interface Options {
  db: string;
  json?: boolean;
  once?: boolean;
  maxSize: number;
  allowPrivate?: boolean;
}

/** `rapporteur watch`: feeds and sitemaps into the record, again and again. */
export function watchCommand(run: (work: () => Promise<Exit>) => Promise<void>): Command {
  return new Command('watch')
    .description('follow feeds and sitemaps: new and changed stories go into the record, until it is stopped')
    .argument('<sources>', 'a YAML file with the list of sources')
    .option('--once', 'look at what is due once, then stop')
    .addOption(dbOption())
    .addOption(jsonOption())
    .addOption(sizeOption())
    .addOption(privateOption())
    .addHelpText(
      'after',
      `
Examples:
  rapporteur watch sources.yaml
  rapporteur watch sources.yaml --once --db wire.db --json

sources.yaml:
  every: 15m                  between looks at a source (30s, 15m, 6h, 1d)
  delay: 5s                   between requests to one host
  sources:
    - https://example.org/rss.xml
    - url: https://example.org/news-sitemap.xml
      every: 1h
      match: /politics/       only stories whose address holds this
      limit: 50               stories taken at one look

RSS, Atom, JSON Feed, sitemaps and news sitemaps. Stopped with Ctrl-C it goes on later where it was. robots.txt is heeded.
Exit status: 0 fine, 1 something could not be read (with --once), 2 the list or the record cannot be used.`,
    )
    .action((file: string, options: Options) => run(() => follow(file, options)));
}

async function follow(file: string, options: Options): Promise<Exit> {
  const { fileBeside } = await import('../app/record.js');
  const { watch } = await import('../app/watch.js');
  const { loadWatchList } = await import('../app/watch-list.js');
  const list = await loadWatchList(file);
  if ('code' in list) throw new Trouble(`${file}: ${list.message}`);
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  return inRecord(options.db, async (record) => {
    const summary = await watch(record, list, {
      stateFile: fileBeside(record.location, 'watch.json'),
      signal: stop.signal,
      limit: options.maxSize,
      ...(options.once ? { once: true } : {}),
      ...(options.allowPrivate ? { allowPrivate: true } : {}),
      onOutcome: ({ source, state, reason }) => {
        if (reason !== null) complain(source, reason);
        else if (!options.json && state !== 'same') process.stdout.write(`${state} ${source}\n`);
      },
    });
    process.off('SIGINT', end).off('SIGTERM', end);
    if (options.json) await printJson({ db: record.location, summary });
    else
      await print(
        `${record.location}: ${summary.new} new, ${summary.revised} revised, ${summary.same} known, ${summary.failed} could not be read\n`,
      );
    return options.once && summary.failed > 0 ? exit.findings : exit.fine;
  });
}
