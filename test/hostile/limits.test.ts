import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/record.js';
import { type Rate, RateLimit } from '../../src/http/access/rate.js';
import type { Holder } from '../../src/http/access/tokens.js';
import { readTokens } from '../../src/http/access/tokens.js';
import { folderWith, remove } from '../cli/run.js';
import { recordOf, told } from '../export/record.js';
import { clientOf } from '../http/client.js';
import type { Place } from '../store/engines.js';

let record: Store;
let place: Place;
let holders: Holder[];
beforeAll(async () => {
  ({ record, place } = await recordOf(told));
  const folder = folderWith({ tokens: `a read ${'a'.repeat(30)}\nb read ${'b'.repeat(30)}\nc admin ${'c'.repeat(30)}` });
  chmodSync(path.join(folder, 'tokens'), 0o600);
  holders = readTokens(path.join(folder, 'tokens'));
  remove(folder);
});
afterAll(async () => {
  await record.close();
  await place.clear();
});

let cases = 0;
const of = (name: string) => ({ authorization: `Bearer ${name.repeat(30)}` });
const few: Rate = { burst: 3, perSecond: 1 };
const rates = { read: few, write: few, heavy: few, wrong: few };

/** What is asked of each cost. */
const asks: Readonly<Record<string, readonly [path: string, init?: RequestInit][]>> = {
  read: [
    ['/api/v1/overview'],
    ['/api/v1/stories.csv'],
    ['/api/v1/search?q=越'],
    ['/api/v1/pairs/VN/RU'],
    ['/metrics'],
    ['/api/v1/findings'],
  ],
  write: [
    ['/api/v1/decisions', { method: 'POST', body: '{}' }],
    ['/api/v1/problems/retry', { method: 'POST', body: '{}' }],
    ['/api/v1/stories', { method: 'POST', body: '{' }],
  ],
  heavy: [
    ['/api/v1/pairs/VN/RU/brief.md'],
    ['/api/v1/pairs/VN/RU/brief.html'],
    ['/api/v1/check', { method: 'POST', body: '{}' }],
    ['/mcp', { method: 'POST', body: '{}' }],
  ],
};

describe('S14: limits', () => {
  it('who floods the server waits, whatever is asked for, and nobody else does', async () => {
    for (const [cost, all] of Object.entries(asks))
      for (const [at, init = {}] of all) {
        cases++;
        const client = clientOf(record, { holders, rates, now: () => 0 });
        const ask = (name: string) => client.ask(at, { ...init, headers: { ...of(name), 'content-type': 'application/json' } });
        const flood = [];
        for (let i = 0; i < 6; i++) flood.push(await ask('c'));
        expect([at, flood.map((answer) => answer.status === 429)]).toEqual([at, [false, false, false, true, true, true]]);
        expect([at, flood[5]!.headers.get('retry-after')]).toEqual([at, '1']);
        expect([cost, at, (await ask('b')).status === 429]).toEqual([cost, at, false]);
      }
  });

  it('what costs much has a limit of its own, and what was refused costs too', async () => {
    const client = clientOf(record, { holders, rates, now: () => 0 });
    for (let i = 0; i < 5; i++) await client.ask('/api/v1/pairs/VN/RU/brief.md', { headers: of('a') });
    expect((await client.ask('/api/v1/pairs/VN/RU/brief.md', { headers: of('a') })).status).toBe(429);
    expect((await client.ask('/api/v1/overview', { headers: of('a') })).status).toBe(200);
    for (let i = 0; i < 3; i++) expect((await client.post('/decisions', {}, of('a'))).status).toBe(403);
    expect((await client.post('/decisions', {}, of('a'))).status).toBe(429);
    cases += 4;
  });

  it('without tokens an address is a client, whatever a header says of it', async () => {
    const client = clientOf(record, { rates, now: () => 0 });
    const said = [];
    for (let i = 0; i < 5; i++)
      said.push(
        (
          await client.ask('/api/v1/overview', {
            headers: { 'x-forwarded-for': `10.0.0.${i}`, forwarded: `for=10.0.0.${i}`, 'x-real-ip': `10.0.0.${i}` },
          })
        ).status,
      );
    expect(said).toEqual([200, 200, 200, 429, 429]);
    cases += 3;
  });

  it('wrong tokens are counted by address, and right ones pass meanwhile', async () => {
    const client = clientOf(record, { holders, rates, now: () => 0 });
    const said = [];
    for (let i = 0; i < 5; i++) said.push((await client.ask('/api/v1/overview', { headers: of(`${i}`) })).status);
    expect(said).toEqual([401, 401, 401, 429, 429]);
    expect((await client.ask('/api/v1/overview', { headers: of('a') })).status).toBe(200);
    cases += 2;
  });

  it.each<[string, Rate, [at: number, waits: number][]]>([
    [
      'so many at once',
      { burst: 2, perSecond: 1 },
      [
        [0, 0],
        [0, 0],
        [0, 1],
        [0, 1],
      ],
    ],
    [
      'again after a while',
      { burst: 1, perSecond: 1 },
      [
        [0, 0],
        [500, 1],
        [1000, 0],
        [1001, 1],
      ],
    ],
    [
      'slowly',
      { burst: 1, perSecond: 0.1 },
      [
        [0, 0],
        [0, 10],
        [5_000, 5],
        [9_999, 1],
        [10_000, 0],
      ],
    ],
    [
      'not more than at once after a long time',
      { burst: 2, perSecond: 1 },
      [
        [0, 0],
        [1e12, 0],
        [1e12, 0],
        [1e12, 1],
      ],
    ],
    [
      'after a clock that goes back as before it',
      { burst: 1, perSecond: 1 },
      [
        [10_000, 0],
        [0, 1],
        [1_000, 0],
      ],
    ],
    [
      'fast',
      { burst: 1, perSecond: 1000 },
      [
        [0, 0],
        [0, 1],
        [1, 0],
      ],
    ],
  ])('a client may ask %s', (_, rate, steps) => {
    cases++;
    let now = 0;
    const limit = new RateLimit(rate, () => now);
    for (const [at, waits] of steps) {
      now = at;
      expect([at, limit.take('x')]).toEqual([at, waits]);
    }
  });

  it('clients are forgotten, the oldest first, and those who ask stay known', () => {
    const limit = new RateLimit({ burst: 1, perSecond: 0.001 }, () => 0, 1_000);
    expect(limit.take('flood')).toBe(0);
    for (let i = 0; i < 50_000; i++) {
      limit.take(`other ${i}`);
      if (i % 500 === 0) expect(limit.take('flood')).toBeGreaterThan(0);
    }
    expect(limit.take('other 1')).toBe(0);
    cases += 2;
  });

  it('the deck has 30 cases', () => expect(cases).toBeGreaterThanOrEqual(30));
});
