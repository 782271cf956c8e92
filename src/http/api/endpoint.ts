import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { type Cell, csvTable } from '../../app/facts/csv.js';
import type { List, Slice } from '../../app/facts/list.js';
import { faultIn, nearestIssues } from '../../model/fault.js';
import { apart } from '../../model/sentence.js';
import type { Caller, Cost, Gate } from '../access/gate.js';
import type { Role } from '../access/tokens.js';
import type { KeptAnswers } from '../answers/kept-answers.js';
import { bytesIn, jsonIn, mostBytes } from './body.js';
import { afterOf, cursorFor } from './cursor.js';
import { Problem } from './problem.js';

type Shape = z.ZodObject;

/** One operation of the interface: its page, its checks and its types derive from it. */
export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  id: string;
  method: 'get' | 'post';
  /** With `{name}` for what `params` says. */
  path: string;
  tag: string;
  summary: string;
  role: Role;
  /** Default `read` for GET, `write` for POST. */
  cost?: Cost;
  params: P;
  query: Q;
  /** What is sent as JSON; `null` where nothing is sent. */
  body: B | null;
  /** What the page says of the JSON, where the check knows of other forms too. */
  described?: z.ZodType;
  /** How many bytes may be sent; 100,000 where absent. */
  most?: number;
  /** Takes other content types than JSON too, which are described so. */
  other?: { types: Readonly<Record<string, object>>; take(c: Context, most: number): Promise<unknown> };
  answer: A;
  /** Default 200. */
  status?: 200 | 201 | 202;
  /** Other statuses than those that every operation may answer. */
  refusals?: readonly (404 | 409)[];
  /** Ids of what it made, for the log of writes; an operation without changes nothing. */
  ids?: (answer: z.infer<A>) => string[];
  /** Files that it answers instead of JSON: content types by what they are. */
  files?: readonly string[];
  /** What it answers changes though nothing is written, so no older answer is kept. */
  live?: boolean;
  /** The table of a list, at the same path with `.csv`: a line for each item, or for each of `lines`. */
  csv?: readonly Column<z.infer<A>>[];
  lines?: (answer: z.infer<A>) => readonly unknown[];
}

/** A column of the table of a list: its name, and what stands in it. */
export type Column<A> = readonly [name: string, cell: (item: A extends { items: (infer T)[] } ? T : never) => Cell];

/** Where an endpoint is described and answered. */
export interface Registered {
  endpoint: Endpoint;
  answer: (asked: Asked<never, never, never>) => Promise<unknown>;
}

/** What was asked, checked. */
export interface Asked<P, Q, B> {
  params: P;
  query: Q;
  body: B;
  caller: Caller;
  c: Context;
}

/** Puts an operation and its answer together; the types of both must agree. */
export function operation<P extends Shape, Q extends Shape, B extends z.ZodType, A extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, A>,
  answer: (asked: Asked<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<z.input<A> | Response>,
): Registered {
  return { endpoint: endpoint as unknown as Endpoint, answer: answer as Registered['answer'] };
}

export const none = z.strictObject({});

/** How much of a list is wanted. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('how many at most'),
  cursor: z.string().max(2000).optional().describe('the `next` of the part before'),
};

/** A part of a list of these. */
export function listOf<T extends z.ZodType>(items: T) {
  return z.object({
    items: z.array(items),
    total: z.int().nullable().describe('how many there are in all; null where nobody has counted'),
    next: z.string().nullable().describe('give it as `cursor` to go on; null at the end'),
  });
}

/** The slice of a list that a request wants. */
export function sliceIn(c: Context, query: { limit: number; cursor?: string | undefined }): Slice {
  return { limit: query.limit, after: afterOf(listPath(c), query) };
}

/** A list as it is answered. */
export function listed<T>(c: Context, query: { limit: number; cursor?: string | undefined }, list: List<T>): List<T> {
  return { ...list, next: cursorFor(listPath(c), query, list.next) };
}

const listPath = (c: Context): string => c.req.path.replace(/\.csv$/, '');

/** Answers endpoints under their paths; what is only read from `answers` where there are some. */
export function mount(app: Hono, registered: readonly Registered[], gate: Gate, answers: KeptAnswers | null = null): void {
  for (const one of registered) {
    const { endpoint } = one;
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const method = endpoint.method.toUpperCase();
    app.on(method, path, (c) => guarded(c, one, gate, answers, wantsCsv(c) && endpoint.csv !== undefined));
    if (endpoint.csv) app.on(method, `${path}.csv`, (c) => guarded(c, one, gate, answers, true));
  }
}

function wantsCsv(c: Context): boolean {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('text/csv') && !accept.includes('application/json');
}

/** Lets in whoever may ask, and notes what they changed or tried to change. */
async function guarded(c: Context, one: Registered, gate: Gate, answers: KeptAnswers | null, asCsv: boolean): Promise<Response> {
  const { id, role, method, live, ids, cost = method === 'get' ? 'read' : 'write' } = one.endpoint;
  c.set('operation', id);
  const caller = gate.enter(c, role, cost);
  if (answers && answers.threads > 0 && method === 'get' && !live) return keptAnswer(c, answers, asCsv);
  const note = async (status: number, made: string[]): Promise<void> => {
    if (!ids) return;
    const { name: who, role: held, from } = caller;
    await gate.log?.add({ at: new Date().toISOString(), who, role: held, from, operation: id, path: c.req.path, status, ids: made });
  };
  try {
    const { response, found } = await respond(c, one, caller, asCsv);
    await note(response.status, ids?.(found as never) ?? []);
    return response;
  } catch (error) {
    await note(error instanceof Problem ? error.status : 500, []);
    throw error;
  }
}

