import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './axe.js';
import { readingJourneys } from './journeys.js';
import { pages } from './pages.js';
import { withProposals } from './proposals.js';
import { type Stage, setStage, withStories } from './stage.js';
import { stories } from './stories.js';
import { writingJourneys } from './writing.js';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(async (record) => {
    await withStories(stories)(record);
    await withProposals(record);
  });
}, 120_000);
afterAll(() => stage?.close());

describe('every page: nothing that axe finds wrong in light or in the colours of dark, nothing against the policy', () => {
  it.each(pages)('%s', async (where, ready) => {
    const { page, watch } = await stage.open(where);
    await page.waitForSelector(ready);
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForSelector('html[data-mantine-color-scheme="dark"]');
    expect(await axeViolations(page, ['color-contrast'])).toEqual([]);
    expect(watch).toEqual({ foreign: [], violations: [], errors: [] });
    await page.close();
  });
});

readingJourneys(() => stage);
writingJourneys(() => stage);
