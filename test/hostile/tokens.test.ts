import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/record.js';
import { type Holder, readTokens, roles } from '../../src/http/access/tokens.js';
import { isLoopback, serveRecord } from '../../src/http/server.js';
import { folderWith, remove, run } from '../cli/run.js';
import { recordOf, told } from '../export/record.js';
import { type Client, clientOf } from '../http/client.js';
import type { Place } from '../store/engines.js';

const secrets = { read: 'r'.repeat(32), review: 'v'.repeat(32), admin: 'a'.repeat(32) };
const unlimited = { burst: 1e9, perSecond: 1e9 };
const rates = { read: unlimited, write: unlimited, heavy: unlimited, wrong: unlimited };

let record: Store;
let place: Place;
let folder: string;
let holders: Holder[];
let client: Client;
let now = 1_700_000_000_000;
beforeAll(async () => {
  ({ record, place } = await recordOf(told));
  const lines = roles.map(
    (role, i) => `${role}er ${role} ${i === 2 ? `sha256:${createHash('sha256').update(secrets[role]).digest('hex')}` : secrets[role]}`,
  );
  folder = folderWith({ tokens: lines.join('\n') });
  chmodSync(path.join(folder, 'tokens'), 0o600);
  holders = readTokens(path.join(folder, 'tokens'));
  client = clientOf(record, { holders, rates, now: () => now });
});
afterAll(async () => {
  await record.close();
  await place.clear();
  remove(folder);
});

