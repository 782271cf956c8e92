import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord, type Store } from '../../src/app/record.js';
import { startRecord } from '../../src/app/start.js';
import { type Client, clientOf } from './client.js';

let record: Store;
let client: Client;
let document: Document;
let ajv: Ajv2020;

type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema: Json }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json> };
}
interface List {
  items: Json[];
  total: number | null;
  next: string | null;
}

beforeAll(async () => {
  record = await openRecord(':memory:');
  await startRecord(record, ['corpus/zh']);
  client = clientOf(record);
  document = await client.get<Document>('/openapi.json');
  ajv = new Ajv2020({ strict: false, allErrors: true, formats: { date: true } });
  ajv.addSchema({ $id: 'api', components: document.components });
});
afterAll(() => record.close());

/** References lead into the document. */
function located(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(located);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === '$ref' ? `api${String(inner)}` : located(inner)]));
}

function operations(): { method: string; path: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path: path.replace('/api/v1', ''), operation })),
  );
}

/** Asks, and holds the answer against what the document says of it. */
async function asDescribed(
  path: string,
  { method, operation }: { method: string; operation: Operation },
  body?: unknown,
): Promise<unknown> {
  const answer = method === 'post' ? await client.post(path, body) : await client.ask(`/api/v1${path}`);
  const described = operation.responses[String(answer.status)];
  expect(described, `${method} ${path} answers ${answer.status}`).toBeDefined();
  const type = answer.headers.get('content-type')!.split(';')[0]!;
  const content = described!.content?.[type];
  expect(content, `${method} ${path} answers ${type}`).toBeDefined();
  if (!type.includes('json')) return answer.text();
  const said = (await answer.json()) as unknown;
  const name = `${operation.operationId}-${answer.status}`;
  const validate = ajv.getSchema(name) ?? ajv.addSchema(located(content!.schema) as Json, name).getSchema(name)!;
  expect(validate(said), `${path}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
  return said;
}

const pairs = [
  ['VN', 'RU'],
  ['CN', 'US'],
  ['CN', 'JP'],
  ['KR', 'EAEU'],
] as const;

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect([valid, document.openapi]).toEqual([true, '3.1.0']);
  });

  it('names every operation once, and every shape that it refers to', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]!);
    expect([...new Set(refs)].filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(Object.keys(document.components.schemas).filter((name) => !refs.includes(name))).toEqual([]);
  });

  it('is shown on a page without script', async () => {
    const page = await client.ask('/api');
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const { operation } of operations()) expect(text).toContain(`id="${operation.operationId}"`);
    expect(text).not.toMatch(/<script|style="|onclick|https?:\/\/(?!www\.apache)/);
  });
});

describe('every operation answers as the document says', () => {
  it('asked for what is there', async () => {
    const { items: stories } = await client.get<List>('/stories?limit=3');
    const { items: statements } = await client.get<List>('/statements?limit=1');
    const statement = (statements[0]!.statement as Json).id as string;
    const story = (statements[0]!.story as Json).id as string;
    const imported = (await (
      await client.post('/stories', { stories: [{ text: '越通社河内——2021年3月4日，越南外交部长范平明会见法国大使。(完)' }] })
    ).json()) as Json;
    await settled(imported.id as string);
    const decided = (await (
      await client.post('/decisions', { kind: 'statement', statement, story, verdict: 'accept', why: 'held against the text' })
    ).json()) as {
      decisions: Json[];
    };
    const bodies: Record<string, unknown> = {
      addStories: { stories: [{ text: '一段没有日期的文字。', name: 'a.txt' }] },
      check: { text: '2023年越俄双边贸易额达36亿美元，同比增长2.3%。' },
      decide: { kind: 'statement', statement, story, verdict: 'wrong', why: 'a slip' },
      undoDecision: { why: 'in error' },
      undoImport: {},
    };
    const answered: string[] = [];
    for (const one of operations()) {
      const { operationId } = one.operation;
      const id = /Import/.test(operationId)
        ? imported.id
        : /Decision/.test(operationId)
          ? decided.decisions[0]!.id
          : /Statement$/.test(operationId)
            ? statement
            : stories[0]!.id;
      for (const [a, b] of one.path.includes('{a}') ? pairs : [pairs[0]]) {
        const path = one.path
          .replace('{a}', a)
          .replace('{b}', b)
          .replace('{id}', encodeURIComponent(String(id)));
        const query = operationId.startsWith('search') ? '?q=贸易' : '';
        await asDescribed(`${path}${query}`, one, bodies[operationId]);
        answered.push(operationId);
      }
    }
    expect([...new Set(answered)].sort()).toEqual(
      operations()
        .map(({ operation }) => operation.operationId)
        .sort(),
    );
  });

  it('asked for what is not there, or wrongly', async () => {
    for (const one of operations().filter(({ method }) => method === 'get')) {
      const path = one.path.replace('{a}', 'VN').replace('{b}', 'RU').replace('{id}', 'none');
      const query = one.operation.operationId.startsWith('search') ? 'q=x&' : '';
      const problem = (await asDescribed(`${path}?${query}unknown=1`, one)) as Json;
      expect(problem).toMatchObject({ status: 400, code: 'bad-query', instance: `/api/v1${path}` });
      if (!one.path.includes('{id}')) continue;
      expect(await asDescribed(path, one)).toMatchObject({ status: 404 });
    }
    for (const [path, code] of [
      ['/pairs/VN/Atlantis', 'no-such-place'],
      ['/nothing', 'no-such-path'],
      ['/stories/x/y', 'no-such-path'],
    ] as const) {
      const answer = await client.ask(`/api/v1${path}`);
      expect([answer.status, ((await answer.json()) as Json).code]).toEqual([404, code]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
    const method = await client.ask('/api/v1/pairs', { method: 'DELETE' });
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

async function settled(id: string): Promise<Json> {
  for (;;) {
    const now = await client.get(`/imports/${id}`);
    if (!['waiting', 'reading', 'auditing'].includes(now.state as string)) return now;
    await new Promise((done) => setImmediate(done));
  }
}

describe('every fact has its evidence', () => {
  it('whose quote is what stands in the story at its place', async () => {
    const found: { quote: string; start: number; end: number; story: { id: string } }[] = [];
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(collect);
      else if (value !== null && typeof value === 'object') {
        const one = value as Json;
        if (typeof one.quote === 'string' && typeof one.story === 'object' && one.story !== null) found.push(one as never);
        Object.values(one).forEach(collect);
      }
    };
    for (const [a, b] of pairs)
      for (const part of [
        '',
        '/events',
        '/figures',
        '/conflicts',
        '/promises',
        '/bodies',
        '/agreements',
        '/projects',
        '/people',
        '/findings',
      ])
        collect(await client.get(`/pairs/${a}/${b}${part}`));
    expect(found.length).toBeGreaterThan(100);
    const texts = await record.texts([...new Set(found.map((e) => e.story.id))]);
    const points = new Map([...texts].map(([id, text]) => [id, Array.from(text)]));
    for (const { quote, start, end, story } of found) expect(points.get(story.id)!.slice(start, end).join('')).toBe(quote);
  });

  it('and no row is without', async () => {
    for (const [a, b] of pairs) {
      for (const part of ['events', 'bodies']) {
        const { items } = await client.get<List>(`/pairs/${a}/${b}/${part}`);
        for (const item of items) expect((item.evidence as unknown[]).length).toBeGreaterThan(0);
      }
      const { items: series } = await client.get<{ items: { points: { evidence: unknown[] }[] }[] }>(`/pairs/${a}/${b}/figures`);
      for (const point of series.flatMap((s) => s.points)) expect(point.evidence.length).toBeGreaterThan(0);
      const { items: promises } = await client.get<{ items: { steps: { evidence: unknown[] }[] }[] }>(`/pairs/${a}/${b}/promises`);
      for (const step of promises.flatMap((p) => p.steps)) expect(step.evidence.length).toBeGreaterThan(0);
    }
  });
});

const lists = [
  ...['/pairs', '/stories', '/stories?pair=VN,RU', '/statements?pair=CN,US', '/statements?type=figure', '/findings', '/search?q=越'],
  ...['/review/statements', '/review/statements?pair=CN,JP', '/review/questions', '/review/conflicts', '/decisions'],
  ...['events', 'figures', 'conflicts', 'promises', 'bodies', 'agreements', 'projects', 'people', 'findings'].map(
    (part) => `/pairs/CN/US/${part}`,
  ),
];

describe('lists', () => {
  const partsOf = async (path: string, limit: number): Promise<Json[]> => {
    const items: Json[] = [];
    let cursor = '';
    for (;;) {
      const part = await client.get<List>(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`);
      expect(part.items.length).toBeLessThanOrEqual(limit);
      items.push(...part.items);
      if (part.next === null) return items;
      expect(part.items.length).toBeGreaterThan(0);
      cursor = `&cursor=${part.next}`;
    }
  };

  it.each(lists)('%s: its parts joined are the whole, whatever their size', async (path) => {
    const whole = await partsOf(path, 100);
    expect(new Set(whole.map((item) => JSON.stringify(item))).size).toBe(whole.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: Math.max(1, Math.ceil(whole.length / 40)), max: 100 }), async (limit) => {
        expect(await partsOf(path, limit)).toEqual(whole);
      }),
      { numRuns: 3, seed: 7 },
    );
  });

  it('total is how many there are, or nothing', async () => {
    for (const path of lists) {
      const { total } = await client.get<List>(`${path}${path.includes('?') ? '&' : '?'}limit=100`);
      if (total !== null) expect([path, (await partsOf(path, 100)).length]).toEqual([path, total]);
    }
  });

  it('a story that comes in between moves nothing out of its place', async () => {
    for (const path of ['/stories', '/statements?type=event', '/pairs/VN/RU/events']) {
      const before = await partsOf(path, 100);
      const first = await client.get<List>(`${path}${path.includes('?') ? '&' : '?'}limit=5`);
      const text = `越通社河内——2031年1月1日，越南总理范明政在河内与俄罗斯总统普京举行会谈。${path}(完)`;
      const { id } = (await (await client.post('/stories', { stories: [{ text }] })).json()) as { id: string };
      await settled(id);
      const rest: Json[] = [];
      for (let cursor = first.next; cursor !== null; ) {
        const part: List = await client.get(`${path}${path.includes('?') ? '&' : '?'}limit=7&cursor=${cursor}`);
        rest.push(...part.items);
        cursor = part.next;
      }
      const key = (item: Json): unknown => item.id ?? (item.statement as Json).id;
      expect([...first.items, ...rest].map(key)).toEqual(before.map(key));
      await client.post(`/imports/${id}/undo`, {});
      await settled(id);
      expect((await partsOf(path, 100)).map(key)).toEqual(before.map(key));
    }
  });

  it('a cursor of another list, or none at all, is refused', async () => {
    const { next } = await client.get<List>('/stories?limit=2');
    const other = Buffer.from(JSON.stringify([1, 'x', '[]'])).toString('base64url');
    for (const path of [
      `/statements?cursor=${next}`,
      `/stories?language=zh&cursor=${next}`,
      '/stories?cursor=1',
      `/stories?cursor=${other}`,
      '/stories?cursor=',
    ]) {
      const answer = await client.ask(`/api/v1${path}`);
      expect([path, answer.status, ((await answer.json()) as Json).code]).toEqual([path, 400, 'bad-cursor']);
    }
  });

  it('Link leads to the next part', async () => {
    const answer = await client.ask('/api/v1/stories?limit=2');
    const { next } = (await answer.json()) as List;
    expect(answer.headers.get('link')).toBe(`</api/v1/stories?limit=2&cursor=${next}>; rel="next"`);
  });
});

