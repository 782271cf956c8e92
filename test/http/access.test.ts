import { chmodSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord, type Store } from '../../src/app/record.js';
import { startRecord } from '../../src/app/start.js';
import { type Holder, readTokens } from '../../src/http/access/tokens.js';
import { writeLogIn } from '../../src/http/access/write-log.js';
import { folderWith, remove } from '../cli/run.js';
import { type Client, clientOf } from './client.js';

const story = `越南与俄罗斯外长举行会谈

越通社河内——2020年11月11日，越南外交部长范平明在河内与俄罗斯外交部长谢尔盖·拉夫罗夫(Sergei Lavrov)举行会谈。

据越南海关总局的数据，2019年越俄双边贸易额达44亿美元，同比增长2.9%。(完)
`;
const formula = `=cmd|'/C calc'!A1越俄合作

越通社河内——2020年12月1日，越南外交部长范平明在河内与俄罗斯外交部长谢尔盖·拉夫罗夫举行会谈。(完)
`;

const secrets = { reader: 'r'.repeat(40), editor: 'e'.repeat(40), keeper: 'k'.repeat(40) };
let folder: string;
let record: Store;
let holders: Holder[];

beforeAll(async () => {
  const lines = [`# who may come in`, `anna read ${secrets.reader}`, `binh review ${secrets.editor}`, '', `chen admin ${secrets.keeper}`];
  folder = folderWith({ 'a.txt': story, '=b.txt': formula, tokens: lines.join('\n') });
  chmodSync(path.join(folder, 'tokens'), 0o600);
  holders = readTokens(path.join(folder, 'tokens'));
  record = await openRecord(':memory:');
  await startRecord(record, [folder]);
});
afterAll(async () => {
  await record.close();
  remove(folder);
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const codeOf = async (answer: Response): Promise<[number, unknown]> => [answer.status, ((await answer.json()) as { code: string }).code];
const ids = async (client: Client): Promise<{ statement: string; story: string }> => {
  const { items } = await client.get<{ items: { statement: { id: string }; story: { id: string } }[] }>('/statements?type=event&limit=1');
  return { statement: items[0]!.statement.id, story: items[0]!.story.id };
};

describe('tokens', () => {
  it('are needed for everything that shows or changes the record', async () => {
    const client = clientOf(record, { holders });
    for (const at of ['/api/v1/overview', '/api/v1/stories', '/api/v1/pairs/VN/RU/brief.md', '/metrics']) {
      const answer = await client.ask(at);
      expect([at, answer.status, answer.headers.get('www-authenticate')]).toEqual([at, 401, 'Bearer']);
      expect((await client.ask(at, { headers: bearer(secrets.reader) })).status).toBe(200);
    }
    const mcp = await client.ask('/mcp', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect(mcp.status).toBe(401);
    for (const at of ['/healthz', '/readyz', '/api', '/api/v1/openapi.json']) expect((await client.ask(at)).status).toBe(200);
  });

  it('that are wrong let nobody in', async () => {
    const client = clientOf(record, { holders });
    for (const said of [
      'Bearer',
      'Bearer ',
      `Basic ${secrets.reader}`,
      `Bearer ${secrets.reader}x`,
      `Bearer ${secrets.reader} x`,
      secrets.reader,
      `Bearer ${'x'.repeat(5000)}`,
    ]) {
      expect(await codeOf(await client.ask('/api/v1/overview', { headers: { authorization: said } }))).toEqual([401, 'bad-token']);
    }
  });

  it('each let one do what the role says', async () => {
    const client = clientOf(record, { holders });
    const { statement, story: at } = await ids(clientOf(record));
    const decide = (token: string) =>
      client.post(
        '/decisions',
        { kind: 'statement', statement, story: at, verdict: 'accept', why: 'held against the text' },
        bearer(token),
      );
    const add = (token: string) => client.post('/stories', { stories: [{ text: story }] }, bearer(token));
    expect(await codeOf(await decide(secrets.reader))).toEqual([403, 'role']);
    expect(await codeOf(await add(secrets.editor))).toEqual([403, 'role']);
    expect((await client.post('/check', { text: story }, bearer(secrets.reader))).status).toBe(200);
    const taken = await decide(secrets.editor);
    expect([taken.status, await taken.json()]).toMatchObject([201, { decisions: [{ by: { kind: 'person', name: 'binh' } }] }]);
    const import_ = await add(secrets.keeper);
    expect([import_.status, await import_.json()]).toMatchObject([202, { by: 'chen' }]);
  });

  it('come from a file that others cannot read, a line each', () => {
    const at = path.join(folder, 'bad');
    const fails = (text: string, mode: number): string => {
      const file = path.join(folderWith({ bad: text }), 'bad');
      chmodSync(file, mode);
      try {
        readTokens(file);
      } catch (error) {
        return (error as Error).message;
      } finally {
        remove(path.dirname(file));
      }
      return '';
    };
    expect(() => readTokens(at)).toThrow('ENOENT');
    expect(fails(`a read ${secrets.reader}`, 0o644)).toContain('chmod 600');
    expect(fails('a read short', 0o600)).toContain('line 1: a token has 24');
    expect(fails(`# none\na owner ${secrets.reader}`, 0o600)).toContain('line 2: the role');
    expect(fails(`a read ${secrets.reader} more`, 0o600)).toContain('NAME ROLE TOKEN');
    expect(fails('\n', 0o600)).toContain('no token');
  });
});

describe('pages of other addresses', () => {
  const wanted = async () => ({ kind: 'statement', ...(await ids(clientOf(record))), verdict: 'accept', why: 'x' });

  it('change nothing, whatever they send', async () => {
    const client = clientOf(record);
    const before = await record.decisions();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:7357.evil.example' },
      { origin: 'http://127.0.0.1:7358' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:7357' },
    ])
      expect(await codeOf(await client.post('/decisions', await wanted(), headers))).toEqual([403, 'other-origin']);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])
      expect(await codeOf(await client.post('/decisions', await wanted(), { 'content-type': type }))).toEqual([415, 'content-type']);
    expect(await record.decisions()).toEqual(before);
  });

  it('and the own page may', async () => {
    const client = clientOf(record);
    const own = { origin: 'http://127.0.0.1:7357', 'sec-fetch-site': 'same-origin' };
    expect((await client.post('/decisions', await wanted(), own)).status).toBe(201);
  });

  it('do not reach the server under a name of their own', async () => {
    const client = clientOf(record);
    for (const host of ['evil.example', 'evil.example:7357', '127.0.0.1', '127.0.0.1:7357.evil.example', ''])
      expect(await codeOf(await client.ask('/api/v1/overview', { headers: { host } }))).toEqual([403, 'host']);
  });

  it('no answer may be read by them, framed, or taken for another type', async () => {
    const client = clientOf(record);
    for (const at of [
      '/api/v1/overview',
      '/api/v1/nothing',
      '/api/v1/stories.csv',
      '/api/v1/pairs/VN/RU/brief.html',
      '/healthz',
      '/metrics',
    ]) {
      const { headers } = await client.ask(at);
      expect([at, headers.get('access-control-allow-origin'), headers.get('x-content-type-options')]).toEqual([at, null, 'nosniff']);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      // the preview of a brief stands in a frame of the application itself
      expect(headers.get('x-frame-options')).toBe(at.endsWith('.html') ? 'SAMEORIGIN' : 'DENY');
    }
  });
});

