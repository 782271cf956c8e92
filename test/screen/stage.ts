import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openRecord, type Store } from '../../src/app/record.js';
import { startRecord } from '../../src/app/start.js';
import { type Serving, serveRecord } from '../../src/http/server.js';
import { buildScreen } from './built.js';
import { launchBrowser } from './chromium.js';

const root = path.join(import.meta.dirname, '..', '..');

/** What a page did that it must not do, and what went wrong in it. */
export interface Watch {
  /** Requests to another address than the server's own. */
  foreign: string[];
  /** Reports of the content security policy. */
  violations: string[];
  /** Errors on the console and such as nobody caught. */
  errors: string[];
}

/** A record that is served, and a browser to look at it. */
export interface Stage {
  url: string;
  /** A page in a browser that knows nothing yet where options are given, else in one that others were opened in. */
  open(where: string, options?: BrowserContextOptions): Promise<{ page: Page; watch: Watch }>;
  close(): Promise<void>;
}

/** Reads stories (paths of files, from the project's root) into a record. */
export const withStories =
  (stories: readonly string[]) =>
  async (record: Store): Promise<void> => {
    await startRecord(
      record,
      stories.map((story) => path.resolve(root, story)),
    );
  };

/** Serves a new record with what `fill` puts into it. */
export async function setStage(fill: (record: Store) => Promise<void>): Promise<Stage> {
  await buildScreen();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-screen-'));
  const record = await openRecord(path.join(folder, 'record.db'));
  let serving: Serving | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await serving?.close();
    await record.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await fill(record);
    const served = await serveRecord(record, 0);
    serving = served;
    const launched = await launchBrowser();
    browser = launched;
    const shared = await newContext(launched);
    return {
      url: served.url,
      open: async (where, options) =>
        openPage(options ? await newContext(launched, options) : shared, served.url, await addressed(served.url, where)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Puts the ids of stories in the place of the beginnings of their files' names. */
async function addressed(url: string, where: string): Promise<string> {
  const [whole, name] = /\{(.+?)\}/.exec(where) ?? [];
  if (whole === undefined) return where;
  const { items } = (await (await fetch(`${url}/api/v1/stories?limit=500`)).json()) as { items: { id: string; source: string }[] };
  const story = items.find(({ source }) => path.basename(source).startsWith(name!));
  if (!story) throw new Error(`no story of the record is called ${name}`);
  return where.replace(whole, encodeURIComponent(story.id));
}

function newContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 }, ...options });
}

async function openPage(context: BrowserContext, url: string, where: string): Promise<{ page: Page; watch: Watch }> {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const watch: Watch = { foreign: [], violations: [], errors: [] };
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`)) watch.foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  page.on('pageerror', (error) => watch.errors.push(String(error)));
  await page.exposeFunction('reportViolation', (report: string) => watch.violations.push(report));
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', (e) => reportViolation([e.violatedDirective, e.blockedURI, e.sample].join(' ')))",
  );
  await page.goto(`${url}${where}`);
  return { page, watch };
}
