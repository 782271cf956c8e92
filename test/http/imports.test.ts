import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Imports } from '../../src/app/imports.js';
import { openRecord, type Store } from '../../src/app/record.js';
import { type Client, clientOf } from './client.js';

const told = (year: number, billions: number): string => `越俄贸易

越通社河内——${year + 1}年2月1日，据越南海关总局的数据，${year}年越俄双边贸易额达${billions}亿美元。(完)
`;

interface Import {
  id: string;
  state: string;
  problem: string | null;
  documents: { source: string; id: string | null; brought: boolean; state: string; reason: string | null; statements: number }[];
}

let record: Store;
let client: Client;
beforeEach(async () => {
  record = await openRecord(':memory:');
  client = clientOf(record);
});
afterEach(() => record.close());

async function finished(answer: Response): Promise<Import> {
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as Import;
  for (;;) {
    const now = await client.get<Import>(`/imports/${id}`);
    if (!['waiting', 'reading', 'auditing'].includes(now.state)) return now;
    await new Promise((done) => setImmediate(done));
  }
}
const articles = async (): Promise<number> => (await record.counts()).articles;
const form = (files: Record<string, string | Uint8Array<ArrayBuffer>>, more: Record<string, string> = {}): RequestInit => {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('file', new File([content], name));
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  return { method: 'POST', body };
};