/** What is kept or made elsewhere, with its age in seconds where others have written since. */
async function keptAnswer(c: Context, answers: KeptAnswers, asCsv: boolean): Promise<Response> {
  const url = new URL(c.req.url);
  url.searchParams.delete('signed');
  const { answer, age } = await answers.answer({ url: url.href, asCsv });
  const headers = Object.fromEntries(answer.headers);
  if (age >= 1000) headers.age = String(Math.floor(age / 1000));
  if (headers.etag !== undefined && isKnown(c, headers.etag)) {
    const { 'content-type': _, ...others } = headers;
    return c.body(null, 304, others);
  }
  if (!answer.isPacked) return c.body(answer.body as Uint8Array<ArrayBuffer>, answer.status as 200, headers);
  headers.vary = headers.vary === undefined ? 'accept-encoding' : `${headers.vary}, accept-encoding`;
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(c.req.header('accept-encoding') ?? ''))
    return c.body(new Uint8Array(gunzipSync(answer.body)), answer.status as 200, headers);
  headers['content-encoding'] = 'gzip';
  // the same, packed, is not the same bytes
  if (headers.etag !== undefined) headers.etag = `W/${headers.etag}`;
  return c.body(answer.body as Uint8Array<ArrayBuffer>, answer.status as 200, headers);
}

async function respond(
  c: Context,
  { endpoint, answer }: Registered,
  caller: Caller,
  asCsv: boolean,
): Promise<{ response: Response; found: unknown }> {
  const params = checked(endpoint.params, c.req.param(), 'path');
  const query = checked(endpoint.query, queryIn(c), 'query');
  // What is sent to an operation that takes nothing is let go of, up to what others take.
  if (endpoint.body === null && endpoint.method === 'post') await bytesIn(c, mostBytes);
  const body = endpoint.body === null ? undefined : checked(endpoint.body, await sentIn(c, endpoint), 'body', 422);
  const found = await answer({ params, query, body, caller, c } as never);
  if (found instanceof Response) return { response: found, found };
  const headers = linkTo(c, found);
  if (!asCsv || !endpoint.csv)
    return { response: conditional(c, JSON.stringify(found), 'application/json', endpoint.status ?? 200, headers), found };
  const columns = endpoint.csv as readonly (readonly [string, (item: unknown) => Cell])[];
  const items = endpoint.lines?.(found) ?? (found as { items: unknown[] }).items;
  const table = csvTable(
    columns.map(([name]) => name),
    items.map((item) => columns.map(([, cell]) => cell(item))),
  );
  const name = c.req.path.replace(/^.*\/(?=.)/, '').replace(/(\.csv)?$/, '.csv');
  const file = { ...headers, 'content-disposition': `attachment; filename="${name}"` };
  return { response: conditional(c, table, 'text/csv; charset=utf-8; header=present', 200, file), found };
}

function sentIn(c: Context, { other, most = mostBytes }: Endpoint): Promise<unknown> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (other && type in other.types) return other.take(c, most);
  if (type === 'application/json') return jsonIn(c, most);
  const types = ['application/json', ...Object.keys(other?.types ?? {})];
  throw new Problem(415, 'content-type', apart`Send ${types.join(' or ')}.`);
}

/** Where a list goes on, for those who do not read its body. */
function linkTo(c: Context, found: unknown): Record<string, string> {
  const next = (found as { next?: unknown } | null)?.next;
  if (typeof next !== 'string') return {};
  const url = new URL(c.req.url);
  url.searchParams.delete('signed');
  url.searchParams.set('cursor', next);
  return { link: `<${url.pathname}${url.search}>; rel="next"` };
}

/** An answer with its tag; 304 without a body where the client has it already. */
export function conditional(
  c: Context,
  body: string | Uint8Array,
  type: string,
  status: 200 | 201 | 202 = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const all = { ...headers, ...(reads ? { etag, vary: 'accept, authorization' } : {}) };
  if (reads && isKnown(c, etag)) return c.body(null, 304, all);
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), status, { ...all, 'content-type': type });
}

/** Whether the client has what this tag is of. */
function isKnown(c: Context, etag: string): boolean {
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

function queryIn(c: Context): Record<string, string> {
  const found: [string, string][] = [];
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (name === 'signed') continue;
    if (values.length > 1) throw new Problem(400, 'bad-query', apart`${name.slice(0, 80)} is given more than once.`);
    found.push([name, values[0]!]);
  }
  return Object.fromEntries(found);
}

/** Values as the schema wants them. Throws a `Problem` that names each fault. */
function checked(schema: z.ZodType, value: unknown, where: 'path' | 'query' | 'body', status: 400 | 422 = 400): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues
    .flatMap(nearestIssues)
    .slice(0, 20)
    .map((issue) => ({
      at: [where, ...issue.path.map(String)].join('.').slice(0, 200),
      message: faultIn(issue).slice(0, 300),
    }));
  const first = errors[0]!;
  throw new Problem(status, `bad-${where}`, apart`${first.at}: ${first.message}`, { errors });
}