describe('tables', () => {
  it('have a line for each item, at .csv and where text/csv is asked for', async () => {
    for (const { path } of operations().filter(({ path: p }) => p.endsWith('.csv'))) {
      const at = path.replace('{a}', 'CN').replace('{b}', 'US');
      const query = path.includes('search') ? 'q=贸易&limit=20' : 'limit=100';
      const table = await client.ask(`/api/v1${at}?${query}`);
      const text = Buffer.from(await table.arrayBuffer()).toString('utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
      const { items } = await client.get<List>(`${at.replace(/\.csv$/, '')}?${query}`);
      const lines = at.includes('/figures') ? items.flatMap((series) => series.points as Json[]) : items;
      expect([at, rows.length]).toEqual([at, lines.length]);
      const again = await client.ask(`/api/v1${at.replace(/\.csv$/, '')}?${query}`, { headers: { accept: 'text/csv' } });
      expect(`\ufeff${await again.text()}`).toBe(text);
    }
  });
});

describe('ETag', () => {
  it('spares what has not changed', async () => {
    for (const path of ['/openapi.json', '/overview', '/pairs/VN/RU', '/stories', '/stories.csv', '/pairs/VN/RU/brief.md']) {
      const first = await client.ask(`/api/v1${path}`);
      const etag = first.headers.get('etag')!;
      const size = (await first.arrayBuffer()).byteLength;
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
        const again = await client.ask(`/api/v1${path}`, { headers: { 'if-none-match': known } });
        expect([path, known, again.status, (await again.text()).length, again.headers.get('etag')]).toEqual([path, known, 304, 0, etag]);
      }
      const other = await client.ask(`/api/v1${path}`, { headers: { 'if-none-match': '"other"' } });
      expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, size]);
    }
  });

  it('is another one after a change', async () => {
    const tag = async () => (await client.ask('/api/v1/decisions')).headers.get('etag');
    const before = await tag();
    const { items } = await client.get<List>('/statements?type=event&limit=1');
    const [statement, story] = [(items[0]!.statement as Json).id, (items[0]!.story as Json).id];
    await client.post('/decisions', { kind: 'statement', statement, story, verdict: 'accept', why: 'held against the text' });
    expect(await tag()).not.toBe(before);
  });

  it('HEAD answers as GET does, without a body', async () => {
    const [get, head] = [await client.ask('/api/v1/stories'), await client.ask('/api/v1/stories', { method: 'HEAD' })];
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, get.headers.get('etag'), '']);
  });
});
