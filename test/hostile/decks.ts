import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { decodeAny } from '../../src/acquire/decode.js';
import { readFeed } from '../../src/acquire/feeds/feed.js';
import { charsetIn } from '../../src/acquire/page/charset.js';
import { storiesIn, storyOf } from '../../src/acquire/stories.js';
import { unpackedFile } from '../../src/acquire/unpack.js';
import { readSource } from '../../src/app/read.js';
import { mutated, ownPages, seeded, toldBefore } from './mutations.js';

/**
 * Public decks of odd pages and feeds, and saved pages that are damaged at random: each must be read, or refused with one reason, in time. Run as
 * `npx tsx test/hostile/decks.ts [--html5lib DIR] [--feedparser DIR] [--pages DIR]… [--mutations N]`; the folders are clones of
 * html5lib/html5lib-tests and kurtmckee/feedparser, and of whatever holds saved pages. Without `--pages` pages are made here. Exit status 1 where one fails,
 * or where memory went over 1 GB.
 */
const { values } = parseArgs({
  options: {
    html5lib: { type: 'string' },
    feedparser: { type: 'string' },
    pages: { type: 'string', multiple: true, default: [] },
    mutations: { type: 'string', default: '10000' },
  },
});

/** Of processor time, so that what else runs on the machine does not count. */
const mostSeconds = 2;
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const failures: string[] = [];
const oneReason = /^[^\n]+$/;

/** What became of the cases of a deck. */
class Deck {
  readonly #fates = new Map<string, number>();
  #cases = 0;
  #slowest = { seconds: 0, name: '' };
  readonly #began = spent();

  constructor(private readonly name: string) {}

