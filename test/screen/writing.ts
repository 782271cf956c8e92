import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.js';

const story = `越南与老挝举行磋商

越通社河内——2021年3月5日，越南外交部长范平明在河内与老挝外交部长沙伦赛·贡马西举行会谈。(完)
`;

/** What people do to the record: stories in and out again, decisions taken and undone. They come last, since they change it. */
export function writingJourneys(stage: () => Stage): void {
  describe('stories', () => {
    it('pasted text is read, shown, and taken out again', async () => {
      const { page } = await stage().open('/add');
      await page.fill('form textarea[name="text"]', story);
      await page.fill('form input[name="source"]', 'https://wire.example/1');
      await page.click('button:has-text("Read it")');
      await page.waitForSelector('h2:has-text("Read into the record")');
      await page.click('section li a');
      await page.waitForSelector('main article h1:has-text("越南与老挝举行磋商")');
      const original = page.locator('a:has-text("Original page")');
      expect([await original.getAttribute('href'), await original.getAttribute('rel')]).toEqual([
        'https://wire.example/1',
        'noopener noreferrer',
      ]);
      await page.goBack();
      await page.click('button:has-text("Take these stories out again")');
      await page.waitForSelector('h2:has-text("Taken out again")');
      await page.close();
    });

    it('what the server refuses is said in the language of the interface', async () => {
      const { page } = await stage().open('/add', { locale: 'zh' });
      await page.fill('form textarea[name="addresses"]', 'wire.example/1');
      await page.click('button:has-text("取回")');
      await page.waitForSelector('main [role="alert"]:has-text("http")');
      expect(await page.locator('main [role="alert"]').innerText()).toBe('#1：网址须以 http:// 或 https:// 开头，且不含空格');
      await page.context().close();
    });

    it('an address that may not be got says why, and can be tried again', async () => {
      const { page } = await stage().open('/add');
      await page.fill('form textarea[name="addresses"]', 'http://127.0.0.1:9/story.html');
      await page.click('button:has-text("Get them")');
      await page.waitForSelector('h2:has-text("Could not be done")');
      expect(await page.locator('main li:has-text("story.html")').innerText()).toMatch(/not read[\s\S]*no public address/);
      const before = page.url();
      await page.click('button:has-text("Try the failed ones again")');
      await page.waitForURL((url) => url.href !== before);
      await page.waitForSelector('main li:has-text("story.html")');
      await page.close();
    });

    it('of several files the bad one says why, and can be tried again', async () => {
      const { page } = await stage().open('/add');
      await page.setInputFiles('input[type="file"]', [
        { name: 'good.txt', mimeType: 'text/plain', buffer: Buffer.from(story) },
        { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      ]);
      await page.waitForSelector('h2:has-text("Read into the record")');
      expect(await page.locator('main li:has-text("empty.txt")').innerText()).toMatch(/not read[\s\S]*empty/);
      const before = page.url();
      await page.click('button:has-text("Try the failed ones again")');
      await page.waitForURL((url) => url.href !== before);
      await page.waitForSelector('main li:has-text("empty.txt")');
      expect(await page.locator('main li:has-text("good.txt")').count()).toBe(0);
      await page.close();
    });
  });

  it('a search is kept in the record, narrowed as it is, found again from another browser, and forgotten', async () => {
    const { page } = await stage().open('/search?q=%E8%B4%B8%E6%98%93&type=figure');
    await page.click('button:has-text("Keep this search")');
    await page.waitForSelector('button:has-text("Forget this search")');
    const { page: other } = await stage().open('/search', { locale: 'en' });
    await other.click('section:has-text("Kept searches") a:has-text("贸易")');
    await other.waitForURL(/type=figure/);
    await other.click('button:has-text("Forget this search")');
    await other.waitForSelector('button:has-text("Keep this search")');
    await Promise.all([page.close(), other.context().close()]);
  });

  describe('review', () => {
    it('by keyboard: next, accept, undo; by mouse: reject with a reason, which the history keeps', async () => {
      const { page } = await stage().open('/review');
      await page.waitForSelector('main ol li[data-chosen="true"]');
      const first = await page.locator('main ol li').first().getAttribute('data-row');
      await page.keyboard.press('j');
      await page.waitForURL(/at=/);
      expect(await page.locator('main ol li[data-chosen="true"]').getAttribute('data-row')).not.toBe(first);
      await page.keyboard.press('k');
      await page.keyboard.press('a');
      await page.waitForSelector(`main ol li[data-row="${first}"]`, { state: 'detached' });
      await page.keyboard.press('u');
      await page.waitForSelector(`main ol li[data-row="${first}"]`);
      await page.fill('main input.field', 'not said by them');
      await page.click(`main ol li[data-row="${first}"] button:has-text("Reject")`);
      await page.waitForSelector(`main ol li[data-row="${first}"]`, { state: 'detached' });
      await page.click('nav a:has-text("History")');
      await page.waitForSelector('main ol li:has-text("not said by them")');
      await page.locator('main ol li:has-text("not said by them") button').click();
      await page.waitForSelector('main ol li:has-text("not said by them"):has-text("undone")');
      await page.close();
    });

    it('what a model proposes: its quote in the story, accepted, edited and rejected by keyboard, undone', async () => {
      const { page } = await stage().open('/review');
      await page.click('nav a:has-text("Proposals")');
      const row = (topic: string) => page.locator(`main ol li[data-row]:has-text("${topic}")`);
      await row('民间外交').waitFor();
      expect(await page.locator('main ol li[data-row]').count()).toBe(3);
      expect(await row('民间外交').innerText()).toMatch(/by stand-in[\s\S]*阮俊峰向客人介绍了协会近来开展的民间外交活动/);
      await page.keyboard.press('a');
      await row('民间外交').waitFor({ state: 'detached' });
      await page.keyboard.press('j');
      await page.waitForSelector('main ol li[data-chosen="true"]:has-text("友谊")');
      await page.keyboard.press('e');
      await row('友谊').locator('select[name="stance"]').selectOption('neutral');
      await row('友谊').locator('button:has-text("Save")').click();
      await row('友谊').waitFor({ state: 'detached' });
      await page.keyboard.press('r');
      await row('青年交往').waitFor({ state: 'detached' });
      await page.keyboard.press('u');
      await row('青年交往').waitFor();
      await row('青年交往').locator('a').click();
      await page.waitForSelector('main article h1');
      expect((await page.locator('main article [data-chosen="true"]').allInnerTexts()).join('')).toContain(
        '双方应当为青年一代的交往创造条件',
      );
      expect(await page.locator('aside li:has-text("民间外交")').count()).toBe(1);
      await page.close();
    });

    it('goes on past the first twenty, by keyboard', async () => {
      const { page } = await stage().open('/review');
      const rows = page.locator('main ol li[data-row]');
      await rows.nth(19).waitFor();
      expect(await rows.count()).toBe(20);
      for (let n = 0; n < 16; n++) {
        const at = page.url();
        await page.keyboard.press('j');
        await page.waitForURL((url) => url.href !== at);
      }
      await rows.nth(20).waitFor();
      await page.close();
    });

    it('a statement is edited, and stands as edited', async () => {
      const { page } = await stage().open('/review');
      const row = page.locator('main ol li').first();
      const id = await row.getAttribute('data-row');
      await row.locator('button:has-text("Edit")').click();
      await row.locator('input').last().waitFor();
      expect(await row.locator('select[name="modality"] option').allInnerTexts()).toEqual(['actual', 'planned', 'possible', 'denied']);
      await row.locator('select[name="modality"]').selectOption('possible');
      await row.locator('button:has-text("Save")').click();
      await page.waitForSelector(`main ol li[data-row="${id}"]`, { state: 'detached' });
      await page.click('nav a:has-text("History")');
      await page.waitForSelector('main ol li:has-text("Edit")');
      await page.close();
    });
  });
}
