import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../../src/app/read.js';
import { read } from '../../src/extract/read.js';
import { payloads } from './payloads.js';
import { type Stage, setStage, type Watch } from './stage.js';

const each = 25;

/** A story with statements that wait for a person. */
const interview = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'corpus', 'zh', '002-lavrov-written-interview.txt'), 'utf8');

/** A story with payloads where a page shows text of it: title, caption, person, place, body, a quote, a figure's source. */
function storyOf(part: readonly string[]): string {
  const line = (text: string): string => text.replace(/[\r\n]/g, ' ');
  const [first, ...rest] = part.map(line);
  return `越南与俄罗斯${first}外长举行会谈

越通社河内——2020年11月11日，越南外交部长范平明${first}在河内与俄罗斯外交部长谢尔盖·拉夫罗夫(${first})举行会谈。

${rest.map((payload) => `据${payload}的数据，2019年越俄双边贸易额达44亿美元。越南外交部长范平明表示：“${payload}”。`).join('\n\n')}

越通社
`;
}

/** Deck S7: text is shown as text, in eight places: title, body, caption and card, source's address, search, draft, reason, list. */
describe('hostile text', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage(async (record) => {
      // straight to the reader: acquisition would refuse most of this as a page of HTML
      const texts = Array.from({ length: payloads.length / each }, (_, n) => storyOf(payloads.slice(n * each, (n + 1) * each)));
      const finished = [...texts, interview].map((text, n) => {
        const source = `wire/${n} ${payloads[n * each] ?? ''}`;
        return { text, reading: read({ id: articleId(new TextEncoder().encode(text)), source, text, language: 'zh' }) };
      });
      const at = '2026-01-02T03:04:05.000Z';
      await record.begin(
        finished.map(({ reading: { article } }) => ({ id: article.id, source: article.source })),
        'test',
        at,
      );
      await record.put(finished, 'test', at);
    });
  }, 120_000);
  afterAll(() => stage?.close());

  /** A page on which every run of a payload is reported. */
  async function watched(where: string): Promise<{ page: Page; watch: Watch; ran: () => Promise<unknown> }> {
    const { page, watch } = await stage.open('/healthz');
    await page.addInitScript('globalThis.executed = []; globalThis.ran = (n) => { executed.push(n); };');
    await page.goto(`${stage.url}${where}`);
    return { page, watch, ran: () => page.evaluate('executed') };
  }
  const nothing = { foreign: [], violations: [], errors: [] };

  it('there are 300', () => expect(new Set(payloads).size).toBe(300));

  it('the watch sees what runs', async () => {
    const { page, ran } = await watched('/');
    await page.evaluate('ran(7)');
    expect(await ran()).toEqual([7]);
    await page.close();
  });

  it('in title, body, quotes, names and sources of stories: shown letter by letter, and nothing runs', async () => {
    const { items } = (await (await fetch(`${stage.url}/api/v1/stories?limit=500`)).json()) as { items: { id: string }[] };
    expect(items.length).toBe(payloads.length / each + 1);
    const shown: string[] = [];
    for (const { id } of items) {
      const { page, watch, ran } = await watched(`/story/${encodeURIComponent(id)}`);
      await page.waitForSelector('main article p');
      const text = (await (await fetch(`${stage.url}/api/v1/stories/${encodeURIComponent(id)}`)).json()) as { text: string };
      const visible = (await page.locator('main article').evaluate((element: { textContent: string }) => element.textContent)).replaceAll(
        /U\+[0-9A-F]{4}/g,
        '',
      );
      const letters = (said: string): string =>
        said.replaceAll(/[\0-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').replaceAll(/U\+[0-9A-F]{4}/g, '');
      expect(letters(visible)).toContain(letters(text.text.split('\n\n').at(-2)!));
      shown.push(letters(visible));
      expect([await ran(), watch]).toEqual([[], nothing]);
      expect(await page.locator('main article :is(script, img, iframe, object, embed, style, svg, form)').count()).toBe(0);
      await page.close();
    }
    const all = shown.join('');
    const bare = (said: string): string => said.replaceAll(/[\0-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
    expect(payloads.filter((payload) => !all.includes(bare(payload)))).toEqual([]);
  });

  it('in lists of facts, findings and stories', async () => {
    for (const where of [
      '/',
      '/pair/RU/VN',
      '/pair/RU/VN?view=figures',
      '/pair/RU/VN?view=people',
      '/pair/RU/VN?view=doubts',
      '/review',
      '/search?q=%E8%B6%8A',
      '/brief/RU/VN?lang=zh',
    ]) {
      const { page, watch, ran } = await watched(where);
      await page.waitForLoadState('networkidle');
      expect([where, await ran(), watch]).toEqual([where, [], nothing]);
      await page.close();
    }
  });

  it('in the search box and in the address', async () => {
    const { page, watch, ran } = await watched('/search');
    for (const payload of payloads.filter((_, n) => n % 5 === 0)) {
      await page.fill('header input', payload);
      await page.press('header input', 'Enter');
    }
    await page.waitForLoadState('networkidle');
    expect([await ran(), watch.violations, watch.foreign]).toEqual([[], [], []]);
    for (const payload of payloads.filter((_, n) => n % 50 === 3)) {
      const word = encodeURIComponent(payload);
      await page.goto(`${stage.url}/search?q=${word}&agency=${word}&year=${word}&hit=${word}`);
      await page.goto(`${stage.url}/pair/RU/VN?view=${word}&kind=${word}&person=${word}&point=${word}&from=${word}`);
      expect([await ran(), watch.violations, watch.foreign]).toEqual([[], [], []]);
    }
    await page.close();
  });

  it('in a draft', async () => {
    const { page, watch, ran } = await watched('/check');
    await page.fill('textarea', storyOf(payloads));
    await page.waitForSelector('main p.tag.warning');
    await page.fill('textarea', storyOf(payloads.filter((payload) => !payload.includes('</')).slice(0, 20)));
    await page.waitForSelector('main details summary');
    await page.click('main details summary');
    expect([await ran(), watch]).toEqual([[], nothing]);
    await page.close();
  });

  it('as the address of a story: linked only where it is http or https', async () => {
    const { page, watch, ran } = await watched('/add');
    const sources = [
      'javascript:ran(1)',
      ' javascript:ran(2)',
      'data:text/html,<script>ran(3)</script>',
      'vbscript:ran(4)',
      'file:///etc/passwd',
      '//evil.example/',
    ];
    const body = { stories: sources.map((source, n) => ({ text: storyOf([payloads[n]!]).concat(String(n)), source })) };
    const sent = await fetch(`${stage.url}/api/v1/stories`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { id } = (await sent.json()) as { id: string };
    await page.goto(`${stage.url}/add?import=${id}`);
    await page.waitForSelector('h2:has-text("Read into the record")');
    const links = await page
      .locator('main a[href^="/story/"]')
      .evaluateAll((all: { getAttribute: (name: string) => string }[]) => all.map((a) => a.getAttribute('href')));
    expect(links.length).toBe(sources.length);
    for (const link of links) {
      await page.goto(`${stage.url}${link}`);
      await page.waitForSelector('main article p');
      const addresses = await page.locator('main a').evaluateAll((all: { href: string }[]) => all.map((a) => a.href));
      expect(addresses.filter((address) => !address.startsWith(`${stage.url}/`))).toEqual([]);
    }
    expect([await ran(), watch]).toEqual([[], nothing]);
    await page.close();
  });

  it('as the reason of a decision', async () => {
    const { page, watch, ran } = await watched('/review');
    await page.waitForSelector('main ol li[data-chosen="true"]');
    for (const payload of payloads.slice(0, 5)) {
      const row = await page.locator('main ol li').first().getAttribute('data-row');
      await page.fill('main input.field', payload);
      await page.locator('main ol li').first().locator('button').first().click();
      await page.waitForSelector(`main ol li[data-row="${row}"]`, { state: 'detached' });
    }
    await page.click('nav a:has-text("History")');
    await page.waitForSelector('main ol li');
    expect([await ran(), watch]).toEqual([[], nothing]);
    await page.close();
  });
});
