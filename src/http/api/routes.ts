import { type Context, Hono } from 'hono';
import { Imports } from '../../app/imports.js';
import type { Store } from '../../app/record.js';
import { packageVersion } from '../../app/version.js';
import { apart } from '../../model/sentence.js';
import type { Gate } from '../access/gate.js';
import type { KeptAnswers } from '../answers/kept-answers.js';
import { conditional, mount, type Registered } from './endpoint.js';
import { openApiDocument } from './openapi.js';
import { Problem, problemAnswer, recordProblem } from './problem.js';
import { briefRoutes } from './routes/brief.js';
import { feedRoutes } from './routes/feed.js';
import { importRoutes } from './routes/imports.js';
import { pairRoutes } from './routes/pairs.js';
import { recordRoutes } from './routes/record.js';
import { reviewRoutes } from './routes/review.js';
import { watchRoutes } from './routes/watches.js';

/** The answer where nothing is. */
export function nothingAt(c: Context): Response {
  return problemAnswer(new Problem(404, 'no-such-path', apart`There is nothing at this address: see /api/v1/openapi.json.`), c.req.path);
}

/** Every operation of the interface. */
export function operationsOn(store: Store, imports: Imports, gate: Gate): Registered[] {
  return [
    ...recordRoutes(store),
    ...feedRoutes(store, gate),
    ...watchRoutes(store),
    ...pairRoutes(store),
    ...briefRoutes(store),
    ...reviewRoutes(store),
    ...importRoutes(store, imports),
  ];
}

/**
 * The interface, to be mounted at `/api/v1`; its description needs no token. `allowPrivate`: stories at private addresses may be fetched.
 * `answers`: what is only read is answered from there.
 */
export function createApi(
  store: Store,
  gate: Gate,
  allowPrivate = false,
  answers: KeptAnswers | null = null,
): { app: Hono; document: () => object } {
  const app = new Hono();
  const operations = operationsOn(store, new Imports(store, allowPrivate), gate);
  const document = () => openApiDocument(operations, packageVersion());
  let written: string | undefined;
  app.get('/openapi.json', (c) => {
    written ??= JSON.stringify(document());
    return conditional(c, written, 'application/json');
  });
  mount(app, operations, gate, answers);
  app.all('*', (c) => {
    const allow = allowedAt(operations, c.req.path.replace(/^\/api\/v1/, ''));
    if (allow.length === 0) return nothingAt(c);
    throw new Problem(405, 'method', apart`This is asked with ${allow.join(' or ')}.`, { headers: { allow: allow.join(', ') } });
  });
  app.onError(problemOf);
  return { app, document };
}

/** The methods of the operations at a path. */
function allowedAt(operations: readonly Registered[], path: string): string[] {
  const fits = (pattern: string): boolean => {
    const [own, asked] = [pattern.split('/'), path.split('/')];
    return own.length === asked.length && own.every((part, i) => part.startsWith('{') || part === asked[i]);
  };
  const methods = operations.filter(({ endpoint }) => fits(endpoint.path)).map(({ endpoint }) => endpoint.method.toUpperCase());
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
}

/** What went wrong, as RFC 9457 says it. */
export function problemOf(error: Error, c: Context): Response {
  if (error instanceof Problem) return problemAnswer(error, c.req.path);
  const ofRecord = error.name === 'StoreError';
  process.stderr.write(`rapporteur: ${c.req.path}: ${ofRecord ? error.message : (error.stack ?? error.message)}\n`);
  if (ofRecord) return problemAnswer(recordProblem(error), c.req.path);
  return problemAnswer(new Problem(500, 'fault', apart`Something went wrong in the program itself.`), c.req.path);
}
