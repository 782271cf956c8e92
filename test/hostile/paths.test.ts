import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSources } from '../../src/acquire/files.js';
import { storiesIn } from '../../src/acquire/stories.js';
import { exportFile, exportFolder } from '../../src/app/export.js';
import { openRecord, type Store } from '../../src/app/record.js';
import { startRecord } from '../../src/app/start.js';
import { serveRecord } from '../../src/http/server.js';
import { folderWith, remove, story } from '../cli/run.js';
import { clientOf } from '../http/client.js';

const secret = 'nobody-may-see-this';
let folder: string;
let data: string;
let record: Store;
beforeEach(async () => {
  folder = folderWith({ 'outside/secret.txt': secret, 'outside/secret.json': `{"text":"${secret}"}`, 'data/a.txt': story });
  data = path.join(folder, 'data');
  record = await openRecord(path.join(data, 'r.db'));
});
afterEach(async () => {
  await record.close();
  remove(folder);
});

/** Everything beside the folder of data: names, kinds and contents. */
function outside(): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((place) => !place.startsWith(data))
    .map((place) => `${place} ${fs.lstatSync(place).isFile() ? fs.readFileSync(place, 'utf8') : 'folder'}`)
    .sort();
}

let cases = 0;
/** Names by which files come in. */
const names = [
  ...[
    '../outside/secret.txt',
    '../../outside/x.txt',
    '..\\..\\outside\\x.txt',
    '/etc/passwd.txt',
    'C:\\Windows\\x.txt',
    '\\\\server\\share\\x.txt',
  ],
  ...[
    'file:///etc/passwd',
    '....//....//x.txt',
    '..%2f..%2fx.txt',
    '%2e%2e/x.txt',
    'a/../../x.txt',
    'x.txt/../../y.txt',
    '.',
    '..',
    '...',
    '~root',
  ],
  ...[
    'CON',
    'NUL.txt',
    'aux.txt',
    'COM1.txt',
    'x.txt:stream',
    'x.txt.',
    '-rf',
    '$(id).txt',
    '`id`.txt',
    '|id',
    'a;b.txt',
    `${'n'.repeat(3000)}.txt`,
  ],
];
/** Addresses of files that do not belong to the application. */
const asked = [
  ...['/../package.json', '/../../package.json', '/assets/../../package.json', '/assets/..%2f..%2f..%2fpackage.json', '/..%2fpackage.json'],
  ...['/%2e%2e/%2e%2e/package.json', '/assets/%2e%2e%2f%2e%2e%2fpackage.json', '/..\\..\\package.json', '/assets/..%5c..%5cpackage.json'],
  ...[
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/assets/%00',
    '/index.html%00.js',
    '/./../package.json',
    '/assets/....//package.json',
    '/.git/config',
  ],
];