describe('hostile input', () => {
  it('a body that is too long is refused, also where its length is not said', async () => {
    const client = clientOf(record);
    const long = JSON.stringify({ kind: 'statement', statement: 'abcd', verdict: 'accept', why: 'x'.repeat(200_000) });
    const headers = { 'content-type': 'application/json' };
    const said = await client.ask('/api/v1/decisions', {
      method: 'POST',
      body: long,
      headers: { ...headers, 'content-length': String(long.length) },
    });
    expect(await codeOf(said)).toEqual([413, 'too-large']);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 10_000;
        controller.enqueue(new Uint8Array(10_000).fill(32));
      },
    });
    const streamed = await client.ask('/api/v1/decisions', { method: 'POST', body: endless, headers, duplex: 'half' } as RequestInit);
    expect(await codeOf(streamed)).toEqual([413, 'too-large']);
    expect(sent).toBeLessThan(1_000_000);
  });

  it('what is no JSON, or other than asked for, is refused with the place', async () => {
    const client = clientOf(record);
    const headers = { 'content-type': 'application/json' };
    for (const body of ['', '{', 'null{', '\ud800', '{"a":1}}'])
      expect((await client.ask('/api/v1/decisions', { method: 'POST', body, headers })).status).toBe(400);
    for (const [body, at] of [
      [null, 'body'],
      [[], 'body'],
      [{}, 'body.kind'],
      [{ kind: 'statement', statement: 'abcd', verdict: 'accept', why: ' ' }, 'body.why'],
      [{ kind: 'statement', statement: 'abcd', verdict: 'accept', why: 'x', __proto__: { a: 1 }, more: 1 }, 'body'],
      [{ kind: 'names', is: 'same', names: ['a', 'b', 'c'], why: 'x' }, 'body.names'],
    ] as const) {
      const answer = await client.post('/decisions', body);
      expect(await answer.json()).toMatchObject({ status: 422, code: 'bad-body', errors: [{ at }] });
    }
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    expect((await client.ask('/api/v1/decisions', { method: 'POST', body: deep, headers })).status).toBeLessThan(500);
  });

  it('a refusal says its sentence with the values apart, for other languages', async () => {
    const client = clientOf(record);
    const why = 'x';
    for (const [path, body, text, values] of [
      ['/stories', { addresses: ['https://wire.example/1', 'ftp://a'] }, '{0}: {1}', ['body.addresses.1', /^an address begins with http/]],
      ['/decisions', { kind: 'names', is: 'same', names: ['无此人', '也无此人'], why }, /^\{0\}: nobody and nothing/, ['无此人']],
      ['/decisions', { kind: 'statement', statement: 'abcd', verdict: 'edit', why }, 'body.fields: say what is to stand instead.', []],
      ['/check', { text: 5 }, '{0}: {1}', ['body.text', 'is not of the type string']],
      ['/check', { text: 'x', published: 'soon' }, /^body\.published: a date is written/, []],
    ] as const) {
      const { said, detail } = (await (await client.post(path, body)).json()) as {
        said: { text: string; values: string[] };
        detail: string;
      };
      expect(said.text).toMatch(text);
      expect(said.values.length).toBe(values.length);
      for (const [n, value] of values.entries()) expect(said.values[n]).toMatch(value);
      expect(detail).toBe(said.text.replace(/\{(\d)\}/g, (_, n: string) => said.values[Number(n)]!));
    }
  });

  it('a field that says how it was read cannot be edited, nor one that does not exist', async () => {
    const client = clientOf(record);
    for (const fields of [{ quote: 'x' }, { id: 'x' }, { start: 0 }, { constructor: 1 }, { toString: 'x' }, { date: 5 }]) {
      const answer = await client.post('/decisions', { kind: 'statement', ...(await ids(client)), verdict: 'edit', fields, why: 'x' });
      expect(await codeOf(answer)).toEqual([409, 'undecided']);
    }
  });

  it('odd addresses and filters are answered, never with a fault', async () => {
    const client = clientOf(record);
    const odd = ['%00', '%ff', '..%2f..%2fetc%2fpasswd', "' or 1=1 --", '%', '<script>', '越'.repeat(50), '\u202e', '"]}', '__proto__'];
    for (const said of odd) {
      const part = said.startsWith('%') && said !== '%' ? said : encodeURIComponent(said);
      for (const at of [
        `/stories/${part}`,
        `/statements/${part}`,
        `/pairs/${part}/VN`,
        `/pairs/VN/RU/events?person=${part}`,
        `/search?q=${part}`,
        `/stories?source=${part}`,
        `/stories?cursor=${part}`,
        `/findings?rule=${part}`,
        `/imports/${part}`,
      ]) {
        const answer = await client.ask(`/api/v1${at}`);
        expect([at, answer.status < 500]).toEqual([at, true]);
        if (answer.status !== 200) expect(answer.headers.get('content-type')).toContain('json');
      }
    }
  });

  it('cells that look like formulas are guarded', async () => {
    const table = await (await clientOf(record).ask('/api/v1/stories.csv')).text();
    expect(table).toContain(`"'=cmd|'/C calc'!A1越俄合作"`.slice(1, -1));
    for (const line of table.split('\r\n')) for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+@]/);
  });
});

