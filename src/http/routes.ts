import { type Context, Hono } from 'hono';
import type { Store } from '../app/record.js';
import { packageVersion } from '../app/version.js';
import { createApi, nothingAt } from './api/routes.js';
import { screen } from './assets.js';

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

/** The application, the interface that it asks, and the tools for agents. `hosts`: the names under which the server may be called (others are refused). */
export function createRoutes(record: Store, hosts: (host: string) => boolean): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    if (!hosts(c.req.header('host') ?? '')) return refuse(c, 403, 'host', 'This server answers only under the address of this machine.');
    const ownOrigin = hosts((c.req.header('origin') ?? '').replace(/^http:\/\//, ''));
    if (c.req.path === '/mcp' && c.req.header('origin') !== undefined && !ownOrigin)
      return refuse(c, 403, 'origin', 'Pages of other addresses may not ask this server.');
    if (c.req.path === '/mcp' && c.req.method !== 'POST')
      return refuse(c, 405, 'method', 'Agents ask with POST (Model Context Protocol).', { allow: 'POST' });
    if (c.req.path !== '/mcp' && c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return refuse(c, 405, 'method', 'This server only shows things.', { allow: 'GET, HEAD' });
    return next();
  });
  app.onError((error, c) => {
    if (error.name === 'StoreError') return refuse(c, 503, 'record', error.message);
    process.stderr.write(`rapporteur: ${c.req.path}: ${error.message}\n`);
    return refuse(c, 500, 'fault', 'Something went wrong in the program itself.');
  });
  app.route(
    '/api/v1',
    createApi(record, () => undefined),
  );
  app.notFound(nothing);

  app.post('/mcp', async (c) => {
    const { answerHttp } = await import('../mcp/server.js');
    const answer = await answerHttp(record, packageVersion(), c.req.raw);
    return c.newResponse(answer.body, answer);
  });
  app.get(
    '*',
    screen((c, built) =>
      built ? nothing(c) : refuse(c, 503, 'not-built', 'The application was not built: run npm run build, or ask /api/v1.'),
    ),
  );
  return app;
}

function nothing(c: Context): Response {
  return c.req.path.startsWith('/api/v1/') ? nothingAt(c) : refuse(c, 404, 'not-found', 'There is no such page.');
}

function refuse(
  c: Context,
  status: 400 | 403 | 404 | 405 | 500 | 503,
  code: string,
  message: string,
  more: Record<string, string> = {},
): Response {
  for (const [name, value] of Object.entries({ ...headers, ...more })) c.header(name, value);
  return c.req.path.startsWith('/api/') ? c.json({ error: { code, message } }, status) : c.text(`${message}\n`, status);
}
