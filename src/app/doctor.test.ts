import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { story } from '../../test/told.js';
import type { Finding } from '../model/finding.js';
import type { Store } from '../store/port.js';
import { openSqlite } from '../store/sqlite/open.js';
import { foldText } from '../text/fold.js';
import { examine } from './doctor.js';

const at = '2026-01-02T03:04:05.000Z';
let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rapporteur-doctor-'));
  file = path.join(folder, 'record.db');
  store = await openSqlite(file, { fold: foldText });
});
afterEach(async () => {
  await store.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const sound = story('a.txt', [
  { type: 'agreement', quote: '𠀀协定', name: '甲', roles: { name: { basis: 'inherited', start: 4, end: 5, quote: '𠀀' } } },
  { type: 'event', quote: '会谈', date: '2020' },
]);
const place = (quote: string, start = 4, article = sound.article.id): Finding => ({
  ...{ rule: 'text/x', severity: 'note', message: 'x', suggestion: null },
  evidence: [{ article, start, end: start + 2, quote }],
});
async function put(change: Partial<typeof sound> = {}): Promise<void> {
  const { text, ...reading } = { ...sound, ...change };
  await store.put([{ reading, text }], '1', at);
}
const checks = async (): Promise<string[]> => (await examine(store)).faults.map((f) => `${f.check}: ${f.message}`);
/** Changes the file behind the store's back. */
function meddle(sql: string): void {
  const raw = new DatabaseSync(file);
  raw.exec(sql);
  raw.close();
}

describe('SPEC R-73: the doctor', () => {
  it('finds nothing wrong where nothing is, and says what it looked at', async () => {
    await put({ findings: [place('𠀀协')] });
    await store.replaceFindings('audit', [place('𠀀协')]);
    const looked: number[] = [];
    expect(await examine(store, { onProgress: (n, of) => looked.push(n, of) })).toEqual({
      checked: { articles: 1, statements: 2, quotes: 5, findings: 2, documents: 1 },
      found: 0,
      faults: [],
    });
    expect(looked).toEqual([1, 1]);
  });
  it('names every quote that is not the text at its place', async () => {
    const [agreement, event] = sound.statements as [(typeof sound.statements)[0], (typeof sound.statements)[0]];
    await put({
      statements: [
        { ...agreement, roles: { name: { basis: 'inherited', start: 5, end: 6, quote: '𠀀' } } },
        { ...event, quote: '会晤' },
      ],
    });
    expect(await checks()).toEqual([
      `quotes: name of agreement ${agreement.id} quotes "𠀀", but 5–6 is "协"`,
      `quotes: event ${event.id} quotes "会晤", but 9–11 is "会谈"`,
    ]);
  });
  it('looks at findings, at passages, and at superseded articles too', async () => {
    await put({ findings: [place('错了')], article: { ...sound.article, passages: [{ role: 'body', item: 0, start: 0, end: 999 }] } });
    await store.put(
      [{ reading: story('a.txt', [{ type: 'event', quote: '新' }]), text: story('a.txt', [{ type: 'event', quote: '新' }]).text }],
      '1',
      at,
    );
    await store.replaceFindings('audit', [place('错了'), place('一', 0, 'sha256:0')]);
    expect(await checks()).toEqual([
      'quotes: finding text/x quotes "错了", but 4–6 is "𠀀协"',
      'passages: body 0–999 is not within the text of 11',
      'quotes: finding text/x rests on this article, which is not in the record',
      'quotes: finding text/x quotes "错了", which is not at 4–6',
    ]);
  });
  it('names what was being read when the program stopped', async () => {
    await store.begin([{ id: 'sha256:1', source: 'b.txt' }], '1', at);
    expect(await checks()).toEqual(['ledger: b.txt was being read when the program stopped: read it again']);
  });
  it.each([
    ['delete from document', 'ledger', 'the article of a.txt is not in the ledger'],
    [
      "insert into document values ('sha256:9', 'z', 'done', null, 1, '1', 't', 't')",
      'ledger',
      'the ledger calls z done, but there is no article',
    ],
    ['update article set current = 0', 'revisions', 'is called superseded, but a source holds it'],
    ["delete from filing where type = 'event'", 'filing', 'is filed 4 times, should be 7'],
    ['update subject set statements = 9', 'subjects', 'counts 9 statements, has 2'],
    ['update statement set claim = 7', 'claims', 'a statement stands in another claim than its words give'],
    ["update tally set amount = 9 where what = 'statements'", 'counts', 'counts 9, has 1'],
    ['delete from search where rowid = 1', 'search', '0 articles in the search index, 1 in the record'],
  ])('finds: %s', async (sql, check, message) => {
    await put();
    await store.close();
    meddle(sql);
    store = await openSqlite(file, { fold: foldText });
    expect(await checks()).toContain(`${check}: ${message}`);
  });
  it('what is only derived can be made anew', async () => {
    await put();
    await store.close();
    meddle('delete from filing; update claim set tellings = 5; delete from tally; delete from search where rowid = 1');
    store = await openSqlite(file, { fold: foldText });
    expect(await checks()).not.toEqual([]);
    await store.refile();
    expect(await checks()).toEqual([]);
  });
  it('keeps the first faults and counts the rest', async () => {
    await put({ statements: sound.statements.map((s) => ({ ...s, quote: '无' })) });
    const report = await examine(store, { maxFaults: 1 });
    expect([report.found, report.faults.length]).toEqual([2, 1]);
  });
});
