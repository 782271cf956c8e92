import type { Store } from '../../src/app/record.js';
import { Gate, type GateOptions } from '../../src/http/access/gate.js';
import { createRoutes } from '../../src/http/routes.js';

/** A server over a record, asked without a network. */
export interface Client {
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of a path under `/api/v1`. */
  get<T = Record<string, unknown>>(path: string): Promise<T>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

const host = '127.0.0.1:7357';

/** Asks as a program on the same machine does. */
export function clientOf(record: Store, options: Partial<GateOptions> = {}, allowPrivate = false): Client {
  const gate = new Gate({ holders: null, localName: 'tester', log: null, ...options });
  const routes = createRoutes(record, (said) => said === host, gate, allowPrivate);
  const ask: Client['ask'] = async (path, init = {}) =>
    routes.request(new URL(path, `http://${host}`).href, { ...init, headers: { host, ...(init.headers as Record<string, string>) } });
  return {
    ask,
    async get<T>(path: string) {
      const answer = await ask(`/api/v1${path}`);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    post: (path, body, headers = {}) =>
      ask(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
  };
}
