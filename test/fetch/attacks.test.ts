import { createServer, type Server } from 'node:http';
import net from 'node:net';
import zlib from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPublic } from '../../src/acquire/fetch/addresses.js';
import { type FetchOptions, guardedFetch, type Resolved } from '../../src/acquire/fetch/fetch.js';

/** A listener on this machine that must hear nothing: every connection counts, whatever it says. */
let heard = 0;
let listener: net.Server;
let port = 0;
/** A server that stands for a public one: reached on loopback through a pinned answer with `allowPrivate`. */
let outside: Server;
let outsidePort = 0;
let answer: (path: string) => { status?: number; headers?: Record<string, string | string[]>; body?: Uint8Array | string } = () => ({});

beforeAll(async () => {
  listener = net.createServer((socket) => {
    heard++;
    socket.destroy();
  });
  await new Promise<void>((done) => listener.listen({ port: 0, host: '::', ipv6Only: false }, done));
  port = (listener.address() as net.AddressInfo).port;
  outside = createServer((request, response) => {
    const { status = 200, headers = {}, body = '' } = answer(request.url ?? '/');
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(body);
  });
  await new Promise<void>((done) => outside.listen(0, '127.0.0.2', done));
  outsidePort = (outside.address() as net.AddressInfo).port;
});
afterAll(async () => {
  await new Promise((done) => listener.close(done));
  outside.closeAllConnections();
  await new Promise((done) => outside.close(done));
});
beforeEach(() => {
  heard = 0;
});

let attacks = 0;
async function refused(address: string, options: FetchOptions = {}): Promise<string> {
  attacks++;
  const got = await guardedFetch(address, { timeout: 4_000, ...options });
  expect(heard).toBe(0);
  if (!('error' in got)) throw new Error(`${address} was fetched`);
  expect(got.error.fatal).toBe(true);
  expect(got.error.message).toMatch(/\(.+\)$/);
  expect(got.error.message).not.toMatch(/[\n\r]/);
  return got.error.code;
}

const spellings = (p: number): string[] =>
  [
    ...[
      '127.0.0.1',
      '127.1',
      '127.0.1',
      '127.255.255.254',
      '0',
      '0.0.0.0',
      '2130706433',
      '017700000001',
      '0x7f000001',
      '0x7f.1',
      '0177.0.0.1',
      '127.0.0.1.',
    ],
    ...[
      '0x7f.0x0.0x0.0x1',
      '00000177.0.0.1',
      '127.000.000.001',
      '①②⑦.⓪.⓪.①',
      '１２７.０.０.１',
      '127。0。0。1',
      '127．0．0．1',
      '%31%32%37.0.0.1',
      'localhost',
      'LOCALHOST',
      'localhost.',
    ],
    ...[
      '[::1]',
      '[::]',
      '[0:0:0:0:0:0:0:1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[0:0:0:0:0:ffff:7f00:0001]',
      '[::127.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[2001:db8::1]',
    ],
    ...[
      '[fe80::1]',
      '[fec0::1]',
      '[fc00::1]',
      '[fd12:3456::1]',
      '[ff02::1]',
      '[2001::1]',
      '[100::1]',
      '[::ffff:0:7f00:1]',
      '[2001:4860::5efe:7f00:1]',
      '[64:ff9b:1::1]',
      '[::ffff:169.254.169.254]',
    ],
  ].map((host) => `http://${host}:${p}/`);

const odd = (p: number): string[] => [
  ...[
    `http://user@127.0.0.1:${p}/`,
    `http://user:pass@example.org@127.0.0.1:${p}/`,
    `http://127.0.0.1:${p}#@example.org/`,
    `http://127.0.0.1:${p}?@example.org/`,
  ],
  ...[
    `http:/\\127.0.0.1:${p}/`,
    `http://127.0.0.1:${p}\\@example.org/`,
    ` http://127.0.0.1:${p}/`,
    `http://127.0.0.1\t:${p}/`,
    `http://127.0.0.1:${p}/\r\nHost: x`,
    `https://127.0.0.1:${p}/`,
  ],
];
const schemes = [
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:6379/_INFO',
  'data:text/html,x',
  'javascript:1',
  'dict://127.0.0.1/',
  'ldap://127.0.0.1/',
  'blob:http://x/1',
  'ws://127.0.0.1/',
  '//127.0.0.1/',
];

