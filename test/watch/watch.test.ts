import fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecord, type Store } from '../../src/app/record.js';
import { watch } from '../../src/app/watch.js';

let folder: string;
let server: Server;
let base: string;
let store: Store;
/** What the site holds, by path; a function answers in its own way. */
let site: Record<string, { body?: string; status?: number; headers?: Record<string, string> }>;
let asked: { path: string; etag: string | undefined; at: number }[];
let clock: number;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-watch-'));
  site = {};
  asked = [];
  clock = Date.parse('2024-05-01T00:00:00Z');
  server = createServer((request, response) => {
    const url = request.url ?? '/';
    asked.push({ path: url, etag: request.headers['if-none-match'], at: clock });
    const found = site[url] ?? { status: 404 };
    const same = found.headers?.etag !== undefined && request.headers['if-none-match'] === found.headers.etag;
    response.writeHead(same ? 304 : (found.status ?? 200), {
      'content-type': url.endsWith('.xml') ? 'application/xml' : 'text/html; charset=utf-8',
      ...found.headers,
    });
    response.end(same ? '' : found.body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  store = await openRecord(path.join(folder, 'r.db'));
});
afterEach(async () => {
  await store.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  fs.rmSync(folder, { recursive: true, force: true });
});

const page = (title: string, text: string): string =>
  `<html><head><meta property="article:published_time" content="2024-04-30T09:00:00+07:00"></head><body><h1>${title}</h1><article><p>${text}</p><p>双方还就地区形势交换了意见，同意继续保持密切沟通。</p></article></body></html>`;
const rss = (paths: readonly string[], date = 'Tue, 30 Apr 2024 09:00:00 +0700'): string =>
  `<rss version="2.0"><channel>${paths.map((p) => `<item><link>${p}</link><pubDate>${date}</pubDate></item>`).join('')}</channel></rss>`;

const outcomes: string[] = [];
async function look(sources: readonly string[] = [`${base}/rss.xml`]): Promise<Record<string, number>> {
  outcomes.length = 0;
  return watch(
    store,
    { delay: 5, sources: sources.map((url) => ({ url, every: 900, match: null, limit: 100 })) },
    {
      stateFile: path.join(folder, 'state.json'),
      once: true,
      allowPrivate: true,
      now: () => clock,
      sleep: async (ms) => {
        clock += ms;
      },
      onOutcome: ({ source, state, reason }) =>
        outcomes.push(`${state} ${source.replace(base, '')}${reason === null ? '' : `: ${reason}`}`),
    },
  );
}
const paths = (): string[] => asked.map((a) => a.path);

describe('following a site', () => {
  beforeEach(() => {
    site['/rss.xml'] = { body: rss(['/1', '/2']), headers: { etag: '"f1"' } };
    site['/1'] = { body: page('越南外长访问老挝', '越南外长4月30日对老挝进行正式访问，并与老挝外长举行会谈。'), headers: { etag: '"p1"' } };
    site['/2'] = { body: page('柬埔寨首相会见越南大使', '柬埔寨首相4月30日在金边会见了越南驻柬埔寨大使。') };
  });

  it('new stories come in, with the address as their source and what the page says of the day', async () => {
    expect(await look()).toMatchObject({ new: 2, failed: 0 });
    const articles = await store.articles({}, { limit: 10 });
    expect(articles.map((a) => [a.source, a.published?.date, a.published?.basis, a.title]).sort()).toEqual([
      [`${base}/1`, '2024-04-30', 'metadata', '越南外长访问老挝'],
      [`${base}/2`, '2024-04-30', 'metadata', '柬埔寨首相会见越南大使'],
    ]);
    expect(paths()).toEqual(['/robots.txt', '/rss.xml', '/1', '/2']);
  });

  it('requests to one host are as far apart as asked', async () => {
    await look();
    for (const [i, a] of asked.slice(1).entries()) expect(a.at - asked[i]!.at).toBeGreaterThanOrEqual(5_000);
  });

  it('what has not changed is not asked for again, and the list only with its mark', async () => {
    await look();
    asked = [];
    expect(await look()).toMatchObject({ new: 0 });
    expect(paths()).toEqual([]);
    clock += 900_000;
    await look();
    expect(asked.map((a) => [a.path, a.etag])).toEqual([
      ['/robots.txt', undefined],
      ['/rss.xml', '"f1"'],
    ]);
  });

  it('a changed story is a revision; the earlier text is kept', async () => {
    await look();
    clock += 900_000;
    site['/rss.xml'] = { body: rss(['/1', '/2'], 'Wed, 01 May 2024 09:00:00 +0700'), headers: { etag: '"f2"' } };
    site['/1'] = {
      body: page('越南外长访问老挝', '越南外长4月30日对老挝进行正式访问，并与老挝外长举行会谈，签署了两份协议。'),
      headers: { etag: '"p2"' },
    };
    expect(await look()).toMatchObject({ revised: 1, new: 0, failed: 0 });
    expect((await store.revisions(`${base}/1`)).map((r) => r.current)).toEqual([false, true]);
  });

  it('the same story with other things around it is no revision', async () => {
    await look();
    clock += 900_000;
    site['/rss.xml'] = { body: rss(['/1', '/2'], 'Wed, 01 May 2024 09:00:00 +0700') };
    site['/1'] = { body: site['/1']!.body!.replace('<article>', '<nav><a href="/x">今日天气</a></nav><article>') };
    expect(await look()).toMatchObject({ revised: 0, new: 0, failed: 0 });
  });

  it('a list that fails is left alone for longer and longer, and stands in the ledger', async () => {
    site['/rss.xml'] = { status: 500 };
    expect(await look()).toMatchObject({ failed: 1 });
    expect(outcomes[0]).toMatch(/failed \/rss\.xml: is not given: the server answers 500/);
    expect((await store.ledger(['failed'], { limit: 10 })).map((r) => [r.source.replace(base, ''), /500/.test(r.reason ?? '')])).toEqual([
      ['/rss.xml', true],
    ]);
    asked = [];
    clock += 1_000_000;
    await look();
    expect(paths()).not.toContain('/rss.xml');
    clock += 1_000_000;
    await look();
    expect(paths()).toContain('/rss.xml');
  });

  it('Retry-After is heeded', async () => {
    site['/rss.xml'] = { status: 503, headers: { 'retry-after': '7200' } };
    await look();
    asked = [];
    clock += 3_600_000;
    await look();
    expect(paths()).not.toContain('/rss.xml');
  });

  it('robots.txt is heeded', async () => {
    site['/robots.txt'] = { body: 'User-agent: *\nDisallow: /2\n' };
    expect(await look()).toMatchObject({ new: 1, failed: 1 });
    expect(paths()).not.toContain('/2');
    expect(outcomes.join()).toMatch(/robots\.txt/);
    site['/robots.txt'] = { status: 500 };
    asked = [];
    clock += 100_000_000;
    await look();
    expect(paths()).toEqual(['/robots.txt']);
  });

  it('a story that cannot be read costs nothing else and has its reason in the ledger', async () => {
    site['/1'] = { body: '<html><body><nav><a href="/">首页</a></nav></body></html>' };
    expect(await look()).toMatchObject({ new: 1, failed: 1 });
    expect((await store.ledger(['failed'], { limit: 10 }))[0]!.reason).toMatch(/without a story/);
  });

  it('sitemaps of an index, the newest first, up to the limit', async () => {
    site['/index.xml'] = {
      body: `<sitemapindex><sitemap><loc>${base}/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap><loc>${base}/new.xml</loc><lastmod>2024-04-30</lastmod></sitemap></sitemapindex>`,
    };
    site['/new.xml'] = { body: `<urlset><url><loc>${base}/1</loc><lastmod>2024-04-30</lastmod></url></urlset>` };
    site['/old.xml'] = { body: `<urlset><url><loc>${base}/2</loc><lastmod>2020-01-01</lastmod></url></urlset>` };
    expect(await look([`${base}/index.xml`])).toMatchObject({ new: 2 });
    expect(paths()).toEqual(['/robots.txt', '/index.xml', '/new.xml', '/old.xml', '/1', '/2']);
  });

  it('a state that was damaged costs requests, not stories', async () => {
    await look();
    fs.writeFileSync(path.join(folder, 'state.json'), '{"version":1,"sources":');
    expect(await look()).toMatchObject({ new: 0, same: 2, failed: 0 });
  });

  it('without leave nothing on this machine is asked for', async () => {
    asked = [];
    const summary = await watch(
      store,
      { delay: 0, sources: [{ url: `${base}/rss.xml`, every: 900, match: null, limit: 10 }] },
      { stateFile: path.join(folder, 's2.json'), once: true, now: () => clock, sleep: async () => undefined },
    );
    expect(summary).toMatchObject({ failed: 1, new: 0 });
    expect(asked).toEqual([]);
  });
});
