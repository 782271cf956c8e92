#!/usr/bin/env node
// Makes the pictures of docs/screens from the stories of the corpus, with the browser of the tests: node tools/screens.mjs
import fs from 'node:fs';
import path from 'node:path';
import { register } from 'tsx/esm/api';

register();
const { setStage, withStories } = await import('../test/screen/stage.ts');

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'docs', 'screens');
const draft = path.join(root, 'corpus', 'zh', '003-belarus-deputy-minister-in-hanoi.txt');
const size = { width: 1160, height: 760 };

const phone = { width: 390, height: 760 };
const paste = async (page) => {
  await page.fill('textarea', fs.readFileSync(draft, 'utf8'));
  await page.waitForSelector('li[data-severity]');
  await page.locator('textarea').blur();
};
const choosePoint = (page) => page.locator('figure a').last().press('Enter');
const chooseCard = (page) => page.click('aside li:has-text("108") a');

/** File, address, how the browser is set, what is done before. */
const screens = [
  ['home.png', '/', { locale: 'zh' }],
  ['pair-figures.png', '/pair/BY/VN?view=figures', { locale: 'en', viewport: { width: 1160, height: 1050 } }, choosePoint],
  ['pair-phone.png', '/pair/RU/VN', { locale: 'vi', colorScheme: 'dark', viewport: phone }],
  ['story.png', '/story/{003-}', { locale: 'zh' }, chooseCard],
  ['search.png', `/search?q=${encodeURIComponent('贸易额')}`, { locale: 'ru' }],
  ['check.png', '/check', { locale: 'en' }, paste],
  ['brief.png', '/brief/RU/VN?lang=zh', { locale: 'zh' }],
  ['review.png', '/review?view=questions', { locale: 'en', colorScheme: 'dark' }],
];

const stage = await setStage(withStories(['corpus/zh']));
fs.mkdirSync(folder, { recursive: true });
for (const [file, where, options, act] of screens) {
  const { page } = await stage.open(where, { viewport: size, ...options });
  await page.waitForLoadState('networkidle');
  if (act) await act(page);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(700);
  await page.screenshot({ path: path.join(folder, file), animations: 'disabled' });
  await page.context().close();
}
await stage.close();
