import { z } from 'zod';
import { problemList } from '../../../app/facts/overview.js';
import type { Imports, Sent } from '../../../app/imports.js';
import { defaultLimit } from '../../../app/read.js';
import type { Store } from '../../../app/record.js';
import { apart } from '../../../model/sentence.js';
import { isEdtf } from '../../../model/values/edtf.js';
import { formIn } from '../body.js';
import { listed, listOf, none, operation, paging, type Registered, sliceIn } from '../endpoint.js';
import { Problem } from '../problem.js';
import { problemRow } from '../schemas/record.js';
import { named } from '../schemas/registry.js';
import { importRow, retryWanted, storiesWanted } from '../schemas/review.js';

const imports = named('ImportList', listOf(importRow));
const problems = named('ProblemList', listOf(problemRow));
const params = z.strictObject({ id: z.string().max(100) });
const most = 64_000_000;
const mostFiles = 1000;

/** What a form with files gives. */
const form = z.object({
  files: z.array(z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) })),
  published: z.string().max(40).optional(),
  encoding: z.string().max(40).optional(),
});

/** Stories that come in. */
export function importRoutes(store: Store, all: Imports): Registered[] {
  return [
    operation(
      {
        id: 'addStories',
        method: 'post',
        path: '/stories',
        tag: 'Imports',
        summary: 'Takes stories to be read into the record; how far it is, the import says.',
        role: 'admin',
        params: none,
        query: none,
        body: z.union([storiesWanted, form]),
        described: storiesWanted,
        most,
        other: {
          types: {
            'multipart/form-data': {
              type: 'object',
              properties: {
                file: {
                  type: 'array',
                  items: { type: 'string', contentMediaType: 'application/octet-stream' },
                  description: 'one part for each file',
                },
                published: { type: 'string', description: 'day of publication, EDTF; inferred where absent' },
                encoding: { type: 'string', description: 'of the files; recognised by content where absent' },
              },
              required: ['file'],
            },
          },
          take: filesIn,
        },
        answer: importRow,
        status: 202,
        ids: (answer) => [answer.id],
      },
      ({ body, caller }) => {
        const sent = 'files' in body ? body.files : sentIn(body);
        const { published } = body;
        if (sent.length === 0) throw new Problem(422, 'bad-body', apart`body: send stories, or addresses of stories.`);
        if (published !== undefined && !isEdtf(published))
          throw new Problem(422, 'bad-body', apart`body.published: a date is written 2020-11-11, 2020-11 or 2020.`);
        if (sent.some((one) => 'bytes' in one && one.bytes.length > defaultLimit))
          throw new Problem(413, 'too-large', apart`One story has up to ${defaultLimit} bytes.`);
        return all.begin(sent, { by: caller.name, published, charset: 'encoding' in body ? body.encoding : undefined });
      },
    ),
    operation(
      {
        ...{ id: 'listImports', method: 'get', path: '/imports', tag: 'Imports', summary: 'What came in, the newest first.', role: 'read' },
        ...{ params: none, query: z.strictObject(paging), body: null, answer: imports, live: true },
      },
      async ({ query, c }) => {
        const slice = sliceIn(c, query);
        const offset = /^\d{1,9}$/.test(slice.after ?? '') ? Number(slice.after) : 0;
        const found = await all.list(slice.limit + 1, offset);
        const next = found.length > slice.limit ? String(offset + slice.limit) : null;
        return listed(c, query, { items: found.slice(0, slice.limit), total: null, next });
      },
    ),
    operation(
      {
        ...{
          id: 'getImport',
          method: 'get',
          path: '/imports/{id}',
          tag: 'Imports',
          summary: 'How far an import is, and what became of each document.',
        },
        ...{ role: 'read', params, query: none, body: null, answer: importRow, refusals: [404], live: true },
      },
      async ({ params: { id } }) => (await all.get(id)) ?? missing(),
    ),
    operation(
      {
        ...{
          id: 'undoImport',
          method: 'post',
          path: '/imports/{id}/undo',
          tag: 'Imports',
          role: 'admin',
          params,
          query: none,
          body: z.strictObject({}),
        },
        summary: 'Takes out every story that an import brought; what it had replaced comes back.',
        ...{ answer: importRow, status: 202, refusals: [404, 409] },
        ids: (answer) => [answer.id],
      },
      async ({ params: { id } }) => {
        const undone = await all.undo(id);
        if (undone === null) return missing();
        if (undone === false) throw new Problem(409, 'not-at-its-end', apart`This import is not at its end, or was undone already.`);
        return undone;
      },
    ),
    operation(
      {
        ...{ id: 'listProblems', method: 'get', path: '/problems', tag: 'Imports', role: 'read', params: none, body: null },
        summary: 'Documents that were not read, with the reasons.',
        query: z.strictObject(paging),
        answer: problems,
        csv: [
          ['id', (d) => d.id],
          ['source', (d) => d.source],
          ['state', (d) => d.state],
          ['reason', (d) => d.reason],
          ['attempts', (d) => d.attempts],
          ['lastAt', (d) => d.lastAt],
        ],
      },
      async ({ query, c }) => listed(c, query, await problemList(store, sliceIn(c, query))),
    ),
    operation(
      {
        ...{ id: 'retryProblems', method: 'post', path: '/problems/retry', tag: 'Imports', role: 'admin', params: none, query: none },
        summary: 'Gets documents again that could not be read, where they have an address; files must be sent again.',
        ...{ body: retryWanted, answer: importRow, status: 202, refusals: [409] },
        ids: (answer) => [answer.id],
      },
      async ({ body: { sources }, caller }) => {
        const again = await all.retry(sources, caller.name);
        if (again === null) throw new Problem(409, 'not-failed', apart`The ledger has none of these among what could not be read.`);
        return again;
      },
    ),
  ];
}

function sentIn({ stories = [], addresses = [] }: z.infer<typeof storiesWanted>): Sent[] {
  const texts = stories.map(({ text, name, source }) => ({ name: name ?? 'text.txt', source, bytes: new TextEncoder().encode(text) }));
  return [...texts, ...addresses.map((address) => ({ address }))];
}

function missing(): never {
  throw new Problem(404, 'no-such-import', apart`There is no such import.`);
}

/** The files of a form, and what it says of them. */
async function filesIn(c: Parameters<typeof formIn>[0], limit: number): Promise<z.infer<typeof form>> {
  const sent = await formIn(c, limit);
  const files: z.infer<typeof form>['files'] = [];
  for (const part of sent.getAll('file')) {
    if (typeof part === 'string') throw new Problem(422, 'bad-body', apart`body.file: send files, not text.`);
    files.push({ name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  if (files.length === 0 || files.length > mostFiles) throw new Problem(422, 'bad-body', apart`body.file: send 1 to ${mostFiles} files.`);
  const text = (name: string): string | undefined => {
    const value = sent.get(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { files, published: text('published'), encoding: text('encoding') };
}