  /** Runs a case; `read` gives what became of it, and throws where that is wrong. */
  async take(name: string, read: () => Promise<string> | string): Promise<void> {
    const began = spent();
    let fate = 'failed';
    try {
      fate = await read();
    } catch (error) {
      failures.push(`${this.name}: ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const seconds = spent() - began;
    if (seconds > this.#slowest.seconds) this.#slowest = { seconds, name };
    if (seconds > mostSeconds) failures.push(`${this.name}: ${name}: took ${seconds.toFixed(1)} s`);
    this.#cases++;
    this.#fates.set(fate, (this.#fates.get(fate) ?? 0) + 1);
  }

  tell(): void {
    const fates = [...this.#fates].sort((a, b) => b[1] - a[1]).map(([fate, n]) => `${n} ${fate}`);
    const { seconds, name } = this.#slowest;
    const whole = (spent() - this.#began).toFixed(0);
    console.log(
      `${String(this.#cases).padStart(6)}  ${this.name}: ${fates.join(', ')}; ${whole} s of processor time, slowest ${(seconds * 1000).toFixed(0)} ms (${name})`,
    );
  }
}

const expect = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Reads a document to its statements as `rapporteur read` does. */
async function fateOf(source: string, bytes: Uint8Array): Promise<string> {
  const given = (async function* () {
    yield { source, bytes };
  })();
  const fates: string[] = [];
  for await (const story of storiesIn(given)) {
    const { reading, text, problem } = readSource(story);
    expect(problem?.code !== 'fault', `a fault of the program: ${problem?.message}`);
    if (reading === null) {
      expect(oneReason.test(problem?.message ?? ''), `no reason, or several: ${problem?.message}`);
      fates.push(`refused (${problem!.code})`);
      continue;
    }
    const points = Array.from(text!);
    for (const s of reading.statements) expect(points.slice(s.start, s.end).join('') === s.quote, 'a quote that is not in the text');
    fates.push(problem === null ? 'read' : `read (${problem.code})`);
  }
  expect(fates.length > 0, 'nothing became of it');
  return fates[0]!;
}

interface TokenizerTest {
  description: string;
  input: string;
  doubleEscaped?: boolean;
}

async function html5lib(folder: string): Promise<void> {
  const [alone, behind] = [new Deck('html5lib tokenizer, alone'), new Deck('html5lib tokenizer, behind a story')];
  const unescaped = (text: string): string =>
    text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  for (const file of fs.readdirSync(path.join(folder, 'tokenizer')).filter((name) => name.endsWith('.test'))) {
    const told = JSON.parse(fs.readFileSync(path.join(folder, 'tokenizer', file), 'utf8')) as Record<string, TokenizerTest[] | undefined>;
    for (const { description, input: raw, doubleEscaped } of told.tests ?? told.xmlViolationTests ?? []) {
      const input = doubleEscaped ? unescaped(raw) : raw;
      await alone.take(description, () => fateOf('page.html', Buffer.from(input)));
      await behind.take(description, () => {
        const story = storyOf({ source: 'page.html', bytes: Buffer.from(`<!doctype html><body>${toldBefore.page}${input}`) }, {});
        expect('bytes' in story && new TextDecoder().decode(story.bytes).includes(toldBefore.sentence), 'the story before it was not read');
        return 'read';
      });
    }
  }
  alone.tell();
  behind.tell();
}

function filesBelow(folder: string, ending: RegExp): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

async function feeds(folder: string): Promise<void> {
  const deck = new Deck('feeds of feedparser');
  for (const file of filesBelow(path.join(folder, 'tests'), /\.xml$/))
    await deck.take(path.relative(folder, file), () => {
      const bytes = unpackedFile(fs.readFileSync(file), 50_000_000);
      expect(bytes instanceof Uint8Array, 'no bytes');
      const charset = charsetIn(bytes as Uint8Array);
      const { text, problem } = decodeAny(bytes as Uint8Array, charset === null ? {} : { charset });
      const feed = problem?.fatal ? problem : readFeed(text, 'http://127.0.0.1/feed');
      if ('entries' in feed) return feed.entries.length > 0 ? 'read with entries' : 'read, without addresses of stories';
      expect(oneReason.test(feed.message), `no reason, or several: ${feed.message}`);
      return `refused (${feed.code})`;
    });
  deck.tell();
}

/** So many saved pages are taken, and none that is larger. */
const mostPages = 300;
const mostBytes = 2_000_000;

function savedPages(folders: readonly string[]): Buffer[] {
  const files = folders.flatMap((folder) => filesBelow(folder, /\.html?(?:\.gz)?$/));
  // from every part of the folders
  const chosen = files.filter((_, n) => Math.floor((n * mostPages) / files.length) !== Math.floor(((n - 1) * mostPages) / files.length));
  return chosen.flatMap((file) => {
    const bytes = fs.readFileSync(file);
    const page = file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes;
    return page.length <= mostBytes ? [page] : [];
  });
}

async function mutations(folders: readonly string[], count: number): Promise<void> {
  const pages = folders.length > 0 ? savedPages(folders) : ownPages();
  const deck = new Deck(`mutations of ${pages.length} ${folders.length > 0 ? 'saved pages' : 'pages made here'}`);
  const random = seeded(20_201_111);
  for (let n = 0; n < count; n++) {
    const { bytes, how } = mutated(pages[n % pages.length]!, pages, random);
    await deck.take(`${n} (${how})`, () => fateOf('page.html', bytes));
  }
  deck.tell();
}

if (values.html5lib !== undefined) await html5lib(values.html5lib);
if (values.feedparser !== undefined) await feeds(values.feedparser);
await mutations(values.pages, Number(values.mutations));
const peak = process.resourceUsage().maxRSS * 1000;
console.log(`memory  ${(peak / 1e6).toFixed(0)} MB at most`);
for (const failure of failures.slice(0, 30)) console.log(`FAILED  ${failure}`);
console.log(failures.length === 0 ? 'all held' : `${failures.length} did not hold`);
process.exit(failures.length > 0 || peak > 1_000_000_000 ? 1 : 0);