describe('S11: paths', () => {
  it('names of files that are sent are names, and nothing is written or read under them', async () => {
    const before = outside();
    const client = clientOf(record);
    const body = new FormData();
    for (const [i, name] of names.entries()) body.append('file', new File([story.replace('44亿', `${i + 100}亿`)], name));
    const { id } = (await (await client.ask('/api/v1/stories', { method: 'POST', body })).json()) as { id: string };
    interface Import {
      state: string;
      documents: { source: string; state: string }[];
    }
    let one: Import;
    do {
      await new Promise((done) => setImmediate(done));
      one = await client.get<Import>(`/imports/${id}`);
    } while (['waiting', 'reading', 'auditing'].includes(one.state));
    expect(one.documents).toHaveLength(names.length);
    for (const { source } of one.documents) {
      cases++;
      expect(source).toMatch(/^upload\/[0-9a-f]{8}-[^/\\\p{Cc}]{1,200}$/u);
    }
    expect(one.documents.filter((d) => d.state === 'new').length).toBe(names.length);
    expect(outside()).toEqual(before);
    for (const source of ['../outside/secret.txt', 'file:///etc/passwd', path.join(folder, 'outside/secret.txt')])
      expect((await client.post('/problems/retry', { sources: [source] })).status).toBe(422);
  });

  it('no file is served but those of the application', async () => {
    const serving = await serveRecord(record, 0);
    const { port } = new URL(serving.url);
    for (const at of asked) {
      cases++;
      const [status, text] = await new Promise<[number, string]>((done, failed) => {
        const request = http.request({ port, path: at, host: '127.0.0.1' }, (answer) => {
          let said = '';
          answer
            .setEncoding('utf8')
            .on('data', (part) => (said += part))
            .on('end', () => done([answer.statusCode!, said]));
        });
        request.on('error', failed).end();
      });
      expect([at, [200, 400, 404, 503].includes(status)]).toEqual([at, true]);
      expect([at, text]).toEqual([at, expect.not.stringMatching(/"devDependencies"|root:|\[core\]/)]);
    }
    await serving.close();
  });

  it('parts of office files under names that lead elsewhere are not written', async () => {
    const before = outside();
    for (const name of ['../../outside/x', '/etc/x', '..\\..\\x', 'C:\\x', 'word/../../../outside/x', 'word/document.xml/../../x']) {
      cases++;
      const bytes = zipSync({ [name]: strToU8(secret), 'word/document.xml': strToU8('<w:p><w:t>两国外长在河内举行会谈。</w:t></w:p>') });
      const given = (async function* () {
        yield { source: path.join(data, 'a.docx'), bytes };
      })();
      for await (const found of storiesIn(given)) expect('bytes' in found && Buffer.from(found.bytes).toString()).not.toContain(secret);
    }
    expect(outside()).toEqual(before);
  });

  it('what is to be read may lead anywhere but into a circle, and one clear line says what cannot be read', async () => {
    fs.symlinkSync('loop.txt', path.join(data, 'loop.txt'));
    fs.symlinkSync('.', path.join(data, 'again'));
    fs.symlinkSync('/nowhere', path.join(data, 'gone.txt'));
    fs.mkdirSync(path.join(data, 'folder.txt'));
    const inputs = ['loop.txt', 'again', 'gone.txt', 'a\0b.txt', 'n'.repeat(5000), 'a.txt/../a.txt/x', 'folder.txt'];
    for (const input of inputs) {
      cases++;
      const { read } = await openSources([input.includes('\0') ? input : path.join(data, input)]);
      for await (const source of read())
        if ('error' in source) expect(source.error.message).toMatch(/^[^\n]+ \(.+\)$/);
        else expect(source.source).toMatch(/a\.txt$/);
    }
  });

  it('a file or folder that is written takes the place of a link, and never what it leads to', async () => {
    await startRecord(record, [path.join(data, 'a.txt')]);
    const before = outside();
    const draft = (name: string): string => path.join(data, `.${name}.${process.pid}.new`);
    fs.symlinkSync('../outside/secret.txt', path.join(data, 'out.jsonl'));
    await exportFile(record, { format: 'jsonl' }, path.join(data, 'out.jsonl'));
    expect(fs.lstatSync(path.join(data, 'out.jsonl')).isFile()).toBe(true);
    fs.symlinkSync('../outside/secret.txt', draft('planted.jsonl'));
    await expect(exportFile(record, { format: 'jsonl' }, path.join(data, 'planted.jsonl'))).rejects.toMatchObject({ code: 'EEXIST' });
    fs.mkdirSync(path.join(data, 'tables'));
    fs.symlinkSync('../../outside/secret.txt', path.join(data, 'tables', 'event.csv'));
    await exportFolder(record, { format: 'csv' }, path.join(data, 'tables'));
    expect(fs.lstatSync(path.join(data, 'tables', 'event.csv')).isFile()).toBe(true);
    expect(outside()).toEqual(before);
    cases += 3;
  });

  it('the deck has 60 cases', () => expect(cases).toBe(60));
});
