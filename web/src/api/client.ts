import createClient from 'openapi-fetch';
import type { paths } from './schema.js';
import type { Import, Sentence } from './types.js';

/** The server's own reason why something is not given. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The same with its values apart. */
    readonly said: Sentence | null,
  ) {
    super(message);
  }
}

/** The HTTP interface, with the paths, parameters and answers of its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '' });

const tokenKey = 'rapporteur-token';

/** Keeps the token that a server beyond this machine asks for, until the window is closed. */
export function keepToken(token: string): void {
  sessionStorage.setItem(tokenKey, token);
}

function bearer(): Record<string, string> {
  const token = sessionStorage.getItem(tokenKey);
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

/** Whether the server wants a token from here. */
export function needsToken(): boolean {
  return sessionStorage.getItem(tokenKey) !== null;
}

/** An address below `/api/v1/` that can be opened without sending the token, for a minute; a feed's for as long as the token stands. */
export async function openAddress(address: string): Promise<string> {
  return needsToken() ? (await got(api.POST('/api/v1/links', { body: { address } }))).address : address;
}

api.use({
  onRequest({ request }) {
    for (const [name, value] of Object.entries(bearer())) request.headers.set(name, value);
    return request;
  },
});

/** The server does not answer. */
export class Unreached extends Error {}

/** What a call brings. Throws `Refused` with the server's reason, `Unreached` where there is no answer. */
export async function got<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((fault: unknown) => {
    // what browsers throw where nobody answers
    throw fault instanceof TypeError ? new Unreached(fault.message) : fault;
  });
  if (response.ok && data !== undefined) return data;
  const { code, detail, said } = (error ?? {}) as { code?: string; detail?: string; said?: Sentence };
  throw new Refused(response.status, code ?? 'fault', detail ?? `${response.status} ${response.statusText}`, said ?? null);
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Parameters without those that say nothing. */
export function given<T extends Readonly<Record<string, unknown>>>(parameters: T): Given<T> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')) as Given<T>;
}

interface Part<T> {
  items: T[];
  next: string | null;
}

/** All parts of a list one after another, up to 5,000 items. `part` asks for the one after a cursor. */
export async function whole<T>(part: (cursor: string | undefined) => Promise<Part<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const found = await part(cursor);
    items.push(...found.items);
    cursor = found.next ?? undefined;
  } while (cursor !== undefined && items.length < 5000);
  return items;
}

/** Sends files to be read. The document describes one field for each; a browser sends them as a form. */
export async function sendFiles(files: readonly File[]): Promise<Import> {
  const body = new FormData();
  for (const file of files) body.append('file', file, file.name);
  const response = await fetch('/api/v1/stories', { method: 'POST', body, headers: bearer() });
  const answer = (await response.json().catch(() => undefined)) as Import | undefined;
  return got(Promise.resolve(response.ok && answer ? { data: answer, response } : { error: answer, response }));
}