describe('rate limits', () => {
  const rates = { read: { burst: 3, perSecond: 0.5 }, wrong: { burst: 2, perSecond: 1 } };

  it('make a client wait that asks too often, and no other', async () => {
    let now = 0;
    const client = clientOf(record, { holders, rates, now: () => now });
    const ask = (token: string) => client.ask('/api/v1/pairs', { headers: bearer(token) });
    for (let i = 0; i < 3; i++) expect((await ask(secrets.reader)).status).toBe(200);
    const refused = await ask(secrets.reader);
    expect([refused.headers.get('retry-after'), ...(await codeOf(refused))]).toEqual(['2', 429, 'too-often']);
    expect((await ask(secrets.editor)).status).toBe(200);
    now += 2000;
    expect((await ask(secrets.reader)).status).toBe(200);
    expect((await ask(secrets.reader)).status).toBe(429);
  });

  it('slow down whoever tries tokens', async () => {
    const client = clientOf(record, { holders, rates, now: () => 0 });
    const tries = [];
    for (let i = 0; i < 4; i++) tries.push((await client.ask('/api/v1/pairs', { headers: bearer(`${'x'.repeat(30)}${i}`) })).status);
    expect(tries).toEqual([401, 401, 429, 429]);
  });
});

describe('the log of writes', () => {
  it('has a line for everything that somebody changed or tried to change, and none for what was only looked at', async () => {
    const file = path.join(folder, 'writes.jsonl');
    const client = clientOf(record, { holders, log: writeLogIn(file) });
    const target = await ids(clientOf(record));
    await client.ask('/api/v1/overview', { headers: bearer(secrets.keeper) });
    await client.post('/check', { text: story }, bearer(secrets.keeper));
    const taken = await client.post('/decisions', { kind: 'statement', ...target, verdict: 'prefer', why: 'x' }, bearer(secrets.editor));
    const { decisions } = (await taken.json()) as { decisions: { id: string }[] };
    await client.post('/decisions', { kind: 'statement', statement: 'ffffffff', verdict: 'accept', why: 'x' }, bearer(secrets.editor));
    await client.post(`/decisions/${decisions[0]!.id}/undo`, { why: 'x' }, bearer(secrets.keeper));
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      {
        who: 'binh',
        role: 'review',
        from: 'local',
        operation: 'decide',
        path: '/api/v1/decisions',
        status: 201,
        ids: decisions.map((d) => d.id),
      },
      { who: 'binh', operation: 'decide', status: 409, ids: [] },
      { who: 'chen', role: 'admin', operation: 'undoDecision', status: 201 },
    ]);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toContain(secrets.editor);
  });
});

describe('for those who run it', () => {
  it('metrics count answers by operation and status, and what the record holds', async () => {
    const client = clientOf(record);
    await client.get('/pairs');
    await client.get('/pairs');
    await client.ask('/api/v1/pairs?x=1');
    const text = await (await client.ask('/metrics')).text();
    expect(text).toContain('rapporteur_http_requests_total{operation="listPairs",status="200"} 2\n');
    expect(text).toContain('rapporteur_http_requests_total{operation="listPairs",status="400"} 1\n');
    expect(text).toContain('rapporteur_http_request_duration_seconds_count{operation="listPairs"} 3\n');
    expect(text).toMatch(/rapporteur_articles\{state="current"\} [1-9]/);
    const line = /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z_]+="[^"\n]*"(?:,[a-z_]+="[^"\n]*")*\})? [\d.e+-]+)$/;
    for (const one of text.trimEnd().split('\n')) expect(one).toMatch(line);
  });
});
