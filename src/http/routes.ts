import { type Context, Hono } from 'hono';
import type { Store } from '../app/record.js';
import { packageVersion } from '../app/version.js';
import { apart, joined, type Sentence } from '../model/sentence.js';
import { Gate } from './access/gate.js';
import type { KeptAnswers } from './answers/kept-answers.js';
import { Problem, problemAnswer, recordProblem } from './api/problem.js';
import { createApi, nothingAt, problemOf } from './api/routes.js';
import { apiPage } from './api-page.js';
import { screen } from './assets.js';
import { createHealth } from './health.js';
import type { Markup } from './markup.js';
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

const hasOwnGate = (path: string): boolean => path.startsWith('/api/v1/') || path === '/metrics';

/**
 * The application, the programming interface that it asks, and the tools for agents. `hosts`: the names under which the server may be called (others are
 * refused). `gate` lets in who may come in; where it is absent, whoever reaches the server may do everything.
 * `allowPrivate`: stories at addresses of private networks may be fetched. `answers`: what is only read is answered from there.
 */
export function createRoutes(
  record: Store,
  hosts: (host: string) => boolean,
  gate: Gate = new Gate({ holders: null, localName: 'somebody', log: null }),
  allowPrivate = false,
  answers: KeptAnswers | null = null,
): Hono {
  const app = new Hono();
  const health = createHealth(record, gate, answers);

  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value);
    const operation = (c.get('operation' as never) as string | undefined) ?? (c.req.path === '/mcp' ? 'mcp' : 'page');
    health.metrics.count(operation, c.res.status, (performance.now() - began) / 1000);
  });
  app.use(async (c, next) => {
    if (!hosts(c.req.header('host') ?? ''))
      return refuse(c, 403, 'host', apart`This server answers only under the address of this machine.`);
    if (hasOwnGate(c.req.path)) return next();
    const ownOrigin = hosts((c.req.header('origin') ?? '').replace(/^https?:\/\//, ''));
    if (c.req.path === '/mcp' && c.req.header('origin') !== undefined && !ownOrigin)
      return refuse(c, 403, 'origin', apart`Pages of other addresses may not ask this server.`);
    if (c.req.path === '/mcp' && c.req.method !== 'POST')
      return refuse(c, 405, 'method', apart`Agents ask with POST (Model Context Protocol).`, { allow: 'POST' });
    if (c.req.path !== '/mcp' && c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return refuse(c, 405, 'method', apart`This server only shows things.`, { allow: 'GET, HEAD' });
    // the application itself says nothing of the record
    if (gate.needsToken && c.req.path === '/mcp') gate.enter(c, 'read', 'heavy');
    return next();
  });
  app.onError((error, c) => {
    if (error instanceof Problem || hasOwnGate(c.req.path)) return problemOf(error, c);
    process.stderr.write(`rapporteur: ${c.req.path}: ${error.message}\n`);
    if (error.name === 'StoreError') return refuse(c, 503, 'record', recordProblem(error).said);
    return refuse(c, 500, 'fault', apart`Something went wrong in the program itself.`);
  });
  app.notFound(nothing);

  app.route('/', health.app);
  const api = createApi(record, gate, allowPrivate, answers);
  app.route('/api/v1', api.app);
  app.get('/api', async (c) => c.html(await text(apiPage(api.document()))));
  app.post('/mcp', async (c) => {
    const { answerHttp } = await import('../mcp/server.js');
    const answer = await answerHttp(record, packageVersion(), c.req.raw);
    return c.newResponse(answer.body, answer);
  });
  app.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }));
  app.get(
    '*',
    screen((c, built) =>
      built ? nothing(c) : refuse(c, 503, 'not-built', apart`The application was not built: run npm run build, or ask /api/v1.`),
    ),
  );
  return app;
}

async function text(markup: Markup): Promise<string> {
  return String(await markup);
}

function nothing(c: Context): Response {
  return c.req.path.startsWith('/api/v1') ? nothingAt(c) : refuse(c, 404, 'not-found', apart`There is no such page.`);
}

function refuse(
  c: Context,
  status: 400 | 403 | 404 | 405 | 500 | 503,
  code: string,
  said: Sentence,
  more: Record<string, string> = {},
): Response {
  for (const [name, value] of Object.entries(more)) c.header(name, value);
  if (hasOwnGate(c.req.path)) return problemAnswer(new Problem(status, code, said, { headers: more }), c.req.path);
  if (c.req.path.startsWith('/api/')) return c.json({ error: { code, message: joined(said) } }, status);
  return c.text(`${joined(said)}\n`, status);
}
