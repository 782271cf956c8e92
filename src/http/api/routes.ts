import { type Context, Hono } from 'hono';
import type { Store } from '../../app/record.js';
import { packageVersion } from '../../app/version.js';
import { conditional, mount, type Registered, type Role } from './endpoint.js';
import { openApiDocument } from './openapi.js';
import { Problem, problemAnswer } from './problem.js';
import { pairRoutes } from './routes/pairs.js';
import { recordRoutes } from './routes/record.js';

/** The answer where nothing is. */
export function nothingAt(c: Context): Response {
  return problemAnswer(new Problem(404, 'no-such-path', 'There is nothing at this address: see /api/v1/openapi.json.'), c.req.path);
}

/** Every operation of the interface. */
export function operationsOn(store: Store): Registered[] {
  return [...recordRoutes(store), ...pairRoutes(store)];
}

/** The interface, to be mounted at `/api/v1`. `allow` throws a `Problem` where whoever asks may not do so. */
export function createApi(store: Store, allow: (c: Context, role: Role) => void): Hono {
  const app = new Hono();
  const operations = operationsOn(store);
  let document: string | undefined;
  app.get('/openapi.json', (c) => {
    document ??= JSON.stringify(openApiDocument(operations, packageVersion()));
    return conditional(c, document, 'application/json');
  });
  mount(app, operations, allow);
  app.onError((error, c) => {
    if (error instanceof Problem) return problemAnswer(error, c.req.path);
    if (error.name === 'StoreError') return problemAnswer(new Problem(503, 'record', error.message), c.req.path);
    process.stderr.write(`rapporteur: ${c.req.path}: ${error.stack ?? error.message}\n`);
    return problemAnswer(new Problem(500, 'fault', 'Something went wrong in the program itself.'), c.req.path);
  });
  return app;
}