let cases = 0;
async function asked(at: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<[number, string | undefined]> {
  cases++;
  const answer = await client.ask(at, { ...init, headers });
  const text = await answer.text();
  if (answer.status >= 400) for (const secret of Object.values(secrets)) expect(text).not.toContain(secret.slice(0, 20));
  return [
    answer.status,
    answer.status >= 400 && text.startsWith('{') ? ((JSON.parse(text) as { code?: string }).code ?? undefined) : undefined,
  ];
}
const overview = '/api/v1/overview';
const r = secrets.read;

/** What is sent instead of `Authorization: Bearer TOKEN`. */
const wrong: readonly string[] = [
  ...[
    'Bearer',
    'Bearer ',
    'bearer',
    r,
    `Basic ${r}`,
    `Token ${r}`,
    `Bearer:${r}`,
    `Bearer${r}`,
    `Bearer ${r.slice(1)}`,
    `Bearer ${r}r`,
    `Bearer ${r.slice(0, -1)}`,
  ],
  ...[
    `Bearer ${r.toUpperCase()}`,
    `Bearer ${r} ${r}`,
    `Bearer ${r},${r}`,
    `Bearer "${r}"`,
    `Bearer ${Buffer.from(r).toString('base64')}`,
    `Bearer ${r}%00`,
  ],
  ...[
    `Bearer\t${r}`,
    `Bearer ${'x'.repeat(5_000)}`,
    'Bearer null',
    'Bearer undefined',
    'Bearer [object Object]',
    'Bearer *',
    "Bearer ' OR 1=1 --",
  ],
  ...[
    `Bearer ${createHash('sha256').update(r).digest('hex')}`,
    `Bearer sha256:${createHash('sha256').update(secrets.admin).digest('hex')}`,
  ],
];

describe('S13: who may come in', () => {
  it('whoever shows no token of somebody stays outside', async () => {
    for (const authorization of wrong)
      expect([authorization, await asked(overview, { authorization })]).toEqual([authorization, [401, 'bad-token']]);
    for (const at of [
      `${overview}?token=${r}`,
      `${overview}?access_token=${r}`,
      `${overview}?signed=${r}`,
      `${overview}?authorization=Bearer%20${r}`,
    ])
      expect([at, await asked(at)]).toEqual([at, [401, 'no-token']]);
    for (const headers of [
      { cookie: `token=${r}` },
      { 'x-api-key': r },
      { 'proxy-authorization': `Bearer ${r}` },
      { 'x-forwarded-user': 'adminer' },
    ])
      expect(await asked(overview, headers)).toEqual([401, 'no-token']);
    expect(await asked('/mcp', { 'content-type': 'application/json' }, { method: 'POST', body: '{}' })).toEqual([401, 'no-token']);
  });

  it('each may do what the role says and no more', async () => {
    const wanted = { kind: 'names', is: 'same', names: ['a', 'b'], why: 'x' };
    const doing = { read: ['GET', overview], review: ['POST', '/api/v1/decisions'], admin: ['POST', '/api/v1/problems/retry'] } as const;
    for (const held of roles)
      for (const needed of roles) {
        const [method, at] = doing[needed];
        const headers = { authorization: `Bearer ${secrets[held]}`, 'content-type': 'application/json' };
        const [status, code] = await asked(at, headers, method === 'POST' ? { method, body: JSON.stringify(wanted) } : {});
        const may = roles.indexOf(held) >= roles.indexOf(needed);
        expect([held, needed, code === 'role' ? 'refused' : status < 500]).toEqual([held, needed, may ? true : 'refused']);
      }
  });

  it('a link is good for its address, its time and looking, and nobody can make one', async () => {
    const authorization = `Bearer ${r}`;
    const made = await client.post('/links', { address: '/api/v1/stories.csv?limit=5' }, { authorization });
    const { address } = (await made.json()) as { address: string };
    expect(await asked(address)).toEqual([200, undefined]);
    const signed = decodeURIComponent(/signed=(.*)$/.exec(address)![1]!);
    const [name = '', until = '', key = ''] = signed.split('.');
    const forged: [string, RequestInit][] = [
      [address.replace('limit=5', 'limit=500'), {}],
      [address.replace('stories', 'statements'), {}],
      [address.replace('limit=5', 'limit=5&pair=VN,RU'), {}],
      [`${address}&limit=6`, {}],
      [address.replace(encodeURIComponent(signed), encodeURIComponent([name, String(Number(until) + 9_000), key].join('.'))), {}],
      [address.replace(encodeURIComponent(signed), encodeURIComponent([name, '', key].join('.'))), {}],
      [address.replace(encodeURIComponent(signed), encodeURIComponent(['adminer', until, key].join('.'))), {}],
      [address.replace(encodeURIComponent(signed), encodeURIComponent([name, until, `${key.slice(1)}A`].join('.'))), {}],
      [address.replace(encodeURIComponent(signed), encodeURIComponent([name, until, ''].join('.'))), {}],
      [address.replace('/api/v1/stories.csv', '/api/v1/decisions'), { method: 'POST', body: '{}' }],
      [address.replace('signed=', 'signed=x&signed='), {}],
    ];
    for (const [at, init] of forged) expect([at, (await asked(at, {}, init))[0]]).toEqual([at, 401]);
    now += 3_600_000;
    expect(await asked(address)).toEqual([401, 'no-token']);
  });

  it('pages of other addresses are kept out, with a token too', async () => {
    const own = { authorization: `Bearer ${secrets.admin}`, 'content-type': 'application/json' };
    for (const spoof of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'file://' },
      { origin: 'http://127.0.0.1:7357.evil.example' },
      { origin: 'http://127.0.0.1:7357@evil.example' },
      { origin: 'http://localhost:80' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'anything' },
    ])
      expect([spoof, await asked('/api/v1/decisions', { ...own, ...spoof }, { method: 'POST', body: '{}' })]).toEqual([
        spoof,
        [403, 'other-origin'],
      ]);
    for (const host of ['evil.example', '127.0.0.1:7357.evil.example', '127.0.0.1:7358', '169.254.169.254', '[::1]', ''])
      expect([host, await asked(overview, { ...own, host })]).toEqual([host, [403, 'host']]);
    expect((await asked('/mcp', { ...own, origin: 'https://evil.example' }, { method: 'POST', body: '{}' }))[0]).toBe(403);
  });

  it('the server is at this machine only, and beyond it with tokens only', async () => {
    const serving = await serveRecord(record, 0);
    expect(new URL(serving.url).hostname).toBe('127.0.0.1');
    await serving.close();
    for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example', 'localhost.evil.example', '1127.0.0.1'])
      expect(isLoopback(host)).toBe(false);
    const { code, err } = await run(['serve', '--db', 'any.db', '--host', '0.0.0.0'], { cwd: folder });
    expect([code, err]).toEqual([2, expect.stringContaining('--tokens')]);
    cases += 8;
  });

  it('tokens are held as hashes only, in the file too where it has them', () => {
    for (const holder of holders)
      expect(JSON.stringify({ ...holder, hash: holder.hash.toString('latin1') })).not.toMatch(/r{10}|v{10}|a{10}/);
    expect(holders[2]!.hash).toEqual(createHash('sha256').update(secrets.admin).digest());
    const bad = path.join(folder, 'bad');
    for (const line of ['a read sha256:12', 'a read sha256:', `a read sha256:${'g'.repeat(64)}`, 'a read short']) {
      cases++;
      const other = folderWith({ bad: line });
      chmodSync(path.join(other, 'bad'), 0o600);
      expect(() => readTokens(path.join(other, 'bad'))).toThrow('line 1');
      remove(other);
    }
    expect(() => readTokens(bad)).toThrow('ENOENT');
  });

  it('the deck has 60 cases or more', () => expect(cases).toBeGreaterThanOrEqual(60));
});
