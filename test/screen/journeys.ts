import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.js';

const root = path.join(import.meta.dirname, '..', '..');
const textOf = (name: string): string => fs.readFileSync(path.join(root, 'corpus', 'zh', `${name}.txt`), 'utf8');
/** Waits until what is asked for is as said. */
const eventually = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000 });
const addressOf = (page: Page): URL => new URL(page.url());

/** What people come for, from the front page to the sentence. */
export function readingJourneys(stage: () => Stage): void {
  describe('reading', () => {
    it('from the front page to a pair, a figure, its sentence', async () => {
      const { page } = await stage().open('/');
      await page.click('main table a:has-text("Belarus – Vietnam")');
      await page.waitForSelector('h1:has-text("Belarus – Vietnam")');
      await page.click('nav a:has-text("Figures")');
      await page.locator('figure a[aria-label*="89.6 million"]').press('Enter');
      await page.waitForURL(/point=/);
      await page.click('section blockquote a');
      await page.waitForSelector('main article h1');
      expect((await page.locator('main article [data-chosen="true"]').allInnerTexts()).join('')).toContain('8960万美元');
      await page.close();
    });

    it('what is shown can be sent: the same address shows the same point', async () => {
      const { page } = await stage().open('/pair/BY/VN?view=figures');
      await page.click('main table td.number a');
      await page.waitForURL(/point=/);
      const address = addressOf(page);
      const { page: other } = await stage().open(`${address.pathname}${address.search}`);
      await other.waitForSelector('main section blockquote');
      expect(await other.locator('main figure a[data-chosen="true"]').count()).toBe(1);
      await Promise.all([page.close(), other.close()]);
    });

    it('a value that would dwarf the others is marked at the edge, and doubts show its parts', async () => {
      const { page } = await stage().open('/pair/BY/VN?view=figures');
      await page.waitForSelector('figure figcaption:has-text("▲")');
      await page.click('nav a:has-text("Doubts")');
      await eventually(() => page.locator('main article').first().innerText()).toContain('1,000 times its parts');
      await page.close();
    });

    it('the timeline is filtered, and the filter is in the address', async () => {
      const { page } = await stage().open('/pair/RU/VN');
      await page.waitForSelector('main li[data-index]');
      await page.selectOption('main form select', 'visit');
      await page.waitForURL(/kind=visit/);
      const kinds = async (): Promise<string[]> => [...new Set(await page.locator('main li[data-index] strong').allInnerTexts())];
      await eventually(kinds).toEqual(['visit']);
      await page.click('text=Announced');
      await page.waitForURL(/when=planned/);
      await page.reload();
      await page.waitForSelector('main ol li');
      expect(await page.locator('main form select').inputValue()).toBe('visit');
      await page.close();
    });

    it('in the reader a card finds its place and a place its card; overlapping ones take turns', async () => {
      const { page } = await stage().open('/story/{003-}');
      await page.click('aside li:has-text("108.5 billion") a');
      const chosen = page.locator('main article [data-chosen="true"]');
      expect(await chosen.first().innerText()).toContain('1085亿美元');
      const overlap = page.locator('main article a[data-depth="2"]').first();
      await overlap.click();
      const first = addressOf(page).searchParams.get('s');
      await overlap.click();
      const second = addressOf(page).searchParams.get('s');
      expect(second).not.toBe(first);
      expect(await page.locator(`aside li[data-id="${second}"]`).getAttribute('data-chosen')).toBe('true');
      await page.close();
    });

    it('search from end to end by keyboard', async () => {
      const { page } = await stage().open('/');
      await page.waitForSelector('main table');
      await page.keyboard.press('/');
      await page.keyboard.type('越');
      await page.keyboard.press('Enter');
      await page.waitForSelector('main li[data-chosen="true"]');
      const first = await page.locator('main li[data-chosen="true"] a').first().innerText();
      await page.keyboard.press('ArrowDown');
      await page.waitForURL(/hit=/);
      await page.keyboard.press('ArrowDown');
      await eventually(() => page.locator('main li[data-chosen="true"] a').first().innerText()).not.toBe(first);
      const title = await page.locator('main ol li[data-chosen="true"] a').first().innerText();
      await page.keyboard.press('Enter');
      await page.waitForSelector('main article h1');
      expect(await page.locator('main article h1').innerText()).toBe(title);
      await page.close();
    });

    it('the interface in each language, kept for the next time', async () => {
      const { page } = await stage().open('/', { locale: 'fr' });
      for (const [name, home, pair] of [
        ['中文', '首页', '俄罗斯 – 越南'],
        ['Tiếng Việt', 'Trang đầu', 'Nga – Việt Nam'],
        ['Русский', 'Главная', 'Россия – Вьетнам'],
      ]) {
        await page.selectOption('header select', { label: name! });
        await page.waitForSelector(`header a:has-text("${home}")`);
        await page.waitForSelector(`main table a:has-text("${pair}")`);
      }
      await page.reload();
      await page.waitForSelector('header a:has-text("Главная")');
      expect(await page.locator('html').getAttribute('lang')).toBe('ru');
      await page.context().close();
    });

    it('Chinese is set in a font that has it', async () => {
      const { page } = await stage().open('/story/{003-}');
      await page.waitForSelector('main article h1');
      expect(await page.evaluate("document.fonts.load('16px \"Noto Sans SC Variable\"', '白').then((f) => f.length > 0)")).toBe(true);
      await page.close();
    });

    it('light, dark, and light again', async () => {
      const { page } = await stage().open('/', { colorScheme: 'light' });
      const scheme = (): Promise<string | null> => page.locator('html').getAttribute('data-mantine-color-scheme');
      await page.click('button[aria-label="Dark colours"]');
      expect(await scheme()).toBe('dark');
      await page.reload();
      await page.click('button[aria-label="Light colours"]');
      expect(await scheme()).toBe('light');
      await page.context().close();
    });

    it('on a phone nothing stands outside the window', async () => {
      const { page } = await stage().open('/', { viewport: { width: 360, height: 740 } });
      for (const where of [
        '/',
        '/pair/RU/VN',
        '/pair/BY/VN?view=figures',
        '/pair/RU/VN?view=promises',
        '/search?q=%E8%B6%8A',
        '/review',
        '/add',
        '/check',
      ]) {
        await page.goto(`${stage().url}${where}`);
        await page.waitForSelector('main h1, main h2');
        await page.waitForLoadState('networkidle');
        expect([where, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([where, 360]);
      }
      await page.context().close();
    });
  });

  describe('a draft', () => {
    it('is underlined, held against the record, and a suggestion is taken', async () => {
      const { page } = await stage().open('/check');
      await page.fill('textarea', textOf('003-belarus-deputy-minister-in-hanoi').replace('(Nikolai Borisevich)', '(NikolaiBorisevich)'));
      await page.waitForSelector('li[data-severity="error"]');
      expect(await page.locator('[data-severity="error"] button').first().innerText()).toContain('1,000 times');
      await page.click('button:has-text("Accept")');
      await eventually(() => page.inputValue('textarea')).toContain('(Nikolai Borisevich)');
      await page.click('button:has-text("Undo")');
      expect(await page.inputValue('textarea')).toContain('(NikolaiBorisevich)');
      await page.waitForSelector('li[data-severity="error"]');
      const [file] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("Export")')]);
      const text = fs.readFileSync(await file.path(), 'utf8');
      expect(text).toMatch(/1085亿美元\[\^\d\]/);
      expect(text).toMatch(/^\[\^1\]: /m);
      await page.close();
    });
  });

  describe('a brief', () => {
    it('is shown with the chosen sections, and taken along in each format', async () => {
      const { page } = await stage().open('/brief/RU/VN?lang=en');
      const frame = page.frameLocator('iframe');
      await frame.locator('h1').waitFor();
      const whole = await frame.locator('h2').count();
      expect(whole).toBeGreaterThanOrEqual(10);
      await page.click('label:has-text("Doubts found")');
      await page.waitForURL(/sections=/);
      await eventually(() => frame.locator('h2').count()).toBe(whole - 1);
      for (const [name, magic] of [
        ['PDF', '%PDF-'],
        ['DOCX', 'PK'],
        ['Markdown', '# '],
      ]) {
        const [file] = await Promise.all([page.waitForEvent('download'), page.click(`main a:has-text("${name}")`)]);
        expect(
          fs
            .readFileSync(await file.path())
            .subarray(0, magic!.length)
            .toString('latin1'),
        ).toBe(magic);
      }
      await page.close();
    });
  });
}