describe('stories come in', () => {
  it('as JSON, and each says what became of it', async () => {
    const one = await finished(
      await client.post('/stories', {
        stories: [{ text: told(2019, 44), source: 'https://example.org/1' }, { text: ' ' }, { text: told(2020, 48), name: '二.txt' }],
      }),
    );
    expect(one).toMatchObject({
      state: 'done',
      problem: null,
      documents: [
        { source: 'https://example.org/1', state: 'new' },
        { state: 'failed', id: null },
        { source: expect.stringMatching(/^upload\/[0-9a-f]{8}-二\.txt$/), state: 'new' },
      ],
    });
    expect(one.documents[1]!.reason).toMatch(/\(.+\)$/);
    const { story } = await client.get<{ story: Record<string, unknown> }>(`/stories/${encodeURIComponent(one.documents[0]!.id!)}`);
    expect(story).toMatchObject({ link: 'https://example.org/1' });
    const { items } = await client.get<{ items: { points: { value: number }[] }[] }>('/pairs/VN/RU/figures');
    expect(items[0]!.points.map((p) => p.value)).toEqual([4_400_000_000, 4_800_000_000]);
  });

  it('as files of a form, in other encodings too', async () => {
    const gbk = Uint8Array.from([
      0xd4, 0xbd, 0xc4, 0xcf, 0xd3, 0xeb, 0xb6, 0xed, 0xc2, 0xde, 0xcb, 0xb9, 0xd3, 0xd1, 0xba, 0xc3, 0xa1, 0xa3,
    ]);
    const one = await finished(
      await client.ask('/api/v1/stories', form({ 'a.txt': told(2019, 44), '../../b.txt': gbk }, { encoding: 'gb18030' })),
    );
    expect(one.documents.map((d) => [d.source.replace(/[0-9a-f]{8}/, 'HASH'), d.state])).toEqual([
      ['upload/HASH-a.txt', 'new'],
      ['upload/HASH-b.txt', 'new'],
    ]);
    const { text } = await client.get<{ text: string }>(`/stories/${encodeURIComponent(one.documents[1]!.id!)}`);
    expect(text).toBe('越南与俄罗斯友好。');
  });

  it('as pages and as files that hold several', async () => {
    const page = `<!doctype html><html lang="zh"><head><title>越俄贸易</title></head><body><article><h1>越俄贸易</h1><p>越通社河内——2020年2月1日，据越南海关总局的数据，2019年越俄双边贸易额达44亿美元。双方表示将继续扩大在能源、农业和旅游等领域的合作。</p></article></body></html>`;
    const lines = [told(2021, 71), told(2022, 36)].map((text) => JSON.stringify({ title: '越俄贸易', text })).join('\n');
    const one = await finished(await client.ask('/api/v1/stories', form({ 'a.html': page, 'b.jsonl': lines, 'c.txt': told(2018, 45) })));
    expect(one.documents.map((d) => [d.state, d.statements > 0])).toEqual(Array(4).fill(['new', true]));
    expect(one.documents.map((d) => d.source.replace(/^.*-(?=[abc]\.)/, '')[0])).toEqual(['a', 'b', 'b', 'c']);
    await finished(await client.post(`/imports/${one.id}/undo`, {}));
    expect(await articles()).toBe(0);
  });

  it('from addresses: what is refused says why, stands in the ledger, and is tried again', async () => {
    let isDown = true;
    const page = `<!doctype html><html lang="zh"><body><article><h1>越俄贸易</h1><p>${told(2019, 44)}</p></article></body></html>`;
    const server = createServer((_, answer) => {
      if (isDown) answer.writeHead(503).end();
      else answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.html`;
      const refused = await finished(await client.post('/stories', { addresses: [address] }));
      expect(refused.documents).toMatchObject([{ source: address, state: 'failed', id: null }]);
      expect(refused.documents[0]!.reason).toContain('no public address');
      client = clientOf(record, {}, true);
      const down = await finished(await client.post('/problems/retry', { sources: [address] }));
      expect(down.documents[0]!.reason).toContain('503');
      expect(await client.get('/problems')).toMatchObject({ items: [{ source: address, state: 'failed', attempts: 2 }], total: 1 });
      isDown = false;
      const again = await finished(await client.post('/problems/retry', { sources: [address, 'https://example.org/never'] }));
      expect(again.documents).toMatchObject([{ source: address, state: 'new' }]);
      expect(await client.get('/problems')).toMatchObject({ items: [], total: 0 });
      expect((await client.post('/problems/retry', { sources: [address] })).status).toBe(409);
    } finally {
      server.close();
    }
  });

  it('nobody has a file of the server read by calling it an address', async () => {
    for (const address of ['/etc/hostname', 'file:///etc/hostname', 'ftp://example.org/a', 'https://exa mple.org/'])
      expect([address, (await client.post('/stories', { addresses: [address] })).status]).toEqual([address, 422]);
    await finished(await client.post('/stories', { stories: [{ text: ' ', source: '/etc/hostname' }] }));
    expect((await client.post('/problems/retry', { sources: ['/etc/hostname'] })).status).toBe(422);
    expect((await client.post('/stories', {})).status).toBe(422);
  });

  it('what is no form, or has no files, is refused', async () => {
    const wrong = async (init: RequestInit): Promise<number> => (await client.ask('/api/v1/stories', init)).status;
    expect(await wrong(form({}))).toBe(422);
    expect(await wrong({ method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } })).toBe(400);
    expect(await wrong(form({ 'a.txt': 'x' }, { published: 'yesterday' }))).toBe(422);
    const text = new FormData();
    text.append('file', 'no file');
    expect(await wrong({ method: 'POST', body: text })).toBe(422);
    expect(await articles()).toBe(0);
  });
});

describe('an import is undone', () => {
  it('as one: what it brought goes, what it replaced comes back, what was there before stays', async () => {
    const source = 'https://example.org/1';
    const first = await finished(await client.post('/stories', { stories: [{ text: told(2019, 44), source }] }));
    const second = await finished(
      await client.post('/stories', {
        stories: [{ text: told(2019, 45), source }, { text: told(2019, 44), source: 'again' }, { text: told(2021, 71) }],
      }),
    );
    expect(second.documents.map((d) => [d.state, d.brought])).toEqual([
      ['revised', true],
      ['same', false],
      ['new', true],
    ]);
    const undone = await finished(await client.post(`/imports/${second.id}/undo`, {}));
    expect(undone.state).toBe('undone');
    const { items } = await client.get<{ items: { id: string }[] }>('/stories');
    expect(items.map((s) => s.id)).toEqual([first.documents[0]!.id]);
    expect(await record.revisions(source)).toEqual([{ id: first.documents[0]!.id, current: true }]);
    const again = await client.post(`/imports/${second.id}/undo`, {});
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'not-at-its-end']);
    expect((await client.post('/imports/none/undo', {})).status).toBe(404);
  });

  it('imports are listed, the newest first, and known after a restart', async () => {
    const one = await finished(await client.post('/stories', { stories: [{ text: told(2019, 44) }] }));
    const two = await finished(await client.post('/stories', { stories: [{ text: told(2020, 48) }] }));
    client = clientOf(record);
    const { items } = await client.get<{ items: Import[] }>('/imports');
    expect(items.map((i) => i.id).sort()).toEqual([one.id, two.id].sort());
    expect(await client.get(`/imports/${one.id}`)).toEqual(one);
  });

  it('one that the program did not finish says so', async () => {
    const json = { id: 'x', at: '2026-01-01T00:00:00Z', by: 'anna', state: 'reading', problem: null, documents: [] };
    await record.keepImport({ id: 'x', at: json.at, json: JSON.stringify(json) });
    expect(await new Imports(record).get('x')).toMatchObject({ state: 'interrupted' });
  });
});