describe('SPEC R-5: S1: addresses spelt so that they look like something else', () => {
  it('spellings of this machine and of private networks', async () => {
    for (const address of spellings(port))
      expect([address, await refused(address)]).toEqual([address, expect.stringMatching(/private|address|not-found/)]);
    expect(spellings(port)).toHaveLength(44);
  });
  it('user names, backslashes, control characters', async () => {
    for (const address of odd(port)) expect([address, await refused(address)]).toEqual([address, expect.stringMatching(/private|address/)]);
    expect(odd(port)).toHaveLength(10);
  });
  it('other schemes', async () => {
    for (const address of schemes) expect([address, await refused(address)]).toEqual([address, 'address']);
    expect(schemes).toHaveLength(10);
  });
});

/** Blocks of the IANA special-purpose registries, one address of each. */
const special = [
  ...[
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.0.170',
    '192.0.2.1',
    '192.31.196.1',
    '192.52.193.1',
  ],
  ...[
    '192.88.99.1',
    '192.168.0.1',
    '192.175.48.1',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.255',
    '168.63.129.16',
  ],
  ...[
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:2::1',
    '2001:db8::1',
    '2001:20::1',
    '2002:a00:1::',
    '2620:4f:8000::1',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fe80::1',
  ],
];

describe('S1: names that stand for addresses that are not public', () => {
  it('one for each block', async () => {
    for (const address of special)
      expect([
        address,
        await refused(`http://special.example:${port}/`, { resolve: async () => [{ address, family: net.isIP(address) as 4 | 6 }] }),
      ]).toEqual([address, 'private']);
    expect(special).toHaveLength(40);
  });
  it('public addresses next to the blocks are public', () => {
    for (const address of [
      '1.1.1.1',
      '9.255.255.255',
      '11.0.0.1',
      '100.63.255.255',
      '100.128.0.1',
      '172.15.0.1',
      '172.32.0.1',
      '223.255.255.255',
      '2606:4700::1111',
      '2400:3200::1',
      '::ffff:1.1.1.1',
      '64:ff9b::101:101',
    ])
      expect([address, isPublic(address)]).toEqual([address, true]);
    for (const address of ['', 'x', '1.1.1', '1.1.1.1.1', 'fe80::1%eth0', '[::1]'])
      expect([address, isPublic(address)]).toEqual([address, false]);
  });

  const inside: Resolved = { address: '127.0.0.1', family: 4 };
  const public4: Resolved = { address: '1.1.1.1', family: 4 };
  it.each<[string, readonly Resolved[]]>([
    ['a public and a private answer', [public4, inside]],
    ['a private and a public answer', [inside, public4]],
    ['a mapped answer', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['a mapped answer among public ones', [public4, { address: '::ffff:7f00:1', family: 6 }]],
    ['an answer with a zone', [{ address: 'fe80::1%lo', family: 6 }]],
    ['an answer that is no address', [{ address: 'localhost', family: 4 }]],
    ['no answer', []],
  ])('%s', async (_, found) => {
    expect(await refused(`http://mixed.example:${port}/`, { resolve: async () => found })).toMatch(/private|not-found/);
  });

  it('a name that stands for another address at the second question is asked for once', async () => {
    let asked = 0;
    const resolve = async (): Promise<readonly Resolved[]> => [asked++ === 0 ? public4 : inside];
    await refused(`http://rebind.example:${port}/`, { resolve, timeout: 300 });
    expect(asked).toBe(1);
  });
  it('a name whose answer never comes', async () => {
    expect(await refused('http://silent.example/', { resolve: () => new Promise(() => undefined), timeout: 200 })).toBe('slow');
  });
  it('proxies of the environment are not used', async () => {
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
    const before = names.map((n) => process.env[n]);
    for (const name of names) {
      process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : `http://127.0.0.1:${port}`;
      await refused('http://proxied.example:1/', { resolve: async () => [public4], timeout: 300 });
    }
    names.forEach((n, i) => {
      if (before[i] === undefined) delete process.env[n];
      else process.env[n] = before[i];
    });
  });
});

/** The server outside is at an address that is let through; every other on this machine is not. */
const fromOutside: FetchOptions = {
  allowed: ['127.0.0.2'],
  resolve: async (host) => [{ address: host === 'outside.example' ? '127.0.0.2' : '127.0.0.1', family: 4 }],
};

describe('S1: redirects', () => {
  const targets = (p: number): string[] => [
    ...[
      `http://127.0.0.1:${p}/`,
      `http://[::1]:${p}/`,
      `http://localhost:${p}/`,
      `http://0x7f.1:${p}/`,
      `http://169.254.169.254/latest/meta-data/`,
      `//127.0.0.1:${p}/`,
      'file:///etc/passwd',
      'ftp://127.0.0.1/',
    ],
    ...[
      'javascript:alert(1)',
      'data:text/html,x',
      `http://u:p@127.0.0.1:${p}/`,
      `http:\\\\127.0.0.1:${p}\\`,
      `/\\127.0.0.1:${p}/`,
      `http://[::ffff:127.0.0.1]:${p}/`,
    ],
  ];
  it('to what is not public', async () => {
    for (const target of targets(port)) {
      answer = () => ({ status: 302, headers: { location: target } });
      expect([target, await refused(`http://outside.example:${outsidePort}/`, fromOutside)]).toEqual([
        target,
        expect.stringMatching(/private|address/),
      ]);
    }
    expect(targets(port)).toHaveLength(14);
  });
  it('to a name inside, whatever the status, and in two steps', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      answer = () => ({ status, headers: { location: `http://inside.example:${port}/` } });
      expect(await refused(`http://outside.example:${outsidePort}/`, fromOutside)).toBe('private');
    }
    answer = (path) => ({ status: 302, headers: { location: path === '/' ? '/next' : `http://inside.example:${port}/` } });
    expect(await refused(`http://outside.example:${outsidePort}/`, fromOutside)).toBe('private');
  });
  it('round in a circle, and on and on', async () => {
    answer = () => ({ status: 301, headers: { location: '/' } });
    expect(await refused(`http://outside.example:${outsidePort}/`, fromOutside)).toBe('redirects');
    let n = 0;
    answer = () => ({ status: 307, headers: { location: `/${n++}` } });
    expect(await refused(`http://outside.example:${outsidePort}/`, fromOutside)).toBe('redirects');
    expect(n).toBe(6);
  });
});

