import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/record.js';
import { serveRecord } from '../../src/http/server.js';
import { recordOf, told } from '../export/record.js';
import { type Client, clientOf } from '../http/client.js';
import type { Place } from '../store/engines.js';
import { cursors, elsewhere, limits, malformed, strange, syntax } from './requests.js';

let record: Store;
let place: Place;
let client: Client;
const unlimited = { burst: 1e9, perSecond: 1e9 };
const rates = { read: unlimited, write: unlimited, heavy: unlimited, wrong: unlimited };
interface Operation {
  operationId: string;
  parameters?: { in: string; name: string }[];
}
let described: { paths: Record<string, Record<string, Operation>> };
beforeAll(async () => {
  ({ record, place } = await recordOf(told));
  client = clientOf(record, { rates });
  described = await client.get('/openapi.json');
});
afterAll(async () => {
  await record.close();
  await place.clear();
});

let cases = 0;
/** Asks; whatever comes, it is no fault of the program, and where it is a refusal it says why. */
async function status(at: string, init: RequestInit = {}): Promise<number> {
  cases++;
  const answer = await client.ask(at, init);
  const body = await answer.text();
  expect([at.slice(0, 200), answer.status < 500]).toEqual([at.slice(0, 200), true]);
  if (answer.status >= 400 && at.startsWith('/api/v1') && init.method !== 'HEAD') {
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: answer.status, code: expect.stringMatching(/^[a-z-]+$/), detail: expect.any(String) });
    expect(body).not.toMatch(/node_modules|at .*\.(?:js|ts):\d|SQLITE|SELECT /);
  }
  return answer.status;
}
const json = { 'content-type': 'application/json' };
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  body,
  headers,
});

/** Every operation with values for what its path needs. */
const operations = (method: string): [path: string, operation: Operation][] =>
  Object.entries(described.paths).flatMap(([path, all]) =>
    all[method]
      ? [
          [
            `${path
              .replace('{a}', 'VN')
              .replace('{b}', 'RU')
              .replace('{id}', 'x')
              .replace(/\{\w+\}/g, 'x')}`,
            all[method],
          ],
        ]
      : [],
  );
const names = (operation: Operation): string[] => (operation.parameters ?? []).filter((p) => p.in === 'query').map((p) => p.name);

describe('S12: requests', () => {
  it('bodies that are no JSON are refused as that', async () => {
    for (const body of malformed) expect([body, await status('/api/v1/decisions', post(body))]).toEqual([body, 400]);
    expect(malformed.length).toBeGreaterThanOrEqual(200);
  });
  it('JSON of another shape is refused with the place', async () => {
    for (const body of strange)
      expect([body.slice(0, 80), await status('/api/v1/decisions', post(body))]).toEqual([body.slice(0, 80), 422]);
    for (const [path] of operations('post')) {
      expect([400, 401, 404, 409, 422]).toContain(
        await status(path, post('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')),
      );
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((await record.decisions()).length).toBe(0);
  });
  it('bodies of more than an operation takes are refused, before they are read', async () => {
    for (const [path] of operations('post')) {
      expect([path, await status(path, post('{}', { ...json, 'content-length': '99000000' }))]).toEqual([path, 413]);
      if (!['/api/v1/check', '/api/v1/stories'].includes(path))
        expect([path, await status(path, post(`{"a":"${'x'.repeat(2_100_000)}"}`))]).toEqual([path, 413]);
    }
  });
  it('other content types are refused', async () => {
    for (const type of ['', 'text/json', 'application/xml', 'application/json5', 'application/jsonx', 'multipart/form-data', '*/*', 'json'])
      expect([type, await status('/api/v1/decisions', post('{}', type === '' ? {} : { 'content-type': type }))]).toEqual([type, 415]);
  });
  it('a parameter that is given twice, or that does not exist, is refused', async () => {
    for (const [path, operation] of operations('get')) {
      const [first = 'limit'] = names(operation);
      expect([path, await status(`${path}?${first}=1&${first}=1`)]).toEqual([path, 400]);
      expect([path, await status(`${path}?__proto__=1`)]).toEqual([path, 400]);
    }
  });
  it('words that mean something to a database are words', async () => {
    for (const said of syntax) {
      const q = encodeURIComponent(said.replace(/[\ud800-\udfff]/g, '\ufffd'));
      for (const at of [`/search?q=${q}`, `/statements?person=${q}`, `/stories?source=${q}`, `/findings?rule=${q}`])
        expect([at, [200, 400].includes(await status(`/api/v1${at}`))]).toEqual([at, true]);
    }
  });
  it('limits and cursors that are none are refused', async () => {
    for (const at of ['/stories', '/statements', '/pairs/VN/RU/events'])
      for (const said of limits) expect([said, await status(`/api/v1${at}?limit=${encodeURIComponent(said)}`)]).toEqual([said, 400]);
    for (const said of cursors) expect([said, await status(`/api/v1/stories?cursor=${encodeURIComponent(said)}`)]).toEqual([said, 400]);
  });
  it('no address leads elsewhere', async () => {
    for (const at of elsewhere) {
      cases++;
      const answer = await client.ask(`http://127.0.0.1:7357${at}`);
      expect([at, answer.status < 300 || answer.status >= 400, answer.headers.get('location')]).toEqual([at, true, null]);
    }
  });
  it('other methods, and headers that are odd', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])
      expect([method, await status('/api/v1/stories', { method })]).toEqual([method, 405]);
    for (const [name, value] of [
      ['x-http-method-override', 'POST'],
      ['accept', 'x'.repeat(5_000)],
      ['accept', 'text/csv;q=0,*/*;q=9'],
      ['if-none-match', `${'"a",'.repeat(1_000)}"b"`],
      ['accept-encoding', 'gzip;q=-1, br;q=x'],
      ['range', 'bytes=0-,0-,0-'],
      ['x-forwarded-for', '127.0.0.1'],
      ['forwarded', 'for=127.0.0.1;host=evil.example'],
    ] as const)
      expect([name, await status('/api/v1/stories', { headers: { [name]: value } })]).toEqual([name, 200]);
  });
  it('the deck has 450 requests or more', () => expect(cases).toBeGreaterThanOrEqual(450));
});

