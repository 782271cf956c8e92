import { createHash } from 'node:crypto';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkXml } from '../../src/acquire/feeds/xml.js';
import { openRecord, type Store } from '../../src/app/record.js';
import { startRecord } from '../../src/app/start.js';
import type { Holder } from '../../src/http/access/tokens.js';
import { folderWith, remove } from '../cli/run.js';
import { clientOf } from './client.js';

const story = `越南与俄罗斯外长会谈 & 合作

越通社河内——2020年11月11日，越南外交部长范平明在河内与俄罗斯外交部长谢尔盖·拉夫罗夫(Sergei Lavrov)举行会谈。

2020年越俄双边贸易额达4850亿美元，其中越南对俄罗斯出口28.5亿美元，自俄罗斯进口20亿美元。(完)
`;
const token = 't'.repeat(40);
const holders: Holder[] = ['anna', 'binh'].map((name) => ({
  ...{ name, role: 'read' as const },
  hash: createHash('sha256')
    .update(name === 'anna' ? token : 'u'.repeat(40))
    .digest(),
}));
const bearer = { authorization: `Bearer ${token}` };

let folder: string;
let record: Store;
beforeAll(async () => {
  folder = folderWith({ 'a.txt': story });
  record = await openRecord(':memory:');
  await startRecord(record, [folder]);
});
afterAll(async () => {
  await record.close();
  remove(folder);
});

