/**
 * Measures the reader of pages on public sets with gold: the folder of a clone of scrapinghub/article-extraction-benchmark,
 * opendatalab/magic-html or flairNLP/fundus. Text is measured as the first of them does: runs of four words, precision and recall
 * averaged over the pages (a run of Chinese characters counts character by character). Usage: npx tsx bench/pages/measure.ts FOLDER…
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readPage } from '../../src/acquire/page/page.js';

interface Page {
  html: string;
  gold: string;
}

interface Share {
  precision: number | null;
  recall: number;
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const tokens = (text: string): string[] => text.match(/[\u3400-\u9fff]|[\p{L}\p{N}_]+/gu) ?? [];

function runs(text: string): Map<string, number> {
  const words = tokens(text);
  const found = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const run = words.slice(i, i + 4).join('\u0001');
    found.set(run, (found.get(run) ?? 0) + 1);
  }
  return found;
}

function compare(gold: string, read: string): Share {
  const a = runs(gold);
  const b = runs(read);
  let [both, more, less] = [0, 0, 0];
  for (const run of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(run) ?? 0, b.get(run) ?? 0];
    both += Math.min(x, y);
    more += Math.max(0, y - x);
    less += Math.max(0, x - y);
  }
  if (more === 0 && less === 0) return { precision: 1, recall: 1 };
  return { precision: both + more === 0 ? null : both / (both + more), recall: both + less === 0 ? 0 : both / (both + less) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

function measureText(name: string, pages: readonly Page[]): void {
  const shares: Share[] = [];
  let spent = 0;
  for (const { html, gold } of pages) {
    const from = performance.now();
    const story = readPage(html);
    spent += performance.now() - from;
    shares.push(compare(gold, story.paragraphs.join('\n')));
  }
  const precision = mean(shares.flatMap((s) => s.precision ?? []));
  const recall = mean(shares.map((s) => s.recall));
  const f1 = (2 * precision * recall) / (precision + recall);
  const speed = Math.round((pages.length / spent) * 1000);
  process.stdout.write(
    `${name}: ${pages.length} pages, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}, ${speed} pages/s\n`,
  );
}

function scrapinghub(folder: string): void {
  const gold = json(path.join(folder, 'ground-truth.json')) as Record<string, { articleBody?: string }>;
  const pages = Object.entries(gold).map(([key, { articleBody }]) => ({
    html: gunzipSync(readFileSync(path.join(folder, 'html', `${key}.html.gz`))).toString('utf8'),
    gold: articleBody ?? '',
  }));
  measureText('article-extraction-benchmark', pages);
}

function magicHtml(folder: string): void {
  const gold = json(path.join(folder, 'benchmark/data/article/base.json')) as Record<string, { content: string }>;
  const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
  const pages: Page[] = [];
  for (const [key, { content }] of Object.entries(gold)) {
    const chinese = count(content, /[\u4e00-\u9fff]/g) > content.length * 0.3 && count(content, /[\u3040-\u30ff]/g) < content.length * 0.05;
    if (chinese)
      pages.push({ html: readFileSync(path.join(folder, 'benchmark/data/article/htmls', `${key}.html`), 'utf8'), gold: content });
  }
  measureText('magic-html, Chinese pages', pages);
}

/** Days: right where the day is that of one of the publisher's pages in the gold, or the moment is. */
function fundus(folder: string): void {
  const root = path.join(folder, 'tests/resources/parser/test_data');
  let [pages, right] = [0, 0];
  for (const land of readdirSync(root)) {
    const about = path.join(root, land, 'meta.info');
    if (!existsSync(about)) continue;
    const addresses = json(about) as Record<string, { url?: string }>;
    for (const file of readdirSync(path.join(root, land)).filter((f) => f.endsWith('.html.gz'))) {
      const publisher = file.replace(/(?:_\d{4}_\d{2}_\d{2}.*)?\.html\.gz$/, '');
      const gold = json(path.join(root, land, `${publisher}.json`)) as Record<string, { publishing_date?: string }>;
      const dates = Object.values(gold).flatMap((v) => v.publishing_date ?? []);
      if (dates.length === 0) continue;
      pages++;
      const html = gunzipSync(readFileSync(path.join(root, land, file))).toString('utf8');
      const { published } = readPage(html, addresses[file]?.url ?? null);
      const moment = published ? Date.parse(`${published.date}T${published.time ?? '00:00'}:00${published.zone ?? 'Z'}`) : Number.NaN;
      const isRight = (date: string): boolean =>
        date.startsWith(published?.date ?? '-') || Math.abs(Date.parse(date.replace(' ', 'T')) - moment) < 61_000;
      if (dates.some(isRight)) right++;
      else process.stdout.write(`  ${land}/${file}: ${published?.date ?? 'none'}, not ${dates.join(' or ')}\n`);
    }
  }
  process.stdout.write(`fundus: ${pages} pages, day right in ${right} (${((right / pages) * 100).toFixed(1)}%)\n`);
}

for (const folder of process.argv.slice(2)) {
  if (existsSync(path.join(folder, 'ground-truth.json'))) scrapinghub(folder);
  else if (existsSync(path.join(folder, 'benchmark/data/article/base.json'))) magicHtml(folder);
  else if (existsSync(path.join(folder, 'tests/resources/parser/test_data'))) fundus(folder);
  else process.stderr.write(`${folder}: is none of the three sets\n`);
}
