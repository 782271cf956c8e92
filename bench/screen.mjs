#!/usr/bin/env node
// What the screen costs on a record of real size: first paint, how soon a view answers a click, and what the first visit loads.
//
//   node bench/screen.mjs RECORD [--pair VN,RU] [--rounds N]
//
// The record is served and opened in the browser of the tests (test/screen/chromium.ts), each round as somebody who was never there. Times are in
// milliseconds, the median of N rounds (default 7) and the worst: first paint as the browser reports it, from the request on; the pair at a glance, when
// its head stands; a click on each view until the picture has changed; the API's answer to the pair's events. Bytes are those that came over the wire.
// Needs the built screen: npm run build.
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

register();
const { openRecord } = await import('../src/app/record.ts');
const { serveRecord } = await import('../src/http/server.ts');
const { launchBrowser } = await import('../test/screen/chromium.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pair: { type: 'string', default: 'VN,RU' }, rounds: { type: 'string', default: '7' } },
});
const [a, b] = values.pair.split(',');
const record = await openRecord(positionals[0]);
const counts = await record.counts();
const serving = await serveRecord(record, 0);
const browser = await launchBrowser();
const views = ['figures', 'promises', 'people', 'doubts', ''];
const figures = new Map();
const note = (name, value) => figures.set(name, [...(figures.get(name) ?? []), value]);

for (let round = 0; round < Number(values.rounds); round++) {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  let bytes = 0;
  const fonts = new Set();
  wire.on('Network.responseReceived', ({ requestId, type }) => type === 'Font' && fonts.add(requestId));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength;
  });
  const paint = () =>
    page.evaluate("performance.getEntriesByType('paint').find((entry) => entry.name === 'first-contentful-paint')?.startTime ?? 0");
  let began = performance.now();
  await page.goto(`${serving.url}/pair/${a}/${b}`);
  await page.waitForSelector('main h1');
  note('pair: its head stands', performance.now() - began);
  await page.waitForLoadState('networkidle');
  note('pair: first paint', await paint());
  note('pair: kB of the first visit, without fonts', bytes / 1000);
  for (const view of views) {
    const link = page.locator(`nav a[href="/pair/${a}/${b}${view === '' ? '' : `?view=${view}`}"]`).first();
    // from the click to the first picture in which the view is the chosen one
    const answered = await link.evaluate(
      (element) =>
        new Promise((done) => {
          const from = performance.now();
          const look = () =>
            element.getAttribute('aria-current') === 'page'
              ? requestAnimationFrame(() => done(performance.now() - from))
              : requestAnimationFrame(look);
          element.click();
          look();
        }),
    );
    note(`pair: a click on ${view === '' ? 'timeline' : view} answers`, answered);
    await page.waitForLoadState('networkidle');
  }
  began = performance.now();
  await (await fetch(`${serving.url}/api/v1/pairs/${a}/${b}/events?limit=50`)).arrayBuffer();
  note('API: events of the pair', performance.now() - began);
  await page.goto(serving.url);
  await page.waitForLoadState('networkidle');
  note('front page: first paint', await paint());
  await context.close();
}
console.log(`record: ${counts.articles} stories; ${values.rounds} rounds; median and worst`);
for (const [name, list] of figures) {
  const sorted = [...list].sort((x, y) => x - y);
  console.log(`${name.padEnd(52)} ${sorted[Math.floor(sorted.length / 2)].toFixed(0).padStart(7)} ${sorted.at(-1).toFixed(0).padStart(7)}`);
}
await browser.close();
await serving.close();
await record.close();