describe('the feed', () => {
  const feedAt = async (query: string) => {
    const answer = await clientOf(record).ask(`/api/v1/feed${query}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const text = await answer.text();
    expect(walkXml(text, { close: () => undefined })).toBeNull();
    return { text, feed: parseAtomFeed(text) };
  };

  it('has events and findings, of all and of a pair, each with the page of its story', async () => {
    for (const query of ['', '?pair=VN,RU']) {
      const { feed } = await feedAt(query);
      const kinds = new Set(feed.entries!.map(({ id }) => id!.split(':')[2]));
      expect(kinds).toEqual(new Set(['event', 'finding']));
      expect(new Set(feed.entries!.map(({ id }) => id)).size).toBe(feed.entries!.length);
      for (const entry of feed.entries!) expect(entry.links![0]!.href).toMatch(/^http:\/\/127\.0\.0\.1:7357\/story\/sha256%3A/);
      expect(feed.links![0]).toMatchObject({ rel: 'self', href: `http://127.0.0.1:7357/api/v1/feed${query}` });
      expect([feed.id, feed.updated, feed.authors![0]!.name]).toEqual([feed.links![0]!.href, '2020-11-11T00:00:00Z', 'Rapporteur']);
    }
    expect((await feedAt('?pair=VN,LA')).feed.entries ?? []).toEqual([]);
  });

  it('of a search has its stories', async () => {
    const { feed, text } = await feedAt(`?q=${encodeURIComponent('贸易额')}`);
    expect(feed.entries!.map(({ title }) => title)).toEqual([{ value: '越南与俄罗斯外长会谈 & 合作' }]);
    expect(text).toContain('会谈 &amp; 合作');
  });

  it('is not sent again to who has it', async () => {
    const client = clientOf(record);
    const etag = (await client.ask('/api/v1/feed')).headers.get('etag')!;
    expect((await client.ask('/api/v1/feed', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('a link for those who cannot send a token', () => {
  let now = 1_000_000;
  const client = () => clientOf(record, { holders, now: () => now });
  const linkTo = async (address: string): Promise<string> => {
    const answer = await client().post('/links', { address }, bearer);
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { address: string }).address;
  };
  const status = async (address: string): Promise<number> => (await client().ask(address)).status;

  it('opens this one address for a minute, and nothing else', async () => {
    const address = `/api/v1/search.csv?q=${encodeURIComponent("越 'x")}`;
    const link = await linkTo(address);
    expect(await status(address)).toBe(401);
    expect(await status(link)).toBe(200);
    expect(await status(link.replace('search.csv', 'stories.csv'))).toBe(401);
    expect(await status(link.replace('q=', 'q=x'))).toBe(401);
    expect(await status(link.replace('anna', 'binh'))).toBe(401);
    expect(await status(`${link}&limit=1`)).toBe(401);
    expect((await client().ask(link, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(404);
    now += 61_000;
    expect(await status(link)).toBe(401);
    const [head, tail] = link.split(/\.\d+\./);
    expect(await status(`${head}.9999999999.${tail}`)).toBe(401);
  });

  it('to a feed stands as long as the token', async () => {
    const link = await linkTo('/api/v1/feed?pair=VN%2CRU');
    now += 10 * 365 * 86_400_000;
    expect(await status(link)).toBe(200);
    expect((await clientOf(record, { holders: [holders[1]!] }).ask(link)).status).toBe(401);
  });

  it('is given to nobody without a token, leads nowhere else, and needs no signature where there are no tokens', async () => {
    expect((await client().post('/links', { address: '/api/v1/feed' })).status).toBe(401);
    expect((await client().post('/links', { address: '//evil.example/' }, bearer)).status).toBe(422);
    expect(await (await clientOf(record).post('/links', { address: '/api/v1/feed' })).json()).toEqual({ address: '/api/v1/feed' });
  });
});

describe('watches', () => {
  const post = (client: ReturnType<typeof clientOf>, at: string, body?: object, headers: Record<string, string> = {}) =>
    client.ask(`/api/v1/watches${at}`, {
      method: 'POST',
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  type Kept = { id: string; feed: string; pair: string[] | null; by: string };

  it('are kept once, each with its feed, and forgotten', async () => {
    const client = clientOf(record);
    const search = (await (await post(client, '', { q: '外长', year: '2020' })).json()) as Kept;
    const pair = (await (await post(client, '', { pair: 'VN,RU' })).json()) as Kept;
    expect(pair.pair).toEqual(['RU', 'VN']);
    expect(((await (await post(client, '', { q: '外长', year: '2020' })).json()) as Kept).id).toBe(search.id);
    const { items } = (await (await client.ask('/api/v1/watches')).json()) as { items: Kept[] };
    expect(items.map(({ id }) => id).sort()).toEqual([search.id, pair.id].sort());
    const entries = async (feed: string) => parseAtomFeed(await (await client.ask(feed)).text()).entries ?? [];
    expect((await entries(search.feed)).map(({ id }) => id!.split(':')[2])).toEqual(['story']);
    expect(new Set((await entries(pair.feed)).map(({ id }) => id!.split(':')[2]))).toEqual(new Set(['event', 'finding']));
    const other = (await (await post(client, '', { q: '外长', year: '1999' })).json()) as Kept;
    expect(await entries(other.feed)).toEqual([]);
    for (const { id } of [search, pair, other]) expect((await post(client, `/${id}/forget`)).status).toBe(200);
    expect((await post(client, `/${search.id}/forget`)).status).toBe(404);
    expect((await client.ask(search.feed)).status).toBe(404);
  });

  it('are what they are: a search or a pair', async () => {
    const client = clientOf(record);
    for (const body of [
      {},
      { q: ' ' },
      { q: 'a', pair: 'VN,RU' },
      { pair: 'VN,RU', year: '2020' },
      { q: 'a', year: '20' },
      { q: 'a', more: 1 },
    ])
      expect([body, (await post(client, '', body)).status]).toEqual([body, 422]);
  });

  it('need the role review to be kept, and a feed reader follows one without a token', async () => {
    const reviewer: Holder = { name: 'chi', role: 'review', hash: createHash('sha256').update('v'.repeat(40)).digest() };
    const client = clientOf(record, { holders: [...holders, reviewer] });
    expect((await post(client, '', { q: '外长' }, bearer)).status).toBe(403);
    const headers = { authorization: `Bearer ${'v'.repeat(40)}` };
    const kept = (await (await post(client, '', { q: '外长' }, headers)).json()) as Kept;
    expect(kept.by).toBe('chi');
    const asked = {
      method: 'POST',
      headers: { ...bearer, 'content-type': 'application/json' },
      body: JSON.stringify({ address: kept.feed }),
    };
    const { address } = (await (await client.ask('/api/v1/links', asked)).json()) as { address: string };
    expect(address).toMatch(/signed=anna\.\./);
    expect((await client.ask(address)).status).toBe(200);
    expect((await post(client, `/${kept.id}/forget`, undefined, headers)).status).toBe(200);
  });
});
