import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import ts from 'typescript';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineOf, type Reading, read, type Story, schemaVersion } from '../../src/index.js';
import { line } from '../../src/model/article.js';
import { compiledMain } from '../cli/compiled.js';
import { readText } from '../docs/pages.js';
import { launchBrowser } from '../screen/chromium.js';

const page = readText('docs/library.md');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((m) => m[1]!);
/** The package as it is built, with a folder of its own for what uses it. */
const home = path.resolve(compiledMain(), '..', '..', '..');
const user = path.join(home, 'library');
const stories = ['003-belarus-deputy-minister-in-hanoi', '115-wu-yi-cancels-2005'].map(
  (name): Story => ({ id: `sha256:${'0'.repeat(64)}`, source: `${name}.txt`, text: readText(`corpus/zh/${name}.txt`) }),
);

beforeAll(() => fs.mkdirSync(user, { recursive: true }));

describe('the example for Node', () => {
  it('is typed: it is compiled with the tests', () =>
    expect(blocks('ts')).toEqual([readText('test/library/example.ts').replace("'../../src/index.js'", "'rapporteur'")]));
  it('prints what the page says, by the name of the package', () => {
    const file = path.join(user, 'example.mjs');
    fs.writeFileSync(
      file,
      ts.transpileModule(blocks('ts')[0]!, { compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext } })
        .outputText,
    );
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual([blocks('text')[0], '']);
  });
});

describe('SPEC R-87: in a worker of a browser', () => {
  let browser: Browser;
  const files = new Map<string, string>();

  beforeAll(async () => {
    const [worker, side] = blocks('js');
    fs.writeFileSync(path.join(user, 'reader.worker.js'), worker!);
    fs.writeFileSync(path.join(user, 'reader.js'), side!);
    fs.writeFileSync(path.join(user, 'page.js'), "import { readInWorker } from './reader.js';\nwindow.readInWorker = readInWorker;\n");
    fs.writeFileSync(path.join(user, 'index.html'), '<!doctype html><title>Reader</title><script type="module" src="./page.js"></script>');
    const built = await build({
      configFile: false,
      root: user,
      logLevel: 'error',
      mode: 'production',
      resolve: { alias: { rapporteur: path.join(home, 'dist', 'index.js') } },
      worker: { format: 'es' },
      build: { write: false, target: 'es2022', modulePreload: { polyfill: false } },
    });
    for (const one of (built as { output: { fileName: string; code?: string; source?: string | Uint8Array }[] }).output)
      files.set(`/${one.fileName}`, one.code ?? String(one.source));
    browser = await launchBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  it('it reads as in Node, asks for nothing, and needs no exception from a policy', async () => {
    const context = await browser.newContext();
    const asked: string[] = [];
    const errors: string[] = [];
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const body = files.get(pathname === '/' ? '/index.html' : pathname);
      asked.push(pathname);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({
        body,
        contentType: /\.js$/.test(pathname) ? 'text/javascript' : 'text/html',
        headers: { 'content-security-policy': "default-src 'none'; script-src 'self'; worker-src 'self'" },
      });
    });
    const tab = await context.newPage();
    tab.on('pageerror', (error) => errors.push(String(error)));
    tab.on('console', (message) => errors.push(message.text()));
    await tab.goto('https://reader.example/');
    await tab.waitForFunction('window.readInWorker !== undefined');
    for (const story of stories) {
      const found = (await tab.evaluate(
        (given) => (globalThis as unknown as Record<string, (s: Story) => Promise<Reading>>).readInWorker!(given),
        story,
      )) as Reading;
      expect(found.statements.length).toBeGreaterThan(5);
      expect(found).toEqual(read(story));
    }
    expect(errors).toEqual([]);
    expect(asked.sort()).toEqual(['/', ...[...files.keys()].filter((name) => name !== '/index.html')].sort());
  });

  it('it has no module of Node in it, and is as large as the page says', () => {
    const [name, code] = [...files].find(([file]) => /reader\.worker.*\.js$/.test(file))!;
    expect([name, /\bnode:[a-z]|__vite-browser-external|\brequire\(/.exec(code)?.[0]]).toEqual([name, undefined]);
    const [whole, packed] = /is ([\d,]+) kB, ([\d,]+) kB by gzip/
      .exec(page)!
      .slice(1)
      .map((n) => Number(n.replace(',', '')));
    expect(Math.abs(Buffer.byteLength(code) / 1000 / whole! - 1)).toBeLessThan(0.1);
    expect(Math.abs(gzipSync(code).length / 1000 / packed! - 1)).toBeLessThan(0.1);
  });
});

describe('SPEC R-36: the version of the schema', () => {
  it('stands in every line, which the schema of lines takes', () => {
    const printed = lineOf(read(stories[0]!));
    expect(Object.keys(printed)).toEqual(['schemaVersion', 'article', 'statements', 'findings']);
    expect(line.parse(JSON.parse(JSON.stringify(printed)))).toMatchObject({ schemaVersion });
    expect(schemaVersion).toMatch(/^\d+\.\d+$/);
    expect(readText('docs/schema.md')).toContain(`The version of these fields is **${schemaVersion}**`);
  });
});
