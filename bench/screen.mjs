#!/usr/bin/env node
// What the screen costs on a record of real size: first paint, how soon a view answers a click, and what the first visit loads.
//
//   node bench/screen.mjs RECORD [--pair VN,RU] [--rounds N]
//
// The record is served as `rapporteur serve` does and opened in the browser of the tests (test/screen/chromium.ts), each round as somebody who was never there. Times are in
// milliseconds, the median of N rounds (default 7) and the worst: first paint as the browser reports it, from the request on; the pair at a glance, when
// its head stands; a click on each view until the picture has changed; the pictures while its list scrolls; the API's answer to the pair's events. Bytes are those that came over the wire.
// Needs the built screen: npm run build.
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';
import { served } from './serving.mjs';

register();
const { launchBrowser } = await import('../test/screen/chromium.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pair: { type: 'string', default: 'VN,RU' }, rounds: { type: 'string', default: '7' } },
});
const [a, b] = values.pair.split(',');
const { base, server } = await served(positionals[0]);
const { counts } = await (await fetch(`${base}/api/v1/overview`)).json();
const browser = await launchBrowser();
const views = ['figures', 'promises', 'people', 'doubts', ''];
const figures = new Map();
const note = (name, value) => figures.set(name, [...(figures.get(name) ?? []), value]);

/** Milliseconds between the pictures while the page is scrolled by 120 pixels a picture, 180 times. */
const scrolled = () =>
  new Promise((done) => {
    const frames = [];
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      window.scrollBy(0, 120);
      if (frames.length < 180) requestAnimationFrame(step);
      else done(frames.slice(1));
    };
    requestAnimationFrame(step);
  });

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
  await page.goto(`${base}/pair/${a}/${b}`);
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
  const frames = await page.evaluate(scrolled);
  note('pair: frames while it scrolls, the longest', Math.max(...frames));
  note('pair: frames while it scrolls, over 50 ms of a hundred', (frames.filter((ms) => ms > 50).length / frames.length) * 100);
  began = performance.now();
  await (await fetch(`${base}/api/v1/pairs/${a}/${b}/events?limit=50`)).arrayBuffer();
  note('API: events of the pair', performance.now() - began);
  await page.goto(base);
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
server.kill();