it('the deck has 140 attacks or more', () => {
  expect(attacks).toBeGreaterThanOrEqual(140);
});

describe('S2: bodies that are bombs', () => {
  const open = (): FetchOptions => ({ allowPrivate: true, timeout: 10_000 });
  const at = (): string => `http://127.0.0.2:${outsidePort}/`;
  const zeros = Buffer.alloc(64_000_000, 'a');
  it.each([
    ['gzip', 'gzip', () => zlib.gzipSync(zeros), 'packed|too-big'],
    ['deflate', 'deflate', () => zlib.deflateSync(zeros), 'packed|too-big'],
    ['brotli', 'br', () => zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } }), 'packed|too-big'],
    ['gzip in gzip', 'gzip, gzip', () => zlib.gzipSync(zlib.gzipSync(zeros)), 'packed'],
    [
      'many members',
      'gzip',
      () => Buffer.concat(Array.from({ length: 40 }, () => zlib.gzipSync(zeros.subarray(0, 1_000_000)))),
      'packed|too-big',
    ],
    ['cut off', 'gzip', () => zlib.gzipSync('x'.repeat(10_000)).subarray(0, 20), 'packed'],
    ['no gzip at all', 'gzip', () => Buffer.from('plain text'), 'packed'],
    ['an unknown packing', 'zstd', () => Buffer.from('x'), 'packed'],
    ['plain and too large', 'identity', () => zeros.subarray(0, 16_000_000), 'too-big'],
  ])('%s', async (_, encoding, body, code) => {
    answer = () => ({ headers: { 'content-encoding': encoding }, body: body() });
    const got = await guardedFetch(at(), open());
    expect('error' in got ? got.error.code : 'fetched').toMatch(new RegExp(`^(?:${code})$`));
  });
  it('a length that lies, a type that is no document, a status that is none', async () => {
    answer = () => ({ headers: { 'content-type': 'video/mp4' }, body: 'x' });
    expect(await guardedFetch(at(), open())).toMatchObject({ error: { code: 'type' } });
    answer = () => ({ status: 404 });
    expect(await guardedFetch(at(), open())).toMatchObject({ error: { code: 'status' } });
    answer = () => ({ status: 503, headers: { 'retry-after': '120' } });
    expect(await guardedFetch(at(), open())).toMatchObject({ error: { code: 'status' }, retryAfter: 120 });
  });
  it('what is well is fetched, unpacked, with its label and marks', async () => {
    const page = '<p>越南外长访问老挝。</p>';
    for (const [encoding, pack] of [
      ['gzip', zlib.gzipSync],
      ['br', zlib.brotliCompressSync],
      ['deflate', zlib.deflateSync],
      ['identity', Buffer.from],
    ] as const) {
      answer = () => ({
        headers: { 'content-encoding': encoding, 'content-type': 'text/html; charset=UTF-8', etag: '"1"', 'last-modified': 'x' },
        body: pack(Buffer.from(page)),
      });
      const got = await guardedFetch(at(), open());
      expect(got).toMatchObject({ status: 200, type: 'text/html', charset: 'UTF-8', etag: '"1"', lastModified: 'x' });
      expect('bytes' in got ? Buffer.from(got.bytes).toString() : '').toBe(page);
    }
  });
});