/** What is written on a connection, and how the server answers or closes it. */
const raw: readonly [name: string, text: string, answer: RegExp][] = [
  ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
  ['a line without an end', 'G'.repeat(100_000), /^HTTP\/1\.1 4\d\d/],
  ['headers without an end', `GET / HTTP/1.1\r\nHost: x\r\n${'a: b\r\n'.repeat(20_000)}`, /^HTTP\/1\.1 431/],
  ['a header of 100 kB', `GET / HTTP/1.1\r\nHost: x\r\na: ${'b'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1\.1 431/],
  ['two lengths', 'POST /api/v1/check HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}', /^HTTP\/1\.1 400/],
  [
    'a length and pieces',
    'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    /^HTTP\/1\.1 400/,
  ],
  ['a length below nothing', 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n', /^HTTP\/1\.1 400/],
  ['pieces of no size', 'POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', /^HTTP\/1\.1 4\d\d/],
  ['a piece of exabytes', 'POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n', /^HTTP\/1\.1 4\d\d/],
  ['a header with NUL', 'GET / HTTP/1.1\r\nHost: HOST\r\na: \u0000\r\n\r\n', /^HTTP\/1\.1 400/],
  ['a folded header', 'GET / HTTP/1.1\r\nHost: HOST\r\na: b\r\n c: d\r\n\r\n', /^HTTP\/1\.1 [24]\d\d/],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.example\r\n\r\n', /^HTTP\/1\.1 4\d\d/],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 4\d\d/],
  [
    'an address of another server',
    'GET http://evil.example/ HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 [245]\d\d(?! Internal)/,
  ],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n', /^(?:HTTP\/1\.1 4\d\d.*)?$/s],
  [
    'an upgrade',
    'GET /api/v1/overview HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n',
    /^HTTP\/1\.1 [24]\d\d/,
  ],
];

describe('S12: connections', () => {
  it('that speak no proper HTTP are refused or closed, those that say nothing hold nobody up', async () => {
    const serving = await serveRecord(record, 0);
    const { port, host } = new URL(serving.url);
    const slow = Array.from({ length: 200 }, (_, i) => {
      const socket = net.connect(Number(port), '127.0.0.1').on('error', () => undefined);
      socket.write(
        i % 2 === 0
          ? 'GET / HT'
          : `POST /api/v1/check HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 9000\r\nContent-Type: application/json\r\n\r\n{`,
      );
      return socket;
    });
    for (const [name, text, answer] of raw) {
      const said = await new Promise<string>((done) => {
        let all = '';
        const socket = net.connect(Number(port), '127.0.0.1', () => socket.write(text.replaceAll('HOST', host)));
        socket.setEncoding('utf8').on('data', (part: string) => {
          all += part;
          socket.destroy();
        });
        socket.on('error', () => undefined).on('close', () => done(all));
      });
      expect([name, said.slice(0, 200)]).toEqual([name, expect.stringMatching(answer)]);
      expect((await fetch(`${serving.url}/healthz`)).status).toBe(200);
    }
    for (const socket of slow) socket.destroy();
    await serving.close();
    expect(raw).toHaveLength(16);
  });
});
