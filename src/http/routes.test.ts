import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest } from '../app/ingest.js';
import { openRecord, type Store } from '../app/record.js';
import { createRoutes } from './routes.js';

const story = `越南与俄罗斯外长举行会谈<script>alert(1)</script>

越通社河内——2020年11月11日，越南外交部长范平明在河内与俄罗斯外交部长谢尔盖·拉夫罗夫(Sergei Lavrov)举行会谈。

据越南海关总局的数据，2019年越俄双边贸易额达44亿美元，同比增长2.9%。"><img src=x onerror=alert(2)> 'quoted' & \u202ereversed\u202c。(完)
`;
const slip = `越白贸易

越通社河内——2022年1月11日，据越南海关总局的数据，2020年越白双边贸易总额达到1085亿美元；其中，越南对白俄罗斯出口1080万美元；从白俄罗斯进口9770万美元。(完)
`;

let record: Store;
beforeAll(async () => {
  record = await openRecord(':memory:');
  const sources = [
    { source: '"><b>a.txt', bytes: new TextEncoder().encode(story) },
    { source: 'b.txt', bytes: new TextEncoder().encode(slip) },
    { source: 'bad.txt', bytes: new Uint8Array() },
  ];
  await ingest(
    record,
    (async function* () {
      yield* sources;
    })(),
    { extractor: 'test', now: () => '2026-01-01T00:00:00Z' },
  );
});
afterAll(() => record.close());

const get = (path: string, init: RequestInit = {}) =>
  createRoutes(record, (host) => host === '127.0.0.1:7357').request(path, {
    ...init,
    headers: { host: '127.0.0.1:7357', ...init.headers },
  });
const json = async (path: string): Promise<Record<string, unknown>> => (await (await get(path)).json()) as Record<string, unknown>;
async function storyId(part: string): Promise<string> {
  const { hits } = (await json(`/api/search.json?q=${encodeURIComponent(part)}`)) as { hits: { article: { id: string } }[] };
  return hits[0]!.article.id;
}

/** Every tag that a page may have; anything else came out of a story. */
const tags = new Set(
  [
    'html',
    'head',
    'meta',
    'title',
    'link',
    'body',
    'header',
    'a',
    'form',
    'input',
    'button',
    'main',
    'footer',
    'h1',
    'h2',
    'p',
    'dl',
    'div',
    'dt',
    'dd',
    'nav',
  ].concat([
    'section',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'ol',
    'ul',
    'li',
    'span',
    'bdi',
    'blockquote',
    'details',
    'summary',
    'article',
    'mark',
    'sup',
  ]),
);
function isClean(page: string): void {
  for (const [, tag] of page.matchAll(/<\/?([a-zA-Z][^\s/>]*)/g)) expect(tags).toContain(tag);
  expect(page).not.toMatch(/<[^>]*\s(on\w+|style)=/i);
  expect(page).not.toMatch(/javascript:|<script|\u202e/i);
}

describe('pages', () => {
  it.each([
    '/',
    '/pair/VN/RU',
    '/pair/BY/VN',
    '/search?q=',
    '/search?q=%E8%B6%8A%E5%8D%97',
    "/search?q=%3Cscript%3E%22'",
    '/nope',
    '/pair/VN/ZZ',
  ])('SPEC R-74: %s shows text as text', async (path) => {
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8/i);
    isClean(await answer.text());
  });

  it('a story: marked, numbered, escaped', async () => {
    const id = await storyId('范平明');
    const page = await (await get(`/story/${id}`)).text();
    isClean(page);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&lt;img src=x onerror=alert(2)&gt;');
    expect(page).toContain('&quot;&gt;&lt;b&gt;a.txt');
    expect(page).toContain('<span class="control" title="a character that is not seen">U+202E</span>');
    expect(page).toContain('<article class="story" dir="auto" lang="zh">');
    expect(page).toMatch(/<mark>[^<]*44亿美元/);
    for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
  });

  it('links lead somewhere', async () => {
    const seen = new Set<string>(['/']);
    const queue = ['/'];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      if (path.startsWith('/api/')) JSON.parse(await answer.text());
      else {
        const page = await answer.text();
        for (const [, href] of page.matchAll(/href="(\/[^"#]*)/g)) {
          const next = href!.replaceAll('&amp;', '&');
          if (!seen.has(next)) queue.push(next);
          seen.add(next);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  it('the front page: pairs, counts, findings, what could not be read', async () => {
    const page = await (await get('/')).text();
    expect(page).toContain('<a href="/pair/RU/VN">Russia 俄罗斯 – Vietnam 越南</a>');
    expect(page).toContain('figures/parts-do-not-sum');
    expect(page).toContain('is empty (nothing to read)');
  });

  it('a pair: facts with sentence and link, findings of that pair only', async () => {
    const page = await (await get('/pair/VN/RU')).text();
    expect(page).toContain('<h1>Vietnam 越南 – Russia 俄罗斯</h1>');
    expect(page).toContain('4.4 billion USD');
    expect(page).toContain('44亿美元');
    expect(page).toMatch(/href="\/story\/sha256%3A[0-9a-f]{64}#/);
    expect(page).not.toContain('figures/parts-do-not-sum');
    expect(await (await get('/pair/BY/VN')).text()).toContain('figures/parts-do-not-sum');
  });

  it('a pair by names leads to its address', async () => {
    const answer = await get('/pair/vietnam/%E4%BF%84');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/pair/VN/RU']);
  });
});

describe('twins as JSON', () => {
  it('of each page', async () => {
    expect(await json('/api/index.json')).toMatchObject({ counts: { articles: 2 }, problems: [{ source: 'bad.txt' }] });
    expect(await json('/api/pair/VN/RU.json')).toMatchObject({ pair: ['VN', 'RU'], sections: { figures: { total: 1 } } });
    const id = await storyId('范平明');
    expect(await json(`/api/story/${id}.json`)).toMatchObject({ article: { id }, text: story, current: true });
    expect(await json('/api/search.json?q=%E8%B6%8A&offset=1')).toMatchObject({ query: '越', offset: 1, total: 2 });
  });

  it('with one shape for what goes wrong', async () => {
    for (const path of [
      '/api/nope',
      '/api/story/none.json',
      '/api/pair/VN/ZZ.json',
      '/api/pair/VN/VN.json',
      `/api/search.json?q=${'x'.repeat(500)}`,
      '/api/search.json?q=x&offset=-1',
    ]) {
      const answer = await get(path);
      expect([400, 404]).toContain(answer.status);
      expect(await answer.json()).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    }
  });
});

describe('what every answer carries', () => {
  it('a policy that lets nothing run', async () => {
    for (const path of ['/', '/nope', '/api/index.json', '/style.css', '/pair/vn/ru']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('no answer under a strange name, and none but to GET and HEAD', async () => {
    expect((await get('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await get('/', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
    expect((await get('/', { method: 'HEAD' })).status).toBe(200);
  });

  it('a record that fails is said, and no more', async () => {
    const broken = {
      ...record,
      counts: () => Promise.reject(Object.assign(new Error('x.db is damaged: restore a copy.'), { name: 'StoreError' })),
    } as Store;
    const answer = await createRoutes(broken, () => true).request('/api/index.json');
    expect([answer.status, await answer.json()]).toEqual([503, { error: { code: 'record', message: 'x.db is damaged: restore a copy.' } }]);
  });
});
