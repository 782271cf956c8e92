import { z } from 'zod';
import type { Endpoint, Registered } from './endpoint.js';
import { named, schemas } from './schemas/registry.js';

const saidDetail = named(
  'SaidDetail',
  z.object({
    text: z.string().describe('the sentence in English with {0}, {1}, … where its values go'),
    values: z.array(z.union([z.string(), z.number()])).describe('a text among them may be a sentence itself'),
  }),
);

/** RFC 9457, with the kind of problem for programs and the places of faults in what was sent. */
export const problemSchema = named(
  'Problem',
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('the kind of problem, for programs'),
    detail: z.string().describe('what is wrong here, in plain words'),
    said: saidDetail.describe('the same with its values apart, to be said in other languages'),
    instance: z.string(),
    errors: z.array(z.object({ at: z.string(), message: z.string() })).optional(),
  }),
);

type Json = Record<string, unknown>;

const refOf = (id: string): string => `#/components/schemas/${id}`;

/** The schema as JSON Schema; a named one as a reference. */
function jsonOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const id = schemas.get(schema)?.id;
  if (id !== undefined) return { $ref: refOf(id) };
  const { $schema: _, ...own } = z.toJSONSchema(schema, {
    io,
    metadata: z.globalRegistry,
    unrepresentable: 'any',
    override: byName,
  }) as Json;
  return own;
}

/** Puts references in the place of named schemas. */
function byName({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }): void {
  const id = schemas.get(zodSchema as z.ZodType)?.id;
  if (id === undefined) return;
  for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Json)[key];
  (jsonSchema as Json).$ref = refOf(id);
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  401: 'A token is needed',
  403: 'Not allowed',
  404: 'There is no such thing',
  409: 'It stands against what is there',
  413: 'Too much at once',
  415: 'Not a kind of content that is taken',
  422: 'The content cannot be taken',
  429: 'Too many requests',
  500: 'A fault of the program',
  503: 'The record cannot be used now',
};

/** The OpenAPI 3.1 document of these endpoints. `version` is the program's. */
export function openApiDocument(registered: readonly Registered[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const { endpoint } of registered) {
    const at = `/api/v1${endpoint.path}`;
    paths[at] = { ...paths[at], [endpoint.method]: operationOf(endpoint) };
    if (endpoint.csv) paths[`${at}.csv`] = { get: tableOf(endpoint) };
  }
  const made = z.toJSONSchema(schemas, { uri: refOf, io: 'output', unrepresentable: 'any' }).schemas as Record<string, Json>;
  const components = Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapporteur',
      version,
      summary: 'What stories say of relations between countries, every fact with the sentence that says it',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{}, { token: [] }],
    tags: [...new Set(registered.map(({ endpoint }) => endpoint.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(components.map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema])),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'needed once the server listens beyond this machine' } },
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const { id, tag, summary, body, answer, status = 200, files, role } = endpoint;
  const content = files
    ? Object.fromEntries(files.map((type) => [type, { schema: type.startsWith('application/') ? {} : { type: 'string' } }]))
    : { 'application/json': { schema: jsonOf(answer, 'output') } };
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `Role: ${role}.`,
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: { required: true, content: contentOf(endpoint, body) } } : {}),
    responses: {
      [status]: { description: 'Answer', ...(endpoint.method === 'get' ? { headers: tagHeader } : {}), content },
      ...refusalsOf(endpoint),
    },
  };
}

function contentOf({ other, described }: Endpoint, body: z.ZodType): Json {
  const others = Object.entries(other?.types ?? {}).map(([type, schema]) => [type, { schema }]);
  return { 'application/json': { schema: jsonOf(described ?? body, 'input') }, ...Object.fromEntries(others) };
}

function tableOf(endpoint: Endpoint): Json {
  return {
    operationId: `${endpoint.id}Csv`,
    tags: [endpoint.tag],
    summary: `${endpoint.summary} As a table.`,
    parameters: parametersOf(endpoint),
    responses: {
      200: { description: 'Table', headers: tagHeader, content: { 'text/csv': { schema: { type: 'string' } } } },
      ...refusalsOf(endpoint),
    },
  };
}

const tagHeader = { ETag: { description: 'Send it back as If-None-Match', schema: { type: 'string' } } };

function parametersOf({ params, query }: Endpoint): Json[] {
  const of = (where: 'path' | 'query', shape: z.ZodObject): Json[] => {
    const { properties = {}, required = [] } = jsonOf(shape, 'input') as { properties?: Record<string, Json>; required?: string[] };
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      ...{ name, in: where, required: required.includes(name), schema },
      ...(description === undefined ? {} : { description }),
    }));
  };
  return [...of('path', params), ...of('query', query)];
}

function refusalsOf({ refusals = [], method, body }: Endpoint): Json {
  const statuses = [400, 401, 403, ...refusals, ...(method === 'post' ? [413] : []), ...(body ? [415, 422] : []), 429, 500, 503];
  const content = { 'application/problem+json': { schema: { $ref: refOf('Problem') } } };
  const found = Object.fromEntries([...new Set(statuses)].sort().map((status) => [status, { description: titles[status], content }]));
  return method === 'get' ? { 304: { description: 'Not changed' }, ...found } : found;
}
