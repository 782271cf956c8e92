import { type Context, Hono } from 'hono';
import { overview, pairOverview, storyOverview } from '../app/pages.js';
import { placeCode } from '../app/places.js';
import type { Store } from '../app/record.js';
import { searchRecord } from '../app/search.js';
import { packageVersion } from '../app/version.js';
import { Gate } from './access/gate.js';
import { Problem, problemAnswer } from './api/problem.js';
import { createApi, nothingAt, problemOf } from './api/routes.js';
import { apiPage } from './api-page.js';
import { errorPage } from './error-page.js';
import { createHealth } from './health.js';
import type { Markup } from './markup.js';
import { pairPath } from './markup.js';
import { overviewPage } from './overview-page.js';
import { pairPage } from './pair-page.js';
import { searchPage } from './search-page.js';
import { storyPage } from './story-page.js';
import { style } from './style.js';

/** What every answer carries: nothing runs, nothing is loaded from elsewhere, nothing may frame the pages. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

/** Something that is asked for and is not there, or is asked for wrongly. */
class Refusal extends Error {
  constructor(
    readonly status: 400 | 404,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const perPage = 20;
const longestQuery = 400;

/** What needs no token: it says nothing of the record. */
const open: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/api', '/api/v1/openapi.json', '/style.css']);
const hasOwnGate = (path: string): boolean => path.startsWith('/api/v1/') || path === '/metrics';

/**
 * The pages of a record, its programming interface, and its tools for agents. `hosts`: the names under which the server may be called (others are
 * refused). `gate` lets in who may come in; where it is absent, whoever reaches the server may do everything.
 */
export function createRoutes(
  record: Store,
  hosts: (host: string) => boolean,
  gate: Gate = new Gate({ holders: null, localName: 'somebody', log: null }),
): Hono {
  const app = new Hono();
  const health = createHealth(record, gate);

  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value);
    const operation = (c.get('operation' as never) as string | undefined) ?? (c.req.path === '/mcp' ? 'mcp' : 'page');
    health.metrics.count(operation, c.res.status, (performance.now() - began) / 1000);
  });
  app.use(async (c, next) => {
    if (!hosts(c.req.header('host') ?? '')) return refuse(c, 403, 'host', 'This server answers only under the address of this machine.');
    if (hasOwnGate(c.req.path)) return next();
    const ownOrigin = hosts((c.req.header('origin') ?? '').replace(/^https?:\/\//, ''));
    if (c.req.path === '/mcp' && c.req.header('origin') !== undefined && !ownOrigin)
      return refuse(c, 403, 'origin', 'Pages of other addresses may not ask this server.');
    if (c.req.path === '/mcp' && c.req.method !== 'POST')
      return refuse(c, 405, 'method', 'Agents ask with POST (Model Context Protocol).', { allow: 'POST' });
    if (c.req.path !== '/mcp' && c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return refuse(c, 405, 'method', 'This server only shows things.', { allow: 'GET, HEAD' });
    if (gate.needsToken && !open.has(c.req.path)) gate.enter(c, 'read', c.req.path === '/mcp' ? 'heavy' : 'read');
    return next();
  });
  app.onError((error, c) => {
    if (error instanceof Problem || hasOwnGate(c.req.path)) return problemOf(error, c);
    if (error instanceof Refusal) return refuse(c, error.status, error.code, error.message);
    if (error.name === 'StoreError') return refuse(c, 503, 'record', error.message);
    process.stderr.write(`rapporteur: ${c.req.path}: ${error.message}\n`);
    return refuse(c, 500, 'fault', 'Something went wrong in the program itself.');
  });
  app.notFound((c) => (c.req.path.startsWith('/api/v1') ? nothingAt(c) : refuse(c, 404, 'not-found', 'There is no such page.')));

  app.route('/', health.app);
  const api = createApi(record, gate);
  app.route('/api/v1', api.app);
  app.get('/api', async (c) => c.html(await text(apiPage(api.document()))));
  app.post('/mcp', async (c) => {
    const { answerHttp } = await import('../mcp/server.js');
    const answer = await answerHttp(record, packageVersion(), c.req.raw);
    return c.newResponse(answer.body, answer);
  });
  app.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }));
  app.get('/', async (c) => c.html(await text(overviewPage(await overview(record)))));
  app.get('/api/index.json', async (c) => c.json(twin(await overview(record))));

  app.get('/pair/:a/:b', async (c) => {
    const [a, b] = pairOf(c.req.param('a'), c.req.param('b'));
    const path = pairPath(a, b);
    return c.req.path === path ? c.html(await text(pairPage(await pairOverview(record, a, b)))) : c.redirect(path, 302);
  });
  app.get('/api/pair/:a/:b{.+\\.json}', async (c) => {
    const [a, b] = pairOf(c.req.param('a'), c.req.param('b').slice(0, -'.json'.length));
    return c.json(twin(await pairOverview(record, a, b)));
  });

  app.get('/story/:id', async (c) => c.html(await text(storyPage(await story(record, c.req.param('id'))))));
  app.get('/api/story/:id{.+\\.json}', async (c) => c.json(twin(await story(record, c.req.param('id').slice(0, -'.json'.length)))));

  app.get('/search', async (c) => {
    const { query, offset } = searchOf(c);
    return c.html(await text(searchPage(query, offset, perPage, await searchRecord(record, query, { limit: perPage, offset }))));
  });
  app.get('/api/search.json', async (c) => {
    const { query, offset } = searchOf(c);
    return c.json({ query, offset, ...(await searchRecord(record, query, { limit: perPage, offset })) });
  });
  return app;
}

async function text(markup: Markup): Promise<string> {
  return String(await markup);
}

/** Without the titles: they are for links, and every finding names its articles. */
function twin<T extends { titles: unknown }>({ titles: _, ...rest }: T): Omit<T, 'titles'> {
  return rest;
}

function refuse(
  c: Context,
  status: 400 | 403 | 404 | 405 | 500 | 503,
  code: string,
  message: string,
  more: Record<string, string> = {},
): Response | Promise<Response> {
  for (const [name, value] of Object.entries(more)) c.header(name, value);
  if (hasOwnGate(c.req.path)) return problemAnswer(new Problem(status, code, message, { headers: more }), c.req.path);
  if (c.req.path.startsWith('/api/')) return c.json({ error: { code, message } }, status);
  return text(errorPage(message)).then((body) => c.html(body, status));
}

function pairOf(a: string, b: string): [string, string] {
  const codes = [a, b].map((said) => {
    const code = placeCode(said);
    if (code === undefined) throw new Refusal(404, 'no-such-place', `No country or group is called ${said.slice(0, 80)}.`);
    return code;
  });
  if (codes[0] === codes[1]) throw new Refusal(400, 'same-place', 'A pair is of two different countries or groups.');
  return codes as [string, string];
}

async function story(record: Store, id: string): Promise<NonNullable<Awaited<ReturnType<typeof storyOverview>>>> {
  const found = await storyOverview(record, id);
  if (!found) throw new Refusal(404, 'no-such-story', 'There is no such story in the record.');
  return found;
}

function searchOf(c: Context): { query: string; offset: number } {
  const query = (c.req.query('q') ?? '').trim();
  const offset = c.req.query('offset') ?? '0';
  if (query.length > longestQuery) throw new Refusal(400, 'query', `A query has up to ${longestQuery} characters.`);
  if (!/^\d{1,7}$/.test(offset)) throw new Refusal(400, 'offset', 'An offset is a whole number.');
  return { query, offset: Number(offset) };
}
